import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "#graph/store/embedded/embedded-store.ts";
import { type GraphStore, StoreLocked } from "#graph/store/store.ts";

const script = fileURLToPath(new URL("./staging-process.ts", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));
const counters = 50;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chain-atlas-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openEmbeddedStore({ folder });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Starts the stager, waits for its acknowledgements and some time more, and kills it with its engine; gives the last one. */
async function stageAndKill(acknowledgements: number, thenMs: number): Promise<number> {
  const stager = spawn(process.execPath, ["--import", "tsx", script, folder], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of stager.stdout) {
    said += String(chunk);
    if (said.split("\n").length > acknowledgements) break;
  }
  await new Promise((resolve) => setTimeout(resolve, thenMs));
  const exited = once(stager, "exit");
  process.kill(-(stager.pid ?? 0), "SIGKILL");
  await exited;
  return said.trim().split("\n").length;
}

describe("the folder of an embedded store", () => {
  it("holds the old or the new after a kill while changes are staged, never a part, and keeps two backups", async () => {
    await opened((store) =>
      store.write((transaction) =>
        transaction.run({ text: "UNWIND range(1, $n) AS i CREATE (:Counter {rounds: 0})", parameters: { n: counters } }),
      ),
    );
    let sure = 0;
    for (const thenMs of [0, 30, 90, 200]) {
      sure += await stageAndKill(2, thenMs);
      const [least, most, extra, nodes] = await opened(async (store) => {
        const text = `MATCH (n:Counter) WITH min(n.rounds) AS least, max(n.rounds) AS most, count(n) AS nodes
OPTIONAL MATCH (e:Extra) RETURN least AS least, most AS most, count(e) AS extra, nodes AS nodes`;
        return (await store.read({ text })).rows[0] as number[];
      });
      expect(nodes).toBe(counters);
      expect(least).toBe(most);
      expect(extra).toBe((least ?? 0) * 2000);
      expect(least).toBeGreaterThanOrEqual(sure);
      sure = least ?? 0;
      expect(readdirSync(join(folder, "generations")).length).toBeLessThanOrEqual(3);
      expect(readdirSync(folder).sort()).toEqual(["CURRENT", "generations"]);
    }
  }, 120_000);

  it("is refused to a second opener, who is told the process and its command", async () => {
    await opened(async () => {
      const failure = await openEmbeddedStore({ folder }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StoreLocked);
      expect((failure as StoreLocked).holder).toEqual({ pid: process.pid, command: process.argv.join(" ") });
    });
  });

  it.each([
    ["no longer runs", { pid: 2 ** 22 + 1, started: "then", command: "node gone.js" }],
    ["has only the number in common with one that runs", { pid: process.pid, started: "then", command: "node gone.js" }],
  ])("is taken over from a process that %s", async (_, holder) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "lock"), JSON.stringify(holder));
    await opened(async () => expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8")).pid).toBe(process.pid));
    expect(readdirSync(folder)).not.toContain("lock");
  });

  it("is taken over when the lock was cut off while it was written", async () => {
    writeFileSync(join(folder, "lock"), '{"pid": 1');
    await opened(async (store) => expect((await store.read({ text: "RETURN 1 AS n" })).rows).toEqual([[1]]));
  });

  it("loses what an interrupted change left there", async () => {
    await opened(async () => undefined);
    mkdirSync(join(folder, "generations", "000002"));
    mkdirSync(join(folder, "scratch", "7"), { recursive: true });
    writeFileSync(join(folder, "CURRENT.new"), "0000");
    await opened(async () => expect(readdirSync(join(folder, "generations"))).toEqual(["000001"]));
    expect(readdirSync(folder).sort()).toEqual(["CURRENT", "generations"]);
  });
});

describe("an embedded store", () => {
  it("answers the application's reads although another of them is stopped for its time", async () => {
    await opened(async (store) => {
      const endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n";
      const slow = "UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b WITH a, b WHERE a = b RETURN count(*) AS n";
      const stopped = store.read({ text: endless }, { timeoutMs: 50 }).catch((error: Error) => error.name);
      const others = Array.from({ length: 5 }, () => store.read({ text: slow }, { timeoutMs: 60_000 }).then(({ rows }) => rows[0]?.[0]));
      expect(await stopped).toBe("QueryTimedOut");
      expect(await Promise.all(others)).toEqual([1000, 1000, 1000, 1000, 1000]);
    });
  }, 60_000);

  it("stops a read that takes too much memory, and goes on", async () => {
    const store = await openEmbeddedStore({ folder, memoryLimitMb: 64 });
    try {
      const greedy = store.read({ text: "RETURN size(range(1, 100000000)) AS n" }, { origin: "user", timeoutMs: 60_000 });
      await expect(greedy).rejects.toMatchObject({ name: "QueryRefused", fault: expect.stringContaining("64 MB") });
      expect((await store.read({ text: "RETURN 1 AS n" }, { origin: "user" })).rows).toEqual([[1]]);
    } finally {
      await store.close();
    }
  }, 60_000);

  it("takes no property with a name that the engine uses itself", async () => {
    await opened(async (store) => {
      const write = store.write((transaction) => transaction.run({ text: "CREATE (n:A) SET n = $row", parameters: { row: { _id: 5 } } }));
      await expect(write).rejects.toMatchObject({ name: "QueryInvalid", fault: expect.stringContaining("_id") });
    });
  });

  it("makes no index inside a transaction, since it would outlive a rollback", async () => {
    await opened(async (store) => {
      const write = store.write((transaction) => transaction.run({ text: "CREATE INDEX x FOR (n:A) ON (n.x)" }));
      await expect(write).rejects.toMatchObject({ name: "QueryRefused" });
    });
  });
});
