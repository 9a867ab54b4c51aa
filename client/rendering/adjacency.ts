import type { EdgeColumns, NodeColumns } from "./columns.ts";

const grow = (array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> => {
  if (array.length >= size) return array;
  const bigger = new Int32Array(size).fill(-1);
  bigger.set(array);
  return bigger;
};

/**
 * The edges at each node, as linked half-edges: appending an edge writes four words and nothing is ever rebuilt.
 * Half-edge 2e leaves the source of edge e, 2e + 1 its target.
 */
export class Adjacency {
  private first = new Int32Array(0);
  private next = new Int32Array(0);
  private degrees = new Int32Array(0);
  private indexed = 0;

  clear(): void {
    this.first.fill(-1);
    this.degrees.fill(0);
    this.indexed = 0;
  }

  /** Makes room for so many nodes and edges. */
  reserve(nodes: number, edges: number): void {
    this.first = grow(this.first, nodes);
    if (this.degrees.length < this.first.length) {
      const bigger = new Int32Array(this.first.length);
      bigger.set(this.degrees);
      this.degrees = bigger;
    }
    this.next = grow(this.next, 2 * edges);
  }

  /** Takes in the edges that came since the last call; there is as much room as the columns have. */
  extend(edges: EdgeColumns, nodes: NodeColumns): void {
    this.reserve(nodes.room, edges.room);
    for (let edge = this.indexed; edge < edges.count; edge += 1) {
      this.link(2 * edge, edges.source(edge), edges.isBundle(edge) ? 0 : 1);
      this.link(2 * edge + 1, edges.target(edge), edges.isBundle(edge) ? 0 : 1);
    }
    this.indexed = edges.count;
  }

  private link(half: number, node: number, links: 0 | 1): void {
    this.next[half] = this.first[node] as number;
    this.first[node] = half;
    this.degrees[node] = (this.degrees[node] as number) + links;
  }

  /** Drawn links of a node; a loop counts twice, a bundle not at all. */
  degree(node: number): number {
    return this.degrees[node] ?? 0;
  }

  /** Latest edge first; a loop comes twice. */
  forEach(node: number, visit: (edge: number, outgoing: boolean) => void): void {
    for (let half = this.first[node] ?? -1; half >= 0; half = this.next[half] as number) visit(half >> 1, (half & 1) === 0);
  }
}
