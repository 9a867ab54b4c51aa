import { type NodeColumns, nodeStacked, toneShift } from "#client/rendering/columns.ts";
import type { Standing } from "#client/rendering/emphasis.ts";
import { nodeStyles } from "#client/rendering/shaders/node.ts";
import { dimming } from "#client/rendering/theme.ts";
import { type Tone, toneColours, tones } from "#client/rendering/tones.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import type { Look } from "./drawing.ts";
import type { NodeLook } from "./shapes.ts";

const bitsOf = (nodes: NodeColumns, node: number): number => nodes.words[4 * node + 3] as number;

/** What a style rule fills the node with; null: the colour of its kind. */
export const toneOf = (nodes: NodeColumns, node: number): Tone | null => tones[((bitsOf(nodes, node) >> toneShift) & 15) - 1] ?? null;

/** An outline in place of a fill: of a class without a colour of its own, and, dashed, of what no source speaks of. */
export const hollowOf = (tone: Tone | null): NodeLook["hollow"] => (tone === "unknown" ? "dashed" : tone === "rest" ? "solid" : undefined);

/** Fill, outline and rings of a node, as style rules and the state of the picture have it. */
export function paintOf(nodes: NodeColumns, standing: Standing, node: number, { theme, tokens }: Look): NodeLook {
  const style = standing.nodes.get(node) ?? nodeStyles.plain;
  const kind = entityKinds[nodes.kind(node)] as EntityKind;
  const tone = toneOf(nodes, node);
  const full = tone === null ? kinds[kind].colour[theme] : toneColours[theme][tone];
  const steppedBack = style === nodeStyles.plain && standing.dims;
  const ringed = style > nodeStyles.lit;
  return {
    kind,
    fill: steppedBack ? mixed(full, tokens.canvas, 1 - dimming[theme].fill) : full,
    hollow: hollowOf(tone),
    stacked: (bitsOf(nodes, node) & nodeStacked) !== 0,
    rings: [...ringsOf(style, tokens), { width: ringed ? 1.9 : 1.3, colour: tokens.canvas }],
  };
}

/** From outside in; what only the pointer does is no part of a picture that is taken away. */
function ringsOf(style: number, tokens: Look["tokens"]): NodeLook["rings"] {
  if (style === nodeStyles.selected || style === nodeStyles.path)
    return [
      { width: 7, colour: tokens.highlight },
      { width: 4, colour: tokens.ink },
    ];
  if (style === nodeStyles.result)
    return [
      { width: 5, colour: tokens.highlight },
      { width: 3.5, colour: tokens.highlightLine },
    ];
  return [];
}

/** `share` of the second colour in the first; both as #RRGGBB. */
export function mixed(first: string, second: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(channel(first, at) * (1 - share) + channel(second, at) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
