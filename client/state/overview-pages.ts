import type { Subgraph } from "#graph/model/subgraph.ts";

/**
 * The order in which the overview comes: first what sources say or let us infer, then general knowledge, at last what has no
 * relation at all. The first look is the region's own graph; the rest is a click away and nothing is left out.
 */
const stages: readonly { status?: string }[] = [{ status: "stated,inferred" }, { status: "reference" }, {}];

/** Where the next page of the overview begins. */
export interface OverviewPlace {
  readonly stage: number;
  readonly cursor?: string;
}

export const firstPlace: OverviewPlace = { stage: 0 };
/** The place where the general knowledge of the field begins. */
export const referencePlace: OverviewPlace = { stage: 1 };

/** The place from which every entity comes, whatever is said of it, the most connected first. */
export const wholePlace: OverviewPlace = { stage: 2 };

/** Nobody on the page asks for the totals, and a first picture should not wait for them. */
export const pageAt = ({ stage, cursor }: OverviewPlace, limit: number) => ({ ...stages[stage], limit, cursor, count: false });

/** Where to go on after a page; null when everything has come. */
export function placeAfter({ stage }: OverviewPlace, { next }: Pick<Subgraph, "next">): OverviewPlace | null {
  if (next !== null) return { stage, cursor: next };
  return stage + 1 < stages.length ? { stage: stage + 1 } : null;
}
