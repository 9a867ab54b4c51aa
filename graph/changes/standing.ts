import type { RecordTable } from "#graph/model/change-set.ts";
import { type Ask, askInPortions } from "./ask.ts";
import type { ContentOf } from "./content.ts";
import { readContents } from "./stored.ts";

const withdrawn = {
  statements: "UNWIND $ids AS wanted MATCH (s:Statement {id: wanted}) WHERE s.untilRevision IS NOT NULL RETURN s.id AS id",
  metrics: "UNWIND $ids AS wanted MATCH (m:MetricObservation {id: wanted}) WHERE m.untilRevision IS NOT NULL RETURN m.id AS id",
} as const;

/** What now stands of these records; withdrawn claims do not. */
export async function readStanding<T extends RecordTable>(ask: Ask, table: T, ids: readonly string[]): Promise<Map<string, ContentOf[T]>> {
  const contents = (await readContents(ask, table, ids)) as Map<string, ContentOf[T]>;
  const text = table === "statements" ? withdrawn.statements : table === "metrics" ? withdrawn.metrics : null;
  if (text !== null) for (const [id] of await askInPortions(ask, { text, ids })) contents.delete(id as string);
  return contents;
}
