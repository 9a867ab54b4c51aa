import { closureOf } from "#graph/analysis/change-closure.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { DecisionKind, DecisionsAnswer, ReviewedChangeSet } from "#graph/model/review.ts";

/** A decision as the page shows it, sent or not. */
export interface Held {
  readonly decision: DecisionKind;
  /** The record as the person corrected it. */
  readonly edited?: RecordContent;
  /** The change that carried this one along; null where the person decided it. */
  readonly because: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** What the server is told: a decision of the person, without what it carries along. `null` takes one back. */
export interface Told {
  readonly change: string;
  readonly decision: DecisionKind | null;
  readonly edited?: RecordContent;
}

/** What the last step did, for whoever hears the page. */
export interface Said {
  readonly what: "decided" | "undone" | "reloaded" | "nothing";
  readonly decision: DecisionKind | null;
  readonly change: string | null;
  readonly count: number;
  /** Changes that came along with those that were meant. */
  readonly carried: readonly string[];
}

/**
 * A review under way. Decisions are shown at once and sent behind; `version` is the server's, and a server that refuses it (409)
 * makes the review start over from what it holds.
 */
export interface Review {
  readonly set: ReviewedChangeSet;
  readonly needs: ReadonlyMap<string, string[]>;
  readonly byId: ReadonlyMap<string, Change>;
  readonly decisions: ReadonlyMap<string, Held>;
  readonly unsent: readonly Told[];
  readonly inFlight: readonly Told[];
  /** Touched since the last sending: an answer that was on its way does not speak of them. */
  readonly touched: ReadonlySet<string>;
  /** What each step changed, as it was before; the latest last. */
  readonly past: readonly ReadonlyMap<string, Held | null>[];
  readonly said: Said | null;
}

const mostSteps = 200;

const heldOf = (set: ReviewedChangeSet): Map<string, Held> =>
  new Map(
    Object.entries(set.decisions).map(([id, { decision, edited, by, at }]) => [
      id,
      { decision, because: null, by, at, ...(edited === undefined ? {} : { edited }) },
    ]),
  );

export const startReview = (set: ReviewedChangeSet): Review => ({
  set,
  needs: new Map(Object.entries(set.needs)),
  byId: new Map(set.changes.map((change) => [change.id, change])),
  decisions: heldOf(set),
  unsent: [],
  inFlight: [],
  touched: new Set(),
  past: [],
  said: null,
});

const withAll = (review: Review, changed: ReadonlyMap<string, Held | null>): Pick<Review, "decisions" | "touched" | "past"> => {
  const decisions = new Map(review.decisions);
  const before = new Map<string, Held | null>();
  for (const [id, held] of changed) {
    before.set(id, review.decisions.get(id) ?? null);
    if (held === null) decisions.delete(id);
    else decisions.set(id, held);
  }
  return {
    decisions,
    touched: new Set([...review.touched, ...changed.keys()]),
    past: [...review.past, before].slice(-mostSteps),
  };
};

/**
 * Decides changes, with everything that cannot be decided otherwise then: accepting takes along what a change needs, rejecting what
 * hangs on it. What is decided so already stays as it is; a step that changes nothing is none.
 */
export function decide(
  review: Review,
  { changes, decision, edited }: { changes: readonly string[]; decision: DecisionKind; edited?: RecordContent },
): Review {
  const extra = edited === undefined ? {} : { edited };
  const meant = new Set(changes.filter((change) => edited !== undefined || review.decisions.get(change)?.decision !== decision));
  const told = [...meant].map((change): Told => ({ change, decision, ...extra }));
  const changed = new Map<string, Held>();
  for (const { change, because } of closureOf(review.needs, decision === "accepted" ? { accept: [...meant] } : { reject: [...meant] })) {
    if (!meant.has(change) && review.decisions.get(change)?.decision === decision) continue;
    changed.set(change, { decision, because, by: null, at: null, ...(meant.has(change) ? extra : {}) });
  }
  if (told.length === 0) return { ...review, said: { what: "nothing", decision, change: changes[0] ?? null, count: 0, carried: [] } };
  return {
    ...review,
    ...withAll(review, changed),
    unsent: [...review.unsent, ...told],
    said: {
      what: "decided",
      decision,
      change: told[0]?.change ?? null,
      count: told.length,
      carried: [...changed.keys()].filter((id) => !meant.has(id)),
    },
  };
}

/** Takes the last step back, with what it carried along. */
export function undo(review: Review): Review {
  const before = review.past.at(-1);
  if (before === undefined) return { ...review, said: { what: "nothing", decision: null, change: null, count: 0, carried: [] } };
  const told = [...before].map(([change, held]): Told => {
    if (held === null) return { change, decision: null };
    return { change, decision: held.decision, ...(held.edited === undefined ? {} : { edited: held.edited }) };
  });
  return {
    ...review,
    ...withAll(review, before),
    past: review.past.slice(0, -1),
    unsent: [...review.unsent, ...told],
    said: { what: "undone", decision: null, change: told[0]?.change ?? null, count: told.length, carried: [] },
  };
}

/** Hands over what is to be sent. */
export const sending = (review: Review): Review => ({ ...review, inFlight: review.unsent, unsent: [], touched: new Set() });

/** The server has decided: its word holds, except for what was touched since. */
export function answered(review: Review, { version, decided }: DecisionsAnswer): Review {
  const decisions = new Map(review.decisions);
  for (const { change, decision, because } of decided) {
    if (review.touched.has(change)) continue;
    if (decision === null) decisions.delete(change);
    else
      decisions.set(change, {
        decision: decision.decision,
        because,
        by: decision.by,
        at: decision.at,
        ...(decision.edited === undefined ? {} : { edited: decision.edited }),
      });
  }
  return { ...review, set: { ...review.set, version }, decisions, inFlight: [] };
}

/** Nobody answered: what was on its way waits to be sent again, before what came since. */
export const notSent = (review: Review): Review => ({ ...review, unsent: [...review.inFlight, ...review.unsent], inFlight: [] });

/** Starts over from what the server holds, since somebody else decided meanwhile. */
export const reloaded = (set: ReviewedChangeSet): Review => ({
  ...startReview(set),
  said: { what: "reloaded", decision: null, change: null, count: 0, carried: [] },
});

/** Decides again, in a set that was worked out anew, what was decided meanwhile and not sent; what is no longer there is forgotten. */
export const retold = (review: Review, unsent: readonly Told[]): Review =>
  unsent.reduce((now, { change, decision, edited }) => {
    if (decision === null || !now.byId.has(change)) return now;
    return decide(now, { changes: [change], decision, ...(edited === undefined ? {} : { edited }) });
  }, review);

export interface Progress {
  accepted: number;
  rejected: number;
  open: number;
  total: number;
}

export function progressOf(review: Review, ids: Iterable<string> = review.byId.keys()): Progress {
  const progress = { accepted: 0, rejected: 0, open: 0, total: 0 };
  for (const id of ids) {
    progress.total += 1;
    progress[review.decisions.get(id)?.decision ?? "open"] += 1;
  }
  return progress;
}

/** The record as it would be written: as the person corrected it, else as proposed. */
export const writtenAs = (review: Review, change: Change): RecordContent | null => review.decisions.get(change.id)?.edited ?? change.after;

/** What accepting or rejecting this change would carry along and is not decided so yet. */
export const carriedBy = (review: Review, change: string, decision: DecisionKind): string[] =>
  closureOf(review.needs, decision === "accepted" ? { accept: change } : { reject: change })
    .map((one) => one.change)
    .filter((id) => id !== change && review.decisions.get(id)?.decision !== decision);
