import type { PlaceColumn } from "#client/columns/place-column.ts";
import { type LoadedGraph, otherEnd } from "./loaded-graph.ts";

/** Side of the square that one node takes, in layout units: the smallest node with room around it. */
const cell = 36;
const golden = Math.PI * (3 - Math.sqrt(5));
/** Seats tried around one place; each lies a quarter further out than the last, so that a crowd is left soon. */
const tries = 40;

/**
 * Finds places for many nodes without a layout: beside the best connected neighbour that has one, in the next free square; a node that nobody
 * knows goes to the edge, in the sector of its kind. Linear in the nodes and their edges; the same input gives the same places.
 */
export class Seats {
  readonly #taken = new Set<number>();
  /** How far the search around a node has come. */
  readonly #ranks = new Map<number, number>();
  #reach = 0;

  constructor(positions: PlaceColumn, nodeCount: number) {
    for (let node = 0; node < nodeCount; node++) {
      if (positions.has(node)) this.#take(positions.x(node), positions.y(node));
    }
  }

  /** Writes places of those nodes that have none, in their order. */
  place(graph: LoadedGraph, positions: PlaceColumn, nodes: readonly number[]): void {
    for (const node of nodes) {
      if (positions.has(node)) continue;
      const anchor = this.#anchorOf(graph, positions, node);
      const [x, y] = anchor < 0 ? this.#atTheEdge(graph.nodes.kind[node] as number) : this.#beside(positions, anchor);
      positions.put(node, x, y);
      this.#take(x, y);
    }
  }

  #anchorOf(graph: LoadedGraph, positions: PlaceColumn, node: number): number {
    const { degree } = graph.nodes;
    let best = -1;
    for (const edge of graph.incident[node] ?? []) {
      const other = otherEnd(graph, edge, node);
      if (other === node || !positions.has(other)) continue;
      if (best < 0 || (degree[other] as number) > (degree[best] as number)) best = other;
    }
    return best;
  }

  #beside(positions: PlaceColumn, anchor: number): readonly [number, number] {
    const [x, y] = [positions.x(anchor), positions.y(anchor)];
    let rank = this.#ranks.get(anchor) ?? 1;
    let seat: readonly [number, number] = [x, y];
    for (let attempt = 0; attempt < tries; attempt++) {
      const distance = cell * Math.sqrt(rank);
      seat = [x + distance * Math.cos(rank * golden), y + distance * Math.sin(rank * golden)];
      if (!this.#taken.has(keyOf(seat[0], seat[1]))) break;
      rank += 1 + (rank >> 2);
    }
    this.#ranks.set(anchor, (this.#ranks.get(anchor) ?? 1) + 1);
    return seat;
  }

  #atTheEdge(kind: number): readonly [number, number] {
    const key = -1 - kind;
    const rank = this.#ranks.get(key) ?? 0;
    this.#ranks.set(key, rank + 1);
    const distance = this.#reach + cell * (1 + Math.floor(rank / 24));
    const angle = ((kind + (rank % 24) / 24) / 15) * 2 * Math.PI;
    return [distance * Math.cos(angle), distance * Math.sin(angle)];
  }

  #take(x: number, y: number): void {
    this.#taken.add(keyOf(x, y));
    this.#reach = Math.max(this.#reach, Math.hypot(x, y));
  }
}

const keyOf = (x: number, y: number): number => (Math.round(x / cell) + 32_768) * 65_536 + Math.round(y / cell) + 32_768;
