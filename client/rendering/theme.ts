import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import type { Theme } from "./interface.ts";
import { toneColours, tones } from "./tones.ts";

/** Colours of everything that is drawn beside the kinds' own; the same values as the tokens of the interface. */
const tokens = {
  light: {
    canvas: "#FAFAF7",
    ink: "#1B1D1F",
    ink2: "#585D62",
    inkDim: "#9B9FA2",
    glyph: "#FFFFFF",
    accent: "#0B5E77",
    highlight: "#FFDF70",
    highlightLine: "#C79A00",
    edge: "#8E8F89",
    edgeLow: "#A6A7A1",
    edgeHot: "#3F4448",
    edgeHotLow: "#7D8184",
    pill: "#FFFFFF",
    pillLine: "#B9B9B0",
    added: "#057B5D",
    changed: "#A45B00",
    removed: "#9E1622",
    conflict: "#8B2FA0",
    unknown: "#7A6234",
    onMark: "#FFFFFF",
  },
  dark: {
    canvas: "#14171A",
    ink: "#E9EBEC",
    ink2: "#A9B0B6",
    inkDim: "#626A71",
    glyph: "#101316",
    accent: "#6CC3DB",
    highlight: "#7A6112",
    highlightLine: "#F2CB4E",
    edge: "#697279",
    edgeLow: "#555D64",
    edgeHot: "#D5D9DC",
    edgeHotLow: "#8C949B",
    pill: "#252A2F",
    pillLine: "#59616A",
    added: "#7FDDB0",
    changed: "#F1AF4D",
    removed: "#EE646C",
    conflict: "#CF9BEA",
    unknown: "#CDB27A",
    onMark: "#101316",
  },
} as const;

export type Tokens = { readonly [Name in keyof (typeof tokens)["light"]]: string };
export const tokensOf = (theme: Theme): Tokens => tokens[theme];

/** How much of a dimmed node's fill and of a dimmed edge remains. */
export const dimming = { light: { fill: 0.26, edge: 0.38 }, dark: { fill: 0.3, edge: 0.42 } } as const;

/** Slots of the palette that the shaders know by name, in their order; the kinds come before them. */
export const paletteSlots = [
  "canvas",
  "ink",
  "glyph",
  "accent",
  "highlight",
  "highlightLine",
  "edge",
  "edgeLow",
  "edgeHot",
  "edgeHotLow",
  "added",
  "changed",
  "removed",
  "conflict",
] as const satisfies readonly (keyof Tokens)[];

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;

/** RGBA floats: one colour a kind, then `paletteSlots`, then the tones. */
export function palette(theme: Theme): Float32Array {
  const colours = [
    ...entityKinds.map((kind) => kinds[kind].colour[theme]),
    ...paletteSlots.map((slot) => tokens[theme][slot]),
    ...tones.map((tone) => toneColours[theme][tone]),
  ];
  return new Float32Array(colours.flatMap((hex) => [channel(hex, 1), channel(hex, 3), channel(hex, 5), 1]));
}
