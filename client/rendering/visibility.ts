import { type EdgeColumns, type NodeColumns, nodeHidden } from "./columns.ts";
import type { Filters } from "./interface.ts";

const bitsOf = (indexes: ReadonlySet<number>, low: number): number => {
  let bits = 0;
  for (const index of indexes) if (index >= low && index < low + 32) bits |= 1 << (index - low);
  return bits >>> 0;
};

const hasBit = (bits: Uint32Array | undefined, index: number): boolean =>
  bits !== undefined && (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;

/** Which nodes and edges the filters leave: masks for the shaders, and the same rule for picking and labels. */
export class Visibility {
  kinds = 0;
  /** Types 0–31 and 32–63. */
  types: [number, number] = [0, 0];
  status = 0;
  minConfidence = 0;
  /** Bits of single edges and nodes, or null; kept as they are given, and drawn from a texture of their own. */
  masked: { edges: Uint32Array; nodes: Uint32Array } | null = null;
  private single: number[] = [];

  set(filters: Filters, nodes: NodeColumns): void {
    this.kinds = bitsOf(filters.hiddenKinds, 0);
    this.types = [bitsOf(filters.hiddenTypes, 0), bitsOf(filters.hiddenTypes, 32)];
    this.status = bitsOf(filters.hiddenStatus, 0);
    // Confidences are stored as 32-bit floats: 0.7 must not fall below 0.7.
    this.minConfidence = filters.minConfidence - 1e-6;
    this.masked = filters.masked ?? null;
    for (const node of this.single) if (node < nodes.count && !filters.hiddenNodes.has(node)) nodes.mark(node, nodeHidden, false);
    this.single = [...filters.hiddenNodes].filter((node) => node < nodes.count);
    for (const node of this.single) if (!nodes.isHidden(node)) nodes.mark(node, nodeHidden, true);
  }

  /** After the columns were replaced: no node carries a mark of its own. */
  forgetSingleNodes(): void {
    this.single = [];
  }

  node(nodes: NodeColumns, node: number): boolean {
    return ((this.kinds >> nodes.kind(node)) & 1) === 0 && !nodes.isHidden(node) && !hasBit(this.masked?.nodes, node);
  }

  edge(nodes: NodeColumns, edges: EdgeColumns, edge: number): boolean {
    const type = edges.type(edge);
    const mask = type < 32 ? this.types[0] : this.types[1];
    return (
      ((mask >> (type & 31)) & 1) === 0 &&
      ((this.status >> edges.status(edge)) & 1) === 0 &&
      edges.confidence(edge) >= this.minConfidence &&
      !hasBit(this.masked?.edges, edge) &&
      this.node(nodes, edges.source(edge)) &&
      this.node(nodes, edges.target(edge))
    );
  }
}
