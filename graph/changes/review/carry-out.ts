import { closureOf, neededBy } from "#graph/analysis/change-closure.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { DecisionKind } from "#graph/model/review.ts";
import type { KeptDecision } from "./read.ts";

export interface Asked {
  change: string;
  /** Null takes a decision back. */
  decision: DecisionKind | null;
}

interface Around {
  needs: ReadonlyMap<string, readonly string[]>;
  /** Changes as a person corrected them. */
  corrected: ReadonlyMap<string, RecordContent>;
  by: string;
  at: string;
}

/** Decisions after these were asked for, one after another. Consecutive ones of a kind are carried out together. Pure. */
export function carryOut(before: ReadonlyMap<string, KeptDecision>, asked: readonly Asked[], around: Around): Map<string, KeptDecision> {
  const after = new Map(before);
  for (let at = 0; at < asked.length; ) {
    const { decision } = asked[at] as Asked;
    const run: string[] = [];
    for (; at < asked.length && asked[at]?.decision === decision; at += 1) run.push((asked[at] as Asked).change);
    if (decision === null) takeBack(after, run, around);
    else decideAll(after, run, decision, around);
  }
  return after;
}

function decideAll(after: Map<string, KeptDecision>, changes: readonly string[], decision: DecisionKind, around: Around): void {
  const { needs, corrected, by, at } = around;
  for (const { change, because } of closureOf(needs, decision === "accepted" ? { accept: changes } : { reject: changes })) {
    const known = after.get(change);
    if (because !== null && known?.decision === decision) continue;
    const edited = decision === "rejected" ? undefined : (corrected.get(change) ?? known?.edited);
    after.set(change, {
      decision,
      by,
      at,
      ...(edited === undefined ? {} : { edited }),
      ...(because === null ? {} : { because }),
    });
  }
}

/**
 * What a decision carried along goes back with it, unless something else that is accepted needs it. What cannot stand without it goes back
 * too: accepted changes that need it, and rejections that it would be left hanging on.
 */
function takeBack(after: Map<string, KeptDecision>, changes: readonly string[], { needs }: Around): void {
  const named = new Set(changes);
  const dropped = new Set(changes);
  for (const { change } of closureOf(needs, { reject: changes })) if (after.get(change)?.decision === "accepted") dropped.add(change);
  for (const { change } of closureOf(needs, { accept: changes })) if (after.get(change)?.decision === "rejected") dropped.add(change);
  const carried = [...after].filter(([, it]) => it.because !== undefined && named.has(it.because)).map(([change]) => change);
  for (const change of carried) if (after.get(change)?.decision === "rejected") dropped.add(change);
  for (const change of dropped) after.delete(change);
  const users = neededBy(needs);
  const stillUsed = (change: string): boolean => (users.get(change) ?? []).some((user) => after.get(user)?.decision === "accepted");
  // In the order in which they were carried along, the farthest last: each is dropped only after all that need it.
  for (let loose = true; loose; ) {
    loose = false;
    for (const change of carried)
      if (after.get(change)?.decision === "accepted" && !stillUsed(change)) {
        after.delete(change);
        loose = true;
      }
  }
}
