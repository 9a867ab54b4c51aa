import type { Part } from "./part.ts";

/** Room of a node: half its width, and how far it reaches up and down (y up). */
export interface Rooms {
  half: Float64Array;
  up: Float64Array;
  down: Float64Array;
}

/** Half the width and the height of a name below its node; names differ, this is the usual one. */
const name = { half: 31, height: 15 };
const gap = 5;
const importantRadius = 14;

/**
 * `growth`: how much larger than at 100 % nodes are in relation to distances, where the whole picture is seen from afar.
 * With `named` there is also room for a name.
 */
export function roomsOf(radius: Float64Array, growth: number, named: boolean): Rooms {
  const bare = radius.map((one) => one * growth + gap / 2);
  return named
    ? {
        half: bare.map((one, i) => Math.max(one, name.half * farSight(radius[i] as number, growth))),
        up: bare,
        down: bare.map((one, i) => one + name.height * farSight(radius[i] as number, growth)),
      }
    : { half: bare, up: bare, down: bare };
}

/** Names keep their size however far away: seen so, important nodes need more room for theirs. The others go without. */
const farSight = (radius: number, growth: number): number => (radius >= importantRadius ? 1.25 * growth * growth : 1);

/** Pushes nodes apart whose rooms overlap, each along the shorter way; what is fixed stays. */
export class Separation {
  private readonly order: Uint32Array;
  private readonly widest: number;
  private readonly part: Part;
  private readonly rooms: Rooms;

  constructor(part: Part, rooms: Rooms) {
    this.part = part;
    this.rooms = rooms;
    this.order = Uint32Array.from({ length: part.count }, (_, i) => i).sort(
      (a, b) => (part.x[a] as number) - (part.x[b] as number) || a - b,
    );
    this.widest = rooms.half.reduce((most, half) => Math.max(most, half), 0);
  }

  /** One round; answers the number of overlaps it met. `share`: 1 resolves a pair at once, less is softer. */
  round(share: number): number {
    const { order, widest } = this;
    const { count, x, y } = this.part;
    const { half, up, down } = this.rooms;
    this.sort();
    let overlaps = 0;
    for (let at = 0; at < count; at += 1) {
      const i = order[at] as number;
      const reach = (x[i] as number) + (half[i] as number) + widest;
      for (let next = at + 1; next < count; next += 1) {
        const j = order[next] as number;
        if ((x[j] as number) > reach) break;
        const dx = (x[j] as number) - (x[i] as number);
        const overX = (half[i] as number) + (half[j] as number) - Math.abs(dx);
        if (overX <= 1e-6) continue;
        const dy = (y[j] as number) - (y[i] as number);
        const overY = (dy >= 0 ? (up[i] as number) + (down[j] as number) : (down[i] as number) + (up[j] as number)) - Math.abs(dy);
        if (overY <= 1e-6) continue;
        if (this.push(i, j, overX < overY ? overX * share * (dx >= 0 ? 1 : -1) : 0, overX < overY ? 0 : overY * share * (dy >= 0 ? 1 : -1)))
          overlaps += 1;
      }
    }
    return overlaps;
  }

  private push(i: number, j: number, dx: number, dy: number): boolean {
    const { x, y, fixed } = this.part;
    if (fixed[i] === 1 && fixed[j] === 1) return false;
    const first = fixed[i] === 1 ? 0 : fixed[j] === 1 ? 1 : 0.5;
    x[i] = (x[i] as number) - dx * first;
    y[i] = (y[i] as number) - dy * first;
    x[j] = (x[j] as number) + dx * (1 - first);
    y[j] = (y[j] as number) + dy * (1 - first);
    return true;
  }

  /** Nearly sorted already: nodes move little from one round to the next. */
  private sort(): void {
    const { order } = this;
    const { x } = this.part;
    for (let at = 1; at < order.length; at += 1) {
      const node = order[at] as number;
      const key = x[node] as number;
      let to = at;
      while (to > 0 && (x[order[to - 1] as number] as number) > key) {
        order[to] = order[to - 1] as number;
        to -= 1;
      }
      order[to] = node;
    }
  }
}
