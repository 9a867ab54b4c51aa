import type { Exploration } from "./exploration.ts";

/** Clocks and trust as the API takes them. */
export interface HeardQuery {
  at?: string | undefined;
  saidBy?: string | undefined;
  documents?: string | undefined;
  reliability?: string | undefined;
  undated?: "hidden" | undefined;
}

/** Undefined where nothing is filtered. A choice of no document at all asks for one that is nowhere. */
export function heardQuery({ clocks, trust }: Pick<Exploration, "clocks" | "trust">): HeardQuery | undefined {
  const { heldAt, saidBy, undatedHidden } = clocks;
  if (heldAt === null && saidBy === null && trust.documents === null && trust.reliability === null) return undefined;
  return {
    at: heldAt ?? undefined,
    saidBy: saidBy ?? undefined,
    documents: trust.documents === null ? undefined : trust.documents.size === 0 ? "-" : [...trust.documents].sort().join(),
    reliability: trust.reliability ?? undefined,
    undated: undatedHidden === true ? "hidden" : undefined,
  };
}
