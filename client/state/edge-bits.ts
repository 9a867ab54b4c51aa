import { DayOrder } from "./day-order.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { type LoadedSources, lastDay, unbounded } from "./loaded-sources.ts";
import { setsHeard } from "./sets-heard.ts";
import type { Clocks } from "./slices/clocks.ts";
import { stackRows } from "./stack-rows.ts";

type Chosen = Pick<Exploration, "clocks" | "trust">;

interface Judged extends Chosen {
  known: LoadedSources["known"];
  edgeCount: number;
  bits: Uint32Array;
}

/** By the list of names, which lives as long as the loaded graph. */
const judged = new WeakMap<readonly string[], Judged>();
const ordered = new WeakMap<readonly string[], DayOrder>();

export const isMasked = (bits: Uint32Array, index: number): boolean => (((bits[index >>> 5] as number) >>> (index & 31)) & 1) === 1;

/**
 * A bit for every edge that nobody who counts says, or that does not hold. Under the same clocks and trust only new edges are judged, and
 * where only the moment has moved only those between the two moments; an answer is never changed afterwards.
 */
export function edgeBits(graph: LoadedGraph, { clocks, trust }: Chosen): Uint32Array {
  const { edgeCount } = graph;
  const { known } = graph.sources;
  const last = judged.get(graph.nodes.id);
  const between = last?.trust === trust && last.known === known ? changedBetween(graph, last.clocks, clocks) : null;
  if (between !== null && last?.edgeCount === edgeCount && last.clocks === clocks) return last.bits;
  const judge = judgeOf(graph, { clocks, trust });
  const bits = new Uint32Array((edgeCount + 31) >>> 5);
  const first = between === null ? 0 : (last as Judged).edgeCount;
  const moved: number[] = [];
  if (between !== null) {
    bits.set((last as Judged).bits);
    between((edge) => {
      if (edge >= first || judge(edge) !== isMasked(bits, edge)) return;
      setBit(bits, edge, !isMasked(bits, edge));
      moved.push(edge);
    });
  }
  judgeFrom(first, edgeCount, judge, bits);
  judgeBundles(graph, bits, between === null ? null : { moved, first });
  judged.set(graph.nodes.id, { clocks, trust, known, edgeCount, bits });
  return bits;
}

/** Takes in what a clock's first step would have to wait for. */
export function prepareDays(graph: LoadedGraph): DayOrder {
  const order = ordered.get(graph.nodes.id) ?? new DayOrder();
  ordered.set(graph.nodes.id, order);
  order.extend(graph);
  return order;
}

/** The edges that two clocks may tell apart; null where it is better to judge all of them. */
function changedBetween(graph: LoadedGraph, a: Clocks, b: Clocks): ReturnType<DayOrder["between"]> {
  if (a.saidBy !== b.saidBy) return null;
  // Without a moment nothing is dropped for want of a date.
  const drops = ({ heldAt, undatedHidden }: Clocks): boolean => heldAt !== null && undatedHidden === true;
  if (drops(a) !== drops(b) || (a.saidBy !== null && a.undatedHidden !== b.undatedHidden)) return null;
  return a.heldAt === b.heldAt ? () => undefined : prepareDays(graph).between(dayOf(a), dayOf(b));
}

const dayOf = ({ heldAt }: Clocks): number | null => (heldAt === null ? null : lastDay(heldAt));

/** Whether an edge stays under clocks and trust. */
function judgeOf(graph: LoadedGraph, { clocks, trust }: Chosen): (edge: number) => boolean {
  const { from, to, documents } = graph.edges;
  const heard = setsHeard(graph.sources, clocks, trust);
  const day = dayOf(clocks);
  const dropsUndated = clocks.undatedHidden === true;
  return (edge) => {
    if (heard !== null && heard[documents[edge] as number] !== 1) return false;
    if (day === null) return true;
    const [begin, end] = [from[edge] as number, to[edge] as number];
    return begin <= day && end >= day && !(dropsUndated && begin === unbounded.from && end === unbounded.to);
  };
}

function setBit(bits: Uint32Array, index: number, on: boolean): void {
  const bit = 1 << (index & 31);
  bits[index >>> 5] = on ? (bits[index >>> 5] as number) | bit : (bits[index >>> 5] as number) & ~bit;
}

/** Writes the bits of the edges from `first` on, word by word. */
function judgeFrom(first: number, edgeCount: number, judge: (edge: number) => boolean, bits: Uint32Array): void {
  let word = first & 31 ? (bits[first >>> 5] as number) : 0;
  for (let edge = first; edge < edgeCount; edge++) {
    if (!judge(edge)) word |= 1 << (edge & 31);
    if ((edge & 31) === 31) {
      bits[edge >>> 5] = word;
      word = 0;
    }
  }
  if (edgeCount & 31 && first < edgeCount) bits[edgeCount >>> 5] = word;
}

/** A line at a closed group stays as long as one of the statements it stands for does; `changed`: the only edges whose bits are new. */
function judgeBundles(graph: LoadedGraph, bits: Uint32Array, changed: { moved: readonly number[]; first: number } | null): void {
  const { bundles, statements } = stackRows(graph);
  if (bundles.length === 0) return;
  for (const bundle of changed === null ? bundles : bundlesAmong(graph, changed))
    setBit(bits, bundle, !statements.some(bundle, (edge) => !isMasked(bits, edge)));
}

function bundlesAmong(graph: LoadedGraph, { moved, first }: { moved: readonly number[]; first: number }): Set<number> {
  const { statements, bundlesOf } = stackRows(graph);
  const touched = new Set<number>();
  const touch = (edge: number): void => {
    if (statements.has(edge)) touched.add(edge);
    for (const bundle of bundlesOf.of(edge)) touched.add(bundle);
  };
  for (const edge of moved) touch(edge);
  for (let edge = first; edge < graph.edgeCount; edge++) touch(edge);
  return touched;
}
