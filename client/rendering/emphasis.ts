import type { Adjacency } from "./adjacency.ts";
import type { EdgeColumns, NodeColumns } from "./columns.ts";
import type { Highlight } from "./interface.ts";
import { nodeStyles } from "./shaders/node.ts";
import type { Visibility } from "./visibility.ts";

export const edgeStyles = { lit: 1, hot: 2 } as const;

export interface Drawn {
  nodes: NodeColumns;
  edges: EdgeColumns;
  adjacency: Adjacency;
  visibility: Visibility;
}

/** Styles by index, of what stands out; `dims`: the rest steps back. */
export interface Standing {
  readonly nodes: ReadonlyMap<number, number>;
  readonly edges: ReadonlyMap<number, number>;
  readonly dims: boolean;
}

/**
 * What stands out of the picture, derived from selection, highlight, focus and hover. Nothing of it is written into the columns:
 * it is drawn a second time above them, so a hover costs as much as it shows.
 */
export class Emphasis implements Standing {
  selection: readonly number[] = [];
  highlight: Highlight | null = null;
  focusEdge: number | null = null;
  hoveredNode: number | null = null;
  hoveredEdge: number | null = null;
  /** All that stands out. */
  nodes = new Map<number, number>();
  edges = new Map<number, number>();
  /** The same without what the pointer is over: this is what names are placed by. */
  settled: Standing = { nodes: new Map(), edges: new Map(), dims: false };

  /** True where the rest of the picture steps back. Neither a hover nor a single edge pushes it away. */
  get dims(): boolean {
    return this.selection.length > 0 || this.highlight !== null;
  }

  clear(): void {
    this.selection = [];
    this.highlight = null;
    this.focusEdge = null;
    this.hoveredNode = null;
    this.hoveredEdge = null;
  }

  derive(drawn: Drawn): void {
    this.nodes = new Map();
    this.edges = new Map();
    for (const node of this.selection) this.lightNeighbours(drawn, node);
    if (this.highlight !== null) {
      const path = this.highlight.style === "path";
      for (const edge of this.highlight.edges) this.lightEdge(drawn, edge, path ? edgeStyles.hot : edgeStyles.lit);
      for (const node of this.highlight.nodes) this.raise(node, path ? nodeStyles.path : nodeStyles.result);
    }
    if (this.focusEdge !== null) this.lightEdge(drawn, this.focusEdge, edgeStyles.hot);
    for (const node of this.selection) this.raise(node, nodeStyles.selected);
    this.settled = { nodes: this.nodes, edges: this.edges, dims: this.dims };
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
    return sorted(this.nodes);
  }
  /** Two more bits of an edge's style tell whether its source and its target wear a ring, before which the line ends. */
  edgeEntries({ edges }: Drawn): number[] {
    const ring = (node: number): number => ((this.nodes.get(node) ?? 0) > nodeStyles.lit ? 1 : 0);
    return sorted(this.edges, (edge) => (ring(edges.source(edge)) << 4) | (ring(edges.target(edge)) << 5));
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
