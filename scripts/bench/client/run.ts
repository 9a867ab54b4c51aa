import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { createServer } from "vite";

export interface BenchReport {
  name: string;
  rows: { what: string; ours: number; baseline?: number; ratio?: number; unit: string; goal?: string }[];
}

interface Measured {
  what: string;
  ours: number;
  baseline?: number;
}

const sizes = [
  { nodes: 1_000, edges: 3_000 },
  { nodes: 10_000, edges: 30_000 },
  { nodes: 100_000, edges: 300_000 },
];
const goalOf = (what: string): string =>
  what.startsWith("first frame")
    ? "≤ 0.1 of untouched"
    : what === "frame while moving"
      ? "≤ 0.25 of untouched"
      : what === "frame at rest"
        ? "≤ 0.5 of untouched"
        : what.endsWith("in idle time")
          ? "≤ 16 ms"
          : "≤ 4 ms";
const round = (value: number): number => Math.round(value * 1000) / 1000;
/** For pages on a machine that does other things as well. */
const patienceMs = 300_000;
const systemChromium = "/usr/bin/chromium";

/**
 * Measures the drawing in a real Chromium against untouched sigma and graphology in the same page. JavaScript times are medians of an action
 * and the two frames after it, draw calls left out on both sides; frame times are with all draws and wait for the GPU.
 * `wanted`: node counts, of 1,000, 10,000 and 100,000.
 */
export async function benchClient(wanted: readonly number[] = sizes.map(({ nodes }) => nodes)): Promise<BenchReport> {
  const server = await createServer({
    configFile: fileURLToPath(new URL("../../../vite.config.ts", import.meta.url)),
    root: fileURLToPath(new URL("../../../client", import.meta.url)),
    logLevel: "warn",
    server: { port: 0, strictPort: false, hmr: false, watch: null, proxy: {} },
  });
  const executablePath = process.env.CHROMIUM ?? (existsSync(systemChromium) ? systemChromium : undefined);
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ["--no-sandbox"] });
  try {
    await server.listen();
    const address = server.httpServer?.address();
    if (address === null || typeof address !== "object")
      throw new Error("Bench refused: the page's server has no port; see its log above.");
    const report: BenchReport = { name: "drawing, 1280 × 800", rows: [] };
    for (const { nodes, edges } of sizes.filter((size) => wanted.includes(size.nodes))) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(patienceMs);
      await page.goto(`http://127.0.0.1:${address.port}/playground/bench.html`);
      await page.waitForFunction("window.bench !== undefined");
      const measured = await page.evaluate<Measured[]>(`window.bench(${nodes}, ${edges})`);
      await page.close();
      for (const { what, ours, baseline } of measured) {
        report.rows.push({
          what: `${nodes / 1000}k / ${edges / 1000}k: ${what}`,
          ours: round(ours),
          ...(baseline === undefined ? {} : { baseline: round(baseline), ratio: round(ours / baseline) }),
          unit: "ms",
          goal: goalOf(what),
        });
      }
    }
    return report;
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2).map(Number);
  const { name, rows } = await (asked.length === 0 ? benchClient() : benchClient(asked));
  process.stdout.write(`${name} (JavaScript without draw calls, frames with them)\n`);
  for (const { what, ours, baseline, ratio, unit, goal } of rows) {
    process.stdout.write(
      `${what.padEnd(68)} ${`${ours} ${unit}`.padStart(12)}  untouched ${String(baseline ?? "—").padStart(10)}  ratio ${String(ratio ?? "—").padStart(7)}  goal ${goal}\n`,
    );
  }
}
