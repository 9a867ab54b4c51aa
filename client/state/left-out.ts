import type { GraphByIds } from "#graph/model/by-ids.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

/** Of the edges that an answer has, those that are not on the canvas: their ids. */
export const leftOutOf = ({ edgeIndex }: LoadedGraph, { graph }: Pick<GraphByIds, "graph">): string[] =>
  graph.edges.id.filter((id) => !edgeIndex.has(id));

/** A subgraph with these of its edges. Columns are lists, or sparse: by index, where there is something to say. */
export function keepEdges(graph: Subgraph, isKept: (id: string) => boolean): Subgraph {
  const rows = [...graph.edges.id.keys()].filter((row) => isKept(graph.edges.id[row] as string));
  if (rows.length === graph.edges.id.length) return graph;
  const columns = Object.entries(graph.edges).map(([name, column]) => [
    name,
    Array.isArray(column) ? rows.map((row) => column[row]) : sparse(column, rows),
  ]);
  const edges = Object.fromEntries(columns) as Subgraph["edges"];
  return { ...graph, edges, total: { nodes: graph.nodes.id.length, edges: rows.length } };
}

const sparse = (column: Readonly<Record<string, unknown>>, rows: readonly number[]) =>
  Object.fromEntries([...rows.entries()].filter(([, row]) => row in column).map(([next, row]) => [next, column[row]]));
