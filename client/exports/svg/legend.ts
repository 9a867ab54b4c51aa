import type { TFunction } from "i18next";
import { kindLabel } from "#client/i18n/labels.ts";
import { type Tone, toneColours } from "#client/rendering/tones.ts";
import type { ColourEntry } from "#client/styling/rule.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import type { Block, Pen } from "./blocks.ts";
import type { Look } from "./drawing.ts";
import { type LineKind, lineKinds } from "./edges.ts";
import { hollowSign } from "./hollow.ts";
import { element } from "./markup.ts";
import { sheetMarkup } from "./note-sheet.ts";
import { hollowOf } from "./paint.ts";
import { nodeMarkup } from "./shapes.ts";

const rowHeight = 24;
const brokenSample = "M0 8H9.6M14.4 8H24M7.6 12.5L11.6 3.5M12.4 12.5L16.4 3.5";
const hand = { size: 12 };

interface Present {
  kinds: ReadonlySet<EntityKind>;
  lines: ReadonlySet<LineKind>;
  tones: ReadonlySet<Tone>;
  marks: ReadonlySet<"ended" | "noted">;
  unknown: { drawn: number; total: number } | null;
}

/** The kinds, tones and line styles that the picture holds, in rows. `colours`: what the tones of the style rule mean. */
export function legend(
  present: Present,
  colours: readonly ColourEntry[],
  room: number,
  { look, pen, t }: { look: Look; pen: Pen; t: TFunction },
): Block {
  const { tokens, language, theme } = look;
  // Where a rule colours the nodes, kinds are told by shape and letter alone.
  const toned = present.tones.size > 0;
  const fillOf = (kind: EntityKind) => (toned ? tokens.ink2 : kinds[kind].colour[theme]);
  const entries = [
    ...colours
      .filter(({ tone }) => present.tones.has(tone))
      .map(({ tone, label }) => {
        const look = hollowOf(tone) === undefined ? { fill: toneColours[theme][tone] } : { fill: tokens.canvas };
        const dash = hollowOf(tone) === "dashed" ? "3 2" : undefined;
        const outline = { stroke: toneColours[theme][tone], "stroke-width": 1.7, "stroke-dasharray": dash };
        return {
          sign: element("rect", { x: 1, y: 1, width: 14, height: 14, rx: 3, ...look, ...outline }),
          width: 16,
          text: label[language],
        };
      }),
    ...entityKinds
      .filter((kind) => present.kinds.has(kind))
      .map((kind) => {
        const glyph = nodeMarkup({ kind, fill: fillOf(kind), rings: [] }, 8, look);
        return { sign: element("g", { transform: "translate(9 8)" }, glyph), width: 18, text: kindLabel(kind, language) };
      }),
    ...(Object.keys(lineKinds) as LineKind[])
      .filter((line) => present.lines.has(line))
      .map((line) => {
        const { dash, colour, width } = lineKinds[line];
        const sign = element("path", { d: "M0 8H24", stroke: tokens[colour], "stroke-width": width * 1.3, "stroke-dasharray": dash });
        return { sign, width: 24, text: t(`line.${line}`) };
      }),
    ...(present.marks.has("ended")
      ? [
          {
            sign: element("path", { d: brokenSample, fill: "none", stroke: tokens.edge, "stroke-width": 1.5 }),
            width: 24,
            text: t("line.ended"),
          },
        ]
      : []),
    ...(present.unknown === null ? [] : [{ sign: hollowSign(8, 8, look), width: 18, text: t("unknown.drawn", present.unknown) }]),
    ...(present.marks.has("noted") ? [{ sign: sheetMarkup(look, "translate(7 8)"), width: 14, text: t("line.noted") }] : []),
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
