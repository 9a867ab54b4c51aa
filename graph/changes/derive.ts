import { type Reliability, reliabilityOrder } from "#graph/vocabulary/marks.ts";
import type { EvidencePart } from "./content.ts";

/** What a document gives to the claims that rest on it. */
export interface DocumentFacts {
  published?: string | undefined;
  reliability: Reliability;
}

/** What follows from a claim's evidence. */
export interface Derived {
  /** Ids of its documents, in order. */
  documents: string[];
  /** Date of the latest of them. */
  assertedAt: string | undefined;
  /** The best of them. */
  reliability: Reliability;
  /** In the drawn graph: not deprecated, and not resting on documents of low reliability alone. */
  drawn: boolean;
}

const order: readonly Reliability[] = reliabilityOrder;

/** Rule: `model.md` section 5. */
export function deriveFromEvidence(
  { evidence, rank }: { evidence: readonly EvidencePart[]; rank?: string },
  factsOf: (document: string) => DocumentFacts | undefined,
): Derived {
  const documents =
    evidence.length === 1
      ? [(evidence[0] as EvidencePart).document as string]
      : [...new Set(evidence.map((it) => it.document as string))].sort();
  let assertedAt: string | undefined;
  let best = 0;
  for (const id of documents) {
    const facts = factsOf(id);
    if (facts === undefined) continue;
    if (facts.published !== undefined && (assertedAt === undefined || facts.published > assertedAt)) assertedAt = facts.published;
    best = Math.max(best, order.indexOf(facts.reliability));
  }
  const reliability = order[best] as Reliability;
  return { documents, assertedAt, reliability, drawn: rank !== "deprecated" && reliability !== "low" };
}

/** A claim among those that it may exclude. */
export interface Rival {
  id: string;
  /** Rivals that say the same do not exclude each other. */
  said: string;
  confidence: number;
  reliability: Reliability;
  assertedAt: string | undefined;
  /** As its source gives them. */
  rank: string | undefined;
  validFrom?: string | undefined;
  validTo?: string | undefined;
}

/** The better claim first: class of source, later assertion, confidence, id. */
export function byPreference(a: Omit<Rival, "said">, b: Omit<Rival, "said">): number {
  return (
    order.indexOf(b.reliability) - order.indexOf(a.reliability) ||
    (a.assertedAt === b.assertedAt ? 0 : (a.assertedAt ?? "") > (b.assertedAt ?? "") ? -1 : 1) ||
    b.confidence - a.confidence ||
    (a.id < b.id ? -1 : 1)
  );
}

export interface Resolution {
  /** Preferred where the sources rank none: worked out here. */
  preferred: Set<string>;
  /** Ends of claims that a later one follows: worked out here. */
  validTo: Map<string, string>;
}

/**
 * Ranks claims that exclude each other. One period and other values: the better source's is preferred, unless a source ranks one itself.
 * A later period closes an earlier one. A forecast never meets an actual: their modality is part of the key. Rule: `model.md` section 7.
 */
export function resolveRivals(rivals: readonly Rival[]): Resolution {
  const resolution: Resolution = { preferred: new Set(), validTo: new Map() };
  const standing = rivals.filter((it) => it.rank !== "deprecated");
  if (standing.length < 2) return resolution;
  const starts = [...new Set(standing.map((it) => it.validFrom ?? ""))].sort();
  for (const [index, start] of starts.entries()) {
    const group = standing.filter((it) => (it.validFrom ?? "") === start);
    if (new Set(group.map((it) => it.said)).size > 1 && !group.some((it) => it.rank === "preferred"))
      resolution.preferred.add(([...group].sort(byPreference)[0] as Rival).id);
    const next = starts[index + 1];
    if (start !== "" && next !== undefined) for (const it of group) if (it.validTo === undefined) resolution.validTo.set(it.id, next);
  }
  return resolution;
}
