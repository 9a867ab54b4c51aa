import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { grown, type LoadedGraph } from "./loaded-graph.ts";

export interface NodeCounts {
  readonly byKind: Uint32Array;
  /** By 32 nodes; null where no clock and no trust takes nodes away. */
  readonly masked: Uint32Array | null;
}

/** What a node was taken for when it was last looked at. */
const away = 0;
const counted = 1;
const masked = 2;

/** Nodes on the canvas by kind, kept up by those that somebody touched. An answer is never changed afterwards. */
export class NodeTally {
  #counts: NodeCounts | null = null;
  #taken = new Uint8Array(0);
  #looked = 0;
  #touched: number[] = [];

  /** All have to be looked at again. */
  forget(): void {
    this.#counts = null;
  }

  reserve(nodes: number): void {
    this.#taken = grown(this.#taken, nodes);
  }

  touch(node: number): void {
    if (this.#counts !== null) this.#touched.push(node);
  }

  /** `shown`: 1 for a node on the canvas; `links`: edges that each keeps, null where it needs none to stay. */
  count({ nodes: { kind }, nodeCount }: LoadedGraph, { shown, links }: { shown: Uint8Array; links: Uint32Array | null }): NodeCounts {
    const last = this.#counts;
    if (last !== null && this.#touched.length === 0 && this.#looked === nodeCount) return last;
    const byKind = last?.byKind.slice() ?? new Uint32Array(entityKinds.length);
    const bits = links === null ? null : new Uint32Array((nodeCount + 31) >>> 5);
    if (last?.masked) bits?.set(last.masked);
    this.reserve(nodeCount);
    const taken = this.#taken;
    if (last === null) taken.fill(away);
    const look = (node: number): void => {
      const is = shown[node] !== 1 ? away : links !== null && links[node] === 0 ? masked : counted;
      const was = taken[node];
      if (is === was) return;
      taken[node] = is;
      const code = kind[node] as number;
      if ((was === counted) !== (is === counted)) byKind[code] = (byKind[code] as number) + (is === counted ? 1 : -1);
      if (bits !== null && (was === masked) !== (is === masked)) bits[node >>> 5] = (bits[node >>> 5] as number) ^ (1 << (node & 31));
    };
    for (const node of this.#touched) look(node);
    for (let node = last === null ? 0 : this.#looked; node < nodeCount; node++) look(node);
    this.#looked = nodeCount;
    this.#touched = [];
    this.#counts = { byKind, masked: bits };
    return this.#counts;
  }
}
