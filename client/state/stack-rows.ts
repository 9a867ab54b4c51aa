import { KeyTable } from "#client/columns/key-table.ts";
import { PairLists } from "#client/columns/pair-lists.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { type LoadedGraph, reserve } from "./loaded-graph.ts";
import { unbounded } from "./loaded-sources.ts";

interface StackRow {
  row: number;
  key: string;
  kind: EntityKind;
  name: string;
  members: readonly number[];
}

/** Rows of the loaded graph that are no entity and no statement: a stack for the members of a closed group, a bundle for their edges. */
class StackRows {
  /** Of every way in which things were grouped. */
  readonly stacks: StackRow[] = [];
  readonly isStack = new Set<number>();
  readonly bundles: number[] = [];
  /** Statements by bundle, and bundles by statement, of every way in which things were grouped. */
  readonly statements = new PairLists();
  readonly bundlesOf = new PairLists();
  /** Bundles by the rows at their ends. */
  readonly linesAt = new PairLists();
  /** A slot for each pair of ends with a relation and a status, and the bundles of each slot: they differ in how sure they are. */
  readonly slots = new KeyTable();
  readonly inSlot = new PairLists();
}

/** By the list of names, which lives as long as the loaded graph. */
const registered = new WeakMap<readonly string[], StackRows>();

export function stackRows({ nodes }: LoadedGraph): StackRows {
  const known = registered.get(nodes.id) ?? new StackRows();
  registered.set(nodes.id, known);
  return known;
}

/** Whether a row stands for the members of a group. */
export const isStack = (graph: LoadedGraph, node: number): boolean => stackRows(graph).isStack.has(node);

export const isBundle = (graph: LoadedGraph, edge: number): boolean => stackRows(graph).statements.has(edge);

/** The statements that an edge stands for: itself, or those that it bundles. */
export const statementsOf = (graph: LoadedGraph, edge: number): readonly number[] => {
  const { statements } = stackRows(graph);
  return statements.has(edge) ? statements.of(edge) : [edge];
};

/** Answers the row, which is made when it is first asked for. */
export function appendStack(graph: LoadedGraph, stack: Omit<StackRow, "row"> & { nameEn: string }): number {
  const { stacks, isStack: isRow } = stackRows(graph);
  const known = stacks.find(
    ({ key, kind, name, members }) =>
      key === stack.key && kind === stack.kind && name === stack.name && sameMembers(members, stack.members),
  );
  if (known !== undefined) return known.row;
  const { nodes } = graph;
  const row = graph.nodeCount++;
  reserve(graph, graph.nodeCount, graph.edgeCount);
  nodes.id.push(`group:${stack.key}`);
  nodes.kind[row] = entityKinds.indexOf(stack.kind);
  nodes.name.push(stack.name);
  nodes.nameEn.push(stack.nameEn);
  nodes.degree[row] = 0;
  graph.incident.push([]);
  stacks.push({ row, key: stack.key, kind: stack.kind, name: stack.name, members: stack.members });
  isRow.add(row);
  return row;
}

export function sameMembers(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Edges with their ends as they are drawn, as columns. */
export interface Bundled {
  edge: number[];
  source: number[];
  target: number[];
}

/**
 * Bundles edges: one line for all of one relation and status between the same two drawn ends, as sure as the surest of them. What comes
 * later and is no surer joins the line that is there; what is surer gets a line of its own, since rows are never changed.
 */
export function appendBundle(graph: LoadedGraph, found: Bundled): void {
  const { slots, inSlot, bundlesOf } = stackRows(graph);
  const { type, status, confidence, source, target } = graph.edges;
  const waiting = new Map<number, number[]>();
  for (let at = 0; at < found.edge.length; at++) {
    const edge = found.edge[at] as number;
    const [from, to] = [found.source[at] as number, found.target[at] as number];
    // Whether a line between these ends stands for the edge already.
    if (bundlesOf.some(edge, (line) => source[line] === from && target[line] === to)) continue;
    // An end has 26 bits, more than a page can hold; relation and status, eight bits together, lie behind them.
    const code = (type[edge] as number) * 4 + (status[edge] as number);
    const slot = slots.slot(((from << 6) | (code >>> 4)) >>> 0, ((to << 4) | (code & 15)) >>> 0);
    const isSure = (line: number): boolean => {
      if ((confidence[line] as number) < (confidence[edge] as number)) return false;
      join(graph, line, edge);
      return true;
    };
    if (inSlot.some(slot, isSure)) continue;
    const together = waiting.get(slot);
    if (together === undefined) waiting.set(slot, [at]);
    else together.push(at);
  }
  for (const [slot, together] of waiting) appendLine(graph, found, slot, together);
}

function appendLine(graph: LoadedGraph, found: Bundled, slot: number, together: readonly number[]): void {
  const { bundles, inSlot, linesAt } = stackRows(graph);
  const { edges } = graph;
  const [first] = together as [number, ...number[]];
  const edge = found.edge[first] as number;
  const line = graph.edgeCount++;
  reserve(graph, graph.nodeCount, graph.edgeCount);
  edges.id.push(`bundle ${line}`);
  edges.type[line] = edges.type[edge] as number;
  edges.status[line] = edges.status[edge] as number;
  // It holds as long as one of its statements does.
  edges.from[line] = unbounded.from;
  edges.to[line] = unbounded.to;
  edges.source[line] = found.source[first] as number;
  edges.target[line] = found.target[first] as number;
  let surest = 0;
  for (const at of together) surest = Math.max(surest, edges.confidence[found.edge[at] as number] as number);
  edges.confidence[line] = surest;
  bundles.push(line);
  inSlot.add(slot, line);
  for (const at of together) join(graph, line, found.edge[at] as number);
  linesAt.add(edges.source[line] as number, line);
  linesAt.add(edges.target[line] as number, line);
}

function join(graph: LoadedGraph, line: number, edge: number): void {
  const { bundlesOf, statements } = stackRows(graph);
  statements.add(line, edge);
  bundlesOf.add(edge, line);
}
