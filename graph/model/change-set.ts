import { z } from "zod";
import { recordContent } from "./record.ts";

export const changeKinds = ["added", "changed", "removed", "conflict"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The tables whose records change one by one; evidence, aliases and paragraphs count at their owner. */
export const recordTables = ["documents", "entities", "constraints", "statements", "metrics"] as const;
export type RecordTable = (typeof recordTables)[number];

/** One change of one record, with its state before and after as canonical content (owner's evidence, aliases or paragraphs inside). */
export const change = z.strictObject({
  id: z.string(),
  kind: z.enum(changeKinds),
  record: z.strictObject({ table: z.enum(recordTables), id: z.string() }),
  before: recordContent.nullable(),
  after: recordContent.nullable(),
  evidence: z.array(recordContent),
});
export type Change = z.infer<typeof change>;

const tally = z.strictObject({ added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int() });

export const tallies = z.strictObject({ entities: tally, statements: tally, metrics: tally, documents: tally, conflicts: z.int() });
export type Tallies = z.infer<typeof tallies>;

/** What would change in a store, as a person can review it. */
export const changeSet = z.strictObject({
  id: z.string(),
  /** Number of the revision that it was compared with; 0 for an empty store. */
  basedOn: z.int().min(0),
  changes: z.array(change),
  tallies,
  /** Heads of the datasets that speak through it, where they are new or changed; they count in no tally. */
  datasets: z.array(recordContent).optional(),
});
export type ChangeSet = z.infer<typeof changeSet>;

/** What a seed or an apply did. */
export const revision = z.strictObject({
  number: z.int().min(1),
  /** ISO date-time. */
  at: z.string(),
  author: z.string(),
  message: z.string(),
  sources: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  tallies,
  /** Sum of record hashes after the revision. */
  checksum: z.string(),
});
export type Revision = z.infer<typeof revision>;
