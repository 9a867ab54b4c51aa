import type { Language, Theme } from "#client/rendering/interface.ts";
import { notePlaces } from "#client/rendering/note-marks.ts";
import type { Tokens } from "#client/rendering/theme.ts";
import type { Tone } from "#client/rendering/tones.ts";
import { nodeScale, toScreen, type View } from "#client/rendering/view.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import type { Scene } from "../seen.ts";
import { edgeMarkup, type LineKind, lineKindOf } from "./edges.ts";
import { guidesMarkup } from "./guides.ts";
import { hollowMarkup } from "./hollow.ts";
import { writing } from "./labels.ts";
import { element, escaped } from "./markup.ts";
import { sheetMarkup } from "./note-sheet.ts";
import { paintOf, toneOf } from "./paint.ts";
import { nodeMarkup } from "./shapes.ts";

export interface Look {
  theme: Theme;
  language: Language;
  tokens: Tokens;
}

export interface Drawing {
  markup: string;
  nodes: number;
  edges: number;
  /** How many of the nodes have their name written beside them; the others carry it as a title. */
  named: number;
  /** What the legend has to explain. */
  kinds: ReadonlySet<EntityKind>;
  lines: ReadonlySet<LineKind>;
  tones: ReadonlySet<Tone>;
  marks: ReadonlySet<"ended" | "noted">;
  /** Marks for what is not known, drawn and in all; null where they are not asked for. */
  unknown: { drawn: number; total: number } | null;
}

/** What is visible of the scene from one view: lanes behind, then edges, nodes, names. Everything carries its id and its name. */
export function drawing(
  { drawn, standing, unknown, guides, thickness }: Pick<Scene, "drawn" | "standing" | "unknown" | "guides" | "thickness">,
  view: View,
  look: Look,
): Drawing {
  const { nodes, edges, visibility } = drawn;
  const nameOf = (node: number): string => (look.language === "en" ? (nodes.nameEn[node] ?? nodes.name[node]) : nodes.name[node]) ?? "";
  const inView = (node: number): boolean => {
    const { x, y } = toScreen(view, nodes.x(node), nodes.y(node));
    const r = nodes.radius(node) * nodeScale(view.scale);
    return x > -r && y > -r && x < view.width + r && y < view.height + r;
  };
  const crosses = (edge: number): boolean => {
    const a = toScreen(view, nodes.x(edges.source(edge)), nodes.y(edges.source(edge)));
    const b = toScreen(view, nodes.x(edges.target(edge)), nodes.y(edges.target(edge)));
    return Math.max(a.x, b.x) > 0 && Math.min(a.x, b.x) < view.width && Math.max(a.y, b.y) > 0 && Math.min(a.y, b.y) < view.height;
  };
  const titled = (id: string, title: string, inside: string): string =>
    element("g", { "data-id": id }, element("title", {}, escaped(title)) + inside);

  const drawnEdges: { edge: number; markup: string }[] = [];
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (!visibility.edge(nodes, edges, edge) || !crosses(edge)) continue;
    const markup = edgeMarkup({ drawn, standing, thickness }, edge, view, look);
    if (markup === "") continue;
    const type = relationTypes[edges.type(edge)];
    const title = `${nameOf(edges.source(edge))} ${type === undefined ? "" : relations[type][look.language]} ${nameOf(edges.target(edge))}`;
    drawnEdges.push({ edge, markup: titled(edges.id[edge] ?? "", title, markup) });
  }
  const styleOfEdge = ({ edge }: { edge: number }) => standing.edges.get(edge) ?? 0;
  drawnEdges.sort((a, b) => styleOfEdge(a) - styleOfEdge(b));

  const visible: number[] = [];
  for (let node = 0; node < nodes.count; node += 1) if (visibility.node(nodes, node) && inView(node)) visible.push(node);
  visible.sort((a, b) => (standing.nodes.get(a) ?? 0) - (standing.nodes.get(b) ?? 0));
  const grow = nodeScale(view.scale);
  const drawnNodes = visible.map((node) => {
    const { x, y } = toScreen(view, nodes.x(node), nodes.y(node));
    const paint = paintOf(nodes, standing, node, look);
    const inside = nodeMarkup(paint, nodes.radius(node) * grow, look);
    const title = `${nameOf(node)} · ${kinds[paint.kind][look.language]}`;
    return titled(nodes.id[node] ?? "", title, element("g", { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` }, inside));
  });
  const sheets = notePlaces(drawn, view).map(({ x, y }) => sheetMarkup(look, `translate(${x.toFixed(2)} ${y.toFixed(2)})`));
  const { markup, named, unknown: gaps } = writing(drawn, standing, view, { ...look, unknown });
  const layers = [
    element("g", { "data-layer": "guides" }, guidesMarkup(guides, view, look, nameOf)),
    element("g", { "data-layer": "edges" }, drawnEdges.map((it) => it.markup).join("\n")),
    element("g", { "data-layer": "nodes" }, drawnNodes.join("\n")),
    element("g", { "data-layer": "unknown" }, (gaps?.placed ?? []).map((mark) => hollowMarkup(drawn, mark, view, look)).join("\n")),
    element("g", { "data-layer": "names" }, markup),
    element("g", { "data-layer": "notes" }, sheets.join("\n")),
  ];
  return {
    markup: layers.join("\n"),
    nodes: visible.length,
    edges: drawnEdges.length,
    named: visible.filter((node) => named.has(node)).length,
    kinds: new Set(visible.map((node) => entityKinds[nodes.kind(node)] as EntityKind)),
    tones: new Set(visible.map((node) => toneOf(nodes, node)).filter((tone) => tone !== null)),
    unknown: gaps && { drawn: gaps.placed.length, total: gaps.total },
    marks: new Set([
      ...(drawnEdges.some(({ edge }) => edges.isEnded(edge)) ? ["ended" as const] : []),
      ...(sheets.length > 0 ? ["noted" as const] : []),
    ]),
    lines: new Set(drawnEdges.map(({ edge }) => lineKindOf(drawn, edge))),
  };
}
