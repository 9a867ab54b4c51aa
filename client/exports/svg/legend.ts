import type { TFunction } from "i18next";
import { kindLabel } from "#client/i18n/labels.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import type { Block, Pen } from "./blocks.ts";
import type { Look } from "./drawing.ts";
import { type LineKind, lineKinds } from "./edges.ts";
import { element } from "./markup.ts";
import { nodeMarkup } from "./shapes.ts";

const rowHeight = 24;
const hand = { size: 12 };

interface Present {
  kinds: ReadonlySet<EntityKind>;
  lines: ReadonlySet<LineKind>;
}

/** The kinds and line styles that the picture holds, in rows. */
export function legend(present: Present, room: number, { look, pen, t }: { look: Look; pen: Pen; t: TFunction }): Block {
  const { tokens, language, theme } = look;
  const entries = [
    ...entityKinds
      .filter((kind) => present.kinds.has(kind))
      .map((kind) => {
        const glyph = nodeMarkup({ kind, fill: kinds[kind].colour[theme], rings: [] }, 8, look);
        return { sign: element("g", { transform: "translate(9 8)" }, glyph), width: 18, text: kindLabel(kind, language) };
      }),
    ...(Object.keys(lineKinds) as LineKind[])
      .filter((line) => present.lines.has(line))
      .map((line) => {
        const { dash, colour, width } = lineKinds[line];
        const sign = element("path", { d: "M0 8H24", stroke: tokens[colour], "stroke-width": width * 1.3, "stroke-dasharray": dash });
        return { sign, width: 24, text: t(`line.${line}`) };
      }),
  ];
  let [x, y] = [0, 0];
  const placed = entries.map(({ sign, width, text }) => {
    const whole = width + 6 + pen.width(text, hand) + 18;
    if (x > 0 && x + whole > room) [x, y] = [0, y + rowHeight];
    const label = element("g", { transform: `translate(${width + 6} -1)` }, pen.write(text, Infinity, hand).markup);
    const at = element("g", { transform: `translate(${x} ${y})` }, sign + label);
    x += whole;
    return at;
  });
  return { markup: placed.join(""), height: y + 20 };
}
