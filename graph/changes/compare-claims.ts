import { AddedRecords } from "./added.ts";
import { type ContentOf, contentHash, type EvidencePart, metricContent, statementContent } from "./content.ts";
import type { SpooledContents } from "./first/spooled-contents.ts";
import type { ClaimMarks } from "./marks/claim-marks.ts";
import type { Standing } from "./standing-records.ts";
import type { StoredClaim } from "./stored.ts";

type Claims = "statements" | "metrics";

export interface ClaimDifference<C> {
  changed: Map<string, { before: C; after: C }>;
  removed: Map<string, C>;
}

/** What comparing finds, with what is new and how many stay. */
export interface ComparedClaims<T extends Claims> extends ClaimDifference<ContentOf[T]> {
  added: AddedRecords<ContentOf[T]>;
  unchanged: number;
}

export interface Claim<C> {
  /** As its file gives it, evidence included. */
  content: C;
  /** Two claims with one of these say the same. */
  sameness: string;
}

/** A claim that differs, or whose id is another's in the store. */
interface Match<C> extends Claim<C> {
  /** Number of the claim of the store that says the same, -1 without one. */
  stored: number;
  /** How many new ones came before it. */
  place: number;
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
 * replaced in its evidence. One that the dataset no longer asserts loses those documents, and goes when none is left. Claims that do not
 * differ are let go at once.
 */
export async function compareClaims<T extends Claims>({
  table,
  read,
  stored,
  standing,
  spoken,
  keep,
  into,
  readFull,
  onAdded,
}: {
  table: T;
  /** What was found to stand unchanged. */
  standing: Standing;
  /** Reads the dataset's other claims, some at a time. */
  read: () => AsyncIterable<readonly Claim<ContentOf[T]>[]>;
  stored: ClaimMarks;
  spoken: ReadonlySet<string>;
  /** So many of the new ones in full. */
  keep: number;
  /** All of them, where they go into an empty store. */
  into?: SpooledContents | undefined;
  readFull: (ids: readonly string[]) => Promise<Map<string, StoredClaim<ContentOf[T]>>>;
  onAdded: (id: string, content: ContentOf[T]) => void;
}): Promise<ComparedClaims<T>> {
  const contentOf = (table === "statements" ? statementContent : metricContent) as unknown as (
    it: ContentOf[T],
    evidence: readonly EvidencePart[],
  ) => ContentOf[T];
  const added = new AddedRecords<ContentOf[T]>(keep);
  const difference: ComparedClaims<T> = { added, changed: new Map(), removed: new Map(), unchanged: standing.count };
  const { all: onlySpoken, some: isSpoken } = stored.restingIn(spoken);
  const matched = Uint8Array.from(standing.stored);

  const differing: Match<ContentOf[T]>[] = [];
  for await (const some of read())
    for (const { content, sameness } of some) {
      const found = stored.saying(sameness);
      if (found < 0 && !stored.has(content.id)) {
        added.add(content.id, content);
        onAdded(content.id, content);
        if (into !== undefined) await into.add<Claims>(table, content);
        continue;
      }
      if (found >= 0) matched[found] = 1;
      if (found >= 0 && stored.idOf(found) === content.id && onlySpoken(found) && stored.hasHash(found, contentHash(content)))
        difference.unchanged += 1;
      else differing.push({ content, sameness, stored: found, place: added.ids.size });
    }
  const pending: Match<ContentOf[T]>[] = [];
  for (const match of differing) {
    const sameId = match.stored < 0 ? stored.numberOf(match.content.id) : -1;
    if (match.stored >= 0) pending.push(match);
    else if (matched[sameId] === 0 && onlySpoken(sameId)) {
      matched[sameId] = 1;
      pending.push({ ...match, stored: sameId });
    } else {
      const id = mintedId(match.content.id, match.sameness);
      const content = contentOf({ ...match.content, id }, match.content.evidence);
      added.addLate(id, content, match.place);
      onAdded(id, content);
    }
  }
  const losing: string[] = [];
  for (let number = 0; number < stored.size; number += 1) if (matched[number] === 0 && isSpoken(number)) losing.push(stored.idOf(number));
  const full = await readFull([...pending.map((it) => stored.idOf(it.stored)), ...losing]);

  for (const { content, stored: number } of pending) {
    const id = stored.idOf(number);
    const renamed = id !== content.id;
    const before = (full.get(id) as StoredClaim<ContentOf[T]>).content;
    const base = renamed && !onlySpoken(number) ? before : { ...content, id };
    const after = contentOf(base, mergedEvidence(content.evidence, before.evidence, spoken));
    if (stored.hasHash(number, contentHash(after))) difference.unchanged += 1;
    else difference.changed.set(id, { before, after });
  }
  for (const id of losing) {
    const before = (full.get(id) as StoredClaim<ContentOf[T]>).content;
    const left = before.evidence.filter((it) => !spoken.has(it.document));
    if (left.length === 0) difference.removed.set(id, before);
    else difference.changed.set(id, { before, after: contentOf(before, left) });
  }
  return difference;
}
