import { sheet } from "#client/rendering/note-marks.ts";
import type { Look } from "./drawing.ts";
import { element } from "./markup.ts";

/** The sheet that marks what has notes: as the drawing layer has it. */
export function sheetMarkup({ tokens }: Look, transform: string): string {
  const around = { stroke: tokens.canvas, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };
  const inside = element("path", { d: sheet.outline, fill: tokens.ink2, ...around });
  return element(
    "g",
    { transform, "data-note": "" },
    inside + element("path", { d: sheet.writing, fill: "none", stroke: tokens.canvas, "stroke-width": 1.2 }),
  );
}
