import { chooseEdgeLabels, pointOn } from "#client/rendering/edge-labels.ts";
import type { Drawn, Standing } from "#client/rendering/emphasis.ts";
import type { Language } from "#client/rendering/interface.ts";
import { boxOf, chooseLabels, chooseStandingLabels, type Label, markNodes } from "#client/rendering/labels.ts";
import { type Face, faces, Names } from "#client/rendering/names.ts";
import { markNotes } from "#client/rendering/note-marks.ts";
import { Occupancy } from "#client/rendering/occupancy.ts";
import { nodeStyles } from "#client/rendering/shaders/node.ts";
import type { Tokens } from "#client/rendering/theme.ts";
import { chooseUnknown, type PlacedMark } from "#client/rendering/unknown-marks.ts";
import { nodeScale, toScreen, type View } from "#client/rendering/view.ts";
import type { Scene } from "../seen.ts";
import { element, escaped } from "./markup.ts";

const weights: ReadonlyMap<Face, number> = new Map<Face, number>([
  [faces.plain, 400],
  [faces.large, 600],
  [faces.lit, 500],
  [faces.selected, 700],
]);

export interface Writing {
  markup: string;
  /** Nodes whose name is written. */
  named: ReadonlySet<number>;
  /** Of the marks for what is not known, those for which there was room. */
  unknown: { placed: readonly PlacedMark[]; total: number } | null;
}

/** Names beside nodes and relations along edges, as text, chosen and placed as the canvas does. */
export function writing(
  drawn: Drawn,
  standing: Standing,
  view: View,
  { language, tokens, unknown }: { language: Language; tokens: Tokens; unknown: Scene["unknown"] },
): Writing {
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  const names = new Names(drawn.nodes, language, context);
  const taken = new Occupancy();
  taken.clear(view.width, view.height);
  markNodes(drawn, view, taken, standing.dims ? standing.nodes.keys() : undefined);
  markNotes(drawn, view, taken);
  const edgeLabels = chooseEdgeLabels(drawn, standing, names, language, view, taken);
  const strong = chooseStandingLabels(drawn, standing, names, view, taken);
  if (standing.dims) markNodes(drawn, view, taken);
  const labels = [...strong, ...chooseLabels(drawn, standing, names, view, taken)];
  const outlined = { stroke: tokens.canvas, "stroke-linejoin": "round", "paint-order": "stroke" };
  const onEdges = edgeLabels.map(({ edge, text, along, hot }) => {
    const { x, y, angle } = pointOn(drawn, edge, view, along);
    const turned = `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${((angle * 180) / Math.PI).toFixed(2)})`;
    const own = { transform: turned, y: 3.8, "text-anchor": "middle", "font-size": faces.edge.size, "font-weight": 500 };
    return element("text", { ...own, ...outlined, "stroke-width": 4, fill: hot ? tokens.ink : tokens.edgeHot }, escaped(text));
  });
  const besideNodes = [...labels].reverse().map((label) => nameMarkup(drawn, standing, view, label, tokens, outlined));
  return {
    markup: [...onEdges, ...besideNodes].join("\n"),
    named: new Set(labels.map(({ node }) => node)),
    unknown: unknown && chooseUnknown(drawn, unknown, { emphasis: standing, names, language, view, taken }),
  };
}

function nameMarkup(
  drawn: Drawn,
  standing: Standing,
  view: View,
  { node, text, width, side, face, colour }: Label,
  tokens: Tokens,
  outlined: Readonly<Record<string, string>>,
): string {
  const at = toScreen(view, drawn.nodes.x(node), drawn.nodes.y(node));
  const ringed = (standing.nodes.get(node) ?? 0) >= nodeStyles.selected ? 3 : 0;
  const box = boxOf(side, at.x, at.y, drawn.nodes.radius(node) * nodeScale(view.scale) + ringed, width, face.size + 3);
  // Another font is as wide elsewhere as it likes: a name keeps the side on which it touches its node.
  const anchor = side === "right" ? "start" : side === "left" ? "end" : "middle";
  const x = side === "right" ? box.x : side === "left" ? box.x + width : at.x;
  const look = { "font-size": face.size, "font-weight": weights.get(face) ?? 400, "text-anchor": anchor };
  return element("text", { x, y: box.y + face.size, ...look, ...outlined, "stroke-width": 3.2, fill: tokens[colour] }, escaped(text));
}
