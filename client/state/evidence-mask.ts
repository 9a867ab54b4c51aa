import { type Reliability, reliabilityOrder } from "#graph/vocabulary/marks.ts";
import { canvasTally } from "./canvas-tally.ts";
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

/** By the list of names, which lives as long as the loaded graph. */
const made = new WeakMap<readonly string[], EvidenceMask>();

/** Null where neither a clock nor trust filters; the same object as long as it masks the same. */
export function evidenceMask(graph: LoadedGraph, { shown, clocks, trust }: Chosen): EvidenceMask | null {
  if (!isClocked(clocks) && !isTrustLimited(trust)) return null;
  const edges = edgeBits(graph, clocks, trust);
  const tally = canvasTally(graph);
  tally.update(graph, shown, edges);
  const nodes = tally.nodes(graph).masked as Uint32Array;
  const last = made.get(graph.nodes.id);
  if (last?.edges === edges && last.nodes === nodes) return last;
  const mask = { edges, nodes };
  made.set(graph.nodes.id, mask);
  return mask;
}

export const isClocked = ({ heldAt, saidBy }: Clocks): boolean => heldAt !== null || saidBy !== null;
export const isTrustLimited = ({ documents, reliability }: Trust): boolean => documents !== null || reliability !== null;

/** Ids of the documents that count, as a query takes them; null: all. */
export function documentsHeard(graph: LoadedGraph, { clocks, trust }: Pick<Chosen, "clocks" | "trust">): string[] | null {
  const counts = documentsCount(graph.sources, clocks, trust);
  return counts === null ? null : graph.sources.documents.filter((_, document) => counts[document]);
}

interface Judged {
  clocks: Clocks;
  trust: Trust;
  known: LoadedSources["known"];
  edgeCount: number;
  bits: Uint32Array;
}
const judged = new WeakMap<readonly string[], Judged>();

/** A bit for every edge that nobody who counts says, or that does not hold; under the same clocks and trust only new edges are judged. */
function edgeBits(graph: LoadedGraph, clocks: Clocks, trust: Trust): Uint32Array {
  const { edgeCount } = graph;
  const { known } = graph.sources;
  const last = judged.get(graph.nodes.id);
  const same = last?.clocks === clocks && last.trust === trust && last.known === known;
  if (same && last.edgeCount === edgeCount) return last.bits;
  const bits = new Uint32Array((edgeCount + 31) >>> 5);
  if (same) bits.set(last.bits);
  judgeFrom(graph, same ? last.edgeCount : 0, { clocks, trust }, bits);
  // A line at a closed group stays as long as one of the statements it stands for does.
  for (const [bundle, statements] of stackRows(graph).statements) {
    const bit = 1 << (bundle & 31);
    const word = (bits[bundle >>> 5] as number) & ~bit;
    bits[bundle >>> 5] = everyMasked(bits, statements) ? word | bit : word;
  }
  judged.set(graph.nodes.id, { clocks, trust, known, edgeCount, bits });
  return bits;
}

function everyMasked(bits: Uint32Array, edges: ReadonlySet<number>): boolean {
  for (const edge of edges) if (!isMasked(bits, edge)) return false;
  return true;
}

/** Writes the bits of the edges from `first` on, word by word. */
function judgeFrom(graph: LoadedGraph, first: number, { clocks, trust }: Pick<Chosen, "clocks" | "trust">, bits: Uint32Array): void {
  const { from, to, documents } = graph.edges;
  const heard = setsHeard(graph.sources, clocks, trust);
  const day = clocks.heldAt === null ? null : lastDay(clocks.heldAt);
  const dropUndated = clocks.undatedHidden === true;
  let word = first & 31 ? (bits[first >>> 5] as number) : 0;
  for (let edge = first; edge < graph.edgeCount; edge++) {
    let holds = heard === null || heard[documents[edge] as number] === 1;
    if (holds && day !== null) {
      const begin = from[edge] as number;
      const end = to[edge] as number;
      holds = begin <= day && end >= day && !(dropUndated && begin === unbounded.from && end === unbounded.to);
    }
    if (!holds) word |= 1 << (edge & 31);
    if ((edge & 31) === 31) {
      bits[edge >>> 5] = word;
      word = 0;
    }
  }
  if (graph.edgeCount & 31) bits[graph.edgeCount >>> 5] = word;
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
