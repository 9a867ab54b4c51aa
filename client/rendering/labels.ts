import type { NodeColumns } from "./columns.ts";
import type { Drawn, Emphasis, Standing } from "./emphasis.ts";
import { type Face, faces, type Names } from "./names.ts";
import type { Occupancy } from "./occupancy.ts";
import { nodeStyles } from "./shaders/node.ts";
import type { Tokens } from "./theme.ts";
import { nodeScale, toScreen, type View } from "./view.ts";

export type Side = "below" | "right" | "left" | "above";

export interface Label {
  node: number;
  text: string;
  width: number;
  side: Side;
  face: Face;
  colour: keyof Tokens;
}

const sides = ["below", "right", "left", "above"] as const;
/** One name on so many square CSS pixels at most, and not more than a picture of many nodes can explain. */
const pixelsPerName = 3_000;
const most = 280;
const mostOfMany = 60;
const many = 3_000;
/** So many nodes are tried for each name that is still to be placed: on a full screen the search ends. */
const triesPerName = 3;
/** Below this radius in CSS pixels a node gets a name only when it stands out. */
const smallestNamed = 3.2;
/** A dimmed node keeps a grey name from this degree on. */
export const namedWhileDimmed = 7;
const gap = 3;
/** Radius at 100 % of a node without links. */
const smallestRadius = 8.5;

/** Top left of a label's box, in CSS pixels. */
export function boxOf(side: Side, x: number, y: number, radius: number, width: number, height: number): { x: number; y: number } {
  if (side === "below") return { x: x - width / 2, y: y + radius + gap };
  if (side === "above") return { x: x - width / 2, y: y - radius - gap - height };
  return { x: side === "right" ? x + radius + gap + 2 : x - radius - gap - 2 - width, y: y - height / 2 };
}

/** Takes the room of nodes that are large enough to be seen as shapes, so that no name lies on a neighbour; `only` those, if given. */
export function markNodes({ nodes, visibility }: Drawn, view: View, taken: Occupancy, only?: Iterable<number>): void {
  const grow = nodeScale(view.scale);
  // In a crowd of dots names lie on dots: otherwise even the largest would have none.
  if (smallestRadius * grow < 4.2) return;
  const mark = (node: number): void => {
    if (!inView(nodes, node, view) || !visibility.node(nodes, node)) return;
    const radius = nodes.radius(node) * grow;
    const at = toScreen(view, nodes.x(node), nodes.y(node));
    taken.mark(at.x - radius * 0.85, at.y - radius * 0.85, radius * 1.7, radius * 1.7);
  };
  if (only !== undefined) for (const node of only) mark(node);
  else for (let node = 0; node < nodes.count; node += 1) mark(node);
}

const inView = (nodes: NodeColumns, node: number, view: View): boolean =>
  Math.abs(nodes.x(node) - view.x) * view.scale < view.width / 2 && Math.abs(nodes.y(node) - view.y) * view.scale < view.height / 2;

/** More strong ones than this cannot all be named without hiding each other: the largest come first, as far as they fit. */
const fewStrong = 12;
/** The largest are named although a little of their name hides something. */
const hidesAtMost = 0.25;

const isStrong = (style: number): boolean => style >= nodeStyles.hovered || style === nodeStyles.selected || style === nodeStyles.path;

/** The look of a name that stands out; a few strong ones are named in any case. */
const standingFace = (style: number, few: boolean): { face: Face; strong: boolean; over: number } => ({
  face: isStrong(style) ? faces.selected : faces.lit,
  strong: isStrong(style),
  over: isStrong(style) && few ? 1 : 0,
});

interface Wish {
  node: number;
  face: Face;
  colour: keyof Tokens;
  /** Ringed, and named in full. */
  strong: boolean;
  /** How much of the name may lie over what is there already if no side is free: 0 nothing, 1 all of it. */
  over: number;
}

