import type { Change, ChangeKind, RecordTable, Tallies } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { AddedRecords } from "./added.ts";
import type { ClaimDifference } from "./compare-claims.ts";
import { type Content, type ContentOf, contentHash } from "./content.ts";

/** A change of a record, named after it. */
export const entry = (kind: ChangeKind, table: RecordTable, id: string, before: Content | null, after: Content | null): Change => ({
  id: `${table}:${id}`,
  kind,
  record: { table, id },
  before: before as RecordContent | null,
  after: after as RecordContent | null,
  evidence: (((after ?? before) as { evidence?: RecordContent[] }).evidence ?? []) as RecordContent[],
});

type ClaimTable = "statements" | "metrics";

export const addedClaims = <T extends ClaimTable>(
  table: T,
  added: Iterable<readonly [id: string, after: ContentOf[T]]>,
  conflicts: ReadonlyMap<string, unknown>,
): Change[] => [...added].map(([id, after]) => entry(conflicts.has(id) ? "conflict" : "added", table, id, null, after));

export function claimChanges<T extends ClaimTable>(
  table: T,
  { changed, removed }: ClaimDifference<ContentOf[T]>,
  conflicts: ReadonlyMap<string, unknown>,
): Change[] {
  return [
    ...[...changed].map(([id, { before, after }]) => entry(conflicts.has(id) ? "conflict" : "changed", table, id, before, after)),
    ...[...removed].map(([id, before]) => entry("removed", table, id, before, null)),
  ];
}

export type FoundEffect = "added" | "changed" | "removed";

/** A change as comparing finds it. */
export interface Found {
  /** Of the change. */
  id: string;
  kind: ChangeKind;
  table: RecordTable;
  effect: FoundEffect;
  /** Of the record after it; empty when it is removed. */
  hash: string;
  /** Null where it is only counted. */
  change: Change | null;
}

export const foundIn = (change: Change): Found => ({
  id: change.id,
  kind: change.kind,
  table: change.record.table,
  effect: effectOf(change),
  hash: change.after === null ? "" : contentHash(change.after as unknown as Content),
  change,
});

/** New records as changes, those whose content was not kept by their hash. */
export function* addedRecords<T extends RecordTable>(
  table: T,
  added: AddedRecords<ContentOf[T]>,
  conflicts?: ReadonlyMap<string, unknown>,
): Generator<Found> {
  for (const { id, hash, content } of added) {
    const kind = conflicts?.has(id) === true ? "conflict" : "added";
    const change = content === undefined ? null : entry(kind, table, id, null, content);
    yield { id: `${table}:${id}`, kind, table, effect: "added", hash, change };
  }
}

/** What a change does to its record, a conflict included. */
export const effectOf = ({ before, after }: Pick<Change, "before" | "after">): FoundEffect =>
  before === null ? "added" : after === null ? "removed" : "changed";

type Tally = Tallies["entities"];

/** Counts changes; `unchanged` as given, 0 where not. */
export function talliesOf(changes: readonly Change[], unchanged?: Readonly<Tallies>): Tallies {
  const tally = (table: keyof Omit<Tallies, "conflicts">): Tally => ({
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: unchanged?.[table].unchanged ?? 0,
  });
  const tallies: Tallies = {
    entities: tally("entities"),
    statements: tally("statements"),
    metrics: tally("metrics"),
    documents: tally("documents"),
    conflicts: 0,
  };
  for (const change of changes) {
    if (change.kind === "conflict") tallies.conflicts += 1;
    if (change.record.table !== "constraints") tallies[change.record.table][effectOf(change)] += 1;
  }
  return tallies;
}
