import type { DocumentId, EntityId, StatementId } from "#graph/model/id.ts";
import type { ShownCypher, Subgraph } from "#graph/model/subgraph.ts";

export interface NodeRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly shortName: string | null;
  readonly degree: number;
}
/** `source` and `target` are entity ids. */
export interface EdgeRow {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
  readonly confidence: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Ids of the documents that say it. */
  readonly documents: readonly string[];
}

interface Framing {
  /** Null where nobody counted: the answer then tells what it holds. */
  total: Subgraph["total"] | null;
  next: string | null;
  truncated: boolean;
  cypher: ShownCypher;
}

/** Words by their first appearance; two words are one when their keys are. */
class Dictionary<T = string> {
  readonly words: T[] = [];
  readonly #places = new Map<string, number>();
  readonly #keyOf: (word: T) => string;

  constructor(keyOf: (word: T) => string = String) {
    this.#keyOf = keyOf;
  }

  place(word: T): number {
    const key = this.#keyOf(word);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** Collects nodes and edges, each once, into a Subgraph. An edge is kept when both of its ends have been given. */
export class SubgraphColumns {
  readonly #nodes = new Map<string, { place: number; row: NodeRow }>();
  readonly #edges = new Map<string, EdgeRow>();

  node(row: NodeRow): void {
    if (!this.#nodes.has(row.id)) this.#nodes.set(row.id, { place: this.#nodes.size, row });
  }

  edge(row: EdgeRow): void {
    this.#edges.set(row.id, row);
  }

  /** Ends of edges that no node was given for. */
  missingEnds(): string[] {
    const missing = new Set<string>();
    for (const { source, target } of this.#edges.values()) {
      if (!this.#nodes.has(source)) missing.add(source);
      if (!this.#nodes.has(target)) missing.add(target);
    }
    return [...missing];
  }

  get nodeCount(): number {
    return this.#nodes.size;
  }

  get edgeCount(): number {
    return this.#edges.size;
  }

  build({ total, next, truncated, cypher }: Framing): Subgraph {
    const kinds = new Dictionary();
    const types = new Dictionary();
    const statuses = new Dictionary();
    const documents = new Dictionary<DocumentId>();
    const sets = new Dictionary<number[]>();
    const nodes: Subgraph["nodes"] = { id: [], kind: [], name: [], nameEn: [], shortName: {}, degree: [] };
    const edges: Subgraph["edges"] = { id: [], type: [], source: [], target: [], status: [], confidence: [], span: {}, documents: [] };
    for (const { row } of this.#nodes.values()) {
      nodes.id.push(row.id as EntityId);
      nodes.kind.push(kinds.place(row.kind));
      nodes.name.push(row.name);
      nodes.nameEn.push(row.nameEn);
      if (row.shortName !== null) nodes.shortName[nodes.name.length - 1] = row.shortName;
      nodes.degree.push(row.degree);
    }
    const placeOf = (id: string) => this.#nodes.get(id)?.place as number;
    const kept = [...this.#edges.values()].filter((edge) => this.#nodes.has(edge.source) && this.#nodes.has(edge.target));
    for (const edge of kept) for (const id of edge.documents) documents.place(id as DocumentId);
    for (const edge of kept) {
      edges.id.push(edge.id as StatementId);
      edges.type.push(types.place(edge.type));
      edges.source.push(placeOf(edge.source));
      edges.target.push(placeOf(edge.target));
      edges.status.push(statuses.place(edge.status));
      edges.confidence.push(edge.confidence);
      if (edge.validFrom !== null || edge.validTo !== null) edges.span[edges.id.length - 1] = [edge.validFrom, edge.validTo];
      const said = edge.documents.map((id) => documents.place(id as DocumentId));
      edges.documents.push(said.length === 1 ? (said[0] as number) : documents.words.length + sets.place(said));
    }
    const dictionary = {
      kind: kinds.words,
      type: types.words,
      status: statuses.words,
      document: documents.words,
      documents: sets.words,
    };
    const counted = total === null ? { total: { nodes: nodes.id.length, edges: edges.id.length }, uncounted: true as const } : { total };
    return { version: 1, dictionary, nodes, edges, ...counted, truncated, next, cypher };
  }
}
