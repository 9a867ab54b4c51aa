import type { Language } from "#client/rendering/interface.ts";
import type { Tokens } from "#client/rendering/theme.ts";
import { type EntityKind, families, kinds, type Shape } from "#graph/vocabulary/kinds.ts";
import { element, number } from "./markup.ts";

type Corner = readonly [x: number, y: number];

const corners: Readonly<Record<Exclude<Shape, "circle">, { points: readonly Corner[]; round: number }>> = {
  hexagon: {
    points: [0, 1, 2, 3, 4, 5].map((at) => [1.12 * Math.sin((at * Math.PI) / 3), -1.12 * Math.cos((at * Math.PI) / 3)] as const),
    round: 0.07,
  },
  square: {
    points: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
    round: 0.2,
  },
  diamond: {
    points: [
      [0, -1.216],
      [1.216, 0],
      [0, 1.216],
      [-1.216, 0],
    ],
    round: 0.2,
  },
  sheet: {
    points: [
      [-0.84, -0.96],
      [0.33, -0.96],
      [0.84, -0.45],
      [0.84, 0.96],
      [-0.84, 0.96],
    ],
    round: 0.12,
  },
};

/** The outline of a node of radius `r` around the origin, y downwards: the shapes of the drawing layer as paths. */
export function outline(shape: Shape, r: number): string {
  if (shape === "circle") {
    const arc = (way: number) => `a${number(r)} ${number(r)} 0 1 0 ${number(2 * r * way)} 0`;
    return `M${number(-r)} 0${arc(1)}${arc(-1)}Z`;
  }
  const { points, round } = corners[shape];
  const steps = points.map((corner, at) => {
    const before = points[(at + points.length - 1) % points.length] as Corner;
    const after = points[(at + 1) % points.length] as Corner;
    const [from, to] = [towards(corner, before, round), towards(corner, after, round)];
    return `${at === 0 ? "M" : "L"}${place(from, r)}Q${place(corner, r)} ${place(to, r)}`;
  });
  return `${steps.join("")}Z`;
}

const towards = ([x, y]: Corner, [toX, toY]: Corner, length: number): Corner => {
  const span = Math.hypot(toX - x, toY - y);
  return [x + ((toX - x) / span) * length, y + ((toY - y) / span) * length];
};

const place = ([x, y]: Corner, r: number): string => `${number(x * r)} ${number(y * r)}`;

/** How large the letter of a kind is in its shape, of the radius: one Chinese character fills it more than two Latin ones. */
const letterSize: Readonly<Record<Shape, number>> = { circle: 1.24, hexagon: 1.24, square: 1.24, diamond: 1.16, sheet: 1.1 };

export interface NodeLook {
  kind: EntityKind;
  fill: string;
  /** An outline in place of the fill. */
  hollow?: "solid" | "dashed" | undefined;
  /** Stands for several: two more of it behind. */
  stacked?: boolean;
  /** Rings from outside in, as widths beyond the rim with their colours; drawn below the fill. */
  rings: readonly { width: number; colour: string }[];
}

/** A node around the origin: what lies behind it, rings, shape, folded corner, letter. */
export function nodeMarkup(
  { kind, fill, hollow, stacked = false, rings }: NodeLook,
  r: number,
  { language, tokens }: { language: Language; tokens: Tokens },
): string {
  const { shape } = families[kinds[kind].family];
  const d = outline(shape, r);
  const around = (colour: string, width: number) => ({
    d,
    fill: colour,
    stroke: colour,
    "stroke-width": 2 * width,
    "stroke-linejoin": "round",
  });
  const behind = [2, 1].map((step) => {
    const sheet = element("path", around(tokens.canvas, 1.3)) + element("path", { d, fill, "fill-opacity": 0.75 - 0.25 * step });
    return element("g", { transform: `translate(${-3 * step} ${-3 * step})` }, sheet);
  });
  const below = rings.map(({ width, colour }) => element("path", around(colour, width)));
  const inside = {
    d,
    fill: tokens.canvas,
    stroke: fill,
    "stroke-width": 1.7,
    "stroke-dasharray": hollow === "dashed" ? "4 2.6" : undefined,
  };
  const body = element("path", hollow === undefined ? { d, fill } : inside);
  const flap = `M${number(0.33 * r)} ${number(-0.96 * r)}V${number(-0.45 * r)}H${number(0.84 * r)}Z`;
  const fold = shape === "sheet" && hollow === undefined ? element("path", { d: flap, fill: tokens.glyph, "fill-opacity": 0.42 }) : "";
  return [
    ...(stacked ? behind : []),
    ...below,
    body,
    fold,
    letterMarkup(kind, r, hollow === undefined ? tokens.glyph : fill, language),
  ].join("");
}

/** The letter of the kind; too small a node has none. */
function letterMarkup(kind: EntityKind, r: number, fill: string, language: Language): string {
  if (r < 4.5) return "";
  const { shape } = families[kinds[kind].family];
  const glyph = kinds[kind].glyph[language];
  const size = letterSize[shape] * r * (glyph.length > 1 ? 0.78 : 1);
  const y = size * 0.36 + (shape === "sheet" ? 0.08 * r : 0);
  return element("text", { y, "font-size": size, "font-weight": 600, fill, "text-anchor": "middle" }, glyph);
}
