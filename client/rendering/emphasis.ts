import type { Adjacency } from "./adjacency.ts";
import type { EdgeColumns, NodeColumns } from "./columns.ts";
import { type ChangeMark, changeMarks, type Highlight, type Marks } from "./interface.ts";
import { nodeStyles } from "./shaders/node.ts";
import type { Visibility } from "./visibility.ts";
import type { Wear } from "./wear.ts";

export const edgeStyles = { lit: 1, hot: 2 } as const;

export interface Drawn {
  nodes: NodeColumns;
  edges: EdgeColumns;
  adjacency: Adjacency;
  visibility: Visibility;
  wear: Wear;
}

/** Styles by index, of what stands out; `dims`: the rest steps back. */
export interface Standing {
  readonly nodes: ReadonlyMap<number, number>;
  readonly edges: ReadonlyMap<number, number>;
  readonly dims: boolean;
  readonly marks: Marks | null;
}

const markNumber = (mark: ChangeMark | undefined): number => (mark === undefined ? 0 : changeMarks.indexOf(mark) + 1);

/**
 * What stands out of the picture, derived from selection, highlight, focus and hover. Nothing of it is written into the columns:
 * it is drawn a second time above them, so a hover costs as much as it shows.
 */
export class Emphasis implements Standing {
  selection: readonly number[] = [];
  highlight: Highlight | null = null;
  marks: Marks | null = null;
  focusEdge: number | null = null;
  hoveredNode: number | null = null;
  hoveredEdge: number | null = null;
  /** All that stands out. */
  nodes = new Map<number, number>();
  edges = new Map<number, number>();
  /** The same without what the pointer is over: this is what names are placed by. */
  settled: Standing = { nodes: new Map(), edges: new Map(), dims: false, marks: null };

  /** True where the rest of the picture steps back. Neither a hover nor a single edge pushes it away. */
  get dims(): boolean {
    return this.selection.length > 0 || this.highlight !== null || this.marks !== null;
  }

  clear(): void {
    this.selection = [];
    this.highlight = null;
    this.marks = null;
    this.focusEdge = null;
    this.hoveredNode = null;
    this.hoveredEdge = null;
  }

  derive(drawn: Drawn): void {
    this.nodes = new Map();
    this.edges = new Map();
    for (const node of this.selection) this.lightNeighbours(drawn, node);
    for (const edge of this.marks?.edges.keys() ?? []) this.lightEdge(drawn, edge, edgeStyles.lit);
    for (const node of this.marks?.nodes.keys() ?? []) this.raise(node, nodeStyles.lit);
    if (this.highlight !== null) {
      const path = this.highlight.style === "path";
      for (const edge of this.highlight.edges) this.lightEdge(drawn, edge, path ? edgeStyles.hot : edgeStyles.lit);
      for (const node of this.highlight.nodes) this.raise(node, path ? nodeStyles.path : nodeStyles.result);
    }
    if (this.focusEdge !== null) this.lightEdge(drawn, this.focusEdge, edgeStyles.hot);
    for (const node of this.selection) this.raise(node, nodeStyles.selected);
    this.settled = { nodes: this.nodes, edges: this.edges, dims: this.dims, marks: this.marks };
    this.deriveHover(drawn);
  }

  /** Enough when only the pointer has moved. */
  deriveHover(drawn: Drawn): void {
    this.nodes = new Map(this.settled.nodes);
    this.edges = new Map(this.settled.edges);
    if (this.hoveredNode !== null) this.lightNeighbours(drawn, this.hoveredNode);
    if (this.hoveredEdge !== null) this.lightEdge(drawn, this.hoveredEdge, edgeStyles.hot);
    if (this.hoveredNode === null) return;
    const selected = this.nodes.get(this.hoveredNode) === nodeStyles.selected;
    this.raise(this.hoveredNode, selected ? nodeStyles.selectedHovered : nodeStyles.hovered);
  }

  /** Entries for the GPU, the strongest style last, that is on top. */
  nodeEntries(): number[] {
    return sorted(this.nodes, (node) => markNumber(this.marks?.nodes.get(node)) << 4);
  }
  /**
   * Bits of an edge's entry above its two of style: which mark it has; whether its source and its target wear a ring, before which
   * the line ends; whether it has a mark at all.
   */
  edgeEntries({ edges }: Drawn): number[] {
    const ring = (node: number): number => ((this.nodes.get(node) ?? 0) > nodeStyles.lit || this.marks?.nodes.has(node) ? 1 : 0);
    return sorted(this.edges, (edge) => {
      const mark = markNumber(this.marks?.edges.get(edge));
      const marked = mark === 0 ? 0 : ((mark - 1) << 2) | (1 << 6);
      return (ring(edges.source(edge)) << 4) | (ring(edges.target(edge)) << 5) | marked;
    });
  }

  private raise(node: number, style: number): void {
    if (style > (this.nodes.get(node) ?? -1)) this.nodes.set(node, style);
  }

  private lightEdge({ edges }: Drawn, edge: number, style: number): void {
    if (edge >= edges.count) return;
    this.edges.set(edge, Math.max(style, this.edges.get(edge) ?? 0));
    this.raise(edges.source(edge), nodeStyles.lit);
    this.raise(edges.target(edge), nodeStyles.lit);
  }

  private lightNeighbours(drawn: Drawn, node: number): void {
    this.raise(node, nodeStyles.lit);
    drawn.adjacency.forEach(node, (edge) => {
      if (drawn.visibility.edge(drawn.nodes, drawn.edges, edge)) this.lightEdge(drawn, edge, edgeStyles.lit);
    });
  }
}

const sorted = (styles: ReadonlyMap<number, number>, more: (index: number) => number = () => 0): number[] =>
  [...styles].sort((a, b) => a[1] - b[1]).map(([index, style]) => (index | ((style | more(index)) << 24)) >>> 0);
