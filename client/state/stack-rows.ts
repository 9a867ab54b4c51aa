import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { grown, type LoadedGraph } from "./loaded-graph.ts";

/** Rows of the loaded graph that are no entity and no statement: a stack for the members of a closed group, a bundle for their edges. */
export interface StackRows {
  /** Stacks by who is in them. */
  readonly byMembers: Map<string, number>;
  /** Statements by bundle. */
  readonly statements: Map<number, Set<number>>;
  /** Bundles by their ends, relation, status. */
  readonly bundles: Map<string, number[]>;
  /** Bundles by statement, of every way in which things were grouped. */
  readonly bundlesOf: Map<number, number[]>;
  /** Bundles by their ends. */
  readonly linesAt: Map<number, number[]>;
  readonly stacks: Set<number>;
}

/** By the list of names, which lives as long as the loaded graph. */
const registered = new WeakMap<readonly string[], StackRows>();

export function stackRows({ nodes }: LoadedGraph): StackRows {
  const known = registered.get(nodes.id);
  if (known !== undefined) return known;
  const rows: StackRows = {
    byMembers: new Map(),
    statements: new Map(),
    bundles: new Map(),
    bundlesOf: new Map(),
    linesAt: new Map(),
    stacks: new Set(),
  };
  registered.set(nodes.id, rows);
  return rows;
}

/** Whether a row stands for the members of a group. */
export const isStack = (graph: LoadedGraph, node: number): boolean => stackRows(graph).stacks.has(node);

export const isBundle = (graph: LoadedGraph, edge: number): boolean => stackRows(graph).statements.has(edge);

/** The statements that an edge stands for: itself, or those that it bundles. */
export const statementsOf = (graph: LoadedGraph, edge: number): readonly number[] => [...(stackRows(graph).statements.get(edge) ?? [edge])];

/** Answers the row, which is made when it is first asked for. */
export function appendStack(
  graph: LoadedGraph,
  stack: { key: string; members: readonly number[]; kind: EntityKind; name: string; nameEn: string },
): number {
  const { byMembers, stacks } = stackRows(graph);
  const { nodes } = graph;
  const id = `group ${stack.key} ${stack.kind} ${stack.name} ${stack.members.join(" ")}`;
  const known = byMembers.get(id);
  if (known !== undefined) return known;
  const row = graph.nodeCount++;
  nodes.kind = grown(nodes.kind, graph.nodeCount);
  nodes.degree = grown(nodes.degree, graph.nodeCount);
  nodes.id.push(`group:${stack.key}`);
  nodes.kind[row] = entityKinds.indexOf(stack.kind);
  nodes.name.push(stack.name);
  nodes.nameEn.push(stack.nameEn);
  nodes.degree[row] = 0;
  graph.incident.push([]);
  byMembers.set(id, row);
  stacks.add(row);
  return row;
}

/** An edge with its ends as they are drawn. */
export interface Bundled {
  edge: number;
  source: number;
  target: number;
}

/**
 * Bundles edges: one line for all of one relation and status between the same two drawn ends, as sure as the surest of them. What comes
 * later and is no surer joins the line that is there; what is surer gets a line of its own, since rows are never changed.
 */
export function appendBundle(graph: LoadedGraph, found: readonly Bundled[]): void {
  const { bundles, linesAt, statements } = stackRows(graph);
  const { edges } = graph;
  const waiting = new Map<string, Bundled[]>();
  for (const one of found) {
    if (isBundled(graph, one)) continue;
    const key = `${one.source} ${one.target} ${edges.type[one.edge]} ${edges.status[one.edge]}`;
    const lines = bundles.get(key) ?? [];
    const sure = lines.find((line) => (edges.confidence[line] as number) >= (edges.confidence[one.edge] as number));
    if (sure !== undefined) join(graph, sure, one.edge);
    else add(waiting, key, one);
  }
  for (const [key, together] of waiting) {
    const [first] = together as [Bundled, ...Bundled[]];
    const line = graph.edgeCount++;
    edges.type = grown(edges.type, graph.edgeCount);
    edges.source = grown(edges.source, graph.edgeCount);
    edges.target = grown(edges.target, graph.edgeCount);
    edges.status = grown(edges.status, graph.edgeCount);
    edges.confidence = grown(edges.confidence, graph.edgeCount);
    edges.id.push(`bundle ${key} ${line}`);
    edges.type[line] = edges.type[first.edge] as number;
    edges.status[line] = edges.status[first.edge] as number;
    edges.source[line] = first.source;
    edges.target[line] = first.target;
    edges.confidence[line] = Math.max(...together.map(({ edge }) => edges.confidence[edge] as number));
    statements.set(line, new Set());
    for (const { edge } of together) join(graph, line, edge);
    add(bundles, key, line);
    for (const end of [first.source, first.target]) add(linesAt, end, line);
  }
}

function join(graph: LoadedGraph, line: number, edge: number): void {
  const { bundlesOf, statements } = stackRows(graph);
  statements.get(line)?.add(edge);
  add(bundlesOf, edge, line);
}

/** Whether a line between these ends stands for the edge already. */
const isBundled = (graph: LoadedGraph, { edge, source, target }: Bundled): boolean =>
  stackRows(graph)
    .bundlesOf.get(edge)
    ?.some((line) => graph.edges.source[line] === source && graph.edges.target[line] === target) === true;

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
