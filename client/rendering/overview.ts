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
  { nodes, visibility }: Drawn,
  { theme, width, height }: { theme: Theme; width: number; height: number },
): Sliced<OverviewFrame | null> {
  const context = target.getContext("2d") as CanvasRenderingContext2D;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < nodes.count; node += 1) {
    if (node % portion === 0) yield;
    if (!visibility.node(nodes, node)) continue;
    left = Math.min(left, nodes.x(node));
    right = Math.max(right, nodes.x(node));
    bottom = Math.min(bottom, nodes.y(node));
    top = Math.max(top, nodes.y(node));
  }
  if (left > right) {
    [target.width, target.height] = [width, height];
    return null;
  }
  const scale = Math.min((width - 2 * margin) / Math.max(1, right - left), (height - 2 * margin) / Math.max(1, top - bottom));
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const image = context.createImageData(width, height);
  const points = new Uint32Array(image.data.buffer);
  const colours = pixels(theme);
  const beforeTones = entityKinds.length + paletteSlots.length - 1;
  const side = nodes.count > many ? 1 : Math.max(2, Math.round(devicePixelRatio * 2));
  for (let node = 0; node < nodes.count; node += 1) {
    if (node % portion === 0) yield;
    if (!visibility.node(nodes, node)) continue;
    const tone = ((nodes.words[4 * node + 3] as number) >> toneShift) & 15;
    const colour = colours[tone === 0 ? nodes.kind(node) : beforeTones + tone] as number;
    const column = Math.round((nodes.x(node) - x) * scale + width / 2 - side / 2);
    const row = Math.round(height / 2 - (nodes.y(node) - y) * scale - side / 2);
    for (let down = 0; down < side; down += 1) {
      const from = (row + down) * width + column;
      points.fill(colour, from, from + side);
    }
  }
  [target.width, target.height] = [width, height];
  context.putImageData(image, 0, 0);
  return { x, y, scale };
}
