import type { Subgraph } from "#graph/model/subgraph.ts";
import { type EntityKind, entityKinds, isEntityKind } from "#graph/vocabulary/kinds.ts";
import type { Status } from "#graph/vocabulary/marks.ts";
import { isRelationType, type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import { IdIndex } from "./id-index.ts";
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
  nodeIndex: IdIndex;
  edgeIndex: IdIndex;
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
  nodeIndex: new IdIndex(),
  edgeIndex: new IdIndex(),
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

/** Makes room for so many nodes and edges in all, so that nobody waits for columns to grow while they come. */
export function reserve({ nodes, edges }: LoadedGraph, nodeCount: number, edgeCount: number): void {
  nodes.kind = grown(nodes.kind, nodeCount);
  nodes.degree = grown(nodes.degree, nodeCount);
  edges.type = grown(edges.type, edgeCount);
  edges.source = grown(edges.source, edgeCount);
  edges.target = grown(edges.target, edgeCount);
  edges.status = grown(edges.status, edgeCount);
  edges.confidence = grown(edges.confidence, edgeCount);
  edges.from = grown(edges.from, edgeCount);
  edges.to = grown(edges.to, edgeCount);
  edges.documents = grown(edges.documents, edgeCount);
}

/**
 * Adds a subgraph to what is loaded, some rows at a time: between two steps anything else may be added too. Rows of a kind or relation that
 * the vocabulary lacks are left out.
 */
export class Merging {
  readonly #part: Subgraph;
  readonly #kindCode: readonly number[];
  readonly #typeCode: readonly number[];
  readonly #statusCode: readonly number[];
  readonly #setOf: (edge: number) => number;
  readonly #edges: number[] = [];
  /** Index of each node of the part; −1: left out. */
  readonly #nodeAt: number[] = [];
  /** Edges of the part that have been looked at. */
  #edgeRow = 0;

  constructor({ sources }: LoadedGraph, part: Subgraph) {
    this.#part = part;
    this.#kindCode = part.dictionary.kind.map((kind) => (isEntityKind(kind) ? entityKinds.indexOf(kind) : -1));
    this.#typeCode = part.dictionary.type.map((type) => (isRelationType(type) ? relationTypes.indexOf(type) : -1));
    this.#statusCode = part.dictionary.status.map((status) => Math.max(0, statusOrder.indexOf(status as Status)));
    this.#setOf = setReader(sources, part);
  }

  /** Takes in up to so many more rows; true when all are in. */
  step(graph: LoadedGraph, rows: number): boolean {
    const { nodes, edges } = this.#part;
    const nodesTo = Math.min(nodes.id.length, this.#nodeAt.length + rows);
    const edgesTo = Math.min(edges.id.length, this.#edgeRow + rows - (nodesTo - this.#nodeAt.length));
    reserve(graph, graph.nodeCount + nodesTo - this.#nodeAt.length, graph.edgeCount + edgesTo - this.#edgeRow);
    while (this.#nodeAt.length < nodesTo) this.#nodeAt.push(this.#node(graph, this.#nodeAt.length));
    for (; this.#edgeRow < edgesTo; this.#edgeRow++) {
      const edge = this.#edge(graph, this.#edgeRow);
      if (edge >= 0) this.#edges.push(edge);
    }
    return nodesTo === nodes.id.length && edgesTo === edges.id.length;
  }

  /** Index in the loaded graph of each node and edge that was taken in, in the order of the subgraph. */
  get merged(): Pick<MergeResult, "nodes" | "edges"> {
    return { nodes: this.#nodeAt.filter((index) => index >= 0), edges: this.#edges };
  }

  /** What is known has its degree refreshed. */
  #node(graph: LoadedGraph, row: number): number {
    const { nodes } = graph;
    const part = this.#part.nodes;
    const id = part.id[row] as string;
    const degree = part.degree[row] ?? 0;
    const known = graph.nodeIndex.get(id);
    if (known !== undefined) {
      nodes.degree[known] = Math.max(nodes.degree[known] ?? 0, degree);
      return known;
    }
    const kind = this.#kindCode[part.kind[row] ?? -1] ?? -1;
    if (kind < 0) return -1;
    const index = graph.nodeCount++;
    graph.nodeIndex.set(id, index);
    nodes.id.push(id);
    nodes.kind[index] = kind;
    nodes.name.push(part.shortName[row] ?? part.name[row] ?? id);
    nodes.nameEn.push(part.nameEn[row] ?? null);
    nodes.degree[index] = degree;
    graph.incident.push([]);
    return index;
  }

  #edge(graph: LoadedGraph, row: number): number {
    const { edges } = graph;
    const part = this.#part.edges;
    const id = part.id[row] as string;
    const known = graph.edgeIndex.get(id);
    if (known !== undefined) return known;
    const source = this.#nodeAt[part.source[row] ?? -1] ?? -1;
    const target = this.#nodeAt[part.target[row] ?? -1] ?? -1;
    const type = this.#typeCode[part.type[row] ?? -1] ?? -1;
    if (source < 0 || target < 0 || type < 0) return -1;
    const index = graph.edgeCount++;
    graph.edgeIndex.set(id, index);
    edges.id.push(id);
    edges.type[index] = type;
    edges.source[index] = source;
    edges.target[index] = target;
    edges.status[index] = this.#statusCode[part.status[row] ?? 0] ?? 0;
    edges.confidence[index] = part.confidence[row] ?? 1;
    const [from, to] = part.span[row] ?? [null, null];
    edges.from[index] = from === null ? unbounded.from : firstDay(from);
    edges.to[index] = to === null ? unbounded.to : lastDay(to);
    edges.documents[index] = this.#setOf(row);
    graph.incident[source]?.push(index);
    if (target !== source) graph.incident[target]?.push(index);
    return index;
  }
}

/** Adds what is new by id, all at once: see `Merging`. */
export function mergeSubgraph(graph: LoadedGraph, part: Subgraph): MergeResult {
  const [nodesFrom, edgesFrom] = [graph.nodeCount, graph.edgeCount];
  const merging = new Merging(graph, part);
  merging.step(graph, Number.POSITIVE_INFINITY);
  return { ...merging.merged, nodesFrom, edgesFrom };
}

export const kindOf = (graph: LoadedGraph, node: number): EntityKind => entityKinds[graph.nodes.kind[node] ?? 0] as EntityKind;
export const typeOf = (graph: LoadedGraph, edge: number): RelationType => relationTypes[graph.edges.type[edge] ?? 0] as RelationType;
export const statusOf = (graph: LoadedGraph, edge: number): Status => statusOrder[graph.edges.status[edge] ?? 0] as Status;

/** The other end of an edge. */
export const otherEnd = (graph: LoadedGraph, edge: number, node: number): number => {
  const source = graph.edges.source[edge] ?? 0;
  return source === node ? (graph.edges.target[edge] ?? 0) : source;
};
