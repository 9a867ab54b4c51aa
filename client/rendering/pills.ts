import type { Drawn, Standing } from "./emphasis.ts";
import { faces, type Names } from "./names.ts";
import type { Occupancy } from "./occupancy.ts";
import { nodeScale, toScreen, type View } from "./view.ts";

/**
 * At the upper right of a node: `+N` where there are more links in the store than were fetched, `≤N` where single links are filtered and it is
 * not known how many of the others would stay; or how many members it stands for.
 */
export interface Pill {
  node: number;
  counts: "more" | "members";
  text: string;
  width: number;
}

export const pillHeight = 13;
/** At rest a pill marks what holds much more; close by, everything that holds more. Otherwise the numbers would outshout the names. */
const muchMore = 10;
const smallest = 9;
const closeBy = 16;
const most = 80;
/** Below this radius in CSS pixels a stack shows no number. */
const smallestStack = 5;

const short = (count: number): string => (count > 999 ? `${Math.floor(count / 1000)}k` : String(count));

/** Top left of a pill, in CSS pixels. */
export function pillBox(drawn: Drawn, pill: Pill, view: View): { x: number; y: number } {
  const at = toScreen(view, drawn.nodes.x(pill.node), drawn.nodes.y(pill.node));
  const radius = drawn.nodes.radius(pill.node) * nodeScale(view.scale);
  return { x: at.x + radius * 0.5, y: at.y - radius * 0.62 - pillHeight };
}

export function choosePills(drawn: Drawn, emphasis: Standing, names: Names, view: View, taken: Occupancy): Pill[] {
  const { nodes, adjacency, visibility, wear } = drawn;
  const grow = nodeScale(view.scale);
  const pills: Pill[] = [];
  const put = (node: number, counts: Pill["counts"], text: string): void => {
    const pill = { node, counts, text, width: Math.max(pillHeight, names.width(text, faces.pill) + 7) };
    const box = pillBox(drawn, pill, view);
    if (!taken.isFree(box.x, box.y, 0, 0)) return;
    taken.mark(box.x, box.y, pill.width, pillHeight);
    pills.push(pill);
  };
  const consider = (node: number, least = 1): void => {
    const more = (nodes.degree[node] as number) - adjacency.degree(node) + (visibility.leftOut?.get(node) ?? 0);
    // Their corner is taken by the sign of the change, or by the number of members.
    if (emphasis.marks?.nodes.has(node) || wear.counts.has(node)) return;
    if (more < least || pills.length >= most || !visibility.node(nodes, node)) return;
    put(node, "more", `${visibility.masked?.isFiltered === true ? "≤" : "+"}${short(more)}`);
  };
  for (const [node, members] of wear.counts) {
    if (pills.length >= most) break;
    if (node < nodes.count && nodes.radius(node) * grow >= smallestStack && visibility.node(nodes, node))
      put(node, "members", short(members));
  }
  for (const [node, style] of [...emphasis.nodes].sort((a, b) => b[1] - a[1])) if (style > 0) consider(node);
  if (emphasis.dims) return pills;
  for (const node of names.byImportance()) {
    const radius = nodes.radius(node) * grow;
    if (radius < smallest || pills.length >= most) break;
    if (!emphasis.nodes.has(node)) consider(node, radius < closeBy ? muchMore : 1);
  }
  return pills;
}
