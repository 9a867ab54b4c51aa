import type { Health } from "#graph/model/api-answers.ts";
import { type Asked, ask, numberOf, textOrNull } from "./rows.ts";

export const entityCountCypher = `MATCH (n:Entity)
RETURN count(n) AS count`;

export const currentStatementCountCypher = `MATCH (s:Statement) WHERE s.untilRevision IS NULL
RETURN count(s) AS count`;

export const currentMetricCountCypher = `MATCH (m:MetricObservation) WHERE m.untilRevision IS NULL
RETURN count(m) AS count`;

export const documentCountCypher = `MATCH (d:Document)
RETURN count(d) AS count`;

export const newestRevisionCypher = `MATCH (r:Revision)
RETURN r.number AS number, r.at AS at
ORDER BY number DESC LIMIT 1`;

export const journalCypher = `MATCH (j:Journal)
RETURN count(j) AS count`;

/** What the store holds now, and by which revision. */
export async function storeSummary(asked: Asked): Promise<Pick<Health, "revision" | "revisedAt" | "applying" | "counts">> {
  const [[revision], [journal], ...counted] = await Promise.all([
    ask(asked, newestRevisionCypher),
    ask(asked, journalCypher),
    ask(asked, entityCountCypher),
    ask(asked, currentStatementCountCypher),
    ask(asked, currentMetricCountCypher),
    ask(asked, documentCountCypher),
  ]);
  const [entities = 0, statements = 0, metrics = 0, documents = 0] = counted.map(([row]) => numberOf(row?.count));
  return {
    revision: numberOf(revision?.number),
    revisedAt: textOrNull(revision?.at),
    applying: numberOf(journal?.count) > 0,
    counts: { entities, statements, metrics, documents },
  };
}
