import type { DifferenceGraph } from "./difference-graph.ts";

type Point = { x: number; y: number };

/** Layout units: as far apart as names need, and how far a newcomer may stand from what it is tied to. */
const clear = 62;
const column = 1.5 * clear;
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
 * nearest free room beside what they are tied to. Parts that nothing ties to the picture begin below it, and what nothing ties at all
 * stands in rows under everything. Same input, same answer.
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
  const tiesOf = (id: string): readonly string[] => ties.get(id) ?? [];
  const isWaiting = (id: string): boolean => !places.has(id);
  /** Those that are tied to what stands, then those that are tied to them, and so on. */
  const follow = (first: readonly string[]): void => {
    let layer = new Set(first);
    while (layer.size > 0) {
      for (const id of layer) put(id, beside(middleOf(tiesOf(id).flatMap((other) => places.get(other) ?? [])), taken));
      layer = new Set([...layer].flatMap((id) => tiesOf(id).filter(isWaiting)));
    }
  };
  const waiting = [...nodes.keys()].filter(isWaiting);
  follow(waiting.filter((id) => tiesOf(id).some((other) => places.has(other))));
  // The most tied of a part begins it, and the others follow.
  const parts = rowsBelow(places, 0);
  for (const id of waiting.filter((it) => tiesOf(it).length > 0).sort((one, other) => tiesOf(other).length - tiesOf(one).length)) {
    if (!isWaiting(id)) continue;
    put(id, beside(parts(), taken));
    follow(tiesOf(id).filter(isWaiting));
  }
  const loose = waiting.filter(isWaiting);
  const rows = rowsBelow(places, loose.length);
  for (const id of loose) put(id, rows());
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

/** Place after place in rows under the picture, as wide as it is, or as `count` of them need to be hardly wider than high. */
function rowsBelow(places: ReadonlyMap<string, Point>, count: number): () => Point {
  const points = [...places.values()];
  const left = points.reduce((least, { x }) => Math.min(least, x), points.length === 0 ? 0 : Number.POSITIVE_INFINITY);
  const right = points.reduce((most, { x }) => Math.max(most, x), left + 8 * clear);
  const bottom = points.reduce((least, { y }) => Math.min(least, y), points.length === 0 ? 0 : Number.POSITIVE_INFINITY);
  const columns = Math.max(1, Math.floor((right - left) / column), Math.ceil(1.1 * Math.sqrt(count)));
  const begin = (left + right - columns * column) / 2;
  let taken = 0;
  return () => {
    const [at, row] = [taken % columns, Math.floor(taken / columns)];
    taken += 1;
    return { x: begin + (at + 0.5) * column, y: bottom - (row + 1.2) * 1.3 * clear };
  };
}
