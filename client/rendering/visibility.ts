import { changedMarks } from "#client/columns/changed-marks.ts";
import { type EdgeColumns, type NodeColumns, nodeHidden } from "./columns.ts";
import type { Filters, Masked } from "./interface.ts";

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
  masked: Masked | null = null;
  leftOut: ReadonlyMap<number, number> | null = null;
  private shown: Uint8Array | null = null;
  private judged = 0;

  set(filters: Filters, nodes: NodeColumns): void {
    this.kinds = bitsOf(filters.hiddenKinds, 0);
    this.types = [bitsOf(filters.hiddenTypes, 0), bitsOf(filters.hiddenTypes, 32)];
    this.status = bitsOf(filters.hiddenStatus, 0);
    // Confidences are stored as 32-bit floats: 0.7 must not fall below 0.7.
    this.minConfidence = filters.minConfidence - 1e-6;
    this.masked = filters.masked ?? null;
    this.leftOut = filters.leftOut ?? null;
    this.judge(filters.shownNodes, nodes);
  }

  /** Writes the nodes whose mark differs, and the new ones: what is written is uploaded. Without marks all are shown. */
  private judge(shown: Uint8Array | null, nodes: NodeColumns): void {
    const judge = (node: number): void => {
      const hidden = shown !== null && shown[node] !== 1;
      if (nodes.isHidden(node) !== hidden) nodes.mark(node, nodeHidden, hidden);
    };
    const { judged } = this;
    if ((shown === null) !== (this.shown === null)) for (let node = 0; node < judged; node += 1) judge(node);
    else if (shown !== null && this.shown !== null) for (const node of changedMarks(this.shown, shown)) if (node < judged) judge(node);
    for (let node = judged; node < nodes.count; node += 1) judge(node);
    this.shown = shown;
    this.judged = nodes.count;
  }

  /** After the columns were replaced: no node carries a mark of its own. */
  forgetSingleNodes(): void {
    this.shown = null;
    this.judged = 0;
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
