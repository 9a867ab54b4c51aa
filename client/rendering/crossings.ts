import { controlPoint, onCurve } from "./edge-picking.ts";
import type { Drawn } from "./emphasis.ts";
import type { View } from "./view.ts";

/** CSS pixels. */
const cell = 6;
const several = -1;

/** Which of some lines runs through which part of the screen, and where more than one does. */
export class Crossings {
  private readonly columns: number;
  private readonly cells: Int32Array;

  constructor(drawn: Drawn, lines: Iterable<number>, view: View) {
    this.columns = Math.ceil(view.width / cell);
    this.cells = new Int32Array(this.columns * Math.ceil(view.height / cell));
    for (const line of lines) {
      if (!drawn.visibility.edge(drawn.nodes, drawn.edges, line)) continue;
      const curve = controlPoint(drawn.nodes, drawn.edges, line, view);
      const { a, over, b } = curve;
      const length = Math.hypot(over.x - a.x, over.y - a.y) + Math.hypot(b.x - over.x, b.y - over.y);
      const pieces = Math.ceil(length / (cell / 2));
      for (let piece = 0; piece <= pieces; piece += 1) {
        const { x, y } = onCurve(curve, piece / Math.max(1, pieces));
        const at = this.at(x, y);
        if (at >= 0) this.cells[at] = this.cells[at] === 0 || this.cells[at] === line + 1 ? line + 1 : several;
      }
    }
  }

  /** Whether no other line than this one runs within so many pixels of a point. */
  isAlone(line: number, x: number, y: number, within: number): boolean {
    for (let dy = -within; dy <= within; dy += cell)
      for (let dx = -within; dx <= within; dx += cell) {
        const at = this.at(x + dx, y + dy);
        if (at >= 0 && this.cells[at] !== 0 && this.cells[at] !== line + 1) return false;
      }
    return true;
  }

  private at(x: number, y: number): number {
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    return column < 0 || row < 0 || column >= this.columns || row * this.columns >= this.cells.length ? -1 : row * this.columns + column;
  }
}
