import { type NodeColumns, nodePinned, nodeStacked } from "./columns.ts";
import type { Noted } from "./interface.ts";

const noNotes: Noted = { nodes: new Set(), edges: new Set() };

/** What nodes wear whether they stand out or not: a pin, the outline of a stack with the number of its members, the sheet of a note (edges too). */
export class Wear {
  pinned: ReadonlySet<number> = new Set();
  counts: ReadonlyMap<number, number> = new Map();
  noted: Noted = noNotes;

  /** By difference: pinning one more of many writes one texel. */
  setPinned(nodes: NodeColumns, next: ReadonlySet<number>): void {
    for (const node of this.pinned) if (!next.has(node)) nodes.mark(node, nodePinned, false);
    for (const node of next) if (!this.pinned.has(node)) nodes.mark(node, nodePinned, true);
    this.pinned = next;
  }

  setCounts(nodes: NodeColumns, next: ReadonlyMap<number, number>): void {
    for (const node of this.counts.keys()) if (!next.has(node)) nodes.mark(node, nodeStacked, false);
    for (const node of next.keys()) if (!this.counts.has(node)) nodes.mark(node, nodeStacked, true);
    this.counts = next;
  }

  /** For nodes that came after they were named here. */
  dress(nodes: NodeColumns, first: number): void {
    for (const node of this.pinned) if (node >= first) nodes.mark(node, nodePinned, true);
    for (const node of this.counts.keys()) if (node >= first) nodes.mark(node, nodeStacked, true);
  }

  /** Present nodes that wear something. */
  worn({ count }: NodeColumns): number[] {
    return [...new Set([...this.pinned, ...this.counts.keys()])].filter((node) => node < count);
  }

  /** After the columns were replaced. */
  forget(): void {
    this.pinned = new Set();
    this.counts = new Map();
    this.noted = noNotes;
  }
}
