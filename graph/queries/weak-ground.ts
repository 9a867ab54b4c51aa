import type { Ground } from "#graph/analysis/ground.ts";
import { weakConfidence } from "#graph/vocabulary/marks.ts";
import { type HeardParameters, heardStatement } from "./heard.ts";
import { type Asked, ask, numberOf, textOf } from "./rows.ts";

/** Counted from the ledger, which knows of each statement its documents and the best of them; only entities that may be weak come back. */
export const weakGroundCypher = `MATCH (s:Statement)
WHERE s.untilRevision IS NULL AND ${heardStatement("s")}
UNWIND [s.subject, s.object] AS id
WITH id, s WHERE id IS NOT NULL
WITH id AS id, count(s) AS statements,
  sum(CASE WHEN s.status = 'inferred' AND s.confidence < $weakConfidence THEN 0 ELSE 1 END) AS firm,
  sum(CASE WHEN s.reliability = 'low' THEN 0 ELSE 1 END) AS sound,
  count(DISTINCT head(s.documents)) AS first, max(size(s.documents)) AS most
WHERE firm = 0 OR sound = 0
RETURN id AS id, statements AS statements, firm AS firm, sound AS sound, first AS first, most AS most`;

/** Of every entity of which nothing firm or nothing sound is heard, what carries the rest. */
export async function weakGround(asked: Asked, which: HeardParameters): Promise<Map<string, Ground>> {
  const rows = await ask(asked, weakGroundCypher, { weakConfidence, ...which });
  return new Map(
    rows.map(({ id, statements, firm, sound, first, most }) => [
      textOf(id),
      {
        statements: numberOf(statements),
        firm: numberOf(firm),
        sound: numberOf(sound),
        documents: Math.max(numberOf(first), numberOf(most)),
      },
    ]),
  );
}
