import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Backup, listBackups } from "#graph/changes/backup/backups.ts";
import { keepBackups } from "#graph/changes/backup/keep-backups.ts";
import { DumpInvalid, restoreDump } from "#graph/changes/backup/restore-dump.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { canonicalJson } from "#graph/changes/content.ts";
import { recover } from "#graph/changes/journal.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { listRevisions, storeSummary } from "#graph/changes/revisions.ts";
import { verify } from "#graph/changes/verify.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { writeSyntheticDataset } from "#scripts/command/synthetic-dataset.ts";
import { killRestoreAfter } from "../graph/changes/backup/killed-restore.ts";
import { openSomeStore, sow } from "../graph/changes/some-store.ts";
import { sourceOf } from "../graph/changes/two-sources.ts";
import { verifySuite } from "../graph/changes/verify-suite.ts";
import { asOfSuite } from "../graph/queries/as-of-suite.ts";
import { openWipedStore, provided, settingsOrThrow } from "./wiped-store.ts";

const server = provided();
const missing = "missing" in server ? ` (skipped: ${server.missing})` : "";

describe.skipIf(missing !== "")(`revisions in Neo4j${missing}`, () => {
  let dataDir: string;
  const opened: GraphStore[] = [];
  const openEmpty = async (): Promise<GraphStore> => {
    const store = keepBackups(await openWipedStore(), { folder: join(dataDir, "backups") });
    opened.push(store);
    await store.prepare();
    return store;
  };
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), "atlas-neo4j-backup-"));
  });
  afterAll(async () => {
    for (const store of opened) await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const newestBackup = (): Backup => listBackups(join(dataDir, "backups"))[0] as Backup;
  const plant = async (store: GraphStore, revenue: number): Promise<void> => {
    const claims = { companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" }, revenue: { "m-1": revenue } };
    await sow(store, (await validateDataset(sourceOf({ id: "first", document: "doc-1", ...claims }))).dataset);
  };
  /** Every node and link, apart from what the engine numbers. */
  const everything = async (store: GraphStore): Promise<unknown> => {
    const rows = async (text: string) => (await store.read({ text })).rows.map(canonicalJson).sort();
    return {
      nodes: await rows("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"),
      links: await rows("MATCH (a)-[r]->(b) RETURN properties(a) AS a, type(r) AS type, properties(r) AS properties, properties(b) AS b"),
    };
  };

  describe("the graph as of a revision", () => asOfSuite(openEmpty, { numRuns: 2 }));
  describe("verifying", () => verifySuite(openEmpty));

  it("a dump made before a change brings back every node and link, and is a store like any other afterwards", async () => {
    const store = await openEmpty();
    await plant(store, 100);
    const before = await everything(store);
    await plant(store, 101);
    expect(newestBackup()).toMatchObject({ form: "dump", engine: "neo4j", revision: 1 });
    await restoreDump({ store, file: newestBackup().path });
    expect(await everything(store)).toEqual(before);
    expect(await verify(store, { deep: true })).toMatchObject({ revision: 1, faults: [] });
    await plant(store, 102);
    expect((await listRevisions(store)).map((it) => it.number)).toEqual([2, 1]);
  });

  it("a dump is put into an embedded store as well", async () => {
    const embedded = await openSomeStore();
    const store = await openEmpty();
    try {
      await plant(store, 100);
      await plant(store, 101);
      await restoreDump({ store: embedded.store, file: newestBackup().path });
      expect(await verify(embedded.store, { deep: true })).toMatchObject({ revision: 1, faults: [] });
      expect(await checkProjection(embedded.store)).toEqual([]);
      await restoreDump({ store, file: newestBackup().path });
      expect(inOrder(await readDatasetFromStore(embedded.store))).toEqual(inOrder(await readDatasetFromStore(store)));
    } finally {
      await embedded.drop();
    }
  });

  it("a dump that is cut off is refused before anything is changed", async () => {
    const store = await openEmpty();
    await plant(store, 100);
    await plant(store, 101);
    const cut = join(dataDir, "cut.jsonl.gz");
    writeFileSync(cut, readFileSync(newestBackup().path).subarray(0, -40));
    await expect(restoreDump({ store, file: cut })).rejects.toThrow(DumpInvalid);
    expect((await storeSummary(store)).revision?.number).toBe(2);
  });

  it("a restore that was killed is finished or undone by whoever opens next, never left between", async () => {
    const large = join(dataDir, "large");
    const small = join(dataDir, "small");
    await writeSyntheticDataset({ entities: 1300, out: large, seed: 3 });
    await writeSyntheticDataset({ entities: 300, out: small, seed: 4 });
    const store = await openEmpty();
    await sow(store, (await readDataset(large)).dataset, "large");
    const counts = [(await storeSummary(store)).counts];
    await sow(store, (await readDataset(small)).dataset, "small");
    counts.push((await storeSummary(store)).counts);
    const seen: string[] = [];
    for (const delayMs of [1200, 4000, 8000]) {
      await killRestoreAfter({ dataDir, neo4j: settingsOrThrow() }, newestBackup(), delayMs);
      seen.push(await recover(store));
      const { revision, counts: found, applying } = await storeSummary(store);
      expect(applying).toBe(false);
      expect(found).toEqual(counts[(revision?.number ?? 0) - 1]);
      expect((await verify(store))?.faults).toEqual([]);
      expect(await checkProjection(store)).toEqual([]);
    }
    expect(seen).not.toContain("busy");
  }, 240_000);
});
