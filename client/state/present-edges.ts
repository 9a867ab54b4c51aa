import { changedMarks } from "#client/columns/changed-marks.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

/** Which edges are present: both ends carry a mark, and their bit is not set. Neither array is ever changed in place. */
export interface Presence {
  readonly shown: Uint8Array;
  /** By 32 edges; null: none is set, as beyond its end. */
  readonly bits: Uint32Array | null;
  /** Edges that have been looked at. */
  readonly edges: number;
}

export const nothingPresent: Presence = { shown: new Uint8Array(0), bits: null, edges: 0 };

/** Whoever counts present edges. */
export interface EdgeSink {
  forget(): void;
  /** A node's mark differs; not told of what was forgotten. */
  moved?(node: number): void;
  add(edge: number, more: 1 | -1): void;
}

const bitOf = (bits: Presence["bits"], edge: number): number => (bits === null ? 0 : ((bits[edge >>> 5] ?? 0) >>> (edge & 31)) & 1);

/**
 * Tells a sink which edges came and which went, so that an expansion costs its own edges and not all. Where much has changed it is told to
 * forget, and then of every edge that is there.
 */
export function followEdges(graph: LoadedGraph, before: Presence, after: Presence, sink: EdgeSink): void {
  const changed = changedMarks(before.shown, after.shown);
  let touched = 0;
  for (const node of changed) touched += graph.incident[node]?.length ?? 0;
  if (touched > before.edges / 4) {
    sink.forget();
    addFrom(graph, 0, after, sink);
    return;
  }
  if (sink.moved !== undefined) for (const node of changed) sink.moved(node);
  moveNodes(graph, changed, { before, after }, sink);
  if (before.bits !== after.bits) moveBits(graph, { before, after }, sink);
  addFrom(graph, before.edges, after, sink);
}

function addFrom({ edges: { source, target } }: LoadedGraph, first: number, { shown, bits, edges }: Presence, sink: EdgeSink): void {
  for (let edge = first; edge < edges; edge++)
    if (shown[source[edge] as number] === 1 && shown[target[edge] as number] === 1 && bitOf(bits, edge) === 0) sink.add(edge, 1);
}

interface Move {
  before: Presence;
  after: Presence;
}

function moveNodes(graph: LoadedGraph, changed: readonly number[], { before, after }: Move, sink: EdgeSink): void {
  const { source, target } = graph.edges;
  for (const node of changed)
    for (const edge of graph.incident[node] ?? []) {
      if (edge >= before.edges) continue;
      const [from, to] = [source[edge] as number, target[edge] as number];
      const other = from === node ? to : from;
      // With both ends changed it is met twice: at the first of them it counts.
      if (other < node && (before.shown[other] ?? 0) !== (after.shown[other] ?? 0)) continue;
      const was = before.shown[from] === 1 && before.shown[to] === 1 && bitOf(before.bits, edge) === 0;
      const is = after.shown[from] === 1 && after.shown[to] === 1 && bitOf(after.bits, edge) === 0;
      if (was !== is) sink.add(edge, is ? 1 : -1);
    }
}

/** Edges whose bit differs and whose ends do not. */
function moveBits({ edges: { source, target } }: LoadedGraph, { before, after }: Move, sink: EdgeSink): void {
  const stay = before.shown === after.shown;
  for (let word = 0; word << 5 < before.edges; word++) {
    let differs = (before.bits?.[word] ?? 0) ^ (after.bits?.[word] ?? 0);
    while (differs !== 0) {
      const bit = 31 - Math.clz32(differs);
      differs ^= 1 << bit;
      const edge = (word << 5) + bit;
      if (edge >= before.edges) continue;
      const [from, to] = [source[edge] as number, target[edge] as number];
      if (after.shown[from] !== 1 || after.shown[to] !== 1) continue;
      if (!stay && (before.shown[from] !== 1 || before.shown[to] !== 1)) continue;
      sink.add(edge, bitOf(after.bits, edge) === 0 ? 1 : -1);
    }
  }
}
