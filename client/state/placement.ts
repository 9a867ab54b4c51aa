import type { Guide } from "#client/layouts/layout.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { carryMembers, type Stacked, stackedOf } from "./stacks.ts";

/** A copy long enough for every node; places that are not known are NaN. */
export function padded(positions: Float32Array, nodeCount: number): Float32Array {
  const next = new Float32Array(2 * nodeCount);
  const known = positions.subarray(0, 2 * nodeCount);
  next.set(known);
  return next.fill(Number.NaN, known.length);
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
