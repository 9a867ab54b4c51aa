import type { NodeColumns } from "./columns.ts";
import { largestRadius, nodeScale, toWorld, type View } from "./view.ts";
import type { Visibility } from "./visibility.ts";

const perCell = 4;
const looseLimit = 512;
/** CSS pixels around an outline that still count as it. */
const slack = 2;

/** A rectangle in layout units, y upwards. */
export interface Extent {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Nodes by place, in a grid of counting-sorted cells. Moved and new nodes are kept aside until there are many. */
export class Grid {
  private cellOf = { x: 0, y: 0, size: 1, columns: 1, rows: 1 };
  private starts = new Uint32Array(2);
  private members = new Uint32Array(0);
  private built = -1;
  private readonly loose = new Set<number>();

  invalidate(): void {
    this.built = -1;
    this.loose.clear();
  }

  moved(node: number): void {
    if (this.built >= 0 && node < this.built) this.loose.add(node);
    if (this.loose.size > looseLimit) this.invalidate();
  }

  /** Does now what the next question would have to wait for. */
  prepare(nodes: NodeColumns): void {
    if (nodes.count > 0 && this.built !== nodes.count) this.build(nodes);
  }

  private build(nodes: NodeColumns): void {
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < nodes.count; i += 1) {
      left = Math.min(left, nodes.x(i));
      right = Math.max(right, nodes.x(i));
      bottom = Math.min(bottom, nodes.y(i));
      top = Math.max(top, nodes.y(i));
    }
    const size = Math.max(1e-6, Math.sqrt(((right - left || 1) * (top - bottom || 1) * perCell) / Math.max(1, nodes.count)));
    const columns = Math.min(4096, Math.floor((right - left) / size) + 1);
    const rows = Math.min(4096, Math.floor((top - bottom) / size) + 1);
    this.cellOf = { x: left, y: bottom, size, columns, rows };
    this.starts = new Uint32Array(columns * rows + 1);
    for (let i = 0; i < nodes.count; i += 1) this.bump(this.cell(nodes.x(i), nodes.y(i)) + 1);
    for (let c = 0; c < columns * rows; c += 1) this.starts[c + 1] = (this.starts[c + 1] as number) + (this.starts[c] as number);
    const next = this.starts.slice();
    this.members = new Uint32Array(nodes.count);
    for (let i = 0; i < nodes.count; i += 1) {
      const cell = this.cell(nodes.x(i), nodes.y(i));
      const slot = next[cell] as number;
      this.members[slot] = i;
      next[cell] = slot + 1;
    }
    this.built = nodes.count;
    this.loose.clear();
  }

  private bump(cell: number): void {
    this.starts[cell] = (this.starts[cell] as number) + 1;
  }

  private column(x: number): number {
    return Math.max(0, Math.min(this.cellOf.columns - 1, Math.floor((x - this.cellOf.x) / this.cellOf.size)));
  }
  private row(y: number): number {
    return Math.max(0, Math.min(this.cellOf.rows - 1, Math.floor((y - this.cellOf.y) / this.cellOf.size)));
  }
  private cell(x: number, y: number): number {
    return this.row(y) * this.cellOf.columns + this.column(x);
  }

  /** Visits each node whose place lies in the rectangle, in layout units, and perhaps some near it. */
  within(nodes: NodeColumns, { left, right, bottom, top }: Extent, visit: (node: number) => void): void {
    this.keepUp(nodes);
    const to = this.column(right);
    for (let row = this.row(bottom); row <= this.row(top); row += 1)
      for (let column = this.column(left); column <= to; column += 1) this.inCell(row * this.cellOf.columns + column, visit);
    this.besides(nodes, visit);
  }

  /**
   * The shown node under a point in CSS pixels: of several the one whose middle is nearest. Looks ring by ring of cells around the point,
   * and ends where nothing nearer can lie: what a picture shows densely is found in the first two.
   */
  nodeAt(nodes: NodeColumns, visibility: Visibility, view: View, x: number, y: number): number | null {
    if (nodes.count === 0) return null;
    this.keepUp(nodes);
    const at = toWorld(view, x, y);
    const grow = nodeScale(view.scale) / view.scale;
    const more = slack / view.scale;
    let found: number | null = null;
    /** Squared, as all distances here: a root for each node in reach would cost more than the rest. */
    let best = Infinity;
    const look = (node: number): void => {
      const [x, y] = [nodes.x(node) - at.x, nodes.y(node) - at.y];
      const distance = x * x + y * y;
      if (distance >= best) return;
      const radius = nodes.radius(node) * grow + more;
      if (distance <= radius * radius && visibility.node(nodes, node)) {
        best = distance;
        found = node;
      }
    };
    this.besides(nodes, look);
    const { size } = this.cellOf;
    const [column, row] = [this.column(at.x), this.row(at.y)];
    const reach = largestRadius * grow + more;
    // From the point to whatever lies in a ring it is at least so far, also where the point lies beside the grid.
    for (let ring = 0, far = 0; far <= reach && far * far < best; far = ring * size, ring += 1) this.inRing(column, row, ring, look);
    return found;
  }

  /** Visits the nodes of all cells that lie so many cells away from one. */
  private inRing(column: number, row: number, ring: number, visit: (node: number) => void): void {
    const { columns, rows } = this.cellOf;
    const [left, right] = [Math.max(0, column - ring), Math.min(columns - 1, column + ring)];
    for (let at = Math.max(0, row - ring); at <= Math.min(rows - 1, row + ring); at += 1) {
      const isWhole = at === row - ring || at === row + ring;
      if (isWhole) for (let across = left; across <= right; across += 1) this.inCell(at * columns + across, visit);
      else {
        if (column - ring >= 0) this.inCell(at * columns + column - ring, visit);
        if (column + ring < columns) this.inCell(at * columns + column + ring, visit);
      }
    }
  }

  private inCell(cell: number, visit: (node: number) => void): void {
    for (let m = this.starts[cell] as number; m < (this.starts[cell + 1] as number); m += 1) {
      const node = this.members[m] as number;
      if (!this.loose.has(node)) visit(node);
    }
  }

  /** Visits what stands in no cell. */
  private besides(nodes: NodeColumns, visit: (node: number) => void): void {
    for (const node of this.loose) visit(node);
    for (let node = this.built; node < nodes.count; node += 1) visit(node);
  }

  private keepUp(nodes: NodeColumns): void {
    if (nodes.count - this.built > looseLimit || this.built < 0) this.build(nodes);
  }
}
