import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptOnly } from "#graph/changes/accept.ts";
import { apply } from "#graph/changes/apply.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { compare } from "#graph/changes/compare.ts";
import { readKnown } from "#graph/changes/known.ts";
import { listRevisions, readRevision, storeSummary } from "#graph/changes/revisions.ts";
import { ChangeSetIncomplete, ChangeSetStale } from "#graph/changes/settle.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { heldSource } from "#graph/dataset/source.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";
import { sourceOf } from "./two-sources.ts";

describe("datasets that share a store", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());
  beforeEach(() => wipe(opened.store));

  const plant = async (raw: RawDataset, name = "folder") => {
    const { dataset, problems } = await validateDataset(raw, { known: () => readKnown(opened.store) });
    expect(problems).toEqual([]);
    const sown = await sow(opened.store, dataset, name);
    expect(await checkProjection(opened.store)).toEqual([]);
    return sown;
  };
  const rows = async (text: string): Promise<Value[][]> => (await opened.store.read({ text })).rows;
  const pair = { companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } };
  const activeStatements = "MATCH (s:Statement) WHERE s.untilRevision IS NULL RETURN s.id AS id, s.documents AS documents ORDER BY id";

  it("the same statement from a second source is one statement with more evidence", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const { changeSet } = await plant(sourceOf({ id: "second", document: "doc-2", subsidiaries: { "st-9": "co-a co-b" } }));
    expect(changeSet.tallies.statements).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 0 });
    expect(await rows(activeStatements)).toEqual([["st-1", ["doc-1", "doc-2"]]]);
  });

  it("a source that drops a statement withdraws only its own evidence while another supports it", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await plant(sourceOf({ id: "second", document: "doc-2", subsidiaries: { "st-9": "co-a co-b" } }));
    const { changeSet } = await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b"] }));
    expect(changeSet.tallies.statements).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 0 });
    expect(await rows(activeStatements)).toEqual([["st-1", ["doc-2"]]]);
  });

  it("a statement goes with the last of its sources, and stays in the ledger with the revision that ended it", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const { changeSet } = await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b"] }));
    expect(changeSet.tallies.statements.removed).toBe(1);
    expect(await rows("MATCH (s:Statement) RETURN s.id AS id, s.sinceRevision AS since, s.untilRevision AS until")).toEqual([
      ["st-1", 1, 2],
    ]);
    expect(await rows("MATCH (:Entity)-[e:SUBSIDIARY_OF]->(:Entity) RETURN e.id AS id")).toEqual([]);
  });

  it("a withdrawn statement that is asserted again is the same one", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b"] }));
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    expect(await rows("MATCH (s:Statement) RETURN s.id AS id, s.sinceRevision AS since, s.untilRevision AS until")).toEqual([
      ["st-1", 3, null],
    ]);
  });

  it("an entity that its dataset drops stays while another dataset refers to it", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b", "co-c"] }));
    await plant(sourceOf({ id: "second", document: "doc-2", subsidiaries: { "st-9": "co-a co-b" } }));
    const { changeSet } = await plant(sourceOf({ id: "first", document: "doc-1" }));
    expect(changeSet.tallies.entities).toEqual({ added: 0, changed: 0, removed: 1, unchanged: 0 });
    expect(await rows("MATCH (n:Entity) RETURN n.id AS id ORDER BY id")).toEqual([["co-a"], ["co-b"]]);
  });

  it("a dataset says nothing about documents that it does not list", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const { changeSet } = await plant(sourceOf({ id: "first", document: "doc-2", companies: ["co-a", "co-b"] }));
    expect(changeSet.tallies.statements.removed).toBe(0);
    expect(changeSet.tallies.documents.removed).toBe(0);
    expect(await rows(activeStatements)).toEqual([["st-1", ["doc-1"]]]);
  });

  it("an unnamed dataset is recognised by the documents that it lists", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const { changeSet } = await plant(sourceOf({ id: "", document: "doc-1", companies: ["co-a", "co-b"] }), "some-other-folder");
    expect(changeSet.tallies.statements.removed).toBe(1);
    expect(await rows("MATCH (d:Dataset) RETURN d.id AS id")).toEqual([["first"]]);
  });

  it("an unnamed dataset of unknown documents is a new one with its folder's name", async () => {
    await plant(sourceOf({ id: "", document: "doc-1", companies: ["co-a"] }), "My Folder");
    expect(await rows("MATCH (d:Dataset) RETURN d.id AS id, d.title AS title, d.documents AS documents")).toEqual([
      ["my-folder", "My Folder", ["doc-1"]],
    ]);
  });

  it("a dataset that lists another's entity does not overwrite it", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a"] }));
    const second = sourceOf({ id: "second", document: "doc-2" });
    second.entities.push({ id: "co-a", kind: "Company", name: "另一名称" });
    const { changeSet } = await plant(second);
    expect(changeSet.tallies.entities).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 1 });
    expect(await rows("MATCH (n:Entity) RETURN n.name AS name, n.dataset AS dataset")).toEqual([["co-a", "first"]]);
  });

  it("two values of one metric are both kept, and the better source's is preferred", async () => {
    await plant(sourceOf({ id: "paper", document: "doc-1", published: "2024-05", companies: ["co-a"], revenue: { "m-1": 100 } }));
    const { changeSet } = await plant(
      sourceOf({ id: "office", document: "doc-2", published: "2024-02", reliability: "high", revenue: { "m-2": 97 } }),
    );
    expect(changeSet.tallies.conflicts).toBe(1);
    expect(changeSet.changes.find((it) => it.record.id === "m-2")?.kind).toBe("conflict");
    const ranks = "MATCH (m:MetricObservation) RETURN m.id AS id, m.rank AS rank ORDER BY id";
    expect(await rows(ranks)).toEqual([
      ["m-1", "normal"],
      ["m-2", "preferred"],
    ]);
    await plant(sourceOf({ id: "office", document: "doc-2", published: "2024-02", reliability: "high" }));
    expect(await rows("MATCH (m:MetricObservation) WHERE m.untilRevision IS NULL RETURN m.id AS id, m.rank AS rank")).toEqual([
      ["m-1", "normal"],
    ]);
  });

  it("the same value from a second source is one metric", async () => {
    await plant(sourceOf({ id: "paper", document: "doc-1", companies: ["co-a"], revenue: { "m-1": 100 } }));
    const { changeSet } = await plant(sourceOf({ id: "office", document: "doc-2", revenue: { "m-2": 100 } }));
    expect(changeSet.tallies).toMatchObject({ metrics: { added: 0, changed: 1 }, conflicts: 0 });
  });

  it("a later state closes the earlier one and is the one shown", async () => {
    const states: Record<string, [string, string]> = { "st-1": ["under_construction", "2022"], "st-2": ["completed", "2024-03"] };
    await plant(sourceOf({ id: "first", document: "doc-1", states }));
    expect(await rows("MATCH (s:Statement) RETURN s.id AS id, s.validTo AS validTo ORDER BY id")).toEqual([
      ["st-1", "2024-03"],
      ["st-2", null],
    ]);
    expect(await rows("MATCH (n:Project) RETURN n.state AS state")).toEqual([["completed"]]);
  });

  it("what rests on a source of low reliability is kept and not drawn, until the source is better", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", reliability: "low", ...pair }));
    const edges = "MATCH (:Entity)-[e:SUBSIDIARY_OF]->(:Entity) RETURN e.id AS id";
    expect(await rows(edges)).toEqual([]);
    await plant(sourceOf({ id: "first", document: "doc-1", reliability: "medium", ...pair }));
    expect(await rows(edges)).toEqual([["st-1"]]);
  });

  it("an id that means something else in the store is not reused for another statement", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } }));
    await plant(sourceOf({ id: "second", document: "doc-2", subsidiaries: { "st-1": "co-b co-a" } }));
    const found = await rows("MATCH (s:Statement) RETURN s.subject AS subject, s.id AS id ORDER BY subject");
    expect(found[0]).toEqual(["co-a", "st-1"]);
    expect(found[1]?.[1]).toMatch(/^st-1-[0-9a-f]{6}$/);
  });

  it("a change set compared with an older revision is refused", async () => {
    const { dataset } = await validateDataset(sourceOf({ id: "first", document: "doc-1", companies: ["co-a"] }));
    const changeSet = await compare({ store: opened.store, source: heldSource(dataset), name: "x" });
    await plant(sourceOf({ id: "second", document: "doc-2", companies: ["co-b"] }));
    const stale = apply({ store: opened.store, changeSet, author: "a", message: "m", sources: [], now: new Date(0) });
    await expect(stale).rejects.toThrow(ChangeSetStale);
  });

  it("a part of a change set can be accepted, if it has all that it needs", async () => {
    const { dataset } = await validateDataset(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const changeSet = await compare({ store: opened.store, source: heldSource(dataset), name: "x" });
    const applied = (ids: string[]) =>
      apply({ store: opened.store, changeSet: acceptOnly(changeSet, ids), author: "a", message: "m", sources: [], now: new Date(0) });
    await expect(applied(["statements:st-1", "entities:co-a"])).rejects.toThrow(ChangeSetIncomplete);
    expect(await rows("MATCH (n) RETURN count(n) AS total")).toEqual([[0]]);
    const revision = await applied(["documents:doc-1", "entities:co-a"]);
    expect(revision?.tallies).toMatchObject({ entities: { added: 1 }, statements: { added: 0 }, documents: { added: 1 } });
    expect(await checkProjection(opened.store)).toEqual([]);
  });

  it("revisions tell what they changed, before and after", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a"], revenue: { "m-1": 100 } }));
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a"], revenue: { "m-1": 101 } }));
    expect((await listRevisions(opened.store)).map((it) => it.number)).toEqual([2, 1]);
    const second = await readRevision(opened.store, 2);
    expect(second?.changes).toMatchObject([
      {
        kind: "changed",
        record: { table: "metrics", id: "m-1" },
        before: { value: 100 },
        after: { value: 101 },
        evidence: [{ document: "doc-1" }],
      },
    ]);
    expect(await storeSummary(opened.store)).toMatchObject({
      counts: { entities: 1, metrics: 1 },
      revision: { number: 2 },
      applying: false,
    });
    expect(await readRevision(opened.store, 9)).toBeNull();
  });
});
