import type { GraphStore } from "#graph/store/store.ts";
import { revisionMark, revisionNumber } from "./revision-number.ts";
import type { Asked } from "./rows.ts";

/**
 * Derives something from the whole store once a revision: callers of one revision share one result, a failure is forgotten,
 * and a change of the store is seen at the next call. Not cancelled with the call that began it: others may be waiting.
 */
export function perRevision<T>(derive: (asked: Asked) => Promise<T>): (store: GraphStore) => Promise<T> {
  const kept = new WeakMap<GraphStore, { revision: string; result: Promise<T> }>();
  return async (store) => {
    const revision = await revisionMark({ store }, [await revisionNumber({ store })]);
    const known = kept.get(store);
    if (known?.revision === revision) return known.result;
    const result = derive({ store });
    kept.set(store, { revision, result });
    result.catch(() => {
      if (kept.get(store)?.result === result) kept.delete(store);
    });
    return result;
  };
}
