import type { Change, ChangeKind, RecordTable, Tallies } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { ClaimDifference } from "./compare-claims.ts";
import type { Content, ContentOf } from "./content.ts";

/** A change of a record, named after it. */
export const entry = (kind: ChangeKind, table: RecordTable, id: string, before: Content | null, after: Content | null): Change => ({
  id: `${table}:${id}`,
  kind,
  record: { table, id },
  before: before as RecordContent | null,
  after: after as RecordContent | null,
  evidence: (((after ?? before) as { evidence?: RecordContent[] }).evidence ?? []) as RecordContent[],
});

export function claimChanges<T extends "statements" | "metrics">(
  table: T,
  { added, changed, removed }: ClaimDifference<ContentOf[T]>,
  conflicts: ReadonlyMap<string, unknown>,
): Change[] {
  const kindOf = (id: string, kind: ChangeKind): ChangeKind => (conflicts.has(id) ? "conflict" : kind);
  return [
    ...[...added].map(([id, after]) => entry(kindOf(id, "added"), table, id, null, after)),
    ...[...changed].map(([id, { before, after }]) => entry(kindOf(id, "changed"), table, id, before, after)),
    ...[...removed].map(([id, before]) => entry("removed", table, id, before, null)),
  ];
}

/** What a change does to its record, a conflict included. */
export const effectOf = ({ before, after }: Pick<Change, "before" | "after">): "added" | "changed" | "removed" =>
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