/** Finds a side with room and takes it: below, right, left, above; else the one where the name hides least. */
function place({ nodes }: Drawn, names: Names, view: View, taken: Occupancy, { node, face, colour, strong, over }: Wish): Label | null {
  const at = toScreen(view, nodes.x(node), nodes.y(node));
  const radius = nodes.radius(node) * nodeScale(view.scale) + (strong ? 3 : 0);
  const text = names.text(node, strong);
  const width = names.width(text, face);
  const height = face.size + 3;
  const boxes = sides.map((side) => ({ side, ...boxOf(side, at.x, at.y, radius, width, height) }));
  const box =
    boxes.find(({ x, y }) => taken.isFree(x, y, width, height)) ?? leastHiding(boxes, over, (x, y) => taken.share(x, y, width, height));
  if (box === null) return null;
  const { side } = box;
  taken.mark(box.x - 1, box.y, width + 2, height);
  return { node, text, width, side, face, colour };
}

function leastHiding<B extends { x: number; y: number }>(
  boxes: readonly B[],
  over: number,
  share: (x: number, y: number) => number,
): B | null {
  if (over === 0) return null;
  const hidden = boxes.map(({ x, y }) => share(x, y));
  const least = Math.min(...hidden);
  return least > over ? null : (boxes[hidden.indexOf(least)] as B);
}

/** Names for what stands out, the strongest first. */
export function chooseStandingLabels(drawn: Drawn, emphasis: Standing, names: Names, view: View, taken: Occupancy): Label[] {
  const { nodes, visibility } = drawn;
  const risen = [...emphasis.nodes].sort((a, b) => b[1] - a[1] || (nodes.degree[b[0]] as number) - (nodes.degree[a[0]] as number));
  const few = risen.filter(([, style]) => isStrong(style)).length <= fewStrong;
  return risen.slice(0, most).flatMap(([node, style]) => {
    if (!visibility.node(nodes, node) || !inView(nodes, node, view)) return [];
    return place(drawn, names, view, taken, { node, ...standingFace(style, few), colour: "ink" }) ?? [];
  });
}

/** Names for the rest of the picture, by degree, as far as they fit. */
export function chooseLabels(drawn: Drawn, emphasis: Standing, names: Names, view: View, taken: Occupancy): Label[] {
  const { nodes, visibility } = drawn;
  const { dims } = emphasis;
  const grow = nodeScale(view.scale);
  const labels: Label[] = [];
  const crowded = nodes.count > many;
  const budget = Math.min(crowded ? mostOfMany : most, Math.ceil((view.width * view.height) / pixelsPerName));
  let tries = budget * triesPerName;
  for (const node of names.byImportance()) {
    if (labels.length >= budget || tries <= 0) break;
    const radius = nodes.radius(node) * grow;
    if (radius < smallestNamed || (dims && (nodes.degree[node] as number) < namedWhileDimmed)) break;
    if (emphasis.nodes.has(node) || !visibility.node(nodes, node) || !inView(nodes, node, view)) continue;
    tries -= 1;
    const colour = dims ? "inkDim" : radius >= 11.5 || crowded ? "ink" : "ink2";
    const large = radius >= 15 && !dims;
    const over = large ? hidesAtMost : 0;
    const label = place(drawn, names, view, taken, { node, face: large ? faces.large : faces.plain, colour, strong: false, over });
    if (label !== null) labels.push(label);
  }
  return labels;
}

/** Names for what stands out only because of the pointer; those that have one keep its side, and nothing else moves. */
export function chooseHoverLabels(
  drawn: Drawn,
  emphasis: Emphasis,
  present: readonly Label[],
  names: Names,
  view: View,
  taken: Occupancy,
): Label[] {
  const labels: Label[] = [];
  const risen = [...emphasis.nodes].filter(([node, style]) => emphasis.settled.nodes.get(node) !== style);
  for (const [node, style] of risen.sort((a, b) => b[1] - a[1]).slice(0, mostOfMany)) {
    if (!drawn.visibility.node(drawn.nodes, node) || !inView(drawn.nodes, node, view)) continue;
    const { face, strong, over } = standingFace(style, true);
    const before = present.find((label) => label.node === node);
    const text = names.text(node, strong);
    const label: Label | null =
      before === undefined
        ? place(drawn, names, view, taken, { node, face, colour: "ink", strong, over })
        : { ...before, text, face, colour: "ink", width: names.width(text, face) };
    if (label !== null) labels.push(label);
  }
  return labels;
}
