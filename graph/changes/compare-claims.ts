import { type ContentOf, contentHash, type EvidencePart, metricContent, statementContent } from "./content.ts";
import type { ClaimMark } from "./ledger.ts";
import type { StoredClaim } from "./stored.ts";

type Claims = "statements" | "metrics";

export interface ClaimDifference<C> {
  added: Map<string, C>;
  changed: Map<string, { before: C; after: C }>;
  removed: Map<string, C>;
  unchanged: number;
}

export interface Claim<C> {
  /** As its file gives it, evidence included. */
  content: C;
  /** Two claims with one of these say the same. */
  sameness: string;
}

interface Match<C> extends Claim<C> {
  stored: ClaimMark | undefined;
  /** Matched by what it says, under another id than its own. */
  renamed: boolean;
}

const placeOf = (it: EvidencePart): string => [it.document, it.paragraph, it.start, it.end, it.row].join("|");

/** Evidence of the documents that the dataset speaks for is the dataset's; that of others stays as stored. */
function mergedEvidence(given: readonly EvidencePart[], stored: readonly EvidencePart[], spoken: ReadonlySet<string>): EvidencePart[] {
  const kept = stored.filter((it) => !spoken.has(it.document));
  const places = new Set(given.map(placeOf));
  return [...given, ...kept.filter((it) => !places.has(placeOf(it)))];
}

/** An id of its own for a claim whose id means another claim in the store. */
const mintedId = (id: string, sameness: string): string => `${id}-${sameness.slice(0, 6)}`;

/**
 * Statements or metrics against the store's. Same saying = same record, whatever its id: the documents the dataset speaks for are
 * replaced in its evidence. One that the dataset no longer asserts loses those documents, and goes when none is left.
 */
export async function compareClaims<T extends Claims>({
  table,
  claims,
  stored,
  samenessOf,
  spoken,
  readFull,
}: {
  table: T;
  claims: readonly Claim<ContentOf[T]>[];
  stored: ReadonlyMap<string, ClaimMark>;
  samenessOf: (mark: ClaimMark) => string;
  spoken: ReadonlySet<string>;
  readFull: (ids: readonly string[]) => Promise<Map<string, StoredClaim<ContentOf[T]>>>;
}): Promise<ClaimDifference<ContentOf[T]>> {
  const contentOf = (table === "statements" ? statementContent : metricContent) as unknown as (
    it: ContentOf[T],
    evidence: readonly EvidencePart[],
  ) => ContentOf[T];
  const difference: ClaimDifference<ContentOf[T]> = { added: new Map(), changed: new Map(), removed: new Map(), unchanged: 0 };
  const bySaying = new Map<string, ClaimMark>();
  for (const mark of stored.values()) bySaying.set(samenessOf(mark), mark);
  const onlySpoken = (mark: ClaimMark): boolean => mark.documents.every((it) => spoken.has(it));

  const matched = new Set<string>();
  const matches = claims.map((claim): Match<ContentOf[T]> => {
    const found = bySaying.get(claim.sameness);
    if (found !== undefined) matched.add(found.id);
    return { ...claim, stored: found, renamed: found !== undefined && found.id !== claim.content.id };
  });
  const pending: Match<ContentOf[T]>[] = [];
  for (const match of matches) {
    if (match.stored === undefined) {
      const sameId = stored.get(match.content.id);
      if (sameId === undefined) {
        difference.added.set(match.content.id, match.content);
      } else if (!matched.has(sameId.id) && onlySpoken(sameId)) {
        matched.add(sameId.id);
        pending.push({ ...match, stored: sameId });
      } else {
        const id = mintedId(match.content.id, match.sameness);
        difference.added.set(id, contentOf({ ...match.content, id }, match.content.evidence));
      }
    } else if (!match.renamed && onlySpoken(match.stored) && contentHash(match.content) === match.stored.hash) {
      difference.unchanged += 1;
    } else pending.push(match);
  }
  const losing = [...stored.values()].filter((it) => !matched.has(it.id) && it.documents.some((document) => spoken.has(document)));
  const full = await readFull([...pending.map((it) => (it.stored as ClaimMark).id), ...losing.map((it) => it.id)]);

  for (const { content, renamed, stored: mark } of pending) {
    const id = (mark as ClaimMark).id;
    const before = (full.get(id) as StoredClaim<ContentOf[T]>).content;
    const base = renamed && !onlySpoken(mark as ClaimMark) ? before : { ...content, id };
    const after = contentOf(base, mergedEvidence(content.evidence, before.evidence, spoken));
    if (contentHash(after) === (mark as ClaimMark).hash) difference.unchanged += 1;
    else difference.changed.set(id, { before, after });
  }
  for (const { id } of losing) {
    const before = (full.get(id) as StoredClaim<ContentOf[T]>).content;
    const left = before.evidence.filter((it) => !spoken.has(it.document));
    if (left.length === 0) difference.removed.set(id, before);
    else difference.changed.set(id, { before, after: contentOf(before, left) });
  }
  return difference;
}
