import type { Part } from "./part.ts";
import { Quadtree } from "./quadtree.ts";

/** More links than this, and a node no longer pulls: everything would hang on it. */
export const hubDegree = 40;
const hubPull = 0.12;
const linkLength = 34;
const charge = 210;
const gravity = 0.06;
const friction = 0.62;

/** Springs, repulsion and a weak pull to the middle; one `step` is one tick at temperature `alpha` (1 down to 0). */
export class Forces {
  private readonly vx: Float64Array;
  private readonly vy: Float64Array;
  private readonly pushX: Float64Array;
  private readonly pushY: Float64Array;
  private readonly charges: Float64Array;
  private readonly strength: Float64Array;
  private readonly bias: Float64Array;
  private readonly tree = new Quadtree();
  private readonly part: Part;
  private readonly aspect: number;
  private readonly middle: { x: number; y: number };
  private age = 0;

  constructor(part: Part, aspect: number) {
    this.part = part;
    this.middle = middleOf(part);
    this.aspect = Math.min(2, Math.max(0.5, aspect));
    const { count, source, target, weight } = part;
    this.vx = new Float64Array(count);
    this.vy = new Float64Array(count);
    this.pushX = new Float64Array(count);
    this.pushY = new Float64Array(count);
    const degree = new Float64Array(count);
    for (let e = 0; e < source.length; e += 1) {
      degree[source[e] as number] = (degree[source[e] as number] as number) + 1;
      degree[target[e] as number] = (degree[target[e] as number] as number) + 1;
    }
    this.charges = degree.map((links) => charge * (1 + 0.45 * Math.sqrt(Math.min(links, hubDegree))));
    this.strength = new Float64Array(source.length);
    this.bias = new Float64Array(source.length);
    for (let e = 0; e < source.length; e += 1) {
      const s = degree[source[e] as number] as number;
      const t = degree[target[e] as number] as number;
      this.strength[e] = ((weight[e] as number) * (Math.max(s, t) > hubDegree ? hubPull : 1)) / Math.sqrt(Math.min(s, t));
      this.bias[e] = s / (s + t);
    }
  }

  /** `reuse`: repulsion is computed anew only at every so many ticks; it changes slowly where there are many nodes. */
  step(alpha: number, reuse: number): void {
    const { part, vx, vy } = this;
    this.pull(alpha);
    if (this.age % reuse === 0) this.repel();
    this.age += 1;
    const [gx, gy] = [gravity / Math.sqrt(this.aspect), gravity * Math.sqrt(this.aspect)];
    for (let i = 0; i < part.count; i += 1) {
      if (part.fixed[i] === 1) {
        vx[i] = 0;
        vy[i] = 0;
        continue;
      }
      const x = part.x[i] as number;
      const y = part.y[i] as number;
      const dx = ((vx[i] as number) + ((this.pushX[i] as number) - (x - this.middle.x) * gx) * alpha) * friction;
      const dy = ((vy[i] as number) + ((this.pushY[i] as number) - (y - this.middle.y) * gy) * alpha) * friction;
      vx[i] = dx;
      vy[i] = dy;
      part.x[i] = x + dx;
      part.y[i] = y + dy;
    }
  }

  private pull(alpha: number): void {
    const { x, y, radius, source, target } = this.part;
    const { vx, vy } = this;
    for (let e = 0; e < source.length; e += 1) {
      const s = source[e] as number;
      const t = target[e] as number;
      const dx = (x[t] as number) + (vx[t] as number) - (x[s] as number) - (vx[s] as number);
      const dy = (y[t] as number) + (vy[t] as number) - (y[s] as number) - (vy[s] as number);
      const distance = Math.sqrt(dx * dx + dy * dy) || 1e-6;
      const ideal = linkLength + (radius[s] as number) + (radius[t] as number);
      const force = ((distance - ideal) / distance) * alpha * (this.strength[e] as number) * 0.7;
      const bias = this.bias[e] as number;
      vx[t] = (vx[t] as number) - dx * force * bias;
      vy[t] = (vy[t] as number) - dy * force * bias;
      vx[s] = (vx[s] as number) + dx * force * (1 - bias);
      vy[s] = (vy[s] as number) + dy * force * (1 - bias);
    }
  }

  private repel(): void {
    const { count, x, y, fixed } = this.part;
    const out = { x: 0, y: 0 };
    this.tree.build(x, y, this.charges);
    for (let i = 0; i < count; i += 1) {
      if (fixed[i] === 1) continue;
      this.tree.push(i, x, y, 1.05, out);
      this.pushX[i] = out.x;
      this.pushY[i] = out.y;
    }
  }
}

/** What keeps its place may stand anywhere: its middle pulls, not the origin, around which a layout from nothing unfolds. */
function middleOf({ count, x, y, fixed }: Part): { x: number; y: number } {
  let [sumX, sumY, standing] = [0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    if (fixed[i] !== 1) continue;
    sumX += x[i] as number;
    sumY += y[i] as number;
    standing += 1;
  }
  return standing === 0 ? { x: 0, y: 0 } : { x: sumX / standing, y: sumY / standing };
}
