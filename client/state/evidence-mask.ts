import { type Reliability, reliabilityOrder } from "#graph/vocabulary/marks.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { type LoadedSources, lastDay, unbounded } from "./loaded-sources.ts";
import type { Clocks } from "./slices/clocks.ts";
import type { Trust } from "./slices/trust.ts";
import { stackRows } from "./stack-rows.ts";

/** What clocks and trust take off the picture: a bit for every edge, and for every node on the canvas that keeps none of its edges. */
export interface EvidenceMask {
  readonly edges: Uint32Array;
  readonly nodes: Uint32Array;
}

export const isMasked = (bits: Uint32Array, index: number): boolean => (((bits[index >>> 5] as number) >>> (index & 31)) & 1) === 1;

type Chosen = Pick<Exploration, "shown" | "clocks" | "trust">;
const made = new WeakMap<LoadedGraph, Chosen & { nodeCount: number; edgeCount: number; mask: EvidenceMask }>();

/** Null where neither a clock nor trust filters. One pass over the edges, made once for all who ask. */
export function evidenceMask(graph: LoadedGraph, { shown, clocks, trust }: Chosen): EvidenceMask | null {
  if (!isClocked(clocks) && !isTrustLimited(trust)) return null;
  const { nodeCount, edgeCount } = graph;
  const last = made.get(graph);
  const isSame = last?.nodeCount === nodeCount && last.edgeCount === edgeCount;
  if (isSame && last.shown === shown && last.clocks === clocks && last.trust === trust) return last.mask;
  const mask = maskOf(graph, { shown, clocks, trust });
  made.set(graph, { shown, clocks, trust, nodeCount, edgeCount, mask });
  return mask;
}

export const isClocked = ({ heldAt, saidBy }: Clocks): boolean => heldAt !== null || saidBy !== null;
export const isTrustLimited = ({ documents, reliability }: Trust): boolean => documents !== null || reliability !== null;

/** Ids of the documents that count, as a query takes them; null: all. */
export function documentsHeard(graph: LoadedGraph, { clocks, trust }: Pick<Chosen, "clocks" | "trust">): string[] | null {
  const counts = documentsCount(graph.sources, clocks, trust);
  return counts === null ? null : graph.sources.documents.filter((_, document) => counts[document]);
}

function maskOf(graph: LoadedGraph, { shown, clocks, trust }: Chosen): EvidenceMask {
  const { nodeCount, edgeCount } = graph;
  const { source, target, from, to, documents } = graph.edges;
  const heard = setsHeard(graph.sources, clocks, trust);
  const day = clocks.heldAt === null ? null : lastDay(clocks.heldAt);
  const dropUndated = clocks.undatedHidden === true;
  const edges = new Uint32Array((edgeCount + 31) >>> 5);
  const alive = new Uint8Array(nodeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    let holds = heard === null || heard[documents[edge] as number] === 1;
    if (holds && day !== null) {
      const begin = from[edge] as number;
      const end = to[edge] as number;
      holds = begin <= day && end >= day && !(dropUndated && begin === unbounded.from && end === unbounded.to);
    }
    if (!holds) {
      edges[edge >>> 5] = (edges[edge >>> 5] as number) | (1 << (edge & 31));
      continue;
    }
    const a = source[edge] as number;
    const b = target[edge] as number;
    if (shown[a] === 1 && shown[b] === 1) {
      alive[a] = 1;
      alive[b] = 1;
    }
  }
  // A line at a closed group stays as long as one of the statements it stands for does.
  for (const [bundle, statements] of stackRows(graph).statements) {
    const bit = 1 << (bundle & 31);
    const word = (edges[bundle >>> 5] as number) & ~bit;
    edges[bundle >>> 5] = [...statements].every((edge) => isMasked(edges, edge)) ? word | bit : word;
  }
  const nodes = new Uint32Array((nodeCount + 31) >>> 5);
  for (let node = 0; node < nodeCount; node++)
    if (alive[node] === 0 && shown[node] === 1) nodes[node >>> 5] = (nodes[node >>> 5] as number) | (1 << (node & 31));
  return { edges, nodes };
}

/** By document, in their order: whether it counts; null when every one does. */
function documentsCount({ documents, known }: LoadedSources, clocks: Clocks, trust: Trust): boolean[] | null {
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
function setsHeard(sources: LoadedSources, clocks: Clocks, trust: Trust): Uint8Array | null {
  const counts = documentsCount(sources, clocks, trust);
  if (counts === null) return null;
  const saidByNobody = !isTrustLimited(trust) && clocks.undatedHidden !== true;
  return Uint8Array.from(sources.sets, (set) => ((set.length === 0 ? saidByNobody : set.some((document) => counts[document])) ? 1 : 0));
}

const isAtLeast = (it: Reliability, least: Reliability): boolean => reliabilityOrder.indexOf(it) >= reliabilityOrder.indexOf(least);
