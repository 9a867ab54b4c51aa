import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { Crossings } from "./crossings.ts";
import { controlPoint, onCurve } from "./edge-picking.ts";
import { type Drawn, edgeStyles, type Standing } from "./emphasis.ts";
import type { Language } from "./interface.ts";
import { faces, type Names } from "./names.ts";
import type { Occupancy } from "./occupancy.ts";
import { nodeScale, type View } from "./view.ts";

export interface EdgeLabel {
  edge: number;
  text: string;
  width: number;
  /** Where on the edge, 0 at the source to 1 at the target. */
  along: number;
  hot: boolean;
}

const most = 60;
const places = [0.5, 0.4, 0.6, 0.3, 0.7];
/** Where more lines than this stand out at once, a name is only written where none of the others runs through it; the pointer tells the rest. */
const dense = 24;

/** A point of an edge on the screen, with the direction of reading there. */
export function pointOn(drawn: Drawn, edge: number, view: View, along: number): { x: number; y: number; angle: number; span: number } {
  const curve = controlPoint(drawn.nodes, drawn.edges, edge, view);
  const { a, over, b } = curve;
  const { x, y } = onCurve(curve, along);
  const u = 1 - along;
  let angle = Math.atan2((over.y - a.y) * u + (b.y - over.y) * along, (over.x - a.x) * u + (b.x - over.x) * along);
  if (angle > Math.PI / 2) angle -= Math.PI;
  if (angle <= -Math.PI / 2) angle += Math.PI;
  return { x, y, angle, span: Math.hypot(b.x - a.x, b.y - a.y) };
}

/**
 * Names the relations that stand out, where the line is long enough and nothing is in the way; takes their room. A line that stands out alone,
 * as under the pointer, is named in any case.
 */
export function chooseEdgeLabels(
  drawn: Drawn,
  emphasis: Standing,
  names: Names,
  language: Language,
  view: View,
  taken: Occupancy,
): EdgeLabel[] {
  if (emphasis.edges.size > 4 * most) return [];
  const labels: EdgeLabel[] = [];
  const grow = nodeScale(view.scale);
  const isOnly = emphasis.edges.size === 1;
  const crossings = emphasis.edges.size > dense ? new Crossings(drawn, emphasis.edges.keys(), view) : null;
  for (const [edge, style] of [...emphasis.edges].sort((a, b) => b[1] - a[1])) {
    if (labels.length >= most) break;
    if (!drawn.visibility.edge(drawn.nodes, drawn.edges, edge)) continue;
    const type = relationTypes[drawn.edges.type(edge)];
    if (type === undefined) continue;
    const text = relations[type][language];
    const width = names.width(text, faces.edge);
    const rims = (drawn.nodes.radius(drawn.edges.source(edge)) + drawn.nodes.radius(drawn.edges.target(edge))) * grow;
    const room = pointOn(drawn, edge, view, 0.5).span - rims - 16;
    const isPointedAt = isOnly && style === edgeStyles.hot;
    if (room < width && !isPointedAt) continue;
    const free = places.find((place) => {
      const { x, y, angle, span } = pointOn(drawn, edge, view, place);
      const inside = Math.abs(place - 0.5) * span <= (room - width) / 2 + 1;
      return (
        inside &&
        steps(width).every((step) => {
          const [atX, atY] = [x + Math.cos(angle) * step, y + Math.sin(angle) * step];
          return taken.isFree(atX - 5, atY - 5, 10, 10) && crossings?.isAlone(edge, atX, atY, 6) !== false;
        })
      );
    });
    const along = free ?? (isPointedAt ? 0.5 : undefined);
    if (along === undefined) continue;
    const { x, y, angle } = pointOn(drawn, edge, view, along);
    for (const step of steps(width)) taken.mark(x + Math.cos(angle) * step - 6, y + Math.sin(angle) * step - 6, 12, 12);
    labels.push({ edge, text, width, along, hot: style === edgeStyles.hot });
  }
  return labels;
}

/** Middles of the pieces that a label is looked at by, from the middle of the label; there are few widths. */
const made = new Map<number, readonly number[]>();
function steps(width: number): readonly number[] {
  const known = made.get(width);
  if (known !== undefined) return known;
  const count = Math.max(1, Math.ceil(width / 10));
  const middles = Array.from({ length: count }, (_, i) => ((i + 0.5) / count - 0.5) * width);
  made.set(width, middles);
  return middles;
}
