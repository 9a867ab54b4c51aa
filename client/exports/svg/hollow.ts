import type { Drawn } from "#client/rendering/emphasis.ts";
import { faces } from "#client/rendering/names.ts";
import { isAbove, line, type PlacedMark, radius } from "#client/rendering/unknown-marks.ts";
import { nodeScale, toScreen, type View } from "#client/rendering/view.ts";
import type { Look } from "./drawing.ts";
import { element, escaped, number } from "./markup.ts";

/** A dashed ring with a question mark, around a point: the look of what is not known. */
export function hollowSign(x: number, y: number, { tokens }: Look, r = 8): string {
  const ring = {
    cx: number(x),
    cy: number(y),
    r,
    fill: tokens.canvas,
    stroke: tokens.unknown,
    "stroke-width": 1.4,
    "stroke-dasharray": "3 2.2",
  };
  const sign = {
    x: number(x),
    y: number(y + 4.3),
    "text-anchor": "middle",
    "font-size": faces.lit.size,
    "font-weight": 500,
    fill: tokens.unknown,
  };
  return element("g", { "data-unknown": "" }, element("circle", ring) + element("text", sign, "?"));
}

/** The mark beside its node, dotted to it, with what is missing in a word: as the canvas has it. */
export function hollowMarkup(drawn: Drawn, { node, dx, dy, text }: PlacedMark, view: View, look: Look): string {
  const { tokens } = look;
  const at = toScreen(view, drawn.nodes.x(node), drawn.nodes.y(node));
  const length = Math.hypot(dx, dy);
  const rim = drawn.nodes.radius(node) * nodeScale(view.scale) + 3;
  const along = (reach: number): string => `${number(at.x + (dx / length) * reach)} ${number(at.y + (dy / length) * reach)}`;
  const dots = {
    d: `M${along(rim)}L${along(length - radius)}`,
    stroke: tokens.unknown,
    "stroke-width": 1.4,
    "stroke-dasharray": "1.6 3.2",
  };
  const baseline = isAbove(dy, length) ? at.y + dy - radius - 4 : at.y + dy + radius + line - 2;
  const word = { x: number(at.x + dx), y: number(baseline), "text-anchor": "middle", "font-size": faces.edge.size, fill: tokens.unknown };
  const outlined = { stroke: tokens.canvas, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };
  const ring = hollowSign(at.x + dx, at.y + dy, look, radius);
  return element("path", dots) + ring + element("text", { ...word, ...outlined }, escaped(text));
}
