import { bendStep } from "./bends.ts";
import type { EdgeColumns, NodeColumns } from "./columns.ts";
import type { Drawn } from "./emphasis.ts";
import { type Point, toScreen, toWorld, type View } from "./view.ts";

/** CSS pixels around a line that still count as it. */
const slack = 5;
const pieces = 12;

const toSegment = (px: number, py: number, ax: number, ay: number, bx: number, by: number): number => {
  const dx = bx - ax;
  const dy = by - ay;
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + dx * t - px, ay + dy * t - py);
};

/** An edge's two middles and the control point of its curve, in CSS pixels; a straight edge has it in the middle. */
export function controlPoint(nodes: NodeColumns, edges: EdgeColumns, edge: number, view: View): { a: Point; over: Point; b: Point } {
  const a = toScreen(view, nodes.x(edges.source(edge)), nodes.y(edges.source(edge)));
  const b = toScreen(view, nodes.x(edges.target(edge)), nodes.y(edges.target(edge)));
  const span = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const bend = edges.bend(edge) * 0.5 * bendStep * Math.max(0.35, Math.min(1, span / 120));
  // The screen's y runs down, the layout's up: the normal turns with it.
  return { a, b, over: { x: (a.x + b.x) / 2 + ((b.y - a.y) / span) * bend * 2, y: (a.y + b.y) / 2 - ((b.x - a.x) / span) * bend * 2 } };
}

/** A point on a quadratic curve. */
export const onCurve = ({ a, over, b }: { a: Point; over: Point; b: Point }, t: number): Point => ({
  x: a.x * (1 - t) ** 2 + 2 * over.x * t * (1 - t) + b.x * t * t,
  y: a.y * (1 - t) ** 2 + 2 * over.y * t * (1 - t) + b.y * t * t,
});

/** The shown edge that passes nearest to a point in CSS pixels, within a few of them. `candidates`: edges to try, or the count of all. */
export function edgeAt(
  { nodes, edges, visibility }: Drawn,
  view: View,
  x: number,
  y: number,
  candidates: readonly number[] | number,
): number | null {
  let found: number | null = null;
  let best: number = slack;
  const at = toWorld(view, x, y);
  const reach = (slack + 4 * bendStep) / view.scale;
  const count = typeof candidates === "number" ? candidates : candidates.length;
  for (let i = 0; i < count; i += 1) {
    const edge = typeof candidates === "number" ? i : (candidates[i] as number);
    const [s, t] = [4 * (edges.words[4 * edge] as number), 4 * (edges.words[4 * edge + 1] as number)];
    const ax = nodes.floats[s] as number;
    const bx = nodes.floats[t] as number;
    if (Math.min(ax, bx) - reach > at.x || Math.max(ax, bx) + reach < at.x) continue;
    const ay = nodes.floats[s + 1] as number;
    const by = nodes.floats[t + 1] as number;
    if (Math.min(ay, by) - reach > at.y || Math.max(ay, by) + reach < at.y) continue;
    let distance = Infinity;
    if (edges.bend(edge) === 0) distance = toSegment(at.x, at.y, ax, ay, bx, by) * view.scale;
    else {
      const curve = controlPoint(nodes, edges, edge, view);
      let from = curve.a;
      for (let piece = 1; piece <= pieces; piece += 1) {
        const to = onCurve(curve, piece / pieces);
        distance = Math.min(distance, toSegment(x, y, from.x, from.y, to.x, to.y));
        from = to;
      }
    }
    if (distance < best && visibility.edge(nodes, edges, edge)) {
      best = distance;
      found = edge;
    }
  }
  return found;
}
