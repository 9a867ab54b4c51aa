import { grown, type LoadedGraph } from "./loaded-graph.ts";
import { unbounded } from "./loaded-sources.ts";

/** More than this share of all edges: judging all of them costs less than finding some. */
const mostFound = 0.25;

/** Edges by a day, as a chain for each day: one that comes is written once, and nothing is ever sorted but the days. */
class Chains {
  readonly #slot = new Map<number, number>();
  #days: number[] = [];
  readonly #latest: number[] = [];
  readonly #counts: number[] = [];
  #before = new Int32Array(0);
  #inOrder = true;

  reserve(edges: number): void {
    this.#before = grown(this.#before, edges);
  }

  add(edge: number, day: number): void {
    let slot = this.#slot.get(day);
    if (slot === undefined) {
      slot = this.#latest.push(-1) - 1;
      this.#slot.set(day, slot);
      this.#counts.push(0);
      this.#inOrder &&= day > (this.#days.at(-1) ?? unbounded.from);
      this.#days.push(day);
    }
    this.#before[edge] = this.#latest[slot] as number;
    this.#latest[slot] = edge;
    this.#counts[slot] = (this.#counts[slot] as number) + 1;
  }

  /** The chains of the days after `low`, up to `high`. */
  between(low: number, high: number): number[] {
    if (!this.#inOrder) this.#days.sort((a, b) => a - b);
    this.#inOrder = true;
    const from = this.#days.findIndex((day) => day > low);
    if (from < 0) return [];
    const slots: number[] = [];
    for (let at = from; at < this.#days.length && (this.#days[at] as number) <= high; at++)
      slots.push(this.#slot.get(this.#days[at] as number) as number);
    return slots;
  }

  count(slots: readonly number[]): number {
    return slots.reduce((sum, slot) => sum + (this.#counts[slot] as number), 0);
  }

  visit(slots: readonly number[], seen: (edge: number) => void): void {
    for (const slot of slots) for (let edge = this.#latest[slot] as number; edge >= 0; edge = this.#before[edge] as number) seen(edge);
  }
}

/** Edges by the days on which they begin and end to hold, so that a clock that moves costs what lies between two moments. */
export class DayOrder {
  readonly #begins = new Chains();
  readonly #ends = new Chains();
  #taken = 0;

  reserve(edges: number): void {
    this.#begins.reserve(edges);
    this.#ends.reserve(edges);
  }

  /** Takes in the edges that came since the last time; rows of the loaded graph never change. */
  extend({ edges: { from, to }, edgeCount }: LoadedGraph): void {
    if (this.#taken === edgeCount) return;
    this.reserve(edgeCount);
    for (let edge = this.#taken; edge < edgeCount; edge++) {
      const [begin, end] = [from[edge] as number, to[edge] as number];
      if (begin !== unbounded.from) this.#begins.add(edge, begin);
      if (end !== unbounded.to) this.#ends.add(edge, end);
    }
    this.#taken = edgeCount;
  }

  /**
   * The dated edges that may hold at one of two moments and not at the other, some of them twice; a moment that is null lets all hold.
   * Null where they are too many to be worth a visit each.
   */
  between(a: number | null, b: number | null): ((seen: (edge: number) => void) => void) | null {
    const day = a ?? b;
    if (day === null) return () => undefined;
    const [low, high] = a === null || b === null ? [day, unbounded.to] : [Math.min(a, b), Math.max(a, b)];
    const begins = this.#begins.between(low, high);
    // One that ends on a day still holds on it.
    const ends = a === null || b === null ? this.#ends.between(unbounded.from, day - 1) : this.#ends.between(low - 1, high - 1);
    if (this.#begins.count(begins) + this.#ends.count(ends) > mostFound * this.#taken) return null;
    return (seen) => {
      this.#begins.visit(begins, seen);
      this.#ends.visit(ends, seen);
    };
  }
}
