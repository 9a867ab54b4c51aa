import type { RecordTable } from "#graph/model/change-set.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { type Ask, askInPortions } from "./ask.ts";
import type { Content } from "./content.ts";

/** Ids of the entities that a record refers to; the value of an attribute may be one. */
export function entitiesOf(content: Content): string[] {
  const it = content as Record<string, unknown>;
  return ["subject", "object", "value", "region", "denominator", "plan", "product", "left", "right"]
    .map((field) => it[field])
    .filter((id): id is string => typeof id === "string");
}

const referring = [
  `MATCH (s:Statement) WHERE s.untilRevision IS NULL AND (s.subject IN $ids OR s.object IN $ids OR s.value IN $ids)
   RETURN s.id AS id, s.subject AS a, s.object AS b, s.value AS c`,
  `MATCH (m:MetricObservation) WHERE m.untilRevision IS NULL
     AND (m.subject IN $ids OR m.region IN $ids OR m.denominator IN $ids OR m.plan IN $ids OR m.product IN $ids)
   RETURN m.id AS id, m.subject AS a, m.region AS b, m.denominator AS c, m.plan AS d, m.product AS e`,
  "MATCH (k:Constraint) WHERE k.left IN $ids OR k.right IN $ids RETURN k.id AS id, k.left AS a, k.right AS b",
] as const;

/** Of these entities, those that the store still refers to, apart from the records in `changing`. */
export async function stillReferred(
  ask: Ask,
  { ids, changing }: { ids: readonly string[]; changing: ReadonlySet<string> },
): Promise<Set<string>> {
  const wanted = new Set(ids);
  const found = new Set<string>();
  if (ids.length === 0) return found;
  for (const text of referring)
    for (const [record, ...referred] of await ask({ text, parameters: { ids } }))
      if (!changing.has(record as string)) for (const id of referred as Value[]) if (wanted.has(id as string)) found.add(id as string);
  return found;
}

const namingBySubject = [
  "UNWIND $ids AS wanted MATCH (s:Statement {subject: wanted}) WHERE s.untilRevision IS NULL RETURN wanted AS entity, s.id AS id",
  "UNWIND $ids AS wanted MATCH (s:Statement {object: wanted}) WHERE s.untilRevision IS NULL RETURN wanted AS entity, s.id AS id",
];
const namingByValue = `MATCH (s:Statement) WHERE s.untilRevision IS NULL AND s.predicate IN $predicates AND s.value IN $ids
  RETURN s.value AS entity, s.id AS id`;
const namingMetrics = [
  "UNWIND $ids AS wanted MATCH (m:MetricObservation {subject: wanted}) WHERE m.untilRevision IS NULL RETURN wanted AS entity, m.id AS id",
  ...["IN_REGION", "DENOMINATOR", "UNDER_PLAN", "OF_PRODUCT"].map(
    (type) =>
      `UNWIND $ids AS wanted MATCH (m:MetricObservation)-[:${type}]->(n:Entity {id: wanted}) WHERE m.untilRevision IS NULL RETURN wanted AS entity, m.id AS id`,
  ),
];
const namingConstraints =
  "MATCH (k:Constraint) WHERE k.left IN $ids OR k.right IN $ids RETURN k.left AS left, k.right AS right, k.id AS id";
const namingAliases = "MATCH (a:Alias) WHERE a.scopeOf IN $ids RETURN a.scopeOf AS scope, a.entity AS entity";

/** Attributes whose value is an entity. */
const entityAttributes = [
  ...new Set(
    entityKinds.flatMap((kind) =>
      Object.entries(kinds[kind].properties)
        .filter(([, it]) => it.type === "entity")
        .map(([name]) => name),
    ),
  ),
];

/** Every standing record that names one of these entities: its table and id, and which it names. Through indexes, at any size of store. */
export async function recordsNaming(ask: Ask, ids: readonly string[]): Promise<{ table: RecordTable; id: string; entity: string }[]> {
  const found: { table: RecordTable; id: string; entity: string }[] = [];
  if (ids.length === 0) return found;
  const note = (table: RecordTable, rows: readonly Value[][]): void => {
    for (const [entity, id] of rows) found.push({ table, id: id as string, entity: entity as string });
  };
  for (const text of namingBySubject) note("statements", await askInPortions(ask, { text, ids }));
  note("statements", await ask({ text: namingByValue, parameters: { ids, predicates: entityAttributes } }));
  for (const text of namingMetrics) note("metrics", await askInPortions(ask, { text, ids }));
  const wanted = new Set(ids);
  for (const [left, right, id] of await ask({ text: namingConstraints, parameters: { ids } }))
    for (const entity of [left, right]) if (wanted.has(entity as string)) note("constraints", [[entity as string, id as string]]);
  note("entities", await ask({ text: namingAliases, parameters: { ids } }));
  return found;
}

const resting = {
  statements:
    "UNWIND $ids AS wanted MATCH (s:Statement)-[:SUPPORTED_BY]->(d:Document {id: wanted}) WHERE s.untilRevision IS NULL RETURN DISTINCT s.id AS id",
  metrics:
    "UNWIND $ids AS wanted MATCH (m:MetricObservation)-[:SUPPORTED_BY]->(d:Document {id: wanted}) WHERE m.untilRevision IS NULL RETURN DISTINCT m.id AS id",
} as const;
const namedIn = "MATCH (a:Alias) WHERE a.source IN $ids OR a.scopeOf IN $ids RETURN DISTINCT a.entity AS entity";

/** The standing claims with evidence in one of these documents. */
export async function claimsRestingOn(ask: Ask, documents: readonly string[]): Promise<{ table: "statements" | "metrics"; id: string }[]> {
  const found: { table: "statements" | "metrics"; id: string }[] = [];
  for (const table of ["statements", "metrics"] as const)
    for (const [id] of await askInPortions(ask, { text: resting[table], ids: documents })) found.push({ table, id: id as string });
  return found;
}

/** The entities with an alias that was read in one of these documents, or holds in it. */
export async function entitiesNamedIn(ask: Ask, documents: readonly string[]): Promise<string[]> {
  if (documents.length === 0) return [];
  return (await ask({ text: namedIn, parameters: { ids: documents } })).map(([entity]) => entity as string);
}
