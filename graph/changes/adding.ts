import type { Claim } from "./compare-claims.ts";
import { type ContentOf, type EvidencePart, metricContent, statementContent } from "./content.ts";
import type { ClaimMarks } from "./marks/claim-marks.ts";
import type { StoredClaim } from "./stored.ts";

const placeOf = (it: EvidencePart): string => [it.document, it.start, it.end, it.row].join("|");

/** Claims in the words in which they stand already, with the new evidence beside the old; unknown ones as they are. */
export async function* inStandingWords<T extends "statements" | "metrics">({
  table,
  claims,
  stored,
  readFull,
}: {
  table: T;
  claims: AsyncIterable<readonly Claim<ContentOf[T]>[]>;
  stored: ClaimMarks;
  readFull: (ids: readonly string[]) => Promise<Map<string, StoredClaim<ContentOf[T]>>>;
}): AsyncGenerator<Claim<ContentOf[T]>[]> {
  const contentOf = (table === "statements" ? statementContent : metricContent) as unknown as (
    it: ContentOf[T],
    evidence: readonly EvidencePart[],
  ) => ContentOf[T];
  for await (const some of claims) {
    const standing = some.map((it) => {
      const number = stored.saying(it.sameness);
      return number < 0 ? null : stored.idOf(number);
    });
    const full = await readFull(standing.filter((id) => id !== null));
    yield some.map((claim, at) => {
      const known = full.get(standing[at] ?? "")?.content;
      if (known === undefined) return claim;
      const places = new Set(known.evidence.map(placeOf));
      const fresh = claim.content.evidence.filter((it) => !places.has(placeOf(it)));
      return { ...claim, content: contentOf(known, [...known.evidence, ...fresh]) };
    });
  }
}
