import { createHash } from "node:crypto";
import { type Change, type ChangeKind, changeKinds, type RecordTable, recordTables, type Tallies } from "#graph/model/change-set.ts";
import { hand } from "./edits/hand.ts";
import { type Found, type FoundEffect, talliesOf } from "./entries.ts";

/** How many changes there are, by what they are of and their kind. */
export type ChangeCounts = Record<RecordTable, Record<ChangeKind, number>>;

const noChanges = (): ChangeCounts =>
  Object.fromEntries(
    recordTables.map((table) => [table, Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>]),
  ) as ChangeCounts;

/** Takes changes in their order: counts them, works out the change set's id, and keeps all of them, or those that are to be looked at. */
export class Gathering {
  size = 0;
  /** Something is new that belongs to the editors' own dataset. */
  isByHand = false;
  readonly changes: Change[] = [];
  readonly counts = noChanges();
  private readonly sample: number | undefined;
  /** Ids of changes that are looked at beside the first of their group. */
  private readonly beside: ReadonlySet<string>;
  private readonly fingerprint = createHash("sha256");
  private readonly effects: Record<RecordTable, Record<FoundEffect, number>>;

  constructor({ revision, sample, beside }: { revision: number; sample: number | undefined; beside: ReadonlySet<string> }) {
    this.sample = sample;
    this.beside = beside;
    this.fingerprint.update(String(revision));
    this.effects = Object.fromEntries(recordTables.map((table) => [table, { added: 0, changed: 0, removed: 0 }])) as typeof this.effects;
  }

  add({ id, kind, table, effect, hash, change }: Found): void {
    this.size += 1;
    this.fingerprint.update(`\n${id} ${kind} ${hash}`);
    this.effects[table][effect] += 1;
    this.counts[table][kind] += 1;
    if (effect === "added" && change?.after?.dataset === hand) this.isByHand = true;
    if (change !== null && (this.sample === undefined || this.counts[table][kind] <= this.sample || this.beside.has(id)))
      this.changes.push(change);
  }

  /** After the last change: what names them all. */
  id(): string {
    return `cs-${this.fingerprint.digest("hex").slice(0, 20)}`;
  }

  tallies(unchanged: Readonly<Tallies>): Tallies {
    const tallies = talliesOf([], unchanged);
    for (const table of recordTables) {
      tallies.conflicts += this.counts[table].conflict;
      if (table !== "constraints") Object.assign(tallies[table], this.effects[table]);
    }
    return tallies;
  }
}
