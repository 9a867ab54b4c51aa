import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
import { freePort } from "#scripts/neo4j/bolt.ts";

vi.setConfig({ testTimeout: 120_000 });
const root = fileURLToPath(new URL("../..", import.meta.url));

interface Started {
  child: ChildProcess;
  /** What was said on standard error so far. */
  said(): string;
  /** The address of the line that says where it serves. */
  url: Promise<string>;
  exit: Promise<number | null>;
}

function start(environment: Record<string, string>): Started {
  const { NEO4J_URI: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "scripts", "start.ts"), "--api-only"], {
    cwd: root,
    env: { ...inherited, LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stderr?.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const exit = once(child, "exit").then(([code]) => code as number | null);
  const url = new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const found = /http:\/\/\S+/.exec(out)?.[0];
      if (found !== undefined) resolve(found);
    });
    void exit.then((code) => reject(new Error(`ended with ${code} before it served: ${err}`)));
  });
  url.catch(() => {});
  return { child, said: () => err, url, exit };
}

describe("npm start", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-start-"));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it("seeds an empty store, says where it serves, tells a second one who holds the store, and ends cleanly when asked", async () => {
    const first = start({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    const health = (await (await fetch(`${await first.url}/api/v1/health`)).json()) as { status: string; revision: number };
    expect(health).toMatchObject({ status: "ok", engine: "embedded", revision: 1 });

    const second = start({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(await second.exit).toBe(1);
    expect(second.said()).toContain(String(first.child.pid));

    first.child.kill("SIGTERM");
    expect(await first.exit).toBe(0);

    const again = start({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    const later = (await (await fetch(`${await again.url}/api/v1/health`)).json()) as { revision: number };
    expect(later.revision).toBe(1);
    again.child.kill("SIGINT");
    expect(await again.exit).toBe(0);
  });

  it("stops at a wrong setting, and names it, what was given and what is accepted", async () => {
    const { exit, said } = start({ DATA_DIR: dataDir, PORT: "many" });
    expect(await exit).toBe(1);
    expect(said()).toMatch(/PORT.*many/s);
  });
});
