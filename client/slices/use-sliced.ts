import { startTransition, useEffect, useState } from "react";
import { inSlices, type Sliced } from "./in-slices.ts";

/**
 * What a longer work answers, without the page being held up: the last answer stays until the next is there, and each new `make` (keep it
 * with useCallback) begins anew. `pending`: the value belongs to an earlier one.
 */
export function useSliced<T>(make: () => Sliced<T>): { value: T | null; pending: boolean } {
  const [answer, setAnswer] = useState<{ of: () => Sliced<T>; value: T } | null>(null);
  useEffect(() => {
    const run = new AbortController();
    void inSlices(make(), run.signal).then((value) => {
      if (value !== undefined && !run.signal.aborted) startTransition(() => setAnswer({ of: make, value }));
    });
    return () => run.abort();
  }, [make]);
  return { value: answer?.value ?? null, pending: answer?.of !== make };
}
