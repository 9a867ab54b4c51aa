import type { Claim } from "./compare-claims.ts";
import { type ContentOf, type EvidencePart, metricContent, statementContent } from "./content.ts";
import type { StoredClaim } from "./stored.ts";

const placeOf = (it: EvidencePart): string => [it.document, it.start, it.end, it.row].join("|");

/** Claims in the words in which they stand already, with the new evidence beside the old; unknown ones as they are. */
export async function inStandingWords<T extends "statements" | "metrics">({
  table,
  claims,
  standing,
  readFull,
}: {
  table: T;
  claims: readonly Claim<ContentOf[T]>[];
  /** Ids of claims that stand, by what they say. */
  standing: ReadonlyMap<string, string>;
  readFull: (ids: readonly string[]) => Promise<Map<string, StoredClaim<ContentOf[T]>>>;
}): Promise<Claim<ContentOf[T]>[]> {
  const contentOf = (table === "statements" ? statementContent : metricContent) as unknown as (
    it: ContentOf[T],
    evidence: readonly EvidencePart[],
  ) => ContentOf[T];
  const full = await readFull(claims.flatMap((it) => standing.get(it.sameness) ?? []));
  return claims.map((claim) => {
    const known = full.get(standing.get(claim.sameness) ?? "")?.content;
    if (known === undefined) return claim;
    const places = new Set(known.evidence.map(placeOf));
    const fresh = claim.content.evidence.filter((it) => !places.has(placeOf(it)));
    return { ...claim, content: contentOf(known, [...known.evidence, ...fresh]) };
  });
}
