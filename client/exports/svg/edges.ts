import { edgeSymmetric } from "#client/rendering/columns.ts";
import { controlPoint } from "#client/rendering/edge-picking.ts";
import { type Drawn, edgeStyles, type Standing } from "#client/rendering/emphasis.ts";
import { nodeStyles } from "#client/rendering/shaders/node.ts";
import { dimming } from "#client/rendering/theme.ts";
import { nodeScale, type Point, type View } from "#client/rendering/view.ts";
import { statusOrder } from "#client/state/loaded-graph.ts";
import { entityKinds, families, kinds, type Shape } from "#graph/vocabulary/kinds.ts";
import { type Status, weakConfidence } from "#graph/vocabulary/marks.ts";
import type { Scene } from "../seen.ts";
import type { Look } from "./drawing.ts";
import { element, number } from "./markup.ts";

/** From a node's middle to its outline in a direction: as the drawing layer has it. */
function rim(shape: Shape, r: number, { x, y }: Point): number {
  const [a, b] = [Math.abs(x), Math.abs(y)];
  if (shape === "circle") return r;
  if (shape === "hexagon") return (0.97 * r) / Math.max(a, 0.5 * a + 0.866 * b);
  if (shape === "square") return Math.min((0.9 * r) / Math.max(a, b), 1.16 * r);
  if (shape === "diamond") return Math.min((1.216 * r) / (a + b), 1.1 * r);
  return Math.min((0.84 * r) / Math.max(a, 0.001), (0.96 * r) / Math.max(b, 0.001), 1.1 * r);
}

const unit = ({ x, y }: Point): Point => {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
};

/** Where an edge leaves and reaches the rims of its nodes, with the control point between; null where the nodes touch. */
export function curveOf(
  drawn: Drawn,
  standing: Standing,
  edge: number,
  view: View,
): { from: Point; over: Point; to: Point; bent: boolean } | null {
  const { nodes, edges } = drawn;
  const { a, over, b } = controlPoint(nodes, edges, edge, view);
  const grow = nodeScale(view.scale);
  const end = (node: number, at: Point, towards: Point, gap: number): Point => {
    const way = unit({ x: towards.x - at.x, y: towards.y - at.y });
    const ringed = (standing.nodes.get(node) ?? 0) > nodeStyles.lit ? 3.5 : 0;
    const shape = families[kinds[entityKinds[nodes.kind(node)] as keyof typeof kinds].family].shape;
    const reach = rim(shape, nodes.radius(node) * grow, way) + gap + ringed;
    return { x: at.x + way.x * reach, y: at.y + way.y * reach };
  };
  const from = end(edges.source(edge), a, over, 2);
  const to = end(edges.target(edge), b, over, 3);
  const bent = edges.bend(edge) !== 0;
  const along = (to.x - from.x) * (b.x - a.x) + (to.y - from.y) * (b.y - a.y);
  return along <= 0 ? null : { from, over: bent ? over : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to, bent };
}

/** Solid: a source says it. Dashed: inferred. Dots: inferred and weak. Thin: reference. */
export const lineKinds = {
  stated: { dash: undefined, colour: "edge", hot: "edgeHot", width: 1.15 },
  inferred: { dash: "5 4", colour: "edge", hot: "edgeHot", width: 1.15 },
  weak: { dash: "2 4", colour: "edgeLow", hot: "edgeHotLow", width: 1.15 },
  reference: { dash: undefined, colour: "edgeLow", hot: "edgeHotLow", width: 0.8 },
} as const;
export type LineKind = keyof typeof lineKinds;

type LineScene = Pick<Scene, "drawn" | "standing" | "thickness">;

export function lineKindOf({ edges }: Drawn, edge: number): LineKind {
  const status = statusOrder[edges.status(edge)] as Status;
  return status === "inferred" && edges.confidence(edge) < weakConfidence - 1e-6 ? "weak" : status;
}

/** Where lines are as thick as their statements are sure: as the drawing layer has it. */
const sureWidth = (confidence: number, style: number): number =>
  0.7 + 1.9 * Math.min(1, Math.max(0, (confidence - 0.4) / 0.6)) + (style === 0 ? 0 : 0.4);

