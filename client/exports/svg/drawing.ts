import type { Guide } from "#client/layouts/layout.ts";
import type { Drawn, Standing } from "#client/rendering/emphasis.ts";
import type { Language, Theme } from "#client/rendering/interface.ts";
import { nodeStyles } from "#client/rendering/shaders/node.ts";
import { dimming, type Tokens } from "#client/rendering/theme.ts";
import { nodeScale, toScreen, type View } from "#client/rendering/view.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { edgeMarkup, type LineKind, lineKindOf } from "./edges.ts";
import { writing } from "./labels.ts";
import { element, escaped } from "./markup.ts";
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
}

/** What is visible of the scene from one view: lanes behind, then edges, nodes, names. Everything carries its id and its name. */
export function drawing(drawn: Drawn, standing: Standing, guides: readonly Guide[], view: View, look: Look): Drawing {
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
    const markup = edgeMarkup(drawn, standing, edge, view, look);
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
    const kind = entityKinds[nodes.kind(node)] as EntityKind;
    const inside = nodeMarkup({ kind, ...paintOf(kind, standing, node, look) }, nodes.radius(node) * grow, look);
    const title = `${nameOf(node)} · ${kinds[kind][look.language]}`;
    return titled(nodes.id[node] ?? "", title, element("g", { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` }, inside));
  });
  const { markup, named } = writing(drawn, standing, view, look);
  const layers = [
    element("g", { "data-layer": "guides" }, guidesMarkup(guides, view, look, nameOf)),
    element("g", { "data-layer": "edges" }, drawnEdges.map((it) => it.markup).join("\n")),
    element("g", { "data-layer": "nodes" }, drawnNodes.join("\n")),
    element("g", { "data-layer": "names" }, markup),
  ];
  return {
    markup: layers.join("\n"),
    nodes: visible.length,
    edges: drawnEdges.length,
    named: visible.filter((node) => named.has(node)).length,
    kinds: new Set(visible.map((node) => entityKinds[nodes.kind(node)] as EntityKind)),
    lines: new Set(drawnEdges.map(({ edge }) => lineKindOf(drawn, edge))),
  };
}

/** Fill and rings of a node, as the state of the picture has it. */
function paintOf(kind: keyof typeof kinds, standing: Standing, node: number, { theme, tokens }: Look) {
  const style = standing.nodes.get(node) ?? nodeStyles.plain;
  const full = kinds[kind].colour[theme];
  const fill = style === nodeStyles.plain && standing.dims ? mixed(full, tokens.canvas, 1 - dimming[theme].fill) : full;
  const rim = { width: 1.3, colour: tokens.canvas };
  if (style === nodeStyles.selected || style === nodeStyles.path || style === nodeStyles.selectedHovered)
    return {
      fill,
      rings: [
        { width: 7, colour: tokens.highlight },
        { width: 4, colour: tokens.ink },
        { ...rim, width: 1.9 },
      ],
    };
  if (style === nodeStyles.result)
    return {
      fill,
      rings: [
        { width: 5, colour: tokens.highlight },
        { width: 3.5, colour: tokens.highlightLine },
        { ...rim, width: 1.7 },
      ],
    };
  return { fill, rings: [rim] };
}

/** `share` of the second colour in the first; both as #RRGGBB. */
export function mixed(first: string, second: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(channel(first, at) * (1 - share) + channel(second, at) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function guidesMarkup(guides: readonly Guide[], view: View, { language, tokens }: Look, nameOf: (node: number) => string): string {
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
