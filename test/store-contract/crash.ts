import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Open, StorePlace, Test } from "./contract.ts";
import { openedStore } from "./opened.ts";

const script = fileURLToPath(new URL("./other-process.ts", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const acknowledgementsBeforeKill = 25;

export function crashContract(open: Open, test: Test): void {
  const { current } = openedStore(open);

  test("tells a second process who holds the store", async () => {
    const [told] = await linesOf(otherProcess(current().place, "open"), 1);
    expect(told).toMatchObject({
      name: "StoreLocked",
      holder: { pid: process.pid },
      message: expect.stringContaining(String(process.pid)),
    });
    expect((await current().store.read({ text: "RETURN 1 AS n" })).rows).toEqual([[1]]);
  });

  test("holds every acknowledged write, and whole ones only, after its process was killed", async () => {
    await current().store.close();
    const writer = otherProcess(current().place, "write");
    const acknowledged = await linesOf(writer, acknowledgementsBeforeKill);
    killGroup(writer);
    await once(writer, "exit");
    expect(acknowledged.at(-1)).toEqual({ acknowledged: acknowledgementsBeforeKill });
    const store = await current().reopen();
    try {
      const { rows } = await store.read({ text: "MATCH (p:Pair) RETURN p.n AS n, count(*) AS size ORDER BY n" });
      expect(rows.length).toBeGreaterThanOrEqual(acknowledgementsBeforeKill);
      expect(rows).toEqual(rows.map((_, index) => [index + 1, 2]));
      await store.write((transaction) => transaction.run({ text: "CREATE (:AfterCrash)" }));
      expect((await store.read({ text: "MATCH (a:AfterCrash) RETURN count(a) AS n" })).rows).toEqual([[1]]);
    } finally {
      await store.close();
    }
  });
}

/** In a process group of its own, so that killing it takes its children with it. */
function otherProcess(place: StorePlace, task: "write" | "open"): ChildProcess {
  const options = ["--import", "tsx", script, JSON.stringify(place), task];
  return spawn(process.execPath, options, { cwd: root, detached: true, stdio: ["ignore", "pipe", "inherit"] });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) throw new Error("the process did not start");
  process.kill(-pid, "SIGKILL");
}

/** The first `count` lines it says, as JSON; fewer when it ends before. */
async function linesOf({ stdout }: ChildProcess, count: number): Promise<unknown[]> {
  if (!stdout) throw new Error("the process has no output");
  const lines: unknown[] = [];
  for await (const line of createInterface({ input: stdout })) {
    lines.push(JSON.parse(line));
    if (lines.length === count) break;
  }
  return lines;
}
