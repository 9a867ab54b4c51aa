import type { Change, ChangeSet, Tallies } from "#graph/model/change-set.ts";

type Tally = Tallies["entities"];

/** What a change does to its record, a conflict included. */
const effectOf = ({ before, after }: Change): "added" | "changed" | "removed" =>
  before === null ? "added" : after === null ? "removed" : "changed";

/** The part of a change set that a person accepted, by change ids. What it leaves out counts nowhere. Unknown ids are ignored. */
export function acceptOnly(changeSet: ChangeSet, ids: readonly string[]): ChangeSet {
  const accepted = new Set(ids);
  const changes = changeSet.changes.filter((it) => accepted.has(it.id));
  const tallyOf = (table: keyof Omit<Tallies, "conflicts">): Tally => {
    const tally: Tally = { added: 0, changed: 0, removed: 0, unchanged: changeSet.tallies[table].unchanged };
    for (const change of changes) if (change.record.table === table) tally[effectOf(change)] += 1;
    return tally;
  };
  return {
    ...changeSet,
    changes,
    tallies: {
      entities: tallyOf("entities"),
      statements: tallyOf("statements"),
      metrics: tallyOf("metrics"),
      documents: tallyOf("documents"),
      conflicts: changes.filter((it) => it.kind === "conflict").length,
    },
  };
}
