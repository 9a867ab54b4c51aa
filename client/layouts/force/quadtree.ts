const deepest = 40;

/**
 * Repulsion of many bodies after Barnes and Hut (Nature 324, 1986): a far cell acts as one body in its centre of mass.
 * Built anew for every use, on arrays that are kept.
 */
export class Quadtree {
  private child = new Int32Array(0);
  private mass = new Float64Array(0);
  private x = new Float64Array(0);
  private y = new Float64Array(0);
  private size = new Float64Array(0);
  /** Body of a leaf, or -1. */
  private body = new Int32Array(0);
  private next = new Int32Array(0);
  private cells = 0;
  private readonly stack = new Int32Array(4 * deepest + 8);

  private room(bodies: number): void {
    const cells = Math.max(64, 3 * bodies + 64);
    if (this.mass.length < cells) this.grow(cells);
    if (this.next.length < bodies) this.next = new Int32Array(bodies);
  }

  private grow(cells: number): void {
    const child = new Int32Array(4 * cells);
    child.set(this.child);
    this.child = child;
    const body = new Int32Array(cells);
    body.set(this.body);
    this.body = body;
    const wider = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const array = new Float64Array(cells);
      array.set(old);
      return array;
    };
    this.mass = wider(this.mass);
    this.x = wider(this.x);
    this.y = wider(this.y);
    this.size = wider(this.size);
  }

  private newCell(size: number): number {
    const cell = this.cells;
    if (cell >= this.mass.length) this.grow(2 * this.mass.length);
    this.cells += 1;
    this.child.fill(-1, 4 * cell, 4 * cell + 4);
    this.body[cell] = -1;
    this.mass[cell] = 0;
    this.size[cell] = size;
    return cell;
  }

  build(px: Float64Array, py: Float64Array, charge: Float64Array): void {
    const count = px.length;
    this.room(count);
    this.cells = 0;
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < count; i += 1) {
      const x = px[i] as number;
      const y = py[i] as number;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    }
    const side = Math.max(right - left, top - bottom, 1e-3);
    this.newCell(side);
    for (let i = 0; i < count; i += 1) this.insert(i, px, py, left, bottom, side);
    this.sum(px, py, charge);
  }

  private insert(one: number, px: Float64Array, py: Float64Array, left: number, bottom: number, side: number): void {
    let cell = 0;
    let half = side / 2;
    let [x0, y0] = [left, bottom];
    this.next[one] = -1;
    for (let depth = 0; ; depth += 1) {
      const resident = this.body[cell] as number;
      const inner = (this.mass[cell] as number) < 0;
      if (!inner && resident < 0) {
        this.body[cell] = one;
        return;
      }
      if (!inner && depth >= deepest) {
        // Bodies in one place share a leaf.
        this.next[one] = resident;
        this.body[cell] = one;
        return;
      }
      if (!inner) {
        this.body[cell] = -1;
        this.mass[cell] = -1;
        const quadrant = ((px[resident] as number) >= x0 + half ? 1 : 0) | ((py[resident] as number) >= y0 + half ? 2 : 0);
        const below = this.newCell(half);
        this.child[4 * cell + quadrant] = below;
        this.body[below] = resident;
      }
      const right = (px[one] as number) >= x0 + half;
      const upper = (py[one] as number) >= y0 + half;
      const quadrant = (right ? 1 : 0) | (upper ? 2 : 0);
      if (right) x0 += half;
      if (upper) y0 += half;
      let below = this.child[4 * cell + quadrant] as number;
      if (below < 0) {
        below = this.newCell(half);
        this.child[4 * cell + quadrant] = below;
      }
      cell = below;
      half /= 2;
    }
  }

  /** Children have higher numbers than their parents, so one pass downwards sums everything. */
  private sum(px: Float64Array, py: Float64Array, charge: Float64Array): void {
    for (let cell = this.cells - 1; cell >= 0; cell -= 1) {
      let [mass, x, y] = [0, 0, 0];
      for (let one = this.body[cell] as number; one >= 0; one = this.next[one] as number) {
        const m = charge[one] as number;
        mass += m;
        x += m * (px[one] as number);
        y += m * (py[one] as number);
      }
      for (let q = 4 * cell; q < 4 * cell + 4; q += 1) {
        const below = this.child[q] as number;
        if (below < 0) continue;
        const m = this.mass[below] as number;
        mass += m;
        x += m * (this.x[below] as number);
        y += m * (this.y[below] as number);
      }
      this.mass[cell] = mass;
      this.x[cell] = mass > 0 ? x / mass : 0;
      this.y[cell] = mass > 0 ? y / mass : 0;
    }
  }

  /** Sum over all others of charge × distance vector / distance², pointing away, for one body; written into `out`. `theta`: how coarse. */
  push(one: number, px: Float64Array, py: Float64Array, theta: number, out: { x: number; y: number }): void {
    const { child, mass, x: cx, y: cy, size, body, stack } = this;
    const x = px[one] as number;
    const y = py[one] as number;
    const theta2 = theta * theta;
    let [fx, fy] = [0, 0];
    let top = 1;
    stack[0] = 0;
    while (top > 0) {
      top -= 1;
      const cell = stack[top] as number;
      const dx = x - (cx[cell] as number);
      const dy = y - (cy[cell] as number);
      const d2 = dx * dx + dy * dy;
      const s = size[cell] as number;
      const first = body[cell] as number;
      if (first >= 0) {
        if (first === one && this.next[one] === -1) continue;
        const f = (mass[cell] as number) / Math.max(d2, 1);
        fx += dx * f;
        fy += dy * f;
      } else if (s * s < theta2 * d2) {
        const f = (mass[cell] as number) / d2;
        fx += dx * f;
        fy += dy * f;
      } else {
        for (let q = 4 * cell; q < 4 * cell + 4; q += 1) {
          const below = child[q] as number;
          if (below >= 0) {
            stack[top] = below;
            top += 1;
          }
        }
      }
    }
    out.x = fx;
    out.y = fy;
  }
}
