import type { KeepClear } from "./interface.ts";

/** CSS pixels around the outermost nodes: their shapes, and names that stand beside and below them. */
const margin = { x: 46, top: 26, bottom: 34 };
/** A few nodes are not blown up to fill the view. */
const closest = 1.35;

/** Bars are measured with each selection, and seldom differ. */
export const areSameBars = (one: readonly KeepClear[], other: readonly KeepClear[]): boolean =>
  one.length === other.length &&
  one.every((bar, at) => {
    const { x, y, width, height } = other[at] as KeepClear;
    return bar.x === x && bar.y === y && bar.width === width && bar.height === height;
  });

const sides = ["left", "right", "top", "bottom"] as const;
type Side = (typeof sides)[number];
type Padding = Readonly<Record<Side, number>>;

/** Layout units at the middle of the view, and CSS pixels per layout unit. */
export interface Frame {
  x: number;
  y: number;
  scale: number;
}

interface Size {
  width: number;
  height: number;
}

interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Where nodes are, in layout units. */
export interface Placed {
  x(node: number): number;
  y(node: number): number;
}

/** Where the camera must stand so that these nodes are in view and none lies under a floating bar, wherever it stands now. Null without nodes. */
export function frameOf(positions: Placed, nodes: Iterable<number>, size: Size, bars: readonly KeepClear[]): Frame | null {
  const shown = [...nodes];
  if (shown.length === 0) return null;
  const box = boxAround(positions, shown);
  let padding: Padding = { left: margin.x, right: margin.x, top: margin.top, bottom: margin.bottom };
  let frame = frameIn(box, size, padding);
  // The largest first: it has the fewest ways out, and the others find room in what it leaves.
  const open = bars.toSorted((a, b) => b.width * b.height - a.width * a.height);
  // A corner box that covers nothing costs no room: only bars with a node under them push the picture away, one after the other.
  for (;;) {
    const at = open.findIndex((bar) => covers(bar, frame, { positions, shown, size }));
    if (at === -1) return frame;
    const [bar] = open.splice(at, 1) as [KeepClear];
    const reach: Padding = {
      left: bar.x + bar.width,
      right: size.width - bar.x,
      top: bar.y + bar.height,
      bottom: size.height - bar.y,
    };
    // To the side that leaves the picture largest and nearest to the middle; never out of the view.
    const away = sides
      .map((side) => ({ ...padding, [side]: Math.max(padding[side], reach[side] + margin.top) }))
      .filter((one) => isRoom(one, size));
    if (away.length === 0) continue;
    const worth = (one: Padding): number => frameIn(box, size, one).scale * centred(one, size);
    padding = away.reduce((best, next) => (worth(next) > worth(best) ? next : best));
    frame = frameIn(box, size, padding);
  }
}

/** CSS pixels that a picture needs either way. */
const leastRoom = 80;

const isRoom = ({ left, right, top, bottom }: Padding, { width, height }: Size): boolean =>
  width - left - right >= leastRoom && height - top - bottom >= leastRoom;

/** 1 for a picture in the middle, less the farther it is pushed away from it. */
const centred = ({ left, right, top, bottom }: Padding, { width, height }: Size): number =>
  (1 - Math.abs(right - left) / (2 * width)) * (1 - Math.abs(bottom - top) / (2 * height));

function boxAround(positions: Placed, nodes: readonly number[]): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
    top: Number.NEGATIVE_INFINITY,
  };
  for (const node of nodes) {
    const x = positions.x(node);
    const y = positions.y(node);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.bottom = Math.min(box.bottom, y);
    box.top = Math.max(box.top, y);
  }
  return box;
}

function frameIn(box: Box, size: Size, padding: Padding): Frame {
  const width = Math.max(leastRoom, size.width - padding.left - padding.right);
  const height = Math.max(leastRoom, size.height - padding.top - padding.bottom);
  const scale = Math.min(closest, width / Math.max(1, box.right - box.left), height / Math.max(1, box.top - box.bottom));
  return {
    x: (box.left + box.right) / 2 + (padding.right - padding.left) / 2 / scale,
    y: (box.bottom + box.top) / 2 - (padding.bottom - padding.top) / 2 / scale,
    scale,
  };
}

/** Whether a node, or the name below it, would lie under a bar. */
function covers(
  bar: KeepClear,
  frame: Frame,
  { positions, shown, size }: { positions: Placed; shown: readonly number[]; size: Size },
): boolean {
  return shown.some((node) => {
    const x = (positions.x(node) - frame.x) * frame.scale + size.width / 2;
    const y = size.height / 2 - (positions.y(node) - frame.y) * frame.scale;
    return x > bar.x - 16 && x < bar.x + bar.width + 16 && y > bar.y - 28 && y < bar.y + bar.height + 16;
  });
}
