import type { Change, ChangeSet, Tallies } from "#graph/model/change-set.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "./ask.ts";
import { type Content, contentHash } from "./content.ts";
import { entry } from "./entries.ts";
import { hangingOn } from "./hanging.ts";
import { readNewest } from "./ledger.ts";
import { readRevision } from "./revisions.ts";
import { readStanding } from "./standing.ts";

type Tally = Tallies["entities"];
const noTally = (): Tally => ({ added: 0, changed: 0, removed: 0, unchanged: 0 });

/**
 * The change set that takes back a revision; null when there is none of this number. A record that was changed again since is marked as
 * a conflict: applying it loses the later change. So is a later record that names or rests on what the revision brought: it goes with it.
 */
export async function revert(store: GraphStore, number: number): Promise<ChangeSet | null> {
  const found = await readRevision(store, number);
  if (found === null) return null;
  const ask = askStore(store);
  const { revision: basedOn } = await readNewest(ask);
  const tallies: Tallies = { entities: noTally(), statements: noTally(), metrics: noTally(), documents: noTally(), conflicts: 0 };
  const changes: Change[] = [];
  for (const table of ["documents", "entities", "constraints", "statements", "metrics"] as const) {
    const made = found.changes.filter((it) => it.record.table === table);
    const now: Map<string, Content> = await readStanding(
      ask,
      table,
      made.map((it) => it.record.id),
    );
    for (const { id, record, before: wanted, after: left } of made) {
      const current = now.get(record.id) ?? null;
      const same = (a: unknown, b: unknown): boolean =>
        a === null || b === null ? a === b : contentHash(a as Content) === contentHash(b as Content);
      if (same(current, wanted)) continue;
      const kind = wanted === null ? "removed" : current === null ? "added" : "changed";
      const isLater = !same(current, left);
      if (isLater) tallies.conflicts += 1;
      if (table !== "constraints") tallies[table][kind] += 1;
      changes.push({
        id,
        kind: isLater ? "conflict" : kind,
        record,
        before: current as Change["before"],
        after: wanted,
        evidence: ((wanted ?? current) as { evidence?: Change["evidence"] }).evidence ?? [],
      });
    }
  }
  const made = new Set(found.changes.map((it) => it.id));
  const going = (table: Change["record"]["table"]): string[] =>
    changes.filter((it) => it.record.table === table && it.after === null).map((it) => it.record.id);
  const isKnown = (table: Change["record"]["table"], id: string): boolean => made.has(`${table}:${id}`);
  for (const it of await hangingOn(ask, { entities: going("entities"), documents: going("documents"), isKnown })) {
    tallies.conflicts += 1;
    if (it.table !== "constraints") tallies[it.table][it.after === null ? "removed" : "changed"] += 1;
    changes.push(entry("conflict", it.table, it.id, it.before, it.after));
  }
  return { id: `revert-${number}-of-${basedOn}`, basedOn, changes, tallies };
}
