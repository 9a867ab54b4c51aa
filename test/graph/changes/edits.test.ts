import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { ReviewRefused } from "#graph/changes/review/faults.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { reviewing } from "./reviewing.ts";
import { someDataset, typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";
import { sourceOf } from "./two-sources.ts";

const companies = ["co-a", "co-b", "co-c"];
const source = (...claims: Partial<Parameters<typeof sourceOf>[0]>[]): RawDataset =>
  sourceOf(Object.assign({ id: "first", document: "doc-1", companies, subsidiaries: { "st-1": "co-a co-c" } }, ...claims));
const id = (it: string) => it as never;

describe("edits by hand", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());
  beforeEach(() => wipe(opened.store));
  const { plant, edits, edited, reverting, apply, rows } = reviewing(() => opened.store);
  const standing = async () => inOrder(await readDatasetFromStore(opened.store));
  const inOrderOfItself = async () => expect(await checkProjection(opened.store)).toEqual([]);
  const statement = (more: object = {}) => ({
    id: "st-hand",
    subject: "co-b",
    predicate: "SUBSIDIARY_OF",
    object: "co-c",
    status: "stated",
    confidence: 1,
    evidence: [{ document: "doc-1", start: 3, end: 9 }],
    ...more,
  });

  describe("put", () => {
    it("adds what is valid, and judges as a dataset's row is judged", async () => {
      await plant(source());
      const refused = (content: object, table = "statements") => expect(edits({ do: "put", table, content } as never)).rejects;
      await refused(statement({ predicate: "OWNS_ALL" })).toThrow(/edit 1 \(put\): statements.predicate: "OWNS_ALL" is neither a relation/);
      await refused(statement({ object: "co-z" })).toThrow('"co-z" is no entity');
      await refused(statement({ evidence: [] })).toThrow(ReviewRefused);
      await refused(statement({ evidence: [{ document: "doc-9", start: 0, end: 1 }] })).toThrow('"doc-9" is no document');
      await refused(statement({ colour: "red" })).toThrow("colour");
      await refused(statement({ subject: "co-a" })).toThrow('"st-1" says the same');
      await refused({ id: "co-x", kind: "Park", name: "甲" }, "entities").toThrow('must start with "park-"');
      const { revision } = await edited({ do: "put", table: "statements", content: statement() as never });
      expect(revision?.tallies.statements.added).toBe(1);
      expect(await rows("MATCH (a:Entity)-[e:SUBSIDIARY_OF]->(b:Entity) RETURN e.id AS id ORDER BY id")).toEqual([["st-1"], ["st-hand"]]);
      await inOrderOfItself();
    });

    it("refers to what an edit before it put, and is all or nothing", async () => {
      await plant(source());
      const company = { id: "co-new", kind: "Company", name: "新公司", aliases: [{ surface: "新", scope: "global" }] };
      const set = await edits(
        { do: "put", table: "entities", content: company },
        { do: "put", table: "statements", content: statement({ object: "co-new" }) as never },
      );
      expect(set.needs).toEqual({ "statements:st-hand": ["entities:co-new"] });
      await apply(set.id);
      expect(await rows("MATCH (n:Entity {id: 'co-new'}) RETURN n.dataset AS d")).toEqual([["by-hand"]]);
      expect(await rows("MATCH (d:Dataset {id: 'by-hand'}) RETURN d.title AS t")).toEqual([["人工编辑"]]);
      await inOrderOfItself();
    });

    it("what it says stays when the source is seeded again as it was, and is asked about when the source changes", async () => {
      const raw = source({ revenue: { "m-1": 79.7 } });
      await plant(raw);
      const [[value]] = (await rows("MATCH (m:MetricObservation) RETURN m.value AS v")) as [[number]];
      expect(value).toBe(79.7);
      const metric = {
        id: "m-1",
        subject: "co-a",
        name: "营业收入",
        value: 797,
        unit: "CNY",
        period: "2023",
        modality: "actual",
        status: "stated",
      };
      await edited(
        { do: "put", table: "metrics", content: { ...metric, confidence: 1, evidence: [{ document: "doc-1", start: 0, end: 5 }] } },
        { do: "put", table: "entities", content: { id: "co-a", kind: "Company", name: "甲公司" } },
        { do: "put", table: "statements", content: statement() as never },
        { do: "remove", table: "statements", id: "st-1" },
      );
      expect((await plant(raw)).revision).toBeNull();
      expect(await rows("MATCH (m:MetricObservation) WHERE m.untilRevision IS NULL RETURN m.value AS v")).toEqual([[797]]);
      expect((await plant(source({ revenue: { "m-1": 80 } }))).changeSet.tallies.metrics).toMatchObject({ changed: 1 });
      await inOrderOfItself();
    });
  });

  describe("remove", () => {
    it("takes an entity with all that names it, as changes that need one another", async () => {
      await plant(source());
      const set = await edits({ do: "remove", table: "entities", id: "co-c" });
      expect(set.changes.map((it) => it.id).sort()).toEqual(["entities:co-c", "statements:st-1"]);
      expect(set.needs).toEqual({ "entities:co-c": ["statements:st-1"] });
      await apply(set.id, ["entities:co-c"]);
      expect(await rows("MATCH (n:Entity) RETURN n.id AS id ORDER BY id")).toEqual([["co-a"], ["co-b"]]);
      await inOrderOfItself();
      expect((await plant(source())).revision).toBeNull();
    });

    it("knows nothing that is not there", async () => {
      await plant(source());
      await expect(edits({ do: "remove", table: "metrics", id: "m-9" })).rejects.toThrow('there is no "m-9"');
    });
  });

  describe("withdrawing a document", () => {
    it("takes what rests on it alone, and leaves what others support", async () => {
      await plant(source());
      await plant(
        sourceOf({ id: "second", document: "doc-2", companies: ["co-d"], subsidiaries: { "st-8": "co-a co-c", "st-9": "co-a co-d" } }),
      );
      const set = await edits({ do: "withdraw", document: "doc-2" });
      expect(set.changes.map((it) => [it.id, it.kind]).sort()).toEqual([
        ["documents:doc-2", "removed"],
        ["entities:co-d", "removed"],
        ["statements:st-1", "changed"],
        ["statements:st-9", "removed"],
      ]);
      await apply(set.id);
      expect(await rows("MATCH (s:Statement) WHERE s.untilRevision IS NULL RETURN s.id AS id, s.documents AS d")).toEqual([
        ["st-1", ["doc-1"]],
      ]);
      await inOrderOfItself();
    });
  });

  describe("merge", () => {
    it("moves claims, joins those that say the same, and keeps the names and the id", async () => {
      const raw = source({ subsidiaries: { "st-1": "co-a co-c", "st-2": "co-b co-c", "st-3": "co-a co-b" }, revenue: { "m-1": 5 } });
      for (const it of raw.evidence) if (it.statement === "st-1") it.start = 1;
      for (const it of raw.entities) if (it.id === "co-a") Object.assign(it, { name: "甲公司", shortName: "甲" });
      raw.aliases.push({ entity: "co-a", surface: "甲厂", scope: "document", scopeOf: "doc-1" });
      await plant(raw);
      const set = await edits({ do: "merge", from: id("co-a"), into: id("co-b") });
      await apply(set.id, ["entities:co-a"]);
      expect(await rows("MATCH (s:Statement) WHERE s.untilRevision IS NULL RETURN s.id AS id, s.subject AS a, s.object AS b")).toEqual([
        ["st-2", "co-b", "co-c"],
      ]);
      expect(await rows("MATCH (s:Statement {id: 'st-2'})-[e:SUPPORTED_BY]->(d:Document) RETURN e.start AS s ORDER BY s")).toEqual([
        [0],
        [1],
      ]);
      expect(await rows("MATCH (n:Entity {id: 'co-b'})-[:HAS_METRIC]->(m:MetricObservation) RETURN m.id AS id, m.subject AS s")).toEqual([
        ["m-1", "co-b"],
      ]);
      expect(await rows("MATCH (n:Entity {id: 'co-b'}) RETURN n.mergedFrom AS m, n.aliases AS a")).toEqual([
        [["co-a"], ["甲", "甲公司", "甲厂"]],
      ]);
      await inOrderOfItself();
      expect((await plant(raw)).revision).toBeNull();
    });

    it("refuses what a constraint keeps apart, other kinds, and ids that are none", async () => {
      const raw = source({ states: { "st-p": ["planned", "2023"] } });
      raw.constraints.push({ kind: "DIFFERENT_FROM", left: "co-a", right: "co-b" });
      await plant(raw);
      const refused = (from: string, into: string) => expect(edits({ do: "merge", from: id(from), into: id(into) })).rejects;
      await refused("co-b", "co-a").toThrow("DIFFERENT_FROM");
      await refused("co-c", "proj-a").toThrow("only entities of one kind");
      await refused("co-c", "co-z").toThrow('no entity "co-z"');
      await refused("co-c", "co-c").toThrow("twice");
    });

    it("carries constraints over to the one that stays", async () => {
      const raw = source();
      raw.constraints.push({ kind: "DIFFERENT_FROM", left: "co-a", right: "co-b" });
      await plant(raw);
      await edited({ do: "merge", from: id("co-a"), into: id("co-c") });
      expect(await rows("MATCH (c:Constraint) RETURN c.id AS id")).toEqual([["DIFFERENT_FROM|co-b|co-c"]]);
      await inOrderOfItself();
    });
  });

  describe("split", () => {
    it("gives a new entity the claims that are named, and nothing else", async () => {
      await plant(source({ subsidiaries: { "st-1": "co-a co-c", "st-2": "co-b co-a" }, revenue: { "m-1": 5 } }));
      const into = { id: "co-new", kind: "Company", name: "新公司" };
      await expect(edits({ do: "split", from: id("co-b"), into, claims: ["st-1"] })).rejects.toThrow('"st-1" is no claim of "co-b"');
      await expect(edits({ do: "split", from: id("co-b"), into: { ...into, id: "co-a" }, claims: [] })).rejects.toThrow(
        "an entity already",
      );
      await edited({ do: "split", from: id("co-a"), into, claims: ["st-1", "m-1"] });
      expect(await rows("MATCH (s:Statement) RETURN s.id AS id, s.subject AS a, s.object AS b ORDER BY id")).toEqual([
        ["st-1", "co-new", "co-c"],
        ["st-2", "co-b", "co-a"],
      ]);
      expect(await rows("MATCH (m:MetricObservation) RETURN m.subject AS s")).toEqual([["co-new"]]);
      await inOrderOfItself();
      const again = await plant(source({ subsidiaries: { "st-1": "co-a co-c", "st-2": "co-b co-a" }, revenue: { "m-1": 5 } }));
      expect(again.revision).toBeNull();
    });

    it("once reverted leaves what stood before it, the list of datasets too", async () => {
      await plant(source({ subsidiaries: { "st-1": "co-a co-c" } }));
      const before = await standing();
      const into = { id: "co-new", kind: "Company", name: "新公司" };
      const { revision } = await edited({ do: "split", from: id("co-a"), into, claims: ["st-1"] });
      expect((await standing()).datasets).toHaveLength(2);
      await apply((await reverting(revision?.number as number)).id);
      expect(await standing()).toEqual(before);
    });
  });

  const mergeable = [
    ["co-a", "co-b"],
    ["co-b", "co-a"],
    ["co-c", "co-a"],
  ] as const;

  it("a merger that is reverted leaves what stood before it", async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, fc.constantFrom(...mergeable), async (raw, [from, into]) => {
        const dataset = await typed(raw);
        fc.pre([from, into].every((one) => dataset.entities.some((it) => it.id === one)) && dataset.constraints.length === 0);
        await wipe(opened.store);
        await sow(opened.store, dataset);
        const before = await standing();
        expect((await edited({ do: "merge", from: id(from), into: id(into) })).revision?.number).toBe(2);
        await inOrderOfItself();
        await apply((await reverting(2)).id);
        expect(await standing()).toEqual(before);
        await inOrderOfItself();
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it("a split that is merged again leaves what stood before it, but for the names that it brought", async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, fc.constantFrom("co-a", "co-b"), async (raw, from) => {
        const dataset = await typed(raw);
        fc.pre(dataset.entities.some((it) => it.id === from));
        await wipe(opened.store);
        await sow(opened.store, dataset);
        const claimsOf = (it: Awaited<ReturnType<typeof standing>>) => ({
          ...it,
          entities: it.entities.map((one) => one.id),
          aliases: [],
          datasets: [],
        });
        const before = claimsOf(await standing());
        const claims = [
          ...dataset.statements.filter((it) => it.subject === from || it.object === from),
          ...dataset.metrics.filter((it) => it.subject === from),
        ];
        const into = { id: "co-new", kind: "Company", name: "新公司" };
        await edited({ do: "split", from: id(from), into, claims: claims.map((it) => it.id) });
        await inOrderOfItself();
        await edited({ do: "merge", from: id("co-new"), into: id(from) });
        expect(claimsOf(await standing())).toEqual(before);
        await inOrderOfItself();
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
