import type { TableFiguresAnswer, TableStatesAnswer } from "#graph/model/table-facts.ts";
import { attributesOfAll, heardAttributesCypher } from "./attributes-heard.ts";
import { type Heard, heardMetric, heardParameters, isFiltered } from "./heard.ts";
import { type Asked, ask, numberOf, textOf, textOrNull } from "./rows.ts";
import { shown } from "./shown.ts";

export const tableFiguresCypher = `MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.untilRevision IS NULL AND m.rank <> 'deprecated' AND ${heardMetric("m")}
RETURN n.id AS id, m.name AS name, m.value AS value, m.unit AS unit, m.op AS op, m.period AS period, m.modality AS modality
ORDER BY n.degree DESC, id, name, period, m.id
LIMIT $limit`;

export const tableStatesCypher = `MATCH (n:Entity) WHERE n.state IS NOT NULL
RETURN n.id AS id, n.state AS state
ORDER BY n.degree DESC, id
LIMIT $limit`;

interface TableOptions {
  limit: number;
  heard: Heard;
}

/** The figures of all entities, as far as they are heard; those of the most connected first. */
export async function tableFigures(asked: Asked, { limit, heard }: TableOptions): Promise<TableFiguresAnswer> {
  const which = await heardParameters(asked, heard);
  const rows = await ask(asked, tableFiguresCypher, { ...which, limit: limit + 1 });
  const kept = rows.slice(0, limit);
  return {
    figures: {
      id: kept.map((row) => textOf(row.id)),
      name: kept.map((row) => textOf(row.name)),
      value: kept.map((row) => numberOf(row.value)),
      unit: kept.map((row) => textOf(row.unit)),
      op: kept.map((row) => textOrNull(row.op) ?? "="),
      period: kept.map((row) => textOrNull(row.period)),
      modality: kept.map((row) => textOf(row.modality)),
    },
    truncated: rows.length > limit,
    cypher: shown(tableFiguresCypher, { ...which, limit }),
  };
}

/** How far projects and funds are, as far as is heard. */
export async function tableStates(asked: Asked, { limit, heard }: TableOptions): Promise<TableStatesAnswer> {
  if (!isFiltered(heard)) {
    const rows = await ask(asked, tableStatesCypher, { limit: limit + 1 });
    const kept = rows.slice(0, limit);
    return {
      states: { id: kept.map((row) => textOf(row.id)), state: kept.map((row) => textOf(row.state)) },
      truncated: rows.length > limit,
      cypher: shown(tableStatesCypher, { limit }),
    };
  }
  const which = { predicates: ["state"], ...(await heardParameters(asked, heard)) };
  const all = [...(await attributesOfAll(asked, which.predicates, which))].flatMap(
    ([
      id,
      {
        attributes: { state },
      },
    ]) => (typeof state === "string" ? [{ id, state }] : []),
  );
  const kept = all.slice(0, limit);
  return {
    states: { id: kept.map(({ id }) => id), state: kept.map(({ state }) => state) },
    truncated: all.length > limit,
    cypher: shown(heardAttributesCypher, which),
  };
}
