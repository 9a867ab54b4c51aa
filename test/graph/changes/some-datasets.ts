import fc from "fast-check";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import { type Dataset, tableNames } from "#graph/model/dataset.ts";

const documents = ["doc-0", "doc-1", "doc-2"];
const pool = [
  { id: "co-a", kind: "Company" },
  { id: "co-b", kind: "Company" },
  { id: "co-c", kind: "Company" },
  { id: "proj-a", kind: "Project" },
  { id: "prod-a", kind: "Product" },
  { id: "region-a", kind: "Region" },
  { id: "ev-a", kind: "Event" },
  { id: "pol-a", kind: "Policy" },
] as const;
const relationPool = [
  { id: "st-1", subject: "co-a", predicate: "BUILDS", object: "proj-a" },
  { id: "st-2", subject: "co-b", predicate: "BUILDS", object: "proj-a" },
  { id: "st-3", subject: "co-a", predicate: "SUBSIDIARY_OF", object: "co-b" },
  { id: "st-4", subject: "proj-a", predicate: "PRODUCES", object: "prod-a" },
  { id: "st-5", subject: "region-a", predicate: "PARTNERS_WITH", object: "co-c" },
  { id: "st-6", subject: "co-c", predicate: "LOCATED_IN", object: "region-a" },
  { id: "st-7", subject: "ev-a", predicate: "INVOLVES", object: "co-a" },
  { id: "st-8", subject: "ev-a", predicate: "PART_OF_PLAN", object: "pol-a" },
  { id: "st-9", subject: "region-a", predicate: "IMPLEMENTS", object: "pol-a", properties: { period: "2023-Q3" } },
  { id: "st-10", subject: "pol-a", predicate: "APPLIES_TO", object: "region-a" },
] as const;
const attributePool = [
  { id: "st-a1", subject: "co-a", predicate: "ownership", value: "private" },
  { id: "st-a2", subject: "co-a", predicate: "ownership", value: "foreign" },
  { id: "st-a3", subject: "co-a", predicate: "tickers", value: "002460.SZ" },
  { id: "st-a4", subject: "co-a", predicate: "tickers", value: "1772.HK" },
  { id: "st-a5", subject: "proj-a", predicate: "state", value: "planned", validFrom: "2022" },
  { id: "st-a6", subject: "proj-a", predicate: "state", value: "completed", validFrom: "2024" },
  { id: "st-a7", subject: "ev-a", predicate: "date", value: "2023-04" },
  { id: "st-a8", subject: "ev-a", predicate: "date", value: "2023-07-01" },
  { id: "st-a9", subject: "pol-a", predicate: "periodStart", value: "2022" },
  { id: "st-a10", subject: "pol-a", predicate: "periodEnd", value: "2023-04" },
] as const;
const metricPool = [
  { id: "m-1", subject: "co-a", name: "营业收入", value: 100, unit: "CNY", period: "2023", modality: "actual" },
  { id: "m-2", subject: "co-a", name: "营业收入", value: 120, unit: "CNY", period: "2023", modality: "actual" },
  { id: "m-3", subject: "proj-a", name: "设计产能", value: 2.5, unit: "t/a", modality: "design_capacity", product: "prod-a" },
] as const;

const someOf = <T>(from: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...from]);
const someDocuments = fc.subarray(documents, { minLength: 1 });
const marks = fc.record({
  status: fc.constantFrom("stated", "inferred"),
  rank: fc.constantFrom("normal", "normal", "preferred", "deprecated"),
  sources: someDocuments,
  note: fc.constantFrom(undefined, "一", "two"),
});
const facts = fc.record({
  published: fc.constantFrom("2022", "2023-05", "2024-01-02"),
  reliability: fc.constantFrom("high", "medium", "low"),
});

/** Valid datasets about the same few things: any two of them overlap, differ and disagree. All list the same three documents. */
export const someDataset: fc.Arbitrary<RawDataset> = fc
  .record({
    facts: fc.tuple(facts, facts, facts),
    entities: someOf(pool),
    relations: someOf(relationPool),
    attributes: someOf(attributePool),
    metrics: someOf(metricPool),
    marks: fc.array(marks, { minLength: 23, maxLength: 23 }),
    constrained: fc.boolean(),
    named: fc.constantFrom("甲", "乙"),
    aliased: fc.boolean(),
  })
  .map((it) => {
    const raw = Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as RawDataset;
    raw.datasets.push({ id: "test", title: "Test" });
    for (const [index, id] of documents.entries()) {
      raw.documents.push({ id, title: id, form: "original", characters: 100, ...it.facts[index as 0] });
      raw.paragraphs.push({ id: `p-${index}`, document: id, kind: "body", start: 0, end: 50 + index });
    }
    const present = new Map<string, string>(it.entities.map(({ id, kind }) => [id, kind]));
    const declare = (id: string | undefined): void => {
      const found = pool.find((entity) => entity.id === id);
      if (found !== undefined) present.set(found.id, found.kind);
    };
    const claims = [...it.relations, ...it.attributes, ...it.metrics];
    for (const claim of claims) for (const end of Object.values(claim)) declare(String(end));
    for (const [id, kind] of present) raw.entities.push({ id, kind, name: `${it.named}${id}` });
    if (it.aliased && present.has("co-a"))
      raw.aliases.push(
        { entity: "co-a", surface: "甲甲", scope: "global" },
        { entity: "co-a", surface: "本厂", scope: "document", scopeOf: "doc-0" },
      );
    if (it.constrained && present.has("co-a") && present.has("co-b"))
      raw.constraints.push({ kind: "DIFFERENT_FROM", left: "co-b", right: "co-a" });
    for (const [index, claim] of claims.entries()) {
      const mark = it.marks[index] ?? it.marks[0];
      if (mark === undefined) continue;
      const { status, rank, sources, note } = mark;
      const isMetric = "unit" in claim;
      const confidence = status === "inferred" ? 0.7 : 1;
      const basis = status === "inferred" && !isMetric ? { basis: "guessed" } : {};
      raw[isMetric ? "metrics" : "statements"].push({ ...claim, status, rank, confidence, ...basis });
      for (const document of sources)
        raw.evidence.push({ statement: claim.id, document, start: index, end: index + 5, ...(note === undefined ? {} : { note }) });
    }
    return raw;
  });

/** The typed dataset; throws when the generator made a wrong one. */
export async function typed(raw: RawDataset): Promise<Dataset> {
  const { dataset, problems } = await validateDataset(structuredClone(raw));
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  return dataset;
}
