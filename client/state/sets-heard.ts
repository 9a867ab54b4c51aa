import { type Reliability, reliabilityOrder } from "#graph/vocabulary/marks.ts";
import { type LoadedSources, lastDay } from "./loaded-sources.ts";
import type { Clocks } from "./slices/clocks.ts";
import type { Trust } from "./slices/trust.ts";

export const isTrustLimited = ({ documents, reliability }: Trust): boolean => documents !== null || reliability !== null;

/** By document, in their order: whether it counts; null when every one does. */
export function documentsCount({ documents, known }: LoadedSources, clocks: Clocks, trust: Trust): boolean[] | null {
  if (clocks.saidBy === null && !isTrustLimited(trust)) return null;
  const until = clocks.saidBy === null ? null : lastDay(clocks.saidBy);
  const keepsUndated = clocks.undatedHidden !== true;
  return documents.map((id) => {
    const source = known.get(id);
    const day = source?.day ?? null;
    return (
      (trust.documents === null || trust.documents.has(id)) &&
      (trust.reliability === null || (source !== undefined && isAtLeast(source.reliability, trust.reliability))) &&
      (until === null || (day === null ? keepsUndated : day <= until))
    );
  });
}

/** By set of documents: 1 when one of them counts; null when every one does. */
export function setsHeard(sources: LoadedSources, clocks: Clocks, trust: Trust): Uint8Array | null {
  const counts = documentsCount(sources, clocks, trust);
  if (counts === null) return null;
  const saidByNobody = !isTrustLimited(trust) && clocks.undatedHidden !== true;
  return Uint8Array.from(sources.sets, (set) => ((set.length === 0 ? saidByNobody : set.some((document) => counts[document])) ? 1 : 0));
}

const isAtLeast = (it: Reliability, least: Reliability): boolean => reliabilityOrder.indexOf(it) >= reliabilityOrder.indexOf(least);
