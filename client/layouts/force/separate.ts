import type { Part } from "./part.ts";

/** Room of a node: half its width, and how far it reaches up and down (y up). */
export interface Room {
  half: number;
  up: number;
  down: number;
}

/** Half the width and the height of a name below its node; names differ, this is the usual one. */
const name = { half: 30, height: 15 };
const gap = 5;

export const roomWithName = (radius: number): Room => ({
  half: Math.max(radius + gap / 2, name.half),
  up: radius + gap / 2,
  down: radius + name.height,
});
export const roomBare = (radius: number): Room => ({ half: radius + gap / 2, up: radius + gap / 2, down: radius + gap / 2 });

/**
 * Pushes nodes apart whose rooms overlap, each along the shorter way; what is fixed stays. Returns the number of overlaps it met.
 * One call is one round: call until it returns 0 or time is up. `share` softens the push, 1 resolves a pair at once.
 */
export function separate(part: Part, room: (radius: number) => Room, share: number): number {
  const { count, x, y, radius, fixed } = part;
  const rooms = Array.from({ length: count }, (_, i) => room(radius[i] as number));
  const size = 2 * rooms.reduce((most, one) => Math.max(most, one.half, (one.up + one.down) / 2), 1);
  const cells = new Map<number, number[]>();
  const key = (column: number, row: number): number => column * 65_537 + row;
  for (let i = 0; i < count; i += 1) {
    const at = key(Math.floor((x[i] as number) / size), Math.floor((y[i] as number) / size));
    const cell = cells.get(at);
    if (cell === undefined) cells.set(at, [i]);
    else cell.push(i);
  }
  let overlaps = 0;
  for (let i = 0; i < count; i += 1) {
    const column = Math.floor((x[i] as number) / size);
    const row = Math.floor((y[i] as number) / size);
    for (let c = column - 1; c <= column + 1; c += 1) {
      for (let r = row - 1; r <= row + 1; r += 1) {
        for (const j of cells.get(key(c, r)) ?? []) if (j > i && pushApart(i, j)) overlaps += 1;
      }
    }
  }
  return overlaps;

  function pushApart(i: number, j: number): boolean {
    if (fixed[i] === 1 && fixed[j] === 1) return false;
    const a = rooms[i] as Room;
    const b = rooms[j] as Room;
    const dx = (x[j] as number) - (x[i] as number);
    const dy = (y[j] as number) - (y[i] as number);
    const acrossX = a.half + b.half - Math.abs(dx);
    const acrossY = (dy >= 0 ? a.up + b.down : a.down + b.up) - Math.abs(dy);
    if (acrossX <= 0 || acrossY <= 0) return false;
    const free = fixed[i] === 1 ? 0 : fixed[j] === 1 ? 1 : 0.5;
    if (acrossX < acrossY) {
      const push = acrossX * share * (dx >= 0 ? 1 : -1);
      x[i] = (x[i] as number) - push * free;
      x[j] = (x[j] as number) + push * (1 - free);
    } else {
      const push = acrossY * share * (dy >= 0 ? 1 : -1);
      y[i] = (y[i] as number) - push * free;
      y[j] = (y[j] as number) + push * (1 - free);
    }
    return true;
  }
}
