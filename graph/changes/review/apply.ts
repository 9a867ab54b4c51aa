import { closureOf } from "#graph/analysis/change-closure.ts";
import type { Change, ChangeSet, Revision } from "#graph/model/change-set.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { acceptOnly } from "../accept.ts";
import { type ApplyOptions, apply } from "../apply.ts";
import { askStore } from "../ask.ts";
import { ChangeSetIncomplete } from "../settle.ts";
import type { Step } from "../steps.ts";
import { asDecided, type KeptDecision, type KeptSurroundings, needsIn, readChanges, readDecisions, type Structure } from "./read.ts";
import { type Rejection, rejectionStep, undoingsOf } from "./rejections.ts";
import { rebase } from "./renew.ts";
import { changeHeadOf, type Head, readOpenHead, readParts } from "./stored.ts";

interface ApplyReviewOptions extends Pick<ApplyOptions, "author" | "message" | "now" | "onProgress" | "signal"> {
  id: string;
  /** Ids of changes, with what they need; or every change that is not rejected; or only what was accepted. */
  accept: readonly string[] | "all" | "decided";
}

/** An apply that died keeps its change set for so long from being decided. */
const leaseMs = 10 * 60_000;
const closeHead =
  "UNWIND $rows AS row MATCH (c:ChangeSet {id: row.id}) SET c.state = 'applied', c.revision = row.revision, c.version = row.version, c.applyingUntil = 0";
const leaveOpen = "UNWIND $rows AS row MATCH (c:ChangeSet {id: row.id}) SET c.version = row.version, c.applyingUntil = 0";

/**
 * Applies a change set, all or nothing, as one revision, and closes it in the same stroke; what nobody has decided of a dataset or a
 * document stays open and is compared anew. The revision is null when nothing was left to apply; `left` are the ids of what was not
 * applied. Throws ChangeSetUnknown, ChangeSetClosed, ReviewOutdated when someone decides in the
 * same moment, ChangeSetStale when the store moved on (`rebase` it), and ChangeSetIncomplete when what is accepted needs what is rejected.
 */
export async function applyChangeSet(
  store: GraphStore,
  { id, accept, author, message, now, onProgress, signal }: ApplyReviewOptions,
): Promise<{ revision: Revision | null; left: string[] }> {
  const ask = askStore(store, signal);
  const head = await readOpenHead(ask, id);
  const decisions = await readDecisions(ask, head);
  const [structure] = (await readParts(ask, head, "structure")) as [Structure];
  const [{ datasets }] = (await readParts(ask, head, "surroundings")) as [KeptSurroundings];
  const accepted = acceptedOf({ accept, structure, decisions });
  const changes = (await readChanges(ask, head)).map((it) => asDecided(it, decisions.get(it.id)));
  const whole: ChangeSet = { id, basedOn: head.basedOn, changes, tallies: head.tallies, ...(datasets.length === 0 ? {} : { datasets }) };
  const { datasets: heads, ...bare } = acceptOnly(whole, accepted);
  const changeSet =
    bare.changes.length === 0 && changes.length > 0 ? bare : { ...bare, ...(heads === undefined ? {} : { datasets: heads }) };
  const taken = new Set(accepted);
  const left = structure.ids.filter((change) => !taken.has(change));
  const isSource = head.origin === "dataset" || head.origin === "document";
  const staysOpen = isSource && left.some((change) => decisions.get(change)?.decision !== "rejected");

  await changeHeadOf(store, head, { head: { applyingUntil: now.getTime() + leaseMs }, now });
  const reserved = { id, version: head.version + 1 };
  try {
    const closing = closingSteps({ head, changeSet, staysOpen, by: author, now });
    const revision = await apply({
      store,
      changeSet,
      author,
      message,
      sources: head.sources,
      now,
      closing,
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (revision === null) await changeHeadOf(store, reserved, { head: { applyingUntil: 0 }, now });
    // What was applied stands. Should this fail, the rest is outdated, as after any other revision, and is compared anew when asked.
    else if (staysOpen) await rebase(store, { id, by: author, now }).catch(() => undefined);
    return { revision, left };
  } catch (error) {
    await changeHeadOf(store, reserved, { head: { applyingUntil: 0 }, now }).catch(() => undefined);
    throw error;
  }
}

function acceptedOf({
  accept,
  structure,
  decisions,
}: {
  accept: ApplyReviewOptions["accept"];
  structure: Structure;
  decisions: ReadonlyMap<string, KeptDecision>;
}): string[] {
  const is = (change: string, kind: KeptDecision["decision"]): boolean => decisions.get(change)?.decision === kind;
  const needs = needsIn(structure);
  const known = new Set(structure.ids);
  const chosen =
    accept === "all"
      ? structure.ids.filter((change) => !is(change, "rejected"))
      : accept === "decided"
        ? structure.ids.filter((change) => is(change, "accepted"))
        : accept.filter((change) => known.has(change));
  const all = closureOf(needs, { accept: chosen });
  const missing = all.filter(({ change, because }) => because !== null && is(change, "rejected")).map(({ change }) => change);
  if (missing.length > 0) throw new ChangeSetIncomplete(missing);
  return all.map(({ change }) => change);
}

/**
 * Written together with the revision: the change set is closed or left with its rest, and what people decided by hand or from a document is not undone by a
 * dataset that speaks for the same documents and says otherwise, or nothing.
 */
function closingSteps({
  head,
  changeSet,
  staysOpen,
  by,
  now,
}: {
  head: Head;
  changeSet: ChangeSet;
  staysOpen: boolean;
  by: string;
  now: Date;
}): Step[] {
  const closed = {
    text: staysOpen ? leaveOpen : closeHead,
    rows: [{ id: head.id, revision: head.basedOn + 1, version: head.version + 2 }],
  };
  const isMerger = ({ before, after }: Change): boolean =>
    before !== null && after !== null && textsOf(after.mergedFrom).length > textsOf(before.mergedFrom).length;
  const decided = head.origin === "revert" ? [] : head.origin === "dataset" ? changeSet.changes.filter(isMerger) : changeSet.changes;
  if (decided.length === 0) return [closed];
  const about = { changeSet: head.id, by, at: now.toISOString() };
  const undone = new Map<string, Rejection>();
  for (const change of decided)
    for (const id of undoingsOf(change))
      undone.set(id, { ...about, id, change: change.id, table: change.record.table, record: change.record.id });
  return [closed, rejectionStep([...undone.values()])];
}

const textsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
