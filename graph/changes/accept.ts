import type { ChangeSet } from "#graph/model/change-set.ts";
import { talliesOf } from "./entries.ts";

/** The part of a change set that a person accepted, by change ids. What it leaves out counts nowhere. Unknown ids are ignored. */
export function acceptOnly(changeSet: ChangeSet, ids: readonly string[]): ChangeSet {
  const accepted = new Set(ids);
  const changes = changeSet.changes.filter((it) => accepted.has(it.id));
  return { ...changeSet, changes, tallies: talliesOf(changes, changeSet.tallies) };
}
