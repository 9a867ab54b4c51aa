import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { NodeColumns } from "./columns.ts";
import type { Drawn } from "./emphasis.ts";
import { Motion } from "./motion.ts";
import type { View } from "./view.ts";

const nowhere = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };

/** Up to so many nodes that move are told one by one; with more, everything counts as moved. */
const few = 256;

/** Where nodes are and how they travel to other places. `moved` is called after each step, with the nodes where they are few. */
export class Places {
  private readonly motion = new Motion();
  private world = { ...nowhere };
  /** What was set last, and for how many nodes. */
  private last: { ends: PlaceColumn; count: number } | null = null;
  /** Nodes that were put elsewhere since. */
  private readonly astray = new Set<number>();
  private travelling = new Uint32Array(0);
  private readonly nodes: NodeColumns;
  private readonly moved: (nodes: Uint32Array | null) => void;

  constructor(nodes: NodeColumns, moved: (nodes: Uint32Array | null) => void) {
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
  /** Leaves travelling nodes where they are; other nodes than before are to come. */
  forget(): void {
    this.motion.cancel();
    this.last = null;
  }

  /** Sends nodes to these places; without one a node stands at the origin. Only those move that are not there yet. */
  set(ends: PlaceColumn, durationMs: number): void {
    const { nodes } = this;
    const who = this.away(ends);
    this.motion.cancel();
    this.astray.clear();
    this.last = { ends, count: nodes.count };
    if (who.length === 0) return;
    const pairs = (of: (node: number) => readonly [number, number]): Float32Array => {
      const all = new Float32Array(2 * who.length);
      for (let at = 0; at < who.length; at += 1) all.set(of(who[at] as number), 2 * at);
      return all;
    };
    const placesOf = (node: number) => [ends.x(node) || 0, ends.y(node) || 0] as const;
    const starts = durationMs === 0 ? null : pairs((node) => [nodes.x(node), nodes.y(node)]);
    this.travel(Uint32Array.from(who), starts, pairs(placesOf), durationMs);
  }

  /** A node was put elsewhere by hand: what was set last no longer tells where it is. */
  strayed(node: number): void {
    this.astray.add(node);
  }

  /** Nodes that are not where they shall be. Of those that were set before only the ones are looked at that moved since, or shall be elsewhere. */
  private away(ends: PlaceColumn): number[] {
    const { last } = this;
    const { count, floats } = this.nodes;
    const away: number[] = [];
    const look = (node: number): void => {
      if (floats[4 * node] !== (ends.x(node) || 0) || floats[4 * node + 1] !== (ends.y(node) || 0)) away.push(node);
    };
    if (last === null) {
      for (let node = 0; node < count; node += 1) look(node);
      return away;
    }
    ends.differing(last.ends, last.count, look);
    const moved = new Set([...this.astray, ...(this.motion.running ? this.travelling : [])]);
    if (moved.size > 0) for (const node of away) moved.delete(node);
    for (const node of moved) if (node < last.count) look(node);
    for (let node = last.count; node < count; node += 1) look(node);
    return away;
  }

  /** Lets the nodes from `first` on grow out of a neighbour that was there before. */
  growFrom(first: number, { adjacency, edges }: Drawn, durationMs: number): void {
    const { nodes } = this;
    if (first === 0 || nodes.count === first) return;
    const who = Uint32Array.from({ length: nodes.count - first }, (_, at) => first + at);
    const ends = new Float32Array(2 * who.length);
    for (const [at, node] of who.entries()) ends.set([nodes.x(node), nodes.y(node)], 2 * at);
    const starts = ends.slice();
    for (const [at, node] of who.entries()) {
      let origin = -1;
      adjacency.forEach(node, (edge, outgoing) => {
        const other = outgoing ? edges.target(edge) : edges.source(edge);
        if (other < first) origin = other;
      });
      if (origin >= 0) starts.set([nodes.x(origin), nodes.y(origin)], 2 * at);
    }
    this.travel(who, starts, ends, durationMs);
  }

  /** Takes in the extent of the nodes from `first` on. */
  measure(first = 0): void {
    if (first === 0) this.world = { ...nowhere };
    for (let node = first; node < this.nodes.count; node += 1) this.takeIn(node);
  }

  private takeIn(node: number): void {
    const { nodes, world } = this;
    world.left = Math.min(world.left, nodes.x(node));
    world.right = Math.max(world.right, nodes.x(node));
    world.bottom = Math.min(world.bottom, nodes.y(node));
    world.top = Math.max(world.top, nodes.y(node));
  }

  /** The part of everything that is in view, were it spread evenly: 0 to 1. */
  shareInView(view: View): number {
    const area = Math.max(1, (this.world.right - this.world.left) * (this.world.top - this.world.bottom));
    return Math.min(1, (view.width * view.height) / (area * view.scale * view.scale));
  }

  private travel(who: Uint32Array<ArrayBuffer>, starts: Float32Array | null, ends: Float32Array, durationMs: number): void {
    const { nodes } = this;
    this.travelling = who;
    this.motion.start(durationMs, (progress) => {
      for (let at = 0; at < who.length; at += 1) {
        const [toX, toY] = [ends[2 * at] as number, ends[2 * at + 1] as number];
        const [x, y] = starts === null ? [toX, toY] : [starts[2 * at] as number, starts[2 * at + 1] as number];
        nodes.move(who[at] as number, x + (toX - x) * progress, y + (toY - y) * progress);
      }
      if (progress === 1) this.arrived(who);
      this.moved(who.length <= few ? who : null);
    });
  }

  private arrived(who: Uint32Array): void {
    if (who.length > few) this.measure();
    else for (const node of who) this.takeIn(node);
  }
}
