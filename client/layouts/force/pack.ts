import type { Part } from "./part.ts";

const finest = 26;
const mostCells = 60_000;
/** Free cells between two components. */
const moat = 1;
const nameBelow = 16;

interface Stencil {
  /** Covered cells as column, row pairs from the middle of the component, with the moat. */
  cells: Int32Array;
  middleX: number;
  middleY: number;
}

/**
 * Places components around the first (largest), small ones into the white beside it, so that the whole stays near to
 * an aspect of width / height. After Freivalds, Dogrusoz and Kikusts, "Disconnected graph layout and the polyomino packing approach" (2001).
 * Answers by how much each is to be moved.
 */
export function pack(parts: readonly Part[], aspect: number): { x: number; y: number }[] {
  const largest = parts[0];
  if (largest === undefined) return [];
  const [width, height] = [extent(largest.x), extent(largest.y)];
  const cell = Math.max(finest, Math.sqrt(((width[1] - width[0] + 100) * (height[1] - height[0] + 100)) / mostCells));
  const taken = new Set<number>();
  /** For each number of cells, how far out the search found its last place: smaller ones in between are full for it, too. */
  const searchedTo = new Map<number, number>();
  return parts.map((part) => {
    const stencil = stencilOf(part, cell);
    const size = stencil.cells.length;
    for (let distance = searchedTo.get(size) ?? 0; ; distance += 1) {
      for (const [column, row] of ring(distance, aspect)) {
        if (!fits(stencil, column, row, taken)) continue;
        for (let at = 0; at < size; at += 2)
          taken.add(key((stencil.cells[at] as number) + column, (stencil.cells[at + 1] as number) + row));
        searchedTo.set(size, distance);
        return { x: column * cell - stencil.middleX, y: row * cell - stencil.middleY };
      }
    }
  });
}

const key = (column: number, row: number): number => column * 131_072 + row;

function fits({ cells }: Stencil, column: number, row: number, taken: ReadonlySet<number>): boolean {
  for (let at = 0; at < cells.length; at += 2)
    if (taken.has(key((cells[at] as number) + column, (cells[at + 1] as number) + row))) return false;
  return true;
}

/** Cells at one distance from the middle, on a frame of the given aspect; nearer to an axis first. */
function* ring(distance: number, aspect: number): Generator<[number, number]> {
  const wide = Math.round(distance * Math.max(1, aspect));
  const high = Math.round(distance * Math.max(1, 1 / aspect));
  if (distance === 0) return yield [0, 0];
  for (let column = -wide; column <= wide; column += 1) {
    yield [column, -high];
    yield [column, high];
  }
  for (let row = -high + 1; row < high; row += 1) {
    yield [-wide, row];
    yield [wide, row];
  }
}

function extent(values: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function stencilOf(part: Part, cell: number): Stencil {
  const [[left, right], [bottom, top]] = [extent(part.x), extent(part.y)];
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  const covered = new Map<number, [number, number]>();
  const cover = (x: number, y: number): void => {
    const [column, row] = [Math.round((x - middleX) / cell), Math.round((y - middleY) / cell)];
    for (let c = column - moat; c <= column + moat; c += 1)
      for (let r = row - moat; r <= row + moat; r += 1) covered.set(key(c, r), [c, r]);
  };
  for (let i = 0; i < part.count; i += 1) {
    const [x, y] = [part.x[i] as number, part.y[i] as number];
    cover(x - cell, y);
    cover(x + cell, y);
    cover(x, y - (part.radius[i] as number) - nameBelow);
    cover(x, y);
  }
  for (let e = 0; e < part.source.length; e += 1) {
    const [s, t] = [part.source[e] as number, part.target[e] as number];
    const [dx, dy] = [(part.x[t] as number) - (part.x[s] as number), (part.y[t] as number) - (part.y[s] as number)];
    const steps = Math.min(200, Math.ceil(Math.hypot(dx, dy) / cell));
    for (let step = 1; step < steps; step += 1)
      cover((part.x[s] as number) + (dx * step) / steps, (part.y[s] as number) + (dy * step) / steps);
  }
  return { cells: Int32Array.from([...covered.values()].flat()), middleX, middleY };
}
