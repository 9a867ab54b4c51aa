import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";

const client = fileURLToPath(new URL("../../../client", import.meta.url));
const configFile = fileURLToPath(new URL("../../../vite.config.ts", import.meta.url));
const systemChromium = "/usr/bin/chromium";
/** For pages on a machine that does other things as well. */
const patienceMs = 900_000;

export interface Pages {
  /** A fresh page of the playground, by its path. */
  open(path: string): Promise<Page>;
}

/** Builds the pages that measure as the client is built for people, and serves them to a real Chromium while `work` runs. */
export async function withPages<T>(work: (pages: Pages) => Promise<T>): Promise<T> {
  const outDir = await mkdtemp(join(tmpdir(), "chain-atlas-bench-"));
  const input = ["playground/bench.html", "playground/held.html", "playground/app/index.html"].map((path) => join(client, path));
  let browser: Browser | null = null;
  let server: Awaited<ReturnType<typeof preview>> | null = null;
  try {
    await build({ configFile, root: client, logLevel: "warn", build: { outDir, emptyOutDir: true, rollupOptions: { input } } });
    server = await preview({ configFile, root: client, logLevel: "warn", build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
    const address = server.httpServer.address();
    if (address === null || typeof address !== "object")
      throw new Error("Bench refused: the pages' server has no port; see its log above.");
    const executablePath = process.env.CHROMIUM ?? (existsSync(systemChromium) ? systemChromium : undefined);
    const args = ["--no-sandbox", "--enable-precise-memory-info", "--js-flags=--expose-gc"];
    const opened = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
    browser = opened;
    return await work({
      open: async (path) => {
        const page = await opened.newPage({ viewport: { width: 1440, height: 900 } });
        page.setDefaultTimeout(patienceMs);
        page.on("pageerror", (error) => process.stderr.write(`${path}: ${error.message}\n`));
        await page.goto(`http://127.0.0.1:${address.port}/${path}`);
        return page;
      },
    });
  } finally {
    await browser?.close();
    await server?.close();
    await rm(outDir, { recursive: true, force: true });
  }
}
