import type { KeepClear } from "./interface.ts";

/** CSS pixels around the outermost nodes: their shapes, and names that stand beside and below them. */
const margin = { x: 46, top: 26, bottom: 34 };
/** A few nodes are not blown up to fill the view. */
const closest = 1.35;

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
  const open = [...bars];
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
    // To the side that leaves the picture largest, and where two do, to the one that moves it least.
    const away = sides.map((side) => ({ ...padding, [side]: Math.max(padding[side], reach[side] + margin.top) }));
    padding = away.reduce((best, next) => (roomier(next, best, (one) => frameIn(box, size, one).scale) ? next : best));
    frame = frameIn(box, size, padding);
  }
}

function roomier(one: Padding, other: Padding, scaleIn: (padding: Padding) => number): boolean {
  const more = scaleIn(one) - scaleIn(other);
  const total = (it: Padding) => it.left + it.right + it.top + it.bottom;
  return more > 0 || (more === 0 && total(one) < total(other));
}

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
  const width = Math.max(80, size.width - padding.left - padding.right);
  const height = Math.max(80, size.height - padding.top - padding.bottom);
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
