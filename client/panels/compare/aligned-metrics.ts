import type { MetricAnswer } from "#graph/model/api-answers.ts";

/** Figures of both sides that may be held against each other; a side without one is empty. Several on a side contradict each other. */
export interface MetricRow {
  readonly key: string;
  /** Says what is measured: any figure of the row. */
  readonly measure: MetricAnswer;
  readonly one: readonly MetricAnswer[];
  readonly other: readonly MetricAnswer[];
  /** Both sides have this measure, but never in the same way: what differs. */
  readonly unlike: readonly Difference[];
}
export type Difference = "period" | "modality" | "unit" | "basis" | "region" | "product" | "denominator" | "plan";

const facets = {
  period: (it) => it.period ?? "",
  modality: (it) => it.modality,
  unit: (it) => it.unit,
  basis: (it) => it.basis ?? "",
  region: (it) => it.regionRef?.id ?? "",
  product: (it) => it.productRef?.id ?? "",
  denominator: (it) => it.denominatorRef?.id ?? "",
  plan: (it) => it.planRef?.id ?? "",
} as const satisfies Record<Difference, (it: MetricAnswer) => string>;
const facetNames = Object.keys(facets) as Difference[];

const keyOf = (it: MetricAnswer): string => [it.name, ...facetNames.map((name) => facets[name](it))].join("|");

/**
 * Figures of two entities in rows by measure, the newest period first. A row holds both sides only where period, modality, unit, basis, region,
 * product, denominator and plan are all the same: a plan is no result, and a share of one thing none of another.
 */
export function alignMetrics(one: readonly MetricAnswer[], other: readonly MetricAnswer[]): MetricRow[] {
  const keys = [...new Set([...one, ...other].map(keyOf))];
  const rows = keys.map((key) => {
    const own = { one: one.filter((it) => keyOf(it) === key), other: other.filter((it) => keyOf(it) === key) };
    const measure = (own.one[0] ?? own.other[0]) as MetricAnswer;
    const across = own.one.length === 0 ? one : own.other.length === 0 ? other : [];
    return {
      key,
      measure,
      ...own,
      unlike: nearestDifference(
        measure,
        across.filter(({ name }) => name === measure.name),
      ),
    };
  });
  return rows.sort(
    (a, b) =>
      compareTexts(a.measure.name, b.measure.name) ||
      compareTexts(facets.period(b.measure), facets.period(a.measure)) ||
      compareTexts(a.key, b.key),
  );
}

/** What keeps the closest figure of the other side from the same row. */
function nearestDifference(measure: MetricAnswer, across: readonly MetricAnswer[]): Difference[] {
  const differences = across.map((it) => facetNames.filter((name) => facets[name](it) !== facets[name](measure)));
  return differences.sort((a, b) => a.length - b.length)[0] ?? [];
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
