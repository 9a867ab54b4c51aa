import type { EntityId, StatementId } from "#graph/model/id.ts";
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
}

interface Framing {
  total: Subgraph["total"];
  next: string | null;
  truncated: boolean;
  cypher: ShownCypher;
}

class Dictionary {
  readonly words: string[] = [];
  readonly #places = new Map<string, number>();

  place(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    this.#places.set(word, this.words.length);
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
    const ends = [...this.#edges.values()].flatMap((edge) => [edge.source, edge.target]);
    return [...new Set(ends)].filter((id) => !this.#nodes.has(id));
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
    const nodes: Subgraph["nodes"] = { id: [], kind: [], name: [], nameEn: [], shortName: {}, degree: [] };
    const edges: Subgraph["edges"] = { id: [], type: [], source: [], target: [], status: [], confidence: [] };
    for (const { row } of this.#nodes.values()) {
      nodes.id.push(row.id as EntityId);
      nodes.kind.push(kinds.place(row.kind));
      nodes.name.push(row.name);
      nodes.nameEn.push(row.nameEn);
      if (row.shortName !== null) nodes.shortName[nodes.name.length - 1] = row.shortName;
      nodes.degree.push(row.degree);
    }
    for (const edge of this.#edges.values()) {
      const source = this.#nodes.get(edge.source);
      const target = this.#nodes.get(edge.target);
      if (source === undefined || target === undefined) continue;
      edges.id.push(edge.id as StatementId);
      edges.type.push(types.place(edge.type));
      edges.source.push(source.place);
      edges.target.push(target.place);
      edges.status.push(statuses.place(edge.status));
      edges.confidence.push(edge.confidence);
    }
    const dictionary = { kind: kinds.words, type: types.words, status: statuses.words };
    return { version: 1, dictionary, nodes, edges, total, truncated, next, cypher };
  }
}
