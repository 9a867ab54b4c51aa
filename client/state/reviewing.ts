import { createStore, type StoreApi } from "zustand/vanilla";
import type { Calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { DecisionKind, IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";
import { answered, decide, notSent, type Review, reloaded, retold, sending, startReview, undo } from "./review.ts";
import {
  beside,
  everything,
  filtered,
  type Group,
  groupsOf,
  itemId,
  type Names,
  namesOf,
  nextOpen,
  type ReviewFilter,
} from "./review-list.ts";

type Busy = "loading" | "answering" | "rebasing" | "applying" | "discarding";

/** The review on the screen. What can be derived is derived where it is shown. */
export interface Reviewing {
  id: string | null;
  review: Review | null;
  groups: readonly Group[];
  names: Names;
  filter: ReviewFilter;
  /** Change or question under the hand. */
  cursor: string | null;
  busy: Busy | null;
  /** Rows written so far while it is applied. */
  progress: { done: number; total: number } | null;
  /** A call that failed; decisions that did not arrive wait in the review. */
  error: unknown;
  applied: Revision | null;
}

const closed: Reviewing = {
  id: null,
  review: null,
  groups: [],
  names: new Map(),
  filter: everything,
  cursor: null,
  busy: null,
  progress: null,
  error: null,
  applied: null,
};

/** How often the server is asked how far applying has come. */
const pollMs = 700;

const isConflict = (error: unknown): boolean => error instanceof ApiFailure && error.status === 409;

export type ReviewActions = ReturnType<typeof createReviewing>["actions"];

/** What is in the list now, as the filter leaves it. */
export const listed = ({ groups, filter, review, names, cursor }: Reviewing): Group[] =>
  filtered(groups, filter, { decisions: review?.decisions ?? new Map(), names, keep: cursor });

/** One review at a time, with the calls behind it; `wait` resolves after so many milliseconds. */
export function createReviewing({ calls, wait }: { calls: Calls; wait: (ms: number) => Promise<void> }): {
  store: StoreApi<Reviewing>;
  actions: ReturnType<typeof actionsOf>;
} {
  const store = createStore<Reviewing>(() => closed);
  return { store, actions: actionsOf(store, calls, wait) };
}

function actionsOf(store: StoreApi<Reviewing>, calls: Calls, wait: (ms: number) => Promise<void>) {
  let flushing: Promise<void> | null = null;

  const take = (review: Review, keepCursor: boolean): void => {
    const groups = groupsOf(review.set);
    const ids = new Set(groups.flatMap((group) => group.items.map(itemId)));
    const { cursor } = store.getState();
    const first = nextOpen(groups, null, review.decisions);
    store.setState({
      review,
      groups,
      names: namesOf(review.set.changes, review.set.refs),
      cursor: keepCursor && cursor !== null && ids.has(cursor) ? cursor : first,
      error: null,
    });
  };

  const change = (next: (review: Review) => Review): void => {
    const { review } = store.getState();
    if (review !== null && review.set.state === "open") store.setState({ review: next(review) });
  };

  const load = async (id: string, { again = false } = {}): Promise<void> => {
    store.setState({ busy: "loading", error: null });
    try {
      const set = await calls.changeSet(id);
      if (store.getState().id === id) take(again ? reloaded(set) : startReview(set), again);
    } catch (error) {
      if (store.getState().id === id) store.setState({ error });
    } finally {
      if (store.getState().id === id) store.setState({ busy: null });
    }
  };

  /** Sends what waits, one request at a time; a refusal loads the change set anew. */
  const send = async (): Promise<void> => {
    for (;;) {
      const { id, review, busy } = store.getState();
      // While the set is worked out anew, decisions wait: they are carried over to what comes back.
      if (id === null || review === null || review.unsent.length === 0 || busy === "answering" || busy === "rebasing") return;
      store.setState({ review: sending(review), error: null });
      try {
        const answer = await calls.decide(id, { version: review.set.version, decisions: review.unsent });
        if (store.getState().id !== id) return;
        change((now) => answered(now, answer));
      } catch (error) {
        if (store.getState().id !== id) return;
        if (isConflict(error)) return load(id, { again: true });
        change(notSent);
        store.setState({ error });
        return;
      }
    }
  };
  const flush = (): Promise<void> => {
    flushing ??= send().finally(() => {
      flushing = null;
    });
    return flushing;
  };

  /** Runs a call that answers with the change set worked out anew. */
  const anew = async (busy: Busy, call: (set: ReviewedChangeSet) => Promise<ReviewedChangeSet>): Promise<void> => {
    await flush();
    const { id, review } = store.getState();
    if (id === null || review === null) return;
    store.setState({ busy, error: null });
    try {
      const set = await call(review.set);
      if (store.getState().id === id) take(retold(startReview(set), store.getState().review?.unsent ?? []), true);
    } catch (error) {
      if (isConflict(error)) return await load(id, { again: true });
      store.setState({ error });
    } finally {
      if (store.getState().id === id) store.setState({ busy: null });
      void flush();
    }
  };

  const follow = async (id: string): Promise<void> => {
    for (;;) {
      await wait(pollMs);
      if (store.getState().id !== id || store.getState().busy !== "applying") return;
      const set = await calls.changeSet(id).catch(() => null);
      if (store.getState().busy === "applying" && set?.applying) store.setState({ progress: set.applying });
    }
  };

  const decideThese = (changes: readonly string[], decision: DecisionKind, edited?: RecordContent): void => {
    change((review) => decide(review, { changes, decision, ...(edited === undefined ? {} : { edited }) }));
    void flush();
  };

  const answer = (question: string, given: IdentityQuestion["answer"]): Promise<void> =>
    anew("answering", ({ id, version }) => calls.answer(id, { version, answers: [{ question, answer: given }] }));

  return {
    open: async (id: string | null): Promise<void> => {
      if (store.getState().id === id) return;
      store.setState({ ...closed, id });
      if (id !== null) await load(id);
    },
    reload: () => {
      const { id } = store.getState();
      return id === null ? Promise.resolve() : load(id, { again: true });
    },
    /** After a failure: sends again what did not arrive. */
    retry: flush,
    point: (cursor: string) => store.setState({ cursor }),
    move: (step: 1 | -1) => store.setState((state) => ({ cursor: beside(listed(state), state.cursor, step) })),
    setFilter: (filter: Partial<ReviewFilter>) => store.setState((state) => ({ filter: { ...state.filter, ...filter } })),
    decide: decideThese,
    /** Decides what is under the hand; moves on to the next that is open, or answers the question. */
    decideHere: (decision: DecisionKind): void => {
      const state = store.getState();
      const item = state.groups.flatMap((group) => group.items).find((one) => itemId(one) === state.cursor);
      if (item === undefined) return;
      if (item.at === "question") {
        if (state.busy !== null || state.review === null) return;
        const [candidate] = item.question.candidates;
        store.setState({ cursor: nextOpen(listed(state), item.question.id, state.review.decisions) });
        if (decision === "accepted" && candidate !== undefined) void answer(item.question.id, { same: candidate.id });
        if (decision === "rejected") void answer(item.question.id, { different: true });
        return;
      }
      const list = listed(state);
      decideThese([item.change.id], decision);
      const { review } = store.getState();
      if (review !== null) store.setState({ cursor: nextOpen(list, item.change.id, review.decisions) });
    },
    undo: (): void => {
      change(undo);
      const { review } = store.getState();
      if (review?.said?.change) store.setState({ cursor: review.said.change });
      void flush();
    },
    answer,
    rebase: () => anew("rebasing", ({ id }) => calls.rebase(id)),
    discard: async (): Promise<boolean> => {
      const { id } = store.getState();
      if (id === null) return false;
      store.setState({ busy: "discarding", error: null });
      try {
        await calls.discard(id);
        return true;
      } catch (error) {
        store.setState({ error });
        return false;
      } finally {
        store.setState({ busy: null });
      }
    },
    /** Writes what was accepted as one revision. */
    apply: async (message: string): Promise<Revision | null> => {
      await flush();
      const { id, review } = store.getState();
      if (id === null || review === null || review.unsent.length > 0) return null;
      store.setState({ busy: "applying", progress: null, error: null });
      void follow(id);
      try {
        const revision = await calls.apply(id, { accept: "decided", message });
        const left = await calls.changeSet(id).catch(() => null);
        if (store.getState().id !== id) return revision;
        if (left?.state === "open") take(startReview(left), false);
        // It is a record now: nothing of it is decided any more.
        else
          store.setState((state) => ({
            review: state.review && { ...state.review, set: { ...state.review.set, state: "applied", revision: revision.number } },
          }));
        store.setState({ applied: revision });
        return revision;
      } catch (error) {
        // The store has moved on, or somebody else has decided: what stands now is shown, with the reason.
        if (isConflict(error)) await load(id, { again: true });
        store.setState({ error });
        return null;
      } finally {
        store.setState({ busy: null, progress: null });
      }
    },
  };
}
