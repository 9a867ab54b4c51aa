import type { Subgraph } from "#graph/model/subgraph.ts";
import { type EntityKind, entityKinds, isEntityKind } from "#graph/vocabulary/kinds.ts";
import type { Status } from "#graph/vocabulary/marks.ts";
import { isRelationType, type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import { firstDay, type LoadedSources, lastDay, noSources, setReader, unbounded } from "./loaded-sources.ts";

/** The order in which statuses are coded in the columns: line styles follow it. */
export const statusOrder: readonly Status[] = ["stated", "inferred", "reference"];

/**
 * All that has been fetched so far, as columns; a node or an edge is named by its index, which holds for the whole session.
 * Rows are only ever added: what is on the canvas is decided by the exploration, so that undo never fetches.
 */
export interface LoadedGraph {
  nodeCount: number;
  edgeCount: number;
  nodes: { id: string[]; kind: Uint8Array; name: string[]; nameEn: (string | null)[]; degree: Uint32Array };
  edges: {
    id: string[];
    type: Uint8Array;
    source: Uint32Array;
    target: Uint32Array;
    status: Uint8Array;
    confidence: Float32Array;
    /** Days on which a statement begins and ends to hold; `unbounded` where no source says. */
    from: Int32Array;
    to: Int32Array;
    /** Index into the sets of documents in `sources`. */
    documents: Uint32Array;
  };
  sources: LoadedSources;
  /** Edge indexes by node. */
  incident: number[][];
  nodeIndex: Map<string, number>;
  edgeIndex: Map<string, number>;
}

export const emptyGraph = (): LoadedGraph => ({
  nodeCount: 0,
  edgeCount: 0,
  nodes: { id: [], kind: new Uint8Array(256), name: [], nameEn: [], degree: new Uint32Array(256) },
  edges: {
    id: [],
    type: new Uint8Array(512),
    source: new Uint32Array(512),
    target: new Uint32Array(512),
    status: new Uint8Array(512),
    confidence: new Float32Array(512),
    from: new Int32Array(512),
    to: new Int32Array(512),
    documents: new Uint32Array(512),
  },
  sources: noSources(),
  incident: [],
  nodeIndex: new Map(),
  edgeIndex: new Map(),
});

export interface MergeResult {
  /** Index in the loaded graph of each node and edge of the subgraph, in its order. */
  nodes: number[];
  edges: number[];
  /** First index of what was new. */
  nodesFrom: number;
  edgesFrom: number;
}

/** A column with room for so many rows: itself, or a copy half as large again. */
export const grown = <A extends Uint8Array | Uint32Array | Int32Array | Float32Array>(column: A, needed: number): A => {
  if (needed <= column.length) return column;
  const larger = new (column.constructor as new (length: number) => A)(Math.ceil(needed * 1.5));
  larger.set(column);
  return larger;
};

/** Adds what is new by id and refreshes the degree of what is known. Rows of a kind or relation that the vocabulary lacks are left out. */
export function mergeSubgraph(graph: LoadedGraph, part: Subgraph): MergeResult {
  const { nodes, edges } = graph;
  const nodesFrom = graph.nodeCount;
  const edgesFrom = graph.edgeCount;
  const kindCode = part.dictionary.kind.map((kind) => (isEntityKind(kind) ? entityKinds.indexOf(kind) : -1));
  const typeCode = part.dictionary.type.map((type) => (isRelationType(type) ? relationTypes.indexOf(type) : -1));
  const statusCode = part.dictionary.status.map((status) => Math.max(0, statusOrder.indexOf(status as Status)));

  nodes.kind = grown(nodes.kind, graph.nodeCount + part.nodes.id.length);
  nodes.degree = grown(nodes.degree, graph.nodeCount + part.nodes.id.length);
  const nodeAt = part.nodes.id.map((id, row) => {
    const known = graph.nodeIndex.get(id);
    if (known !== undefined) {
      nodes.degree[known] = Math.max(nodes.degree[known] ?? 0, part.nodes.degree[row] ?? 0);
      return known;
    }
    const kind = kindCode[part.nodes.kind[row] ?? -1] ?? -1;
    if (kind < 0) return -1;
    const index = graph.nodeCount++;
    graph.nodeIndex.set(id, index);
    nodes.id.push(id);
    nodes.kind[index] = kind;
    nodes.name.push(part.nodes.shortName[row] ?? part.nodes.name[row] ?? id);
    nodes.nameEn.push(part.nodes.nameEn[row] ?? null);
    nodes.degree[index] = part.nodes.degree[row] ?? 0;
    graph.incident.push([]);
    return index;
  });

  const room = graph.edgeCount + part.edges.id.length;
  edges.type = grown(edges.type, room);
  edges.source = grown(edges.source, room);
  edges.target = grown(edges.target, room);
  edges.status = grown(edges.status, room);
  edges.confidence = grown(edges.confidence, room);
  edges.from = grown(edges.from, room);
  edges.to = grown(edges.to, room);
  edges.documents = grown(edges.documents, room);
  const setOf = setReader(graph.sources, part);
  const edgeAt: number[] = [];
  for (const [row, id] of part.edges.id.entries()) {
    const known = graph.edgeIndex.get(id);
    if (known !== undefined) {
      edgeAt.push(known);
      continue;
    }
    const source = nodeAt[part.edges.source[row] ?? -1] ?? -1;
    const target = nodeAt[part.edges.target[row] ?? -1] ?? -1;
    const type = typeCode[part.edges.type[row] ?? -1] ?? -1;
    if (source < 0 || target < 0 || type < 0) continue;
    const index = graph.edgeCount++;
    graph.edgeIndex.set(id, index);
    edges.id.push(id);
    edges.type[index] = type;
    edges.source[index] = source;
    edges.target[index] = target;
    edges.status[index] = statusCode[part.edges.status[row] ?? 0] ?? 0;
    edges.confidence[index] = part.edges.confidence[row] ?? 1;
    const [from, to] = part.edges.span[row] ?? [null, null];
    edges.from[index] = from === null ? unbounded.from : firstDay(from);
    edges.to[index] = to === null ? unbounded.to : lastDay(to);
    edges.documents[index] = setOf(row);
    graph.incident[source]?.push(index);
    if (target !== source) graph.incident[target]?.push(index);
    edgeAt.push(index);
  }
  return { nodes: nodeAt.filter((index) => index >= 0), edges: edgeAt, nodesFrom, edgesFrom };
}

export const kindOf = (graph: LoadedGraph, node: number): EntityKind => entityKinds[graph.nodes.kind[node] ?? 0] as EntityKind;
export const typeOf = (graph: LoadedGraph, edge: number): RelationType => relationTypes[graph.edges.type[edge] ?? 0] as RelationType;
export const statusOf = (graph: LoadedGraph, edge: number): Status => statusOrder[graph.edges.status[edge] ?? 0] as Status;

/** The other end of an edge. */
export const otherEnd = (graph: LoadedGraph, edge: number, node: number): number => {
  const source = graph.edges.source[edge] ?? 0;
  return source === node ? (graph.edges.target[edge] ?? 0) : source;
};

/** Distinct neighbours among what is loaded. */
export function neighboursOf(graph: LoadedGraph, node: number): number[] {
  const found = new Set<number>();
  for (const edge of graph.incident[node] ?? []) found.add(otherEnd(graph, edge, node));
  found.delete(node);
  return [...found];
}
