import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { inOrder } from "#graph/dataset/order.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { someDataset, typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";

/** All that a store shows, apart from the revisions that led there. */
async function shown(store: GraphStore): Promise<unknown> {
  const rows = async (text: string): Promise<unknown> => (await store.read({ text })).rows.map((row) => JSON.stringify(row)).sort();
  return {
    dataset: inOrder(await readDatasetFromStore(store)),
    ledger: await rows(
      "MATCH (s:Statement) WHERE s.untilRevision IS NULL RETURN s.id AS id, s.rank AS rank, s.validFrom AS validFrom, s.validTo AS validTo, s.drawn AS drawn, s.documents AS documents, s.assertedAt AS at, s.key AS key, s.hash AS hash",
    ),
    metrics: await rows(
      "MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation) RETURN n.id AS id, m.id AS m, m.rank AS rank, m.documents AS documents, m.periodStart AS start, m.hash AS hash",
    ),
    metricLinks: await rows("MATCH (m:MetricObservation)-[:OF_PRODUCT]->(n:Entity) RETURN m.id AS m, n.id AS id"),
    aliases: await rows("MATCH (n:Entity)-[:HAS_ALIAS]->(a:Alias) RETURN n.id AS id, a.surface AS surface, a.scopeOf AS scopeOf"),
  };
}

describe("seeding", () => {
  let left: Awaited<ReturnType<typeof openSomeStore>>;
  let right: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    left = await openSomeStore();
    right = await openSomeStore();
  });
  afterAll(async () => {
    await left.drop();
    await right.drop();
  });

  it("a second dataset over a first leaves the same as the second alone, with its projection in order", async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, someDataset, async (first, second) => {
        await wipe(left.store);
        await wipe(right.store);
        await sow(left.store, await typed(first));
        expect(await checkProjection(left.store)).toEqual([]);
        await sow(left.store, await typed(second));
        await sow(right.store, await typed(second));
        expect(await checkProjection(left.store)).toEqual([]);
        expect(await shown(left.store)).toEqual(await shown(right.store));
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it("the same dataset again, in any order of rows, writes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, async (raw) => {
        await wipe(left.store);
        const { revision } = await sow(left.store, await typed(raw));
        expect(revision?.number).toBe(1);
        const turned = Object.fromEntries(Object.entries(raw).map(([table, rows]) => [table, [...rows].reverse()])) as typeof raw;
        const again = await sow(left.store, await typed(turned));
        expect(again.revision).toBeNull();
        expect(again.changeSet.changes).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it("what a store exports seeds back into it unchanged, and makes another store the same", async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, async (raw) => {
        await wipe(left.store);
        await wipe(right.store);
        await sow(left.store, await typed(raw));
        const exported = await readDatasetFromStore(left.store);
        expect((await sow(left.store, await typed(exported as never))).revision).toBeNull();
        await sow(right.store, await typed(exported as never), "elsewhere");
        expect(await shown(right.store)).toEqual(await shown(left.store));
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
