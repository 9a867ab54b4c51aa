import type { Value } from "#graph/model/cypher-result.ts";
import type { Ask } from "./ask.ts";
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
