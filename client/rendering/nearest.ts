import type { Drawn } from "./emphasis.ts";
import { toScreen, type View } from "./view.ts";

const ways = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] } as const;

/** The shown node that an arrow key leads to: near, and rather straight ahead than aside. Without a start, the one nearest to the middle. */
export function nearestInDirection(
  { nodes, visibility }: Drawn,
  view: View,
  from: number | null,
  direction: keyof typeof ways,
): number | null {
  const start = from === null ? { x: view.width / 2, y: view.height / 2 } : toScreen(view, nodes.x(from), nodes.y(from));
  const [wayX, wayY] = ways[direction];
  let found: number | null = null;
  let best = Infinity;
  for (let node = 0; node < nodes.count; node += 1) {
    if (node === from || !visibility.node(nodes, node)) continue;
    const at = toScreen(view, nodes.x(node), nodes.y(node));
    const [dx, dy] = [at.x - start.x, at.y - start.y];
    const ahead = dx * wayX + dy * wayY;
    const aside = Math.abs(dx * wayY) + Math.abs(dy * wayX);
    // 55 degrees to either side: beyond, another arrow is meant.
    if (from !== null && (ahead <= 0 || aside > 1.43 * ahead)) continue;
    const cost = from === null ? Math.hypot(dx, dy) : ahead + 2 * aside;
    if (cost < best) {
      best = cost;
      found = node;
    }
  }
  return found;
}
