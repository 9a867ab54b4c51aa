import type { GraphByIds } from "#graph/model/by-ids.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import type { Frame } from "./atlas.ts";
import type { Exploration } from "./exploration.ts";
import { type LoadedGraph, otherEnd } from "./loaded-graph.ts";
import { isLeftOut, type LeftOut, leaveOut, leftOutEdges } from "./slices/left-out.ts";
import { stackRows } from "./stack-rows.ts";

type Drawn = Pick<Exploration, "shown" | "leftOut">;

/** Of the edges that an answer has, those that do not belong to the picture: their ids. */
export const leftOutOf = ({ edgeIndex }: LoadedGraph, { leftOut }: Drawn, { graph }: Pick<GraphByIds, "graph">): string[] =>
  graph.edges.id.filter((id) => {
    const edge = edgeIndex.get(id);
    return edge === undefined || isLeftOut(leftOut, edge);
  });

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

/** Whatever else the page has loaded between the entities of a picture does not belong to it. */
export function withOnly(graph: LoadedGraph, it: Exploration, belongs: ReadonlySet<number>): Exploration {
  const others: number[] = [];
  for (let node = 0; node < it.shown.length; node++) {
    if (it.shown[node] !== 1) continue;
    for (const edge of graph.incident[node] ?? [])
      if (graph.edges.source[edge] === node && it.shown[otherEnd(graph, edge, node)] === 1 && !belongs.has(edge)) others.push(edge);
  }
  return others.length === 0 ? it : { ...it, leftOut: leaveOut(it.leftOut, others) };
}

/** A step that was there before these edges came stays as it was: those between two of its entities are left out of it. */
export function without({ edges: { source, target } }: LoadedGraph, frame: Frame, came: readonly number[]): Frame {
  const { shown, leftOut } = frame.exploration;
  const between = came.filter((edge) => shown[source[edge] as number] === 1 && shown[target[edge] as number] === 1);
  return between.length === 0 ? frame : { ...frame, exploration: { ...frame.exploration, leftOut: leaveOut(leftOut, between) } };
}

interface Put {
  judged: Uint32Array | null;
  leftOut: LeftOut;
  edgeCount: number;
  bits: Uint32Array;
}
/** By the list of names, which lives as long as the loaded graph. */
const put = new WeakMap<readonly string[], Put>();

/** What clocks and trust take away (`judged`) and what is left out; a line at a closed group stays while one of its statements does. */
export function withLeftOut(graph: LoadedGraph, judged: Uint32Array | null, leftOut: LeftOut): Uint32Array | null {
  if (leftOut === null) return judged;
  const { edgeCount } = graph;
  const last = put.get(graph.nodes.id);
  if (last?.judged === judged && last.leftOut === leftOut && last.edgeCount === edgeCount) return last.bits;
  const bits = new Uint32Array((edgeCount + 31) >>> 5);
  if (judged !== null) bits.set(judged);
  for (const [word, of] of leftOut.entries()) bits[word] = (bits[word] as number) | of;
  const { statements, bundlesOf } = stackRows(graph);
  const lines = new Set(leftOutEdges(leftOut).flatMap((edge) => bundlesOf.of(edge)));
  for (const line of lines)
    if (!statements.some(line, (edge) => !isLeftOut(bits, edge))) bits[line >>> 5] = (bits[line >>> 5] as number) | (1 << (line & 31));
  put.set(graph.nodes.id, { judged, leftOut, edgeCount, bits });
  return bits;
}

/** By the bits, which are never changed in place. */
const counted = new WeakMap<Uint32Array, ReadonlyMap<number, number>>();

/** By node, how many of its links are left out; null: none. */
export function linksLeftOut({ edges: { source, target } }: LoadedGraph, leftOut: LeftOut): ReadonlyMap<number, number> | null {
  if (leftOut === null) return null;
  const known = counted.get(leftOut);
  if (known !== undefined) return known;
  const links = new Map<number, number>();
  for (const edge of leftOutEdges(leftOut))
    for (const end of [source[edge] as number, target[edge] as number]) links.set(end, (links.get(end) ?? 0) + 1);
  counted.set(leftOut, links);
  return links;
}
