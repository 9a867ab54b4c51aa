import type { Guide, LayoutInput } from "#client/layouts/layout.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { carryMembers, drawnFor, type Stacked, stackedOf } from "./stacks.ts";

/** Radius of a node at rest, in layout units; the drawing follows the same rule. */
export const restRadius = (degree: number): number => Math.min(21, 8.5 + 2.1 * Math.sqrt(degree));

/** A copy long enough for every node; places that are not known are NaN. */
export function padded(positions: Float32Array, nodeCount: number): Float32Array {
  const next = new Float32Array(2 * nodeCount).fill(Number.NaN);
  next.set(positions.subarray(0, 2 * nodeCount));
  return next;
}

/** Puts nodes without a place on rings around another node, so that they grow out of it. */
export function placeAround(positions: Float32Array, centre: number, nodes: readonly number[]): void {
  const x = Number.isNaN(positions[2 * centre] ?? Number.NaN) ? 0 : (positions[2 * centre] as number);
  const y = Number.isNaN(positions[2 * centre + 1] ?? Number.NaN) ? 0 : (positions[2 * centre + 1] as number);
  const homeless = nodes.filter((node) => Number.isNaN(positions[2 * node] ?? Number.NaN));
  const golden = Math.PI * (3 - Math.sqrt(5));
  for (const [rank, node] of homeless.entries()) {
    const distance = 70 + 16 * Math.sqrt(rank);
    positions[2 * node] = x + distance * Math.cos(rank * golden);
    positions[2 * node + 1] = y + distance * Math.sin(rank * golden);
  }
}

/** The part of the graph that is on the canvas, in the terms of a layout; `nodes` maps its rows back. */
export function layoutInput(
  graph: LoadedGraph,
  exploration: Exploration,
  options: {
    positions: Float32Array | null;
    fixed: (node: number) => boolean;
    aspect: number;
    /** By node of the loaded graph; null where the layout needs none. */
    stage: ((node: number) => number) | null;
  },
): { input: LayoutInput; nodes: number[] } {
  const nodes: number[] = [];
  const stacked = stackedOf(graph, exploration);
  const row = new Int32Array(graph.nodeCount).fill(-1);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (stacked.drawn[node] !== 1) continue;
    row[node] = nodes.length;
    nodes.push(node);
  }
  const source = new Uint32Array(graph.edgeCount);
  const target = new Uint32Array(graph.edgeCount);
  const type = new Uint8Array(graph.edgeCount);
  let edges = 0;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const from = row[graph.edges.source[edge] as number] as number;
    const to = row[graph.edges.target[edge] as number] as number;
    if (from < 0 || to < 0 || from === to) continue;
    source[edges] = from;
    target[edges] = to;
    type[edges] = graph.edges.type[edge] as number;
    edges++;
  }
  const radius = new Float32Array(nodes.length);
  const kind = new Uint8Array(nodes.length);
  const places = new Float32Array(2 * nodes.length);
  const fixed = new Uint8Array(nodes.length);
  const { positions, stage } = options;
  for (const [at, node] of nodes.entries()) {
    radius[at] = restRadius(graph.nodes.degree[node] ?? 0);
    kind[at] = graph.nodes.kind[node] as number;
    if (positions === null) continue;
    places[2 * at] = positions[2 * node] ?? Number.NaN;
    places[2 * at + 1] = positions[2 * node + 1] ?? Number.NaN;
    fixed[at] = options.fixed(node) ? 1 : 0;
  }
  return {
    nodes,
    input: {
      count: nodes.length,
      radius,
      kind,
      source: source.slice(0, edges),
      target: target.slice(0, edges),
      type: type.slice(0, edges),
      selected: Uint32Array.from(drawnFor(stacked, exploration.selection), (node) => row[node] as number).filter((it) => it !== 0xffffffff),
      stage: stage === null ? null : Uint8Array.from(nodes, stage),
      positions: positions === null ? null : places,
      fixed: positions === null ? null : fixed,
      aspect: options.aspect,
      seed: 1,
    },
  };
}

/** Writes what a layout answered back to the places of the whole: members go with their stack, and what is pinned stays. */
export function placed(
  graph: LoadedGraph,
  exploration: Exploration,
  { positions, nodes, answer }: { positions: Float32Array; nodes: readonly number[]; answer: Float32Array },
): Float32Array {
  const next = padded(positions, graph.nodeCount);
  const stacked = stackedOf(graph, exploration);
  const stacks = new Map<number, { x: number; y: number }>();
  for (const [row, node] of nodes.entries()) {
    if (isPinned(exploration, stacked, node)) continue;
    const [x, y] = [answer[2 * row] ?? 0, answer[2 * row + 1] ?? 0];
    if (stacked.members.has(node)) stacks.set(node, { x, y });
    next[2 * node] = x;
    next[2 * node + 1] = y;
  }
  carryMembers(stacked, next, (row) => stacks.get(row) ?? null);
  return next;
}

/** Whether a drawn row keeps its place: a stack does when one of its members does. */
export const isPinned = ({ pinned }: Exploration, stacked: Stacked, row: number): boolean =>
  pinned.size > 0 && (pinned.has(row) || stacked.members.get(row)?.some((member) => pinned.has(member)) === true);

/** Moves a layout's answer as a whole, so that what is pinned is as near as it can be to where it has to stay; writes into `answer`. */
export function alignToPinned(
  positions: Float32Array,
  answer: Float32Array,
  rows: { nodes: readonly number[]; pinned: readonly number[] },
): void {
  let [x, y] = [0, 0];
  for (const row of rows.pinned) {
    const node = rows.nodes[row] as number;
    x += ((positions[2 * node] as number) - (answer[2 * row] as number)) / rows.pinned.length;
    y += ((positions[2 * node + 1] as number) - (answer[2 * row + 1] as number)) / rows.pinned.length;
  }
  for (let row = 0; row < rows.nodes.length; row++) {
    answer[2 * row] = (answer[2 * row] as number) + x;
    answer[2 * row + 1] = (answer[2 * row + 1] as number) + y;
  }
}

/** Guides with their titles in terms of the whole. */
export const guidesOf = (guides: readonly Guide[], nodes: readonly number[]): Guide[] =>
  guides.map((it) => (it.title !== null && "node" in it.title ? { ...it, title: { node: nodes[it.title.node] as number } } : it));
