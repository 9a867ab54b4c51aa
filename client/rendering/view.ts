import type { KeepClear } from "./interface.ts";

/** What the camera shows: layout units (y up) to CSS pixels of the container (y down). */
export interface View {
  /** Layout units at the middle of the container. */
  x: number;
  y: number;
  /** CSS pixels per layout unit; 1 is 100 %. */
  scale: number;
  /** CSS pixels. */
  width: number;
  height: number;
  dpr: number;
}

export interface Point {
  x: number;
  y: number;
}

export const toScreen = (view: View, x: number, y: number): Point => ({
  x: (x - view.x) * view.scale + view.width / 2,
  y: view.height / 2 - (y - view.y) * view.scale,
});

export const toWorld = (view: View, x: number, y: number): Point => ({
  x: (x - view.width / 2) / view.scale + view.x,
  y: (view.height / 2 - y) / view.scale + view.y,
});

/** CSS pixels per unit of a node's radius: nodes grow with the root of the zoom, so a far picture stays a picture. */
export const nodeScale = (scale: number): number => Math.min(2.2, Math.max(0.2, Math.sqrt(scale)));

/** No style rule makes a node larger. */
export const largestRadius = 26;

/** Drawn radius at 100 %, from the number of links in the store. */
export const nodeRadius = (degree: number): number => Math.min(21, 8.5 + 2.1 * Math.sqrt(degree));

const margin = { x: 46, top: 26, bottom: 34 };
const closest = 1.35;

interface Padding {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Frame {
  x: number;
  y: number;
  scale: number;
}

/**
 * Where the camera must stand so that these nodes are in view and none lies under a floating bar.
 * `positions` holds x, y pairs; `nodes` are indexes into it. Null without nodes.
 */
export function frameOf(
  positions: Float32Array,
  nodes: Iterable<number>,
  size: { width: number; height: number },
  bars: readonly KeepClear[],
): Frame | null {
  const shown = [...nodes];
  if (shown.length === 0) return null;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of shown) {
    const x = positions[2 * node] as number;
    const y = positions[2 * node + 1] as number;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  const padding: Padding = { left: margin.x, right: margin.x, top: margin.top, bottom: margin.bottom };
  const place = (): Frame => {
    const width = Math.max(80, size.width - padding.left - padding.right);
    const height = Math.max(80, size.height - padding.top - padding.bottom);
    const scale = Math.min(closest, width / Math.max(1, right - left), height / Math.max(1, top - bottom));
    return {
      x: (left + right) / 2 + (padding.right - padding.left) / 2 / scale,
      y: (bottom + top) / 2 - (padding.bottom - padding.top) / 2 / scale,
      scale,
    };
  };
  let frame = place();
  // A corner box that covers nothing costs no room: only bars with a node under them push the picture away.
  for (const bar of bars) {
    const view: View = { ...frame, ...size, dpr: 1 };
    const covers = shown.some((node) => {
      const at = toScreen(view, positions[2 * node] as number, positions[2 * node + 1] as number);
      return at.x > bar.x - 16 && at.x < bar.x + bar.width + 16 && at.y > bar.y - 28 && at.y < bar.y + bar.height + 16;
    });
    if (!covers) continue;
    const cost = {
      left: (bar.x + bar.width) * size.height,
      right: (size.width - bar.x) * size.height,
      top: (bar.y + bar.height) * size.width,
      bottom: (size.height - bar.y) * size.width,
    };
    const side = (Object.keys(cost) as (keyof Padding)[]).reduce((best, next) => (cost[next] < cost[best] ? next : best));
    const extent = side === "left" || side === "right" ? size.height : size.width;
    padding[side] = Math.max(padding[side], cost[side] / extent + margin.top);
    frame = place();
  }
  return frame;
}
