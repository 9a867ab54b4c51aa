import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { LayoutInput } from "#client/layouts/layout.ts";
import type { Exploration } from "./exploration.ts";
import { withLeftOut } from "./left-out.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { isLeftOut } from "./slices/left-out.ts";
import { drawnFor, type Stacked, stackedOf } from "./stacks.ts";

/** Radius of a node at rest, in layout units; the drawing follows the same rule. */
export const restRadius = (degree: number): number => Math.min(21, 8.5 + 2.1 * Math.sqrt(degree));

/** What of the picture a layout is told of: rows that are drawn, and edges, of which those to other rows are left out; null: all edges. */
export interface LayoutPart {
  nodes: readonly number[];
  edges: Iterable<number> | null;
}

/** All that is on the canvas. */
export function wholePicture(graph: LoadedGraph, { drawn }: Stacked): LayoutPart {
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) if (drawn[node] === 1) nodes.push(node);
  return { nodes, edges: null };
}

/** A part of the picture in the terms of a layout, whose rows are the nodes of the part in their order. */
export function layoutInput(
  graph: LoadedGraph,
  exploration: Exploration,
  options: {
    part: LayoutPart;
    positions: PlaceColumn | null;
    fixed: (node: number) => boolean;
    aspect: number;
    /** By node of the loaded graph; null where the layout needs none. */
    stage: ((node: number) => number) | null;
  },
): LayoutInput {
  const { nodes, edges } = options.part;
  const count = nodes.length;
  const rowOf = new Int32Array(graph.nodeCount).fill(-1);
  for (let row = 0; row < count; row++) rowOf[nodes[row] as number] = row;
  const [source, target, type]: [number[], number[], number[]] = [[], [], []];
  const leftOut = withLeftOut(graph, null, exploration.leftOut);
  const take = (edge: number): void => {
    if (isLeftOut(leftOut, edge)) return;
    const from = rowOf[graph.edges.source[edge] as number] as number;
    const to = rowOf[graph.edges.target[edge] as number] as number;
    if (from < 0 || to < 0 || from === to) return;
    source.push(from);
    target.push(to);
    type.push(graph.edges.type[edge] as number);
  };
  if (edges === null) for (let edge = 0; edge < graph.edgeCount; edge++) take(edge);
  else for (const edge of edges) take(edge);
  const { positions, stage } = options;
  const places = positions === null ? null : new Float32Array(2 * count);
  const fixed = positions === null ? null : new Uint8Array(count);
  const radius = new Float32Array(count);
  const kind = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const node = nodes[row] as number;
    radius[row] = restRadius(graph.nodes.degree[node] ?? 0);
    kind[row] = graph.nodes.kind[node] as number;
    if (positions === null || places === null || fixed === null) continue;
    places[2 * row] = positions.x(node);
    places[2 * row + 1] = positions.y(node);
    fixed[row] = options.fixed(node) ? 1 : 0;
  }
  const selected = drawnFor(stackedOf(graph, exploration), exploration.selection).map((node) => rowOf[node] ?? -1);
  return {
    count,
    radius,
    kind,
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    type: Uint8Array.from(type),
    selected: Uint32Array.from(selected.filter((row) => row >= 0)),
    stage: stage === null ? null : Uint8Array.from(nodes, stage),
    positions: places,
    fixed,
    aspect: options.aspect,
    seed: 1,
  };
}
