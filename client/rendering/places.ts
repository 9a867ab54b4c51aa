import type { NodeColumns } from "./columns.ts";
import type { Drawn } from "./emphasis.ts";
import { Motion } from "./motion.ts";
import type { View } from "./view.ts";

const nowhere = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };

/** Where nodes are and how they travel to other places. `moved` is called after each step. */
export class Places {
  private readonly motion = new Motion();
  private world = { ...nowhere };
  private readonly nodes: NodeColumns;
  private readonly moved: () => void;

  constructor(nodes: NodeColumns, moved: () => void) {
    this.nodes = nodes;
    this.moved = moved;
  }

  get moving(): boolean {
    return this.motion.running;
  }
  advance(nowMs: number): void {
    this.motion.advance(nowMs);
  }
  /** Brings travelling nodes to their end at once. */
  finish(): void {
    this.motion.finish();
  }
  /** Leaves travelling nodes where they are. */
  cancel(): void {
    this.motion.cancel();
  }

  /** Sends all nodes to these x, y pairs. */
  set(ends: Float32Array, durationMs: number): void {
    this.motion.cancel();
    this.travel(0, durationMs === 0 ? ends : this.nodes.positions(), ends, durationMs);
  }

  /** Lets the nodes from `first` on grow out of a neighbour that was there before. */
  growFrom(first: number, { adjacency, edges }: Drawn, durationMs: number): void {
    if (first === 0 || this.nodes.count === first) return;
    const ends = this.nodes.positions().subarray(2 * first);
    const starts = ends.slice();
    for (let i = 0; 2 * i < ends.length; i += 1) {
      let origin = -1;
      adjacency.forEach(first + i, (edge, outgoing) => {
        const other = outgoing ? edges.target(edge) : edges.source(edge);
        if (other < first) origin = other;
      });
      if (origin < 0) continue;
      starts[2 * i] = this.nodes.x(origin);
      starts[2 * i + 1] = this.nodes.y(origin);
    }
    this.travel(first, starts, ends, durationMs);
  }

  /** Takes in the extent of the nodes from `first` on. */
  measure(first = 0): void {
    const { nodes } = this;
    if (first === 0) this.world = { ...nowhere };
    for (let i = first; i < nodes.count; i += 1) {
      this.world.left = Math.min(this.world.left, nodes.x(i));
      this.world.right = Math.max(this.world.right, nodes.x(i));
      this.world.bottom = Math.min(this.world.bottom, nodes.y(i));
      this.world.top = Math.max(this.world.top, nodes.y(i));
    }
  }

  /** The part of everything that is in view, were it spread evenly: 0 to 1. */
  shareInView(view: View): number {
    const area = Math.max(1, (this.world.right - this.world.left) * (this.world.top - this.world.bottom));
    return Math.min(1, (view.width * view.height) / (area * view.scale * view.scale));
  }

  private travel(first: number, starts: Float32Array, ends: Float32Array, durationMs: number): void {
    const { nodes } = this;
    this.motion.start(durationMs, (progress) => {
      for (let i = 0; 2 * i < ends.length; i += 1) {
        const [x, y] = [starts[2 * i] as number, starts[2 * i + 1] as number];
        nodes.floats[4 * (first + i)] = x + ((ends[2 * i] as number) - x) * progress;
        nodes.floats[4 * (first + i) + 1] = y + ((ends[2 * i + 1] as number) - y) * progress;
      }
      nodes.touch(first, first + ends.length / 2);
      if (progress === 1) this.measure();
      this.moved();
    });
  }
}
