import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { DecisionKind, DecisionsAnswer } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type Ask, askStore } from "../ask.ts";
import { checkCorrections } from "../edits/check-record.ts";
import { carryOut } from "./carry-out.ts";
import { ReviewRefused } from "./faults.ts";
import { countOf, decisionParts } from "./propose.ts";
import {
  asDecided,
  changesAtOnce,
  decisionOf,
  type KeptDecision,
  needsIn,
  readChanges,
  readDecisions,
  type Structure,
  structureOf,
} from "./read.ts";
import { type Rejection, rejectionIdOf, writeRejections } from "./rejections.ts";
import { changeHeadOf, type Head, packPart, readOpenHead, readParts } from "./stored.ts";

export { discard } from "./discard.ts";
export { answer, rebase } from "./renew.ts";

interface DecideOptions {
  id: string;
  /** The version that the person saw. */
  version: number;
  /** `edited`: the record as the person corrected it, in place of the change's `after`. */
  decisions: readonly { change: string; decision: DecisionKind | null; edited?: RecordContent | undefined }[];
  by: string;
  now: Date;
}

/**
 * Decides changes of an open change set. Accepting takes along what a change needs, rejecting what needs it; taking a decision back takes
 * back what it carried along. Throws ChangeSetUnknown, ChangeSetClosed, ReviewOutdated, and ReviewRefused for an unknown change or a
 * correction that is no valid record.
 */
export async function decide(store: GraphStore, { id, version, decisions, by, now }: DecideOptions): Promise<DecisionsAnswer> {
  const ask = askStore(store);
  const at = now.toISOString();
  const head = await readOpenHead(ask, id, version);
  const [structure] = (await readParts(ask, head, "structure")) as [Structure];
  const placeOf = new Map(structure.ids.map((change, place) => [change, place]));
  const unknown = decisions.filter((it) => !placeOf.has(it.change)).map((it) => `"${it.change}" is no change of "${id}"`);
  if (unknown.length > 0) throw new ReviewRefused("Decision", unknown);
  const partsOf = (ids: Iterable<string>): number[] => [
    ...new Set([...ids].map((change) => Math.floor((placeOf.get(change) as number) / changesAtOnce))),
  ];

  const before = await readDecisions(ask, head);
  const corrections = new Map(decisions.flatMap((it) => (it.edited === undefined ? [] : [[it.change, it.edited] as const])));
  const all = corrections.size === 0 ? [] : (await readChanges(ask, head)).map((it) => asDecided(it, before.get(it.id)));
  const corrected = await checkCorrections(ask, { corrections, changes: all });
  const restructured = (changes: readonly Change[]): Structure =>
    structureOf(changes.map((it) => (corrected.has(it.id) ? { ...it, after: corrected.get(it.id) as RecordContent } : it)));
  const needs = needsIn(corrected.size === 0 ? structure : restructured(all));

  const after = carryOut(before, decisions, { needs, corrected, by, at });
  const touched = new Set(decisions.map((it) => it.change));
  for (const change of new Set([...before.keys(), ...after.keys()])) if (before.get(change) !== after.get(change)) touched.add(change);
  const edited = [...touched].some((it) => before.get(it)?.edited !== after.get(it)?.edited);

  const memory = await memoryOf({ ask, head, before, after, touched, partsOf, by, at });
  const kept = decisionParts(structure.ids, after);
  const parts = await Promise.all(partsOf(touched).map((part) => packPart(head, "decisions", part, kept[part])));
  if (edited) {
    const changes = (await readChanges(ask, head)).map((it) => asDecided(it, after.get(it.id)));
    parts.push(await packPart(head, "structure", 0, structureOf(changes)));
  }
  await changeHeadOf(store, head, {
    head: { accepted: countOf(after, "accepted"), rejected: countOf(after, "rejected") },
    parts,
    also: (transaction) => writeRejections(transaction, { ...memory, changeSet: id }),
    now,
  });
  const answered = [...touched].map((change) => [change, after.get(change)] as const);
  return {
    version: version + 1,
    decided: answered.map(([change, it]) => ({
      change,
      decision: it === undefined ? null : decisionOf(it),
      because: it?.because ?? null,
    })),
  };
}

/** What is to be remembered of these decisions, and what no longer. Reverts and edits ask on purpose: a no to them is not remembered. */
async function memoryOf({
  ask,
  head,
  before,
  after,
  touched,
  partsOf,
  by,
  at,
}: {
  ask: Ask;
  head: Head;
  before: ReadonlyMap<string, KeptDecision>;
  after: ReadonlyMap<string, KeptDecision>;
  touched: ReadonlySet<string>;
  partsOf: (ids: Iterable<string>) => number[];
  by: string;
  at: string;
}): Promise<{ keep: Rejection[]; drop: string[] }> {
  const memory = { keep: [] as Rejection[], drop: [] as string[] };
  if (head.origin !== "dataset" && head.origin !== "document") return memory;
  const rejected = [...touched].filter((it) => after.get(it)?.decision === "rejected");
  const forgotten = [...touched].filter((it) => before.get(it)?.decision === "rejected" && after.get(it)?.decision !== "rejected");
  if (rejected.length + forgotten.length === 0) return memory;
  const roots = rejected.flatMap((it) => after.get(it)?.because ?? []);
  const wanted = new Set([...rejected, ...forgotten, ...roots]);
  const changes = new Map((await readChanges(ask, head, partsOf(wanted))).map((it) => [it.id, it]));
  const idOf = (change: string): string => rejectionIdOf(changes.get(change) as Change);
  for (const change of forgotten) memory.drop.push(idOf(change));
  for (const change of rejected) {
    const { table, id: record } = (changes.get(change) as Change).record;
    const because = after.get(change)?.because;
    memory.keep.push({
      id: idOf(change),
      changeSet: head.id,
      change,
      table,
      record,
      by,
      at,
      ...(because === undefined ? {} : { because: idOf(because) }),
    });
  }
  return memory;
}