function lineOf({ drawn, standing, thickness }: LineScene, edge: number, { theme, tokens }: Look) {
  const { dash, colour, hot, width } = lineKinds[lineKindOf(drawn, edge)];
  const style = standing.edges.get(edge) ?? 0;
  return {
    style,
    dash,
    width:
      thickness === "confidence"
        ? sureWidth(drawn.edges.confidence(edge), style)
        : style === edgeStyles.hot
          ? 2
          : style === edgeStyles.lit
            ? 1.5
            : width,
    colour: tokens[style === edgeStyles.hot ? "ink" : style === edgeStyles.lit ? hot : colour],
    opacity: style === 0 && standing.dims ? dimming[theme].edge : undefined,
  };
}

/** An edge as a path with its line style, and its open arrow head; empty where its nodes touch. */
export function edgeMarkup(scene: LineScene, edge: number, view: View, look: Look): string {
  const { drawn, standing } = scene;
  const curve = curveOf(drawn, standing, edge, view);
  if (curve === null) return "";
  const { from, over, to, bent } = curve;
  const { style, width, dash, colour, opacity } = lineOf(scene, edge, look);
  const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;
  const d = bent ? `M${at(from)}Q${at(over)} ${at(to)}` : `M${at(from)}L${at(to)}`;
  const line = { fill: "none", stroke: colour, "stroke-width": width, "stroke-opacity": opacity };
  const halo =
    style === edgeStyles.hot
      ? element("path", { d, fill: "none", stroke: look.tokens.highlight, "stroke-width": 9, "stroke-linecap": "round" })
      : "";
  const symmetric = ((drawn.edges.words[4 * edge + 2] as number) & edgeSymmetric) !== 0;
  const head = symmetric || Math.hypot(to.x - from.x, to.y - from.y) < 10 ? "" : arrowHead(over, to, style);
  const broken =
    drawn.edges.isEnded(edge) && Math.hypot(to.x - from.x, to.y - from.y) > 26
      ? breakMarkup(curve, { ...line, ground: look.tokens.canvas })
      : "";
  return `${halo}${element("path", { d, ...line, "stroke-dasharray": dash })}${broken}${head === "" ? "" : element("path", { d: head, ...line, "stroke-width": Math.max(1.15, width) })}`;
}

/** Two bars across the middle of a line that holds no longer, and nothing between them: as the drawing layer has it. */
function breakMarkup(
  { from, over, to }: { from: Point; over: Point; to: Point },
  { ground, ...line }: { ground: string } & Record<string, unknown>,
) {
  const middle = { x: (from.x + 2 * over.x + to.x) / 4, y: (from.y + 2 * over.y + to.y) / 4 };
  const way = unit({ x: to.x - from.x, y: to.y - from.y });
  const at = (along: number, across: number): string =>
    `${number(middle.x + way.x * along - way.y * across)} ${number(middle.y + way.y * along + way.x * across)}`;
  const bar = (side: number): string => `M${at(2.4 * side - 2, -4.5)}L${at(2.4 * side + 2, 4.5)}`;
  const gap = element("path", {
    d: `M${at(-2.4, 0)}L${at(2.4, 0)}`,
    fill: "none",
    stroke: ground,
    "stroke-width": Number(line["stroke-width"]) + 1.5,
  });
  return gap + element("path", { d: bar(-1) + bar(1), ...line, "stroke-width": 1.4, "data-ended": "" });
}

function arrowHead(over: Point, tip: Point, style: number): string {
  const way = unit({ x: tip.x - over.x, y: tip.y - over.y });
  const length = style === edgeStyles.hot ? 7.6 : style === edgeStyles.lit ? 6.4 : 5.6;
  const barb = (side: number): string => {
    const [back, out] = [0.86 * length, 0.51 * length * side];
    return `${number(tip.x - way.x * back - way.y * out)} ${number(tip.y - way.y * back + way.x * out)}`;
  };
  return `M${barb(1)}L${number(tip.x)} ${number(tip.y)}L${barb(-1)}`;
}
