import type { Sliced } from "#client/slices/in-slices.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { toneShift } from "./columns.ts";
import type { Drawn } from "./emphasis.ts";
import type { OverviewFrame, Theme } from "./interface.ts";
import { palette, paletteSlots } from "./theme.ts";

const margin = 4;
/** From so many nodes on a point is one pixel of the screen, else two. */
const many = 3_000;

/** Colours by slot of the palette, as bytes of an image's pixel. */
function pixels(theme: Theme): Uint32Array {
  const bytes = Uint8ClampedArray.from(palette(theme), (channel) => channel * 255);
  return new Uint32Array(bytes.buffer);
}

/** Nodes after which somebody else may have a turn. */
const portion = 2_048;

/**
 * Every shown node as a point, into a canvas that gets this size; answers where the points lie. Two passes over the columns, in slices: what is
 * in the canvas stays until all points are there.
 */
export function* paintOverview(
  target: HTMLCanvasElement,
  drawn: Nodes,
  { theme, width, height }: { theme: Theme; width: number; height: number },
): Sliced<OverviewFrame | null> {
  const { nodes } = drawn;
  const context = target.getContext("2d") as CanvasRenderingContext2D;
  const extent = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (let from = 0; from < nodes.count; from += portion) {
    yield;
    takeIn(drawn, from, Math.min(nodes.count, from + portion), extent);
  }
  const { left, right, bottom, top } = extent;
  if (left > right) {
    [target.width, target.height] = [width, height];
    return null;
  }
  const scale = Math.min((width - 2 * margin) / Math.max(1, right - left), (height - 2 * margin) / Math.max(1, top - bottom));
  const frame = { x: (left + right) / 2, y: (bottom + top) / 2, scale };
  const image = context.createImageData(width, height);
  const side = nodes.count > many ? 1 : Math.max(2, Math.round(devicePixelRatio * 2));
  const map = { points: new Uint32Array(image.data.buffer), colours: pixels(theme), width, height, side, frame };
  for (let from = 0; from < nodes.count; from += portion) {
    yield;
    paintPoints(drawn, from, Math.min(nodes.count, from + portion), map);
  }
  [target.width, target.height] = [width, height];
  context.putImageData(image, 0, 0);
  return frame;
}

type Nodes = Pick<Drawn, "nodes" | "visibility">;

function takeIn({ nodes, visibility }: Nodes, from: number, to: number, extent: Record<"left" | "right" | "bottom" | "top", number>): void {
  let { left, right, bottom, top } = extent;
  for (let node = from; node < to; node += 1) {
    if (!visibility.node(nodes, node)) continue;
    const [x, y] = [nodes.x(node), nodes.y(node)];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  Object.assign(extent, { left, right, bottom, top });
}

const beforeTones = entityKinds.length + paletteSlots.length - 1;

interface PointMap {
  points: Uint32Array;
  colours: Uint32Array;
  width: number;
  height: number;
  /** Pixels of a point. */
  side: number;
  frame: OverviewFrame;
}

function paintPoints({ nodes, visibility }: Nodes, from: number, to: number, map: PointMap): void {
  const { points, colours, width, height, side, frame } = map;
  const { x, y, scale } = frame;
  for (let node = from; node < to; node += 1) {
    if (!visibility.node(nodes, node)) continue;
    const tone = ((nodes.words[4 * node + 3] as number) >> toneShift) & 15;
    const colour = colours[tone === 0 ? nodes.kind(node) : beforeTones + tone] as number;
    const column = Math.round((nodes.x(node) - x) * scale + width / 2 - side / 2);
    const row = Math.round(height / 2 - (nodes.y(node) - y) * scale - side / 2);
    for (let down = 0; down < side; down += 1)
      for (let across = 0; across < side; across += 1) points[(row + down) * width + column + across] = colour;
  }
}
