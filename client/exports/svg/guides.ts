import type { Guide } from "#client/layouts/layout.ts";
import { toScreen, type View } from "#client/rendering/view.ts";
import type { Look } from "./drawing.ts";
import { element, escaped } from "./markup.ts";

/** What the layout draws behind the nodes: lanes, columns, the circles of places. */
export function guidesMarkup(guides: readonly Guide[], view: View, { language, tokens }: Look, nameOf: (node: number) => string): string {
  return guides
    .map((guide) => {
      const at = toScreen(view, guide.x, guide.y);
      const line = {
        fill: guide.shape === "box" || guide.title !== null ? tokens.ink : "none",
        "fill-opacity": 0.03,
        stroke: tokens.ink2,
        "stroke-opacity": 0.28,
      };
      const title = guide.title === null ? "" : "node" in guide.title ? nameOf(guide.title.node) : guide.title[language];
      const text = { "font-size": 11, "font-weight": 500, fill: tokens.ink2 };
      if (guide.shape === "circle") {
        const r = guide.radius * view.scale;
        const words = title === "" ? "" : element("text", { x: at.x, y: at.y - r + 18, ...text, "text-anchor": "middle" }, escaped(title));
        return element("circle", { cx: at.x, cy: at.y, r, ...line }) + words;
      }
      const words = title === "" ? "" : element("text", { x: at.x + 8, y: at.y + 18, ...text }, escaped(title));
      return (
        element("rect", { x: at.x, y: at.y, width: guide.width * view.scale, height: guide.height * view.scale, rx: 8, ...line }) + words
      );
    })
    .join("");
}
