import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { tableNames } from "#graph/model/dataset.ts";
import { graphAsOf } from "#graph/queries/as-of.ts";
import { noFilters } from "../queries/as-of-suite.ts";
import { typed } from "./some-datasets.ts";
import { openSomeStore, sow, wipe } from "./some-store.ts";

type Row = Record<string, unknown>;
const covers = { id: "s-covers", subject: "pol-a", predicate: "COVERS", object: "prod-a" };
const issues = { id: "s-issues", subject: "region-a", predicate: "ISSUES", object: "pol-a", properties: { date: "2023-12" } };
const period = (start: string, end: string): Row[] => [
  { id: "s-start", subject: "pol-a", predicate: "periodStart", value: start },
  { id: "s-end", subject: "pol-a", predicate: "periodEnd", value: end },
];

/** A plan of a region, what it covers, a company and a project, and these statements about them; one document says all of it unless told otherwise. */
function plan(statements: readonly Row[]): RawDataset {
  const raw = Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as RawDataset;
  raw.datasets.push({ id: "test", title: "Test" });
  for (const id of ["doc-a", "doc-b"]) raw.documents.push({ id, title: id, form: "table", reliability: "high" });
  for (const [id, kind] of [
    ["pol-a", "Policy"],
    ["prod-a", "Product"],
    ["region-a", "Region"],
    ["co-a", "Company"],
    ["proj-a", "Project"],
  ])
    raw.entities.push({ id, kind, name: id });
  for (const { document = "doc-a", ...statement } of statements) {
    raw.statements.push({ status: "stated", confidence: 1, ...statement });
    raw.evidence.push({ statement: statement.id, document, row: 1 });
  }
  return raw;
}

describe("the time of a plan, and of what dates itself", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  beforeEach(() => wipe(opened.store));
  afterAll(() => opened.drop());

  const seed = async (...statements: Row[]) => sow(opened.store, await typed(plan(statements)));
  const span = async (id: string) => {
    const { rows } = await opened.store.read({
      text: "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.id = $id RETURN r.validFrom AS validFrom, r.validTo AS validTo",
      parameters: { id },
    });
    expect(await checkProjection(opened.store)).toEqual([]);
    return rows[0];
  };
  const asOf = async (revision: number) => {
    const { edges } = await graphAsOf({ store: opened.store }, { ...noFilters, revision });
    return edges.span[edges.id.map(String).indexOf("s-covers")];
  };

  it("is that of what it covers, and moves with the plan alone: what was issued keeps its date", async () => {
    await seed(covers, issues, ...period("2024", "2026"));
    expect(await span("s-covers")).toEqual(["2024", "2026"]);
    expect(await span("s-issues")).toEqual(["2023-12", null]);
    await seed(covers, issues, ...period("2025", "2027"));
    expect(await span("s-covers")).toEqual(["2025", "2027"]);
    expect(await span("s-issues")).toEqual(["2023-12", null]);
    await seed(covers, issues);
    expect(await span("s-covers")).toEqual([null, null]);
    expect(await Promise.all([1, 2, 3].map(asOf))).toEqual([["2024", "2026"], ["2025", "2027"], undefined]);
  });

  it("is read where a later seed says what the plan covers", async () => {
    await seed(issues, ...period("2024", "2026"));
    await seed(covers, issues, ...period("2024", "2026"));
    expect(await span("s-covers")).toEqual(["2024", "2026"]);
    await seed({ ...covers, confidence: 0.9, status: "inferred", basis: "guessed" }, issues, ...period("2024", "2026"));
    expect(await asOf(2)).toEqual(["2024", "2026"]);
  });

  it("is not taken from what we only infer of it, and leaves what a source dates itself", async () => {
    const [start, end] = period("2024", "2026");
    await seed({ ...covers, validFrom: "2025-06" }, { ...start, status: "inferred", confidence: 0.9, basis: "guessed" }, end as Row);
    expect(await span("s-covers")).toEqual(["2025-06", "2026"]);
  });

  it("is the store's own: an export leaves it out, and seeding that again changes nothing", async () => {
    await seed(covers, ...period("2024", "2026"));
    const { rows } = await opened.store.read({ text: "MATCH (s:Statement {id: 's-covers'}) RETURN s.derived AS derived" });
    expect(rows).toEqual([[["validFrom", "validTo"]]]);
    const exported = await readDatasetFromStore(opened.store);
    expect(exported.statements.find(({ id }) => id === "s-covers")).not.toHaveProperty("validFrom");
    expect((await sow(opened.store, exported)).revision).toBeNull();
  });

  const held = async (...ids: string[]) => {
    const { rows } = await opened.store.read({
      text: "MATCH (s:Statement) WHERE s.id IN $ids RETURN s.id AS id, s.validFrom AS validFrom, s.validTo AS validTo, s.derived AS derived",
      parameters: { ids },
    });
    expect(await checkProjection(opened.store)).toEqual([]);
    const spans = rows.map(([id, from, to, derived]) => [id, [from, to, derived ?? []]] as const);
    return Object.fromEntries(spans) as Record<string, [from: string | null, to: string | null, derived: string[]]>;
  };
  const attribute = (id: string, subject: string, predicate: string, value: string, more: Row = {}): Row => ({
    id,
    subject,
    predicate,
    value,
    ...more,
  });

  it("is, of what came to be on a day, that day; two sources that name other days are still in conflict", async () => {
    await seed(attribute("s-2011", "co-a", "founded", "2011"), attribute("s-2012", "co-a", "founded", "2012-03", { document: "doc-b" }));
    const found = await held("s-2011", "s-2012");
    expect(found).toMatchObject({
      "s-2011": ["2011", null, expect.arrayContaining(["validFrom"])],
      "s-2012": ["2012-03", null, expect.anything()],
    });
    expect(Object.values(found).filter(([, , derived]) => derived.includes("rank"))).toHaveLength(1);
  });

  it("is, of the state of a project, the date that the same document gives it, and moves with that alone", async () => {
    const state = attribute("s-state", "proj-a", "state", "completed");
    const at = (value: string, more: Row = {}) => attribute("s-at", "proj-a", "stateAt", value, more);
    await seed(state, at("2023-10"));
    expect(await held("s-state", "s-at")).toEqual({
      "s-state": ["2023-10", null, ["validFrom"]],
      "s-at": ["2023-10", null, ["validFrom"]],
    });
    await seed(state, at("2024"));
    expect((await held("s-state"))["s-state"]).toEqual(["2024", null, ["validFrom"]]);
    await seed(state, at("2024", { document: "doc-b" }));
    expect((await held("s-state"))["s-state"]).toEqual([null, null, []]);
    await seed(state, at("2024", { status: "inferred", confidence: 0.9, basis: "guessed" }));
    expect((await held("s-state"))["s-state"]).toEqual([null, null, []]);
  });

  it("is not that of a state which another followed: the date that stands belongs to the other", async () => {
    await seed(
      attribute("s-trial", "proj-a", "stateRaw", "试产", { validTo: "2024-02" }),
      attribute("s-done", "proj-a", "stateRaw", "投产"),
      attribute("s-at-1", "proj-a", "stateAt", "2023", { validFrom: "2023", validTo: "2024-02" }),
      attribute("s-at-2", "proj-a", "stateAt", "2024-02", { validFrom: "2024-02" }),
    );
    expect(await held("s-trial", "s-done", "s-at-1")).toEqual({
      "s-trial": [null, "2024-02", []],
      "s-done": ["2024-02", null, ["rank", "validFrom"]],
      "s-at-1": ["2023", "2024-02", []],
    });
  });
});
