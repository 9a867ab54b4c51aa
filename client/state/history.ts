/** Undo and redo over values that are never changed in place. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Actions of one stroke (a slider being dragged) carry one key and become one step. */
  readonly stroke: string | null;
}

const limit = 200;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], stroke: null });

/** A new present; the old one can be returned to, unless both belong to one stroke. */
export function record<T>(history: History<T>, present: T, stroke: string | null = null): History<T> {
  if (Object.is(present, history.present)) return history;
  if (stroke !== null && stroke === history.stroke) return { ...history, present, future: [] };
  return { past: [...history.past.slice(-(limit - 1)), history.present], present, future: [], stroke };
}

/** Changes the present without a step: a layout that settles, a place that was computed. */
export const amend = <T>(history: History<T>, present: T): History<T> => ({ ...history, present });

/** Changes every step that meets a condition, undone ones too: places that were computed belong to all that were made from the same ones. */
export const amendWhere = <T>(history: History<T>, meets: (one: T) => boolean, change: (one: T) => T): History<T> => {
  const one = (it: T): T => (meets(it) ? change(it) : it);
  return { ...history, past: history.past.map(one), present: one(history.present), future: history.future.map(one) };
};

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (history.past.length === 0) return history;
  return { past: history.past.slice(0, -1), present: present as T, future: [history.present, ...history.future], stroke: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (history.future.length === 0) return history;
  return { past: [...history.past, history.present], present: present as T, future, stroke: null };
}
