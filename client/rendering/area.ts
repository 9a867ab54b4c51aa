import type { Drawn } from "./emphasis.ts";
import type { Grid } from "./picking.ts";
import { type Point, toWorld, type View } from "./view.ts";

/** Whether a point lies inside, by how often a ray from it crosses the outline; the last corner is joined to the first. */
export function isInside(polygon: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before !== undefined && corner.y > y !== before.y > y) {
      const crossing = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** The shown nodes whose middle lies inside a polygon in CSS pixels, in their order. */
export function nodesIn({ nodes, visibility }: Drawn, grid: Grid, view: View, polygon: readonly Point[]): number[] {
  if (polygon.length < 3 || nodes.count === 0) return [];
  const corners = polygon.map(({ x, y }) => toWorld(view, x, y));
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [bottom, top] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  const found: number[] = [];
  grid.within(nodes, { left, right, bottom, top }, (node) => {
    if (visibility.node(nodes, node) && isInside(corners, nodes.x(node), nodes.y(node))) found.push(node);
  });
  return found.sort((a, b) => a - b);
}
