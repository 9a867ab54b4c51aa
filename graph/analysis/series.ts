import { periodBounds } from "#graph/model/period.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { measures } from "#graph/vocabulary/measures.ts";

/** A yearly figure is out within half a year of the year's end, so another is due this long after the period of the last. */
export const figureDueMonths = 12 + 6;

/** Things that happen once, or belong to one year, have no next figure. */
const withoutSeries: ReadonlySet<EntityKind> = new Set(["Event", "Policy", "Person"]);
/** Their size does not change from year to year. */
const unchanging: ReadonlySet<string> = new Set(["area"]);

/** Whether a next figure is to be expected. Left out: what happens once (events, plans), portfolios of a year, and areas. */
export function hasSeries(of: { kind: EntityKind; collective?: boolean | undefined }, name: string): boolean {
  const isOfOneYear = of.kind === "Project" && of.collective === true;
  const dimension = measures[name]?.dimension;
  return !withoutSeries.has(of.kind) && !isOfOneYear && (dimension === undefined || !unchanging.has(dimension));
}

/** Last day of a figure's period; empty where it has none, so that it sorts before all others. */
export const endOfPeriod = (period: string | null | undefined): string => (period == null ? "" : periodBounds(period).end);
