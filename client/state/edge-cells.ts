import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { grown, type LoadedGraph, statusOrder } from "./loaded-graph.ts";

/**
 * Edges that no filter can tell apart share a cell: with ends of the same kinds, the same relation, status and confidence. There are as many
 * cells as such edges differ, hundreds or thousands where edges are hundreds of thousands: a filter is answered by looking at cells, which
 * are columns themselves.
 */
export class EdgeCells {
  count = 0;
  sourceKind = new Uint8Array(64);
  targetKind = new Uint8Array(64);
  type = new Uint8Array(64);
  status = new Uint8Array(64);
  confidence = new Float32Array(64);
  /** Cell by edge. */
  of = new Uint32Array(0);
  readonly #byKey = new Map<number, number>();
  readonly #confidences = new Map<number, number>();
  #taken = 0;

  reserve(edges: number): void {
    this.of = grown(this.of, edges);
  }

  /** Takes in the edges that came since the last time; rows of the loaded graph never change. */
  extend({ edges, nodes, edgeCount }: LoadedGraph): void {
    if (this.#taken === edgeCount) return;
    this.reserve(edgeCount);
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
        cell = this.#add({ sourceKind, targetKind, type, status, confidence });
        this.#byKey.set(key, cell);
      }
      this.of[edge] = cell;
    }
    this.#taken = edgeCount;
  }

  #add(cell: Record<"sourceKind" | "targetKind" | "type" | "status" | "confidence", number>): number {
    const at = this.count++;
    this.sourceKind = grown(this.sourceKind, this.count);
    this.targetKind = grown(this.targetKind, this.count);
    this.type = grown(this.type, this.count);
    this.status = grown(this.status, this.count);
    this.confidence = grown(this.confidence, this.count);
    this.sourceKind[at] = cell.sourceKind;
    this.targetKind[at] = cell.targetKind;
    this.type[at] = cell.type;
    this.status[at] = cell.status;
    this.confidence[at] = cell.confidence;
    return at;
  }

  #code(confidence: number): number {
    const known = this.#confidences.get(confidence);
    if (known !== undefined) return known;
    this.#confidences.set(confidence, this.#confidences.size);
    return this.#confidences.size - 1;
  }
}
