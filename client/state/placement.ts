import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { Guide } from "#client/layouts/layout.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { carryMembers, type Stacked, stackedOf } from "./stacks.ts";

/** Puts nodes without a place on rings around another node, so that they grow out of it. */
export function placeAround(positions: PlaceColumn, centre: number, nodes: readonly number[]): void {
  const [x, y] = positions.has(centre) ? [positions.x(centre), positions.y(centre)] : [0, 0];
  const homeless = nodes.filter((node) => !positions.has(node));
  const golden = Math.PI * (3 - Math.sqrt(5));
  for (const [rank, node] of homeless.entries()) {
    const distance = 70 + 16 * Math.sqrt(rank);
    positions.put(node, x + distance * Math.cos(rank * golden), y + distance * Math.sin(rank * golden));
  }
}

/** Writes what a layout answered back to the places of the whole: members go with their stack, and what is pinned stays. */
export function placed(
  graph: LoadedGraph,
  exploration: Exploration,
  { positions, nodes, answer }: { positions: PlaceColumn; nodes: readonly number[]; answer: Float32Array },
): PlaceColumn {
  const next = positions.copy();
  const stacked = stackedOf(graph, exploration);
  const stacks = new Map<number, { x: number; y: number }>();
  for (const [row, node] of nodes.entries()) {
    if (isPinned(exploration, stacked, node)) continue;
    const [x, y] = [answer[2 * row] ?? 0, answer[2 * row + 1] ?? 0];
    if (stacked.members.has(node)) stacks.set(node, { x, y });
    next.put(node, x, y);
  }
  carryMembers(stacked, next, (row) => stacks.get(row) ?? null);
  return next;
}

/** Whether a drawn row keeps its place: a stack does when one of its members does. */
export const isPinned = ({ pinned }: Exploration, stacked: Stacked, row: number): boolean =>
  pinned.size > 0 && (pinned.has(row) || stacked.members.get(row)?.some((member) => pinned.has(member)) === true);

/** Moves a layout's answer as a whole, so that what is pinned is as near as it can be to where it has to stay; writes into `answer`. */
export function alignToPinned(
  positions: PlaceColumn,
  answer: Float32Array,
  rows: { nodes: readonly number[]; pinned: readonly number[] },
): void {
  let [x, y] = [0, 0];
  for (const row of rows.pinned) {
    const node = rows.nodes[row] as number;
    x += (positions.x(node) - (answer[2 * row] as number)) / rows.pinned.length;
    y += (positions.y(node) - (answer[2 * row + 1] as number)) / rows.pinned.length;
  }
  for (let row = 0; row < rows.nodes.length; row++) {
    answer[2 * row] = (answer[2 * row] as number) + x;
    answer[2 * row + 1] = (answer[2 * row + 1] as number) + y;
  }
}

/** Guides with their titles in terms of the whole. */
export const guidesOf = (guides: readonly Guide[], nodes: readonly number[]): Guide[] =>
  guides.map((it) => (it.title !== null && "node" in it.title ? { ...it, title: { node: nodes[it.title.node] as number } } : it));
