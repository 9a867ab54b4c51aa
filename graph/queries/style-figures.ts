import type { StyleFiguresAnswer, StyleMeasure, StyleMeasuresAnswer } from "#graph/model/style-values.ts";
import { measures } from "#graph/vocabulary/measures.ts";
import { type Heard, heardMetric, heardParameters } from "./heard.ts";
import { type Asked, ask, numberOf, type Row, textOf, textOrNull } from "./rows.ts";
import { shown } from "./shown.ts";

/** A measure of which nothing is heard stays in the list: it can be chosen, and its count says that nobody has it now. */
export const styleMeasuresCypher = `MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.rank <> 'deprecated'
RETURN m.name AS measure, m.unit AS unit, m.modality AS modality, count(DISTINCT CASE WHEN ${heardMetric("m")} THEN n.id END) AS entities
ORDER BY entities DESC, measure, unit, modality`;

export const styleFiguresCypher = `MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.name = $measure AND m.unit = $unit AND m.modality = $modality AND ${heardMetric("m")}
RETURN n.id AS id, m.value AS value, m.op AS op, m.period AS period, m.periodEnd AS periodEnd, m.rank AS rank
ORDER BY id`;

export const styleKindsCypher = `MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.name = $measure AND m.unit = $unit AND m.modality = $modality AND m.rank <> 'deprecated'
RETURN DISTINCT n.kind AS kind ORDER BY kind`;

/** Measures by which entities can be sized, each with one unit and one modality, those that are heard of most entities first. */
export async function styleMeasures(asked: Asked, { heard }: { heard: Heard }): Promise<StyleMeasuresAnswer> {
  const parameters = { ...(await heardParameters(asked, heard)) };
  const rows = await ask(asked, styleMeasuresCypher, parameters);
  return {
    measures: rows.map((row) => {
      const measure = textOf(row.measure);
      const { unit, modality } = row as Pick<StyleMeasure, "unit" | "modality">;
      return { measure, en: measures[measure]?.en ?? null, unit, modality, entities: numberOf(row.entities) };
    }),
    cypher: shown(styleMeasuresCypher, parameters),
  };
}

/** The latest figure of each entity of which one is heard. */
export async function styleFigures(
  asked: Asked,
  { heard, ...which }: Pick<StyleMeasure, "measure" | "unit" | "modality"> & { heard: Heard },
): Promise<StyleFiguresAnswer> {
  const parameters = { ...which, ...(await heardParameters(asked, heard)) };
  const [found, kinds] = await Promise.all([ask(asked, styleFiguresCypher, parameters), ask(asked, styleKindsCypher, which)]);
  const rows = found.filter((row) => row.rank !== "deprecated");
  const byEntity = new Map<string, Row[]>();
  for (const row of rows) byEntity.set(textOf(row.id), [...(byEntity.get(textOf(row.id)) ?? []), row]);
  const latest = [...byEntity.values()].map(ofLatestPeriod);
  const chosen = latest.map(([first]) => first as Row);
  return {
    ...which,
    kinds: kinds.map((row) => textOf(row.kind)),
    values: {
      id: chosen.map((row) => textOf(row.id)),
      value: chosen.map((row) => numberOf(row.value)),
      op: chosen.map((row) => textOrNull(row.op) ?? "="),
      period: chosen.map((row) => textOrNull(row.period)),
    },
    several: latest.filter((figures) => figures.length > 1).length,
    cypher: shown(styleFiguresCypher, parameters),
  };
}

/** Figures of the period that ends last, the preferred ones first, then the largest. One without a period is older than any. */
function ofLatestPeriod(rows: readonly Row[]): Row[] {
  const end = rows
    .map((row) => textOf(row.periodEnd))
    .sort()
    .at(-1);
  const preferred = (row: Row): number => (row.rank === "preferred" ? 1 : 0);
  return rows
    .filter((row) => textOf(row.periodEnd) === end)
    .sort((a, b) => preferred(b) - preferred(a) || numberOf(b.value) - numberOf(a.value));
}
