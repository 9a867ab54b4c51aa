const cell = 4;

/** Which parts of the screen are taken, in cells of 4 × 4 CSS pixels. What reaches beyond the edge counts as taken. */
export class Occupancy {
  private cells = new Uint8Array(0);
  private columns = 0;
  private rows = 0;

  /** Empties it for a surface of this size, in CSS pixels. */
  clear(width: number, height: number): void {
    this.columns = Math.ceil(width / cell);
    this.rows = Math.ceil(height / cell);
    const size = this.columns * this.rows;
    if (this.cells.length < size) this.cells = new Uint8Array(size);
    else this.cells.fill(0, 0, size);
  }

  isFree(x: number, y: number, width: number, height: number): boolean {
    const left = Math.floor(x / cell);
    const right = Math.floor((x + width) / cell);
    const top = Math.floor(y / cell);
    const bottom = Math.floor((y + height) / cell);
    if (left < 0 || top < 0 || right >= this.columns || bottom >= this.rows) return false;
    for (let row = top; row <= bottom; row += 1) {
      const from = row * this.columns;
      for (let c = from + left; c <= from + right; c += 1) if (this.cells[c] !== 0) return false;
    }
    return true;
  }

  /** The part of a box that is taken, 0 to 1. */
  share(x: number, y: number, width: number, height: number): number {
    const left = Math.floor(x / cell);
    const right = Math.floor((x + width) / cell);
    const top = Math.floor(y / cell);
    const bottom = Math.floor((y + height) / cell);
    let taken = 0;
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const outside = row < 0 || column < 0 || row >= this.rows || column >= this.columns;
        if (outside || this.cells[row * this.columns + column] !== 0) taken += 1;
      }
    return taken / ((bottom - top + 1) * (right - left + 1));
  }

  mark(x: number, y: number, width: number, height: number): void {
    const left = Math.max(0, Math.floor(x / cell));
    const right = Math.min(this.columns - 1, Math.floor((x + width) / cell));
    const bottom = Math.min(this.rows - 1, Math.floor((y + height) / cell));
    if (right < left) return;
    for (let row = Math.max(0, Math.floor(y / cell)); row <= bottom; row += 1) {
      this.cells.fill(1, row * this.columns + left, row * this.columns + right + 1);
    }
  }

  /** What is taken now, to come back to. */
  snapshot(): Uint8Array<ArrayBuffer> {
    return this.cells.slice(0, this.columns * this.rows);
  }

  restore(snapshot: Uint8Array): void {
    this.cells.set(snapshot);
  }
}
