import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "#graph/changes/apply.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { compare } from "#graph/changes/compare.ts";
import { recover } from "#graph/changes/journal.ts";
import { ApplyUnderWay, dropJournalHead, newOwner, takeJournal } from "#graph/changes/journal-head.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import { verify } from "#graph/changes/verify.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { heldSource } from "#graph/dataset/source.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { writeSyntheticDataset } from "#scripts/command/synthetic-dataset.ts";
import { killSeedAfter } from "../graph/changes/killed-seed.ts";
import { someDataset, typed } from "../graph/changes/some-datasets.ts";
import { openSomeStore, sow, wipe } from "../graph/changes/some-store.ts";
import { openWipedStore, provided, settingsOrThrow } from "./wiped-store.ts";

const server = provided();
const missing = "missing" in server ? ` (skipped: ${server.missing})` : "";

describe.skipIf(missing !== "")(`seeding Neo4j${missing}`, () => {
  let folder: string;
  let size: Awaited<ReturnType<typeof writeSyntheticDataset>>;
  const opened: GraphStore[] = [];
  const openEmpty = async (): Promise<GraphStore> => {
    const store = await openWipedStore();
    opened.push(store);
    await store.prepare();
    return store;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "atlas-neo4j-seed-"));
    size = await writeSyntheticDataset({ entities: 2000, out: join(folder, "data"), seed: 3 });
  });
  afterAll(async () => {
    for (const store of opened) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("two datasets one after another leave the same as in the embedded store", async () => {
    const embedded = await openSomeStore();
    try {
      await fc.assert(
        fc.asyncProperty(someDataset, someDataset, async (first, second) => {
          const store = await openEmpty();
          await wipe(embedded.store);
          for (const raw of [first, second])
            for (const each of [store, embedded.store]) {
              await sow(each, await typed(raw));
              expect(await checkProjection(each)).toEqual([]);
            }
          expect(inOrder(await readDatasetFromStore(store))).toEqual(inOrder(await readDatasetFromStore(embedded.store)));
        }),
        { numRuns: 3 },
      );
    } finally {
      await embedded.drop();
    }
  }, 240_000);

  it("a large first seed leaves no mark of its writing, and again changes nothing", async () => {
    const store = await openEmpty();
    const { dataset } = await readDataset(join(folder, "data"));
    await sow(store, dataset);
    expect((await store.read({ text: "MATCH (j:Journal) RETURN count(j) AS left" })).rows).toEqual([[0]]);
    expect((await sow(store, dataset)).revision).toBeNull();
    expect(await checkProjection(store)).toEqual([]);
  }, 240_000);

  it("a large first seed that fails leaves the store empty, and what people keep in it", async () => {
    const store = await openEmpty();
    const { dataset } = await readDataset(join(folder, "data"));
    await store.write((transaction) => transaction.run({ text: "CREATE (v:View) SET v.id = 'mine', v.name = 'mine'" }));
    let rows = 0;
    const changeSet = await compare({ store, source: heldSource(dataset), name: "test" });
    const told = { author: "test", message: "test", sources: [], now: new Date(0) };
    const onProgress = ({ done }: { done: number }): void => {
      rows = done;
      if (done > 5000) throw new Error("no more");
    };
    await expect(apply({ store, changeSet, ...told, onProgress })).rejects.toThrow("no more");
    expect(rows).toBeGreaterThan(5000);
    expect(
      (
        await store.read({
          text: "MATCH (n) WHERE n.id IS NOT NULL OR n:Revision OR n:RevisionChunk RETURN labels(n) AS labels, n.id AS id",
        })
      ).rows,
    ).toEqual([[["View"], "mine"]]);
    expect((await apply({ store, changeSet, ...told }))?.number).toBe(1);
    expect(await checkProjection(store)).toEqual([]);
  }, 240_000);

  it("a large seed that was killed is finished or undone by whoever opens next: a first one, and one of a store that holds something", async () => {
    const settings = { dataDir: folder, neo4j: settingsOrThrow() };
    const seen = new Set<string>();
    for (const delayMs of [300, 1500, 4000]) {
      const store = await openEmpty();
      await killSeedAfter(settings, join(folder, "data"), delayMs);
      seen.add(await recover(store));
      const { counts, revision, applying } = await storeSummary(store);
      expect(applying).toBe(false);
      if (revision === null)
        expect(
          (await store.read({ text: "MATCH (n) WHERE n.id IS NOT NULL OR n:Revision OR n:RevisionChunk RETURN count(n) AS left" })).rows,
        ).toEqual([[0]]);
      else {
        expect(counts).toMatchObject({ entities: size.entities, statements: size.statements, metrics: size.metrics });
        expect(await checkProjection(store)).toEqual([]);
      }
    }
    const store = await openEmpty();
    await sow(store, (await readDataset(join(folder, "data"))).dataset);
    let number = 1;
    for (const [round, delayMs] of [300, 2500].entries()) {
      const other = join(folder, `other-${round}`);
      await writeSyntheticDataset({ entities: 2000, out: other, seed: 4 + round });
      await killSeedAfter(settings, other, delayMs);
      seen.add(await recover(store));
      const { revision, applying } = await storeSummary(store);
      expect(applying).toBe(false);
      expect([number, number + 1]).toContain(revision?.number);
      number = revision?.number ?? 0;
      expect((await verify(store))?.faults).toEqual([]);
      expect(await checkProjection(store)).toEqual([]);
    }
    expect(seen.has("busy")).toBe(false);
  }, 400_000);

  it("a small change waits for no large one under way: it is refused, and goes through when the other is done", async () => {
    const store = await openEmpty();
    const dataset = await typed((fc.sample(someDataset, { numRuns: 1, seed: 7 }) as [RawDataset])[0]);
    await takeJournal(store, { owner: newOwner() });
    await expect(sow(store, dataset)).rejects.toThrow(ApplyUnderWay);
    expect((await storeSummary(store)).revision).toBeNull();
    await dropJournalHead(store);
    expect((await sow(store, dataset)).revision?.number).toBe(1);
    expect((await storeSummary(store)).applying).toBe(false);
  }, 60_000);
});
