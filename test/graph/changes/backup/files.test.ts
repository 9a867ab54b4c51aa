import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apply } from "#graph/changes/apply.ts";
import { type Backup, listBackups } from "#graph/changes/backup/backups.ts";
import { backup, keepBackups } from "#graph/changes/backup/keep-backups.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { compare } from "#graph/changes/compare.ts";
import { checkIntegrity } from "#graph/changes/integrity.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import { ChangeSetStale } from "#graph/changes/settle.ts";
import { verify } from "#graph/changes/verify.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { heldSource } from "#graph/dataset/source.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import { openStore, replaceEmbeddedStore } from "#graph/store/open-store.ts";
import { type GraphStore, StoreLocked } from "#graph/store/store.ts";
import { writeSyntheticDataset } from "#scripts/command/synthetic-dataset.ts";
import { sow } from "../some-store.ts";
import { sourceOf } from "../two-sources.ts";
import { killRestoreAfter } from "./killed-restore.ts";

const first = { id: "first", document: "doc-1", companies: ["co-a", "co-b"] };

describe("backups of an embedded store", () => {
  let dataDir: string;
  let folder: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "atlas-backup-"));
    folder = join(dataDir, "backups");
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  async function opened<T>(work: (store: GraphStore) => Promise<T>, { keep = 5 } = {}): Promise<T> {
    const store = keepBackups(await openStore({ dataDir }), { folder, keep });
    await store.prepare();
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  const plant = async (store: GraphStore, revenue: number): Promise<void> => {
    const { dataset } = await validateDataset(sourceOf({ ...first, revenue: { "m-1": revenue } }));
    await sow(store, dataset);
  };
  const revisionsOf = (backups: readonly Backup[]): number[] => backups.map((it) => it.revision);

  it("are made before each change, and none of a store that holds nothing", async () => {
    await opened(async (store) => {
      for (const revenue of [100, 101, 102]) await plant(store, revenue);
      await plant(store, 102);
    });
    const backups = listBackups(folder);
    expect(revisionsOf(backups)).toEqual([2, 1]);
    for (const it of backups) expect(it).toMatchObject({ form: "files", engine: "embedded", before: "apply" });
    expect(backups.every((it) => it.bytes > 0)).toBe(true);
  });

  it("are not made of a change that the store has left behind: what stands would pass for what stood before", async () => {
    await opened(async (store) => {
      await plant(store, 100);
      const { dataset } = await validateDataset(sourceOf({ ...first, revenue: { "m-1": 101 } }));
      const late = await compare({ store, source: heldSource(dataset), name: "first" });
      await plant(store, 102);
      const applied = apply({ store, changeSet: late, author: "test", message: "late", sources: [], now: new Date(0) });
      await expect(applied).rejects.toThrow(ChangeSetStale);
    });
    expect(revisionsOf(listBackups(folder))).toEqual([1]);
  });

  it("are pruned to the number asked for, of one revision to the last", async () => {
    await opened(
      async (store) => {
        for (const revenue of [100, 101, 102, 103, 104]) await plant(store, revenue);
        await backup(store, { folder, keep: 2, now: new Date("2030-01-01") });
        await backup(store, { folder, keep: 2, now: new Date("2030-01-02") });
      },
      { keep: 2 },
    );
    expect(listBackups(folder).map((it) => [it.revision, it.at.slice(0, 4)])).toEqual([
      [5, "2030"],
      [4, expect.any(String)],
    ]);
  });

  it("bring back what stood before the change, with its checksum and projection in order", async () => {
    const before = await opened(async (store) => {
      await plant(store, 100);
      const stood = inOrder(await readDatasetFromStore(store));
      await plant(store, 101);
      return stood;
    });
    await replaceEmbeddedStore({ dataDir }, listBackups(folder)[0]?.path ?? "");
    await opened(async (store) => {
      expect(inOrder(await readDatasetFromStore(store))).toEqual(before);
      expect(await verify(store, { deep: true })).toMatchObject({ revision: 1, faults: [] });
      expect(await checkProjection(store)).toEqual([]);
      await plant(store, 105);
      expect((await storeSummary(store)).revision?.number).toBe(2);
    });
  });

  it("are not put back while a process holds the store", async () => {
    await opened(async (store) => {
      await plant(store, 100);
      await plant(store, 101);
      await expect(replaceEmbeddedStore({ dataDir }, listBackups(folder)[0]?.path ?? "")).rejects.toThrow(StoreLocked);
    });
  });

  it("lose what a killed process left half made", async () => {
    mkdirSync(join(folder, `.partial-${2 ** 22 + 1}-r1-x`), { recursive: true });
    await opened(async (store) => {
      await plant(store, 100);
      await plant(store, 101);
    });
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("are not made of a store that a check under way finds damaged, which is then not changed either", async () => {
    await opened(async (store) => {
      await plant(store, 100);
      await store.write((transaction) => transaction.run({ text: "MATCH (m:MetricObservation) SET m.value = 1" }));
      void checkIntegrity(store, { onDamage: () => undefined });
      await expect(plant(store, 101)).rejects.toThrow(/m-1.*npm run restore/);
      expect((await storeSummary(store)).revision?.number).toBe(1);
    });
  });

  it("that were damaged on the disk do not pass for whole", async () => {
    await opened(async (store) => {
      for (const revenue of Array.from({ length: 12 }, (_, index) => 100 + index)) await plant(store, revenue);
    });
    const { path } = listBackups(folder)[0] as Backup;
    const largest = filesIn(path).sort((a, b) => statSync(b).size - statSync(a).size)[0] as string;
    flipByte(largest, Math.floor(statSync(largest).size / 2));
    const refused = await replaceEmbeddedStore({ dataDir }, path).then(
      () => false,
      () => true,
    );
    if (!refused) await opened(async (store) => expect((await verify(store, { deep: true }))?.faults).not.toEqual([]));
  });

  it("are put back whole or not at all by a process that is killed", async () => {
    const small = join(dataDir, "small");
    const large = join(dataDir, "large");
    await writeSyntheticDataset({ entities: 2000, out: large, seed: 3 });
    await writeSyntheticDataset({ entities: 1500, out: small, seed: 4 });
    const counts = await opened(async (store) => {
      await sow(store, (await readDataset(large)).dataset, "large");
      const stood = (await storeSummary(store)).counts;
      await sow(store, (await readDataset(small)).dataset, "small");
      return { 1: stood, 2: (await storeSummary(store)).counts };
    });
    const wanted = listBackups(folder).at(-1) as Backup;
    for (const delayMs of [0, 250, 900]) {
      await killRestoreAfter({ dataDir }, wanted, delayMs);
      await opened(async (store) => {
        const { revision, counts: found } = await storeSummary(store);
        expect(found).toEqual(counts[revision?.number as 1 | 2]);
        expect((await verify(store))?.faults).toEqual([]);
        expect(await checkProjection(store)).toEqual([]);
      });
    }
    expect(existsSync(join(dataDir, "store", "lock"))).toBe(false);
  }, 240_000);
});

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path];

function flipByte(file: string, at: number): void {
  const handle = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte.writeUInt8(byte.readUInt8() ^ 0xff);
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}
