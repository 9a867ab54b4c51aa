import type { DifferenceGraph } from "./difference-graph.ts";

type Point = { x: number; y: number };

/** Layout units: as far apart as names need, and how far a newcomer may stand from what it is tied to. */
const clear = 62;
const rings = [0, 74, 104, 140, 182, 230] as const;
const angles = 16;

/** Points by square, so that only what is close is asked. */
class Taken {
  private readonly squares = new Map<string, Point[]>();
  private key = (x: number, y: number): string => `${Math.floor(x / clear)} ${Math.floor(y / clear)}`;

  add(point: Point): void {
    const key = this.key(point.x, point.y);
    const square = this.squares.get(key);
    if (square === undefined) this.squares.set(key, [point]);
    else square.push(point);
  }

  /** Distance to the nearest point, at most `clear`. */
  room({ x, y }: Point): number {
    let nearest: number = clear;
    for (let dx = -1; dx <= 1; dx += 1)
      for (let dy = -1; dy <= 1; dy += 1)
        for (const other of this.squares.get(this.key(x + dx * clear, y + dy * clear)) ?? [])
          nearest = Math.min(nearest, Math.hypot(other.x - x, other.y - y));
    return nearest;
  }
}

/**
 * A place for every node: those that stand somewhere stay there, since positions are the analyst's memory; the others stand in the
 * nearest free room beside what they are tied to, or below the picture where nothing ties them. Same input, same answer.
 */
export function placesOf({ nodes, edges }: DifferenceGraph): Map<string, Point> {
  const places = new Map<string, Point>();
  const taken = new Taken();
  const put = (id: string, point: Point): void => {
    places.set(id, point);
    taken.add(point);
  };
  for (const [id, { at }] of nodes) if (at !== null) put(id, at);
  const ties = new Map<string, string[]>();
  const tie = (a: string, b: string): void => void (ties.get(a)?.push(b) ?? ties.set(a, [b]));
  for (const { source, target } of edges.values()) {
    tie(source, target);
    tie(target, source);
  }
  let waiting = [...nodes.keys()].filter((id) => !places.has(id));
  const row = rowBelow(places);
  while (waiting.length > 0) {
    const later: string[] = [];
    for (const id of waiting) {
      const anchors = (ties.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
      if (anchors.length === 0) later.push(id);
      else put(id, beside(middleOf(anchors), taken));
    }
    if (later.length === waiting.length) {
      // Nothing ties the rest to the picture: one of them begins a part of its own, and the others follow it.
      const [first] = later.sort((a, b) => (ties.get(b)?.length ?? 0) - (ties.get(a)?.length ?? 0));
      put(first as string, beside(row(), taken));
      later.splice(0, 1);
    }
    waiting = later;
  }
  return places;
}

const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, it) => sum + it.x, 0) / points.length,
  y: points.reduce((sum, it) => sum + it.y, 0) / points.length,
});

function beside(from: Point, taken: Taken): Point {
  let best = from;
  let bestRoom = -1;
  for (const ring of rings) {
    for (let step = 0; step < (ring === 0 ? 1 : angles); step += 1) {
      const angle = (step / angles) * 2 * Math.PI + 0.3;
      const point = { x: from.x + ring * Math.cos(angle), y: from.y + ring * Math.sin(angle) };
      const room = taken.room(point);
      if (room >= clear) return point;
      if (room > bestRoom) [best, bestRoom] = [point, room];
    }
  }
  return best;
}

/** Place after place in rows under the picture, as wide as it is. */
function rowBelow(places: ReadonlyMap<string, Point>): () => Point {
  const points = [...places.values()];
  const left = points.reduce((least, { x }) => Math.min(least, x), points.length === 0 ? 0 : Number.POSITIVE_INFINITY);
  const right = points.reduce((most, { x }) => Math.max(most, x), left + 8 * clear);
  const bottom = points.reduce((least, { y }) => Math.min(least, y), points.length === 0 ? 0 : Number.POSITIVE_INFINITY);
  const columns = Math.max(1, Math.floor((right - left) / (1.5 * clear)));
  let taken = 0;
  return () => {
    const [column, row] = [taken % columns, Math.floor(taken / columns)];
    taken += 1;
    return { x: left + (column + 0.5) * 1.5 * clear, y: bottom - (row + 1.2) * 1.3 * clear };
  };
}
