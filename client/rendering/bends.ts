import type { Adjacency } from "./adjacency.ts";
import type { EdgeColumns, NodeColumns } from "./columns.ts";

/** CSS pixels between the middles of parallel edges. */
export const bendStep = 15;

interface Parts {
  nodes: NodeColumns;
  edges: EdgeColumns;
  adjacency: Adjacency;
}

/**
 * Spreads edges between the same two nodes, whatever their direction, evenly around the straight line, in the order of their ids: a picture
 * opened elsewhere bends them alike, whatever came first there. Only pairs with an edge at or after `from` are looked at. Answers the edges
 * that are bent in these pairs.
 */
export function bendParallel({ nodes, edges, adjacency }: Parts, from = 0): number[] {
  const bent: number[] = [];
  const done = new Set<number>();
  for (let edge = from; edge < edges.count; edge += 1) {
    if (done.has(edge)) continue;
    const source = edges.source(edge);
    const target = edges.target(edge);
    if (source === target) continue;
    const anchor = adjacency.degree(source) <= adjacency.degree(target) ? source : target;
    const other = anchor === source ? target : source;
    let partners: number[] | null = null;
    adjacency.forEach(anchor, (candidate, outgoing) => {
      if (candidate === edge || (outgoing ? edges.target(candidate) : edges.source(candidate)) !== other) return;
      partners ??= [edge];
      partners.push(candidate);
    });
    if (partners === null) continue;
    const together = (partners as number[]).sort((a, b) => inOrder(edges.id[a], edges.id[b]));
    together.forEach((one, place) => {
      done.add(one);
      const halfSteps = 2 * place - (together.length - 1);
      // The side is that of the pair, not of the edge: an edge that runs the other way mirrors its bend.
      const along = inOrder(nodes.id[edges.source(one)], nodes.id[edges.target(one)]) < 0;
      edges.setBend(one, along ? halfSteps : -halfSteps);
      if (halfSteps !== 0) bent.push(one);
    });
  }
  return bent;
}

const inOrder = (a = "", b = ""): number => (a < b ? -1 : a > b ? 1 : 0);
