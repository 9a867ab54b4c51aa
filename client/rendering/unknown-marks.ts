import type { Drawn, Standing } from "./emphasis.ts";
import type { Language, UnknownMark } from "./interface.ts";
import { faces, type Names } from "./names.ts";
import type { Occupancy } from "./occupancy.ts";
import type { Tokens } from "./theme.ts";
import { nodeScale, toScreen, type View } from "./view.ts";

/** A hollow mark beside a node: something of it is not known. Its offset is in CSS pixels, so it keeps its distance at any zoom. */
export interface PlacedMark {
  node: number;
  dx: number;
  dy: number;
  text: string;
  width: number;
}

export const radius = 9;
/** CSS pixels from the rim of the node: near, or where that is taken, further. */
const away = [30, 46, 64];
/** Height of the text at the mark, on the side that looks away from the node. */
export const line = 13;
/** More would be the picture, and no longer what is missing in it. */
const most = 60;
const mostOfOne = 6;
/** Below this radius in CSS pixels a node at rest shows none. */
const smallest = 7;
/** Tried one after the other, clockwise from the lower left. */
const ways = [0.75, 0.25, 0.6, 0.4, 1, 0, 1.25, 1.75, 0.9, 0.1, 1.4, 1.6].map((part) => part * Math.PI);

export const isAbove = (dy: number, distance: number): boolean => dy < -0.4 * distance;

/** How many there are for shown nodes, and where those go for which there is room: what stands out with all of its own, others with one. */
export function chooseUnknown(
  drawn: Drawn,
  marks: ReadonlyMap<number, readonly UnknownMark[]>,
  { emphasis, names, language, view, taken }: { emphasis: Standing; names: Names; language: Language; view: View; taken: Occupancy },
): { placed: PlacedMark[]; total: number } {
  const { nodes, visibility } = drawn;
  const placed: PlacedMark[] = [];
  let total = 0;
  for (const [node, own] of marks) if (node < nodes.count && visibility.node(nodes, node)) total += own.length;
  const grow = nodeScale(view.scale);
  const put = (node: number, mark: UnknownMark): boolean => {
    const text = mark[language];
    const width = names.width(text, faces.edge);
    const at = toScreen(view, nodes.x(node), nodes.y(node));
    const rim = nodes.radius(node) * grow;
    const wide = Math.max(2 * radius, width);
    const open = waysBesideEdges(drawn, node);
    for (const [way, distance] of away.flatMap((step) => open.map((one) => [one, rim + step] as const))) {
      const [dx, dy] = [Math.cos(way) * distance, Math.sin(way) * distance];
      const top = at.y + dy - radius - (isAbove(dy, distance) ? line : 0);
      const box = { x: at.x + dx - wide / 2 - 2, y: top - 2, width: wide + 4, height: 2 * radius + line + 4 };
      if (box.x < 0 || box.y < 0 || box.x + box.width > view.width || box.y + box.height > view.height) continue;
      if (!taken.isFree(box.x, box.y, box.width, box.height)) continue;
      taken.mark(box.x, box.y, box.width, box.height);
      placed.push({ node, dx, dy, text, width });
      return true;
    }
    return false;
  };
  const offer = (node: number, atMost: number): void => {
    const own = marks.get(node);
    if (own === undefined || !visibility.node(nodes, node)) return;
    for (const mark of own.slice(0, atMost)) if (placed.length >= most || !put(node, mark)) return;
  };
  for (const [node, style] of [...emphasis.nodes].sort((a, b) => b[1] - a[1]))
    if (node < nodes.count) offer(node, style > 1 ? mostOfOne : 1);
  if (!emphasis.dims) {
    for (const node of names.byImportance()) {
      if (placed.length >= most || nodes.radius(node) * grow < smallest) break;
      if (!emphasis.nodes.has(node)) offer(node, 1);
    }
  }
  return { placed, total };
}

/** Radians on either side of an edge that a mark keeps clear of, if it can. */
const besideEdge = 0.42;
/** A node with more edges has them everywhere. */
const fewEdges = 24;

/** The ways, those first that no edge of the node takes. */
function waysBesideEdges({ nodes, edges, adjacency }: Drawn, node: number): readonly number[] {
  if (adjacency.degree(node) > fewEdges) return ways;
  const taken: number[] = [];
  adjacency.forEach(node, (edge, outgoing) => {
    const other = outgoing ? edges.target(edge) : edges.source(edge);
    // The screen's y runs down, the layout's up.
    taken.push(Math.atan2(nodes.y(node) - nodes.y(other), nodes.x(other) - nodes.x(node)));
  });
  const isFree = (way: number): boolean => taken.every((edge) => Math.cos(way - edge) < Math.cos(besideEdge));
  return [...ways.filter(isFree), ...ways.filter((way) => !isFree(way))];
}

/** Whether a point in CSS pixels lies on a mark. */
export function isOnMark(drawn: Drawn, mark: PlacedMark, view: View, x: number, y: number): boolean {
  const at = toScreen(view, drawn.nodes.x(mark.node), drawn.nodes.y(mark.node));
  return Math.hypot(at.x + mark.dx - x, at.y + mark.dy - y) <= radius + 2;
}

/** A dashed ring with a question mark, dotted to its node. */
export function paintUnknown(
  context: CanvasRenderingContext2D,
  drawn: Drawn,
  placed: readonly PlacedMark[],
  { view, tokens }: { view: View; tokens: Tokens },
): void {
  const { nodes } = drawn;
  context.textAlign = "center";
  context.lineCap = "butt";
  for (const { node, dx, dy, text } of placed) {
    const at = toScreen(view, nodes.x(node), nodes.y(node));
    const [x, y] = [at.x + dx, at.y + dy];
    const length = Math.hypot(dx, dy);
    const rim = nodes.radius(node) * nodeScale(view.scale) + 3;
    context.strokeStyle = tokens.unknown;
    context.lineWidth = 1.4;
    context.setLineDash([1.6, 3.2]);
    context.beginPath();
    context.moveTo(at.x + (dx / length) * rim, at.y + (dy / length) * rim);
    context.lineTo(x - (dx / length) * radius, y - (dy / length) * radius);
    context.stroke();
    context.setLineDash([3, 2.2]);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = tokens.canvas;
    context.fill();
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = tokens.unknown;
    context.font = faces.lit.font;
    context.fillText("?", x, y + 4.3);
    context.font = faces.edge.font;
    context.strokeStyle = tokens.canvas;
    context.lineWidth = 3;
    const baseline = isAbove(dy, length) ? y - radius - 4 : y + radius + line - 2;
    context.strokeText(text, x, baseline);
    context.fillText(text, x, baseline);
  }
}
