import type { DrawnGraph } from "#client/rendering/graph-canvas.ts";
import type { DocumentId, EntityId, StatementId } from "#graph/model/id.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";

/** Made-up documents that the statements are said by. */
export const documentCount = 40;
const idOfDocument = (at: number): DocumentId => `doc-made-up-${at}` as DocumentId;
const statuses = ["stated", "inferred", "reference"];
/** Half of the statements have a first day, some a last one. */
const spanOf = (edge: number): [string | null, string | null] | null =>
  edge % 2 === 0 ? null : [String(2004 + ((edge * 7) % 20)), edge % 10 === 1 ? String(2024 + (edge % 3)) : null];

/** What an expansion brings that nobody has loaded yet. */
export const broughtAtOnce = 50;

/** A made-up graph as the server would answer it: in pages by degree, and neighbours that no page holds. */
export class ServedGraph {
  readonly graph: DrawnGraph;
  /** Nodes by degree, and where each stands in that order. */
  readonly #order: Uint32Array;
  readonly #rank: Uint32Array;
  /** Edges by the page position of their later end. */
  readonly #edgesOf: number[][];
  readonly #nodeOf: ReadonlyMap<string, number>;
  readonly #edgesAt: number[][];
  #brought = 0;

  constructor(graph: DrawnGraph) {
    this.graph = graph;
    const { degree, id } = graph.nodes;
    this.#order = Uint32Array.from(id.keys()).sort((a, b) => (degree[b] as number) - (degree[a] as number) || a - b);
    this.#rank = new Uint32Array(id.length);
    for (const [rank, node] of this.#order.entries()) this.#rank[node] = rank;
    this.#edgesOf = Array.from(id, () => []);
    this.#nodeOf = new Map(id.map((one, node) => [one, node]));
    this.#edgesAt = Array.from(id, () => []);
    for (const [edge, source] of graph.edges.source.entries()) {
      this.#edgesAt[source]?.push(edge);
      this.#edgesAt[graph.edges.target[edge] as number]?.push(edge);
      const later = Math.max(this.#rank[source] as number, this.#rank[graph.edges.target[edge] as number] as number);
      this.#edgesOf[later]?.push(edge);
    }
  }

  nodeOf(id: string): number {
    return this.#nodeOf.get(id) ?? -1;
  }

  /** Edges of a node by relation and direction. */
  degreesOf(node: number): { relation: string; direction: "out" | "in"; count: number }[] {
    const counts = new Map<string, number>();
    for (const edge of this.#edgesAt[node] ?? []) {
      const direction = this.graph.edges.source[edge] === node ? "out" : "in";
      const key = `${relationTypes[this.graph.edges.type[edge] as number]} ${direction}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].map(([key, count]) => {
      const [relation, direction] = key.split(" ") as [string, "out" | "in"];
      return { relation, direction, count };
    });
  }

  /** GET /graph: an edge comes with its later end. */
  page(from: number, limit: number): Subgraph {
    const nodes = [...this.#order.subarray(from, from + limit)];
    const edges = nodes.flatMap((_, at) => this.#edgesOf[from + at] ?? []);
    const next = from + nodes.length;
    return this.#part(nodes, edges, next < this.#order.length ? String(next) : null);
  }

  /** GET /entities/:id/neighbours: new ones each time, tied to the entity, a few also to each other. */
  neighbours(id: string): Subgraph {
    const node = this.nodeOf(id);
    const part = this.#part([node, ...Array<number>(broughtAtOnce).fill(0)], [], null);
    this.#brought += 1;
    for (let at = 1; at <= broughtAtOnce; at += 1) {
      part.nodes.id[at] = `n-brought-${this.#brought}-${at}` as EntityId;
      part.nodes.degree[at] = 2;
      part.nodes.kind[at] = at % entityKinds.length;
    }
    for (let edge = 0; edge < broughtAtOnce + 10; edge += 1) {
      const [source, target] = edge < broughtAtOnce ? [0, edge + 1] : [1 + (edge % broughtAtOnce), 1 + ((edge + 7) % broughtAtOnce)];
      part.edges.id.push(`e-brought-${this.#brought}-${edge}` as StatementId);
      part.edges.type.push(edge % relationTypes.length);
      part.edges.source.push(source);
      part.edges.target.push(target);
      part.edges.status.push(edge % 3 === 0 ? 1 : 0);
      part.edges.confidence.push(edge % 3 === 0 ? 0.85 : 1);
      part.edges.documents.push(edge % documentCount);
    }
    return part;
  }

  #part(nodes: number[], edges: number[], next: string | null): Subgraph {
    const { graph } = this;
    // The earlier ends of edges follow after the page's own nodes.
    const row = new Map(nodes.map((node, at) => [node, at]));
    const rowOf = (node: number): number => {
      const known = row.get(node);
      if (known !== undefined) return known;
      row.set(node, nodes.length);
      return nodes.push(node) - 1;
    };
    const source = edges.map((edge) => rowOf(graph.edges.source[edge] as number));
    const target = edges.map((edge) => rowOf(graph.edges.target[edge] as number));
    const spans = edges.flatMap((edge, at) => {
      const span = spanOf(edge);
      return span === null ? [] : [[String(at), span] as const];
    });
    return {
      version: 1,
      dictionary: {
        kind: [...entityKinds],
        type: [...relationTypes],
        status: statuses,
        document: Array.from({ length: documentCount }, (_, at) => idOfDocument(at)),
        documents: [],
      },
      nodes: {
        id: nodes.map((node) => graph.nodes.id[node] as EntityId),
        kind: nodes.map((node) => graph.nodes.kind[node] as number),
        name: nodes.map((node) => graph.nodes.name[node] as string),
        nameEn: nodes.map((node) => graph.nodes.nameEn[node] ?? null),
        shortName: {},
        degree: nodes.map((node) => graph.nodes.degree[node] as number),
      },
      edges: {
        id: edges.map((edge) => graph.edges.id[edge] as StatementId),
        type: edges.map((edge) => graph.edges.type[edge] as number),
        source,
        target,
        status: edges.map((edge) => graph.edges.status[edge] as number),
        confidence: edges.map((edge) => graph.edges.confidence[edge] as number),
        span: Object.fromEntries(spans),
        documents: edges.map((edge) => (edge * 31) % documentCount),
      },
      total: { nodes: graph.nodes.id.length, edges: graph.edges.id.length },
      truncated: next !== null,
      next,
      cypher: { query: "MATCH (n:Entity) RETURN n AS node", parameters: {} },
    };
  }
}
