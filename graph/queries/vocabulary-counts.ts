import type { VocabularyAnswer } from "#graph/model/api-answers.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { type Status, statuses } from "#graph/vocabulary/marks.ts";
import { measures } from "#graph/vocabulary/measures.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { type Asked, ask, numberOf, type Row, textOf } from "./rows.ts";
import { shown } from "./shown.ts";

export const kindCountsCypher = `MATCH (n:Entity)
RETURN n.kind AS kind, count(n) AS count`;

export const relationCountsCypher = `MATCH (a:Entity)-[r]->(b:Entity)
RETURN type(r) AS type, r.status AS status, count(r) AS count`;

export const measureCountsCypher = `MATCH (m:MetricObservation) WHERE m.untilRevision IS NULL
RETURN m.name AS name, m.unit AS unit, count(m) AS count
ORDER BY count DESC, name, unit`;

/** Every word of the vocabulary with how often the store uses it; measures are those in use, the most used first. */
export async function vocabularyCounts(asked: Asked): Promise<VocabularyAnswer> {
  const [kindRows, relationRows, measureRows] = await Promise.all([
    ask(asked, kindCountsCypher),
    ask(asked, relationCountsCypher),
    ask(asked, measureCountsCypher),
  ]);
  const sum = (rows: readonly Row[], column: string, word: string) =>
    rows.filter((row) => row[column] === word).reduce((total, row) => total + numberOf(row.count), 0);
  return {
    kinds: entityKinds.map((kind) => {
      const { zh, en, family, prefix } = kinds[kind];
      return { kind, zh, en, family, prefix, count: sum(kindRows, "kind", kind) };
    }),
    relations: relationTypes.map((type) => {
      const { zh, en, from, to, symmetric } = relations[type];
      return { type, zh, en, from: [...from], to: [...to], symmetric: symmetric === true, count: sum(relationRows, "type", type) };
    }),
    measures: measureRows.map((row) => {
      const name = textOf(row.name);
      return { name, en: measures[name]?.en ?? null, unit: textOf(row.unit), count: numberOf(row.count) };
    }),
    statuses: (Object.keys(statuses) as Status[]).map((status) => {
      const { zh, en } = statuses[status];
      return { status, zh, en, count: sum(relationRows, "status", status) };
    }),
    cypher: shown(kindCountsCypher),
  };
}
