import { pointOn } from "./edge-labels.ts";
import type { Drawn } from "./emphasis.ts";
import type { Occupancy } from "./occupancy.ts";
import type { Tokens } from "./theme.ts";
import { nodeScale, type Point, toScreen, type View } from "./view.ts";

/** CSS pixels of the sheet. */
const size = { width: 10, height: 11 };
/** In the middle of the line, or beside it where one that ended is broken. */
const along = { whole: 0.5, ended: 0.36 };
/** A shorter edge has no room for it. */
const shortest = 40;

/** Where the sheets of notes lie, by their middles: at the lower right of a node, on the line of an edge. */
export function notePlaces({ nodes, edges, visibility, wear, ...rest }: Drawn, view: View): Point[] {
  const grow = nodeScale(view.scale);
  const places: Point[] = [];
  for (const node of wear.noted.nodes) {
    if (node >= nodes.count || !visibility.node(nodes, node)) continue;
    const at = toScreen(view, nodes.x(node), nodes.y(node));
    const away = nodes.radius(node) * grow * 0.75 + 3;
    places.push({ x: at.x + away, y: at.y + away });
  }
  for (const edge of wear.noted.edges) {
    if (edge >= edges.count || !visibility.edge(nodes, edges, edge)) continue;
    const { x, y, span } = pointOn(
      { nodes, edges, visibility, wear, ...rest },
      edge,
      view,
      edges.isEnded(edge) ? along.ended : along.whole,
    );
    if (span >= shortest) places.push({ x, y });
  }
  return places.filter(({ x, y }) => x > -size.width && y > -size.height && x < view.width + size.width && y < view.height + size.height);
}

/** Names keep clear of them. */
export function markNotes(drawn: Drawn, view: View, taken: Occupancy): void {
  for (const { x, y } of notePlaces(drawn, view))
    taken.mark(x - size.width / 2 - 1, y - size.height / 2 - 1, size.width + 2, size.height + 2);
}

/** The sheet's outline with a folded corner, and two lines of writing, around its middle. */
export const sheet = { outline: "M-5 -5.5H1.6L5 -2.1V5.5H-5Z", writing: "M-2.6 0H2.6M-2.6 2.8H1.4" } as const;

const paths = (): { outline: Path2D; writing: Path2D } => ({ outline: new Path2D(sheet.outline), writing: new Path2D(sheet.writing) });
/** Made with the first note: a browser reads a path each time it is made. */
let made: ReturnType<typeof paths> | null = null;

export function paintNotes(context: CanvasRenderingContext2D, drawn: Drawn, { view, tokens }: { view: View; tokens: Tokens }): void {
  const places = notePlaces(drawn, view);
  if (places.length === 0) return;
  made ??= paths();
  const { outline, writing } = made;
  for (const { x, y } of places) {
    context.save();
    context.translate(x, y);
    context.lineJoin = "round";
    context.strokeStyle = tokens.canvas;
    context.lineWidth = 3;
    context.stroke(outline);
    context.fillStyle = tokens.ink2;
    context.fill(outline);
    context.lineWidth = 1.2;
    context.stroke(writing);
    context.restore();
  }
}
