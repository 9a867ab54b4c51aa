import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { grown, type LoadedGraph, statusOrder } from "./loaded-graph.ts";

/** What a filter may ask of an edge: the kinds of its ends, its relation, its status, how sure it is. */
export interface EdgeCell {
  readonly sourceKind: number;
  readonly targetKind: number;
  readonly type: number;
  readonly status: number;
  readonly confidence: number;
}

/**
 * Edges that no filter can tell apart share a cell. There are as many cells as such edges differ, hundreds where edges are hundreds of
 * thousands: a filter is answered by looking at cells.
 */
export class EdgeCells {
  readonly cells: EdgeCell[] = [];
  /** Cell by edge. */
  of = new Uint32Array(0);
  readonly #byKey = new Map<number, number>();
  readonly #confidences = new Map<number, number>();
  #taken = 0;

  /** Takes in the edges that came since the last time; rows of the loaded graph never change. */
  extend({ edges, nodes, edgeCount }: LoadedGraph): void {
    if (this.#taken === edgeCount) return;
    this.of = grown(this.of, edgeCount);
    for (let edge = this.#taken; edge < edgeCount; edge++) {
      const sourceKind = nodes.kind[edges.source[edge] as number] as number;
      const targetKind = nodes.kind[edges.target[edge] as number] as number;
      const type = edges.type[edge] as number;
      const status = edges.status[edge] as number;
      const confidence = edges.confidence[edge] as number;
      const ends = sourceKind * entityKinds.length + targetKind;
      const key = ((this.#code(confidence) * entityKinds.length ** 2 + ends) * relationTypes.length + type) * statusOrder.length + status;
      let cell = this.#byKey.get(key);
      if (cell === undefined) {
        cell = this.cells.push({ sourceKind, targetKind, type, status, confidence }) - 1;
        this.#byKey.set(key, cell);
      }
      this.of[edge] = cell;
    }
    this.#taken = edgeCount;
  }

  #code(confidence: number): number {
    const known = this.#confidences.get(confidence);
    if (known !== undefined) return known;
    this.#confidences.set(confidence, this.#confidences.size);
    return this.#confidences.size - 1;
  }
}
