import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import { isMasked } from "./edge-bits.ts";
import { evidenceMask } from "./evidence-mask.ts";
import type { Exploration } from "./exploration.ts";
import { kindOf, type LoadedGraph, otherEnd, typeOf } from "./loaded-graph.ts";
import { isLeftOut } from "./slices/left-out.ts";
import { filterMasks, isEdgeVisible, isNodeVisible } from "./visible.ts";

/** The nodes on the canvas that no filter takes away, members of closed groups among them. */
export function visibleNodes(graph: LoadedGraph, it: Exploration): number[] {
  const masks = filterMasks(graph, it);
  const found: number[] = [];
  for (let node = 0; node < it.shown.length; node++) if (isNodeVisible(graph, it, masks, node)) found.push(node);
  return found;
}

/** The edges that are drawn between these nodes, with their ends as rows of `nodes`. */
export function visibleEdges(graph: LoadedGraph, it: Exploration, nodes: readonly number[]): { source: Uint32Array; target: Uint32Array } {
  const masks = filterMasks(graph, it);
  const row = new Int32Array(graph.nodeCount).fill(-1);
  for (const [at, node] of nodes.entries()) row[node] = at;
  const edges: number[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++) if (isEdgeVisible(graph, it, masks, edge)) edges.push(edge);
  return {
    source: Uint32Array.from(edges, (edge) => row[graph.edges.source[edge] as number] as number),
    target: Uint32Array.from(edges, (edge) => row[graph.edges.target[edge] as number] as number),
  };
}

export const visibleOfKind = (graph: LoadedGraph, it: Exploration, kind: EntityKind): number[] => {
  const code = entityKinds.indexOf(kind);
  return visibleNodes(graph, it).filter((node) => graph.nodes.kind[node] === code);
};

/** What is on the canvas and not selected. */
export function inverted(graph: LoadedGraph, it: Exploration): number[] {
  const selected = new Set(it.selection);
  return visibleNodes(graph, it).filter((node) => !selected.has(node));
}

/** Distinct neighbours of a node on the canvas, filtered or not. */
export function neighboursShown(graph: LoadedGraph, { shown, leftOut }: Pick<Exploration, "shown" | "leftOut">, node: number): number[] {
  const found = new Set<number>();
  for (const edge of graph.incident[node] ?? []) {
    const other = otherEnd(graph, edge, node);
    if (other !== node && shown[other] === 1 && !isLeftOut(leftOut, edge)) found.add(other);
  }
  return [...found];
}

/** These nodes and what can be reached from them in so many hops along edges that are drawn, nearest first. */
export function neighbourhood(graph: LoadedGraph, it: Exploration, { nodes, hops }: { nodes: readonly number[]; hops: number }): number[] {
  const masks = filterMasks(graph, it);
  const reached = new Set(nodes);
  let rim = [...nodes];
  for (let hop = 0; hop < hops; hop++) {
    const next: number[] = [];
    for (const node of rim)
      for (const edge of graph.incident[node] ?? []) {
        const other = otherEnd(graph, edge, node);
        if (reached.has(other) || !isEdgeVisible(graph, it, masks, edge)) continue;
        reached.add(other);
        next.push(other);
      }
    rim = next;
  }
  return [...reached];
}

/** What of an entity's surroundings is on the canvas under clocks and trust, else filtered or not: edges by relation and direction, neighbours by kind. */
export function shownAround(
  graph: LoadedGraph,
  it: Exploration,
  node: number,
): { relations: ReadonlyMap<string, number>; kinds: ReadonlyMap<EntityKind, number> } {
  const found = new Map<string, number>();
  const neighbours = new Set<number>();
  const evidence = evidenceMask(graph, it);
  for (const edge of graph.incident[node] ?? []) {
    const other = otherEnd(graph, edge, node);
    if (it.shown[other] !== 1 || (evidence !== null && isMasked(evidence.edges, edge))) continue;
    if (other !== node) neighbours.add(other);
    const type = typeOf(graph, edge);
    const direction = relations[type].symmetric === true || graph.edges.source[edge] === node ? "out" : "in";
    found.set(`${type} ${direction}`, (found.get(`${type} ${direction}`) ?? 0) + 1);
  }
  const byKind = new Map<EntityKind, number>();
  for (const other of neighbours) byKind.set(kindOf(graph, other), (byKind.get(kindOf(graph, other)) ?? 0) + 1);
  return { relations: found, kinds: byKind };
}
