import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readKnown } from "#graph/changes/known.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { Change } from "#graph/model/change-set.ts";
import { graphAsOf } from "#graph/queries/as-of.ts";
import { NotInStore } from "#graph/queries/fault.ts";
import { compareRevisions, history, revision, statementHistory } from "#graph/queries/revisions.ts";
import { someDataset, typed } from "../changes/some-datasets.ts";
import { openSomeStore, sow, wipe } from "../changes/some-store.ts";
import { sourceOf } from "../changes/two-sources.ts";
import { noFilters } from "./as-of-suite.ts";

describe("what revisions tell", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());
  beforeEach(() => wipe(opened.store));

  const plant = async (raw: RawDataset): Promise<void> => {
    const { dataset, problems } = await validateDataset(raw, { known: () => readKnown(opened.store) });
    expect(problems).toEqual([]);
    await sow(opened.store, dataset);
  };
  const first = { id: "first", document: "doc-1" };
  const pair = { companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } };
  /** Asserted, dropped, asserted again, with a figure that changes once. */
  const plantFour = async (): Promise<void> => {
    await plant(sourceOf({ ...first, ...pair, revenue: { "m-1": 100 } }));
    await plant(sourceOf({ ...first, companies: ["co-a", "co-b"], revenue: { "m-1": 100 } }));
    await plant(sourceOf({ ...first, ...pair, revenue: { "m-1": 100 } }));
    await plant(sourceOf({ ...first, ...pair, revenue: { "m-1": 101 } }));
  };
  const told = ({ kind, record: { id } }: Change): string => `${kind} ${id}`;

  it("a statement's history has each revision that added, withdrew or asserted it again, the newest first", async () => {
    await plantFour();
    const { revisions } = await statementHistory(opened, "st-1");
    expect(revisions.map((it) => [it.number, it.changes.map(told)])).toEqual([
      [3, ["added st-1"]],
      [2, ["removed st-1"]],
      [1, ["added st-1"]],
    ]);
  });

  it("a metric's history has its values before and after", async () => {
    await plantFour();
    const { revisions } = await statementHistory(opened, "m-1");
    expect(revisions[0]).toMatchObject({ number: 4, changes: [{ before: { value: 100 }, after: { value: 101 } }] });
  });

  it("a revision, and what lies between two, tells its first 10,000 changes and how many there are", async () => {
    const companies = Array.from({ length: 10_002 }, (_, at) => `co-${at}`);
    await plant(sourceOf({ id: "first", document: "doc-1", companies, subsidiaries: { "st-1": "co-0 co-1" } }));
    const [whole, between] = [await revision(opened, 1), await compareRevisions(opened, { from: 0, to: 1 })];
    for (const { changes, total, truncated } of [whole, between]) {
      expect([changes.length, total, truncated]).toEqual([10_000, 10_004, true]);
      // What statements speak of comes before them.
      expect(new Set(changes.map(({ record }) => record.table))).toEqual(new Set(["documents", "entities"]));
    }
    await plant(sourceOf({ id: "first", document: "doc-1", companies }));
    expect(await revision(opened, 2)).toMatchObject({ changes: [{ record: { id: "st-1" } }], total: 1, truncated: false });
  });

  it("what was never asserted has no history", async () => {
    await plantFour();
    await expect(statementHistory(opened, "st-9")).rejects.toThrow(NotInStore);
    await expect(statementHistory(opened, "co-a")).rejects.toThrow(NotInStore);
  });

  it("an entity's history has what was said of it, also when the entity is gone, and of a large revision", async () => {
    const many = Array.from({ length: 900 }, (_, index) => `co-n${index}`);
    await plant(sourceOf({ ...first, companies: [...many, "co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } }));
    await plant(sourceOf({ ...first, companies: many }));
    const { revisions } = await history(opened, "co-b");
    expect(revisions.map((it) => [it.number, it.changes.map(told).sort()])).toEqual([
      [2, ["removed co-b", "removed st-1"]],
      [1, ["added co-b", "added st-1"]],
    ]);
  });

  it("a change that was undone between two revisions is no difference between them", async () => {
    await plantFour();
    const { changes, tallies } = await compareRevisions(opened, { from: 1, to: 4 });
    expect(changes.map(told)).toEqual(["changed m-1"]);
    expect(tallies.metrics).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 0 });
    expect((await compareRevisions(opened, { from: 1, to: 3 })).changes).toEqual([]);
    expect((await compareRevisions(opened, { from: 2, to: 4 })).changes.map(told)).toEqual(["added st-1", "changed m-1"]);
  });

  it("read backwards, what was added is removed", async () => {
    await plantFour();
    const [statement, metric] = (await compareRevisions(opened, { from: 4, to: 2 })).changes;
    expect(statement).toMatchObject({ kind: "removed", record: { id: "st-1" }, after: null });
    expect(metric).toMatchObject({ kind: "changed", before: { value: 101 }, after: { value: 100 } });
  });

  it("the differences between any two revisions lead from what stood at one to what stood at the other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someDataset, { minLength: 2, maxLength: 4 }), async (raws) => {
        await wipe(opened.store);
        const stood: Map<string, unknown>[] = [new Map()];
        for (const raw of raws) {
          const { revision } = await sow(opened.store, await typed(raw));
          if (revision === null) continue;
          const { statements, metrics } = await readDatasetFromStore(opened.store);
          stood.push(new Map([...statements, ...metrics].map((it) => [it.id, JSON.stringify(it.confidence)])));
        }
        for (const from of stood.keys())
          for (const to of stood.keys()) {
            const now = new Map(stood[from]);
            for (const { record, after } of (await compareRevisions(opened, { from, to })).changes) {
              if (record.table !== "statements" && record.table !== "metrics") continue;
              if (after === null) expect(now.delete(record.id)).toBe(true);
              else now.set(record.id, JSON.stringify(after.confidence));
            }
            expect(new Map([...now].sort()), `${from} to ${to}`).toEqual(new Map([...(stood[to] ?? [])].sort()));
          }
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it("an older graph has no edge that rested on a source of low reliability then", async () => {
    await plant(sourceOf({ ...first, ...pair, reliability: "low" }));
    await plant(sourceOf({ ...first, ...pair, reliability: "medium" }));
    await plant(sourceOf({ ...first, ...pair, reliability: "low" }));
    const edges = async (revision: number) => (await graphAsOf(opened, { ...noFilters, revision })).edges.id;
    expect([await edges(1), await edges(2), await edges(3)]).toEqual([[], ["st-1"], []]);
  });

  it("the query that an older graph shows returns what of it still stands", async () => {
    await plant(sourceOf({ ...first, companies: ["co-a", "co-b", "co-c"], subsidiaries: { "st-1": "co-a co-b", "st-2": "co-b co-c" } }));
    await plant(sourceOf({ ...first, companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } }));
    const graph = await graphAsOf(opened, { ...noFilters, revision: 1 });
    expect([...graph.edges.id].sort()).toEqual(["st-1", "st-2"]);
    const { query: text, parameters } = graph.cypher;
    const { rows } = await opened.store.read({ text, parameters });
    expect(rows.map(([node]) => (node as { $node: string }).$node).sort()).toEqual(["co-a", "co-b"]);
    expect(rows.flatMap(([, edges]) => edges as { $edge: string }[]).map((it) => it.$edge)).toEqual(["st-1"]);
  });
});
