import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { LayoutPart } from "./layout-input.ts";
import { type LoadedGraph, otherEnd } from "./loaded-graph.ts";
import type { Stacked } from "./stacks.ts";

/** Up to so many loaded nodes a layout is told of all that is drawn. */
export const smallPicture = 1_500;
/** Layout units around a new node in which what stands there may be in its way. */
const reach = 500;

/**
 * What new nodes have to find room among: themselves and what stands around them, with what ties them to it, since everything else keeps its
 * place. A tie to something far away is left out: it would pull a node to where nobody has looked whether there is room. All of the new ones
 * have a first place in `positions`.
 */
export function nearby(graph: LoadedGraph, { drawn }: Stacked, positions: PlaceColumn, free: ReadonlySet<number>): LayoutPart {
  const nodes = new Set<number>();
  const boxes: Box[] = [];
  for (const node of free) {
    if (drawn[node] !== 1) continue;
    nodes.add(node);
    takeIn(boxes, positions.x(node), positions.y(node));
  }
  for (const { left, right, bottom, top } of boxes)
    for (let node = 0; node < graph.nodeCount; node++) {
      const x = positions.x(node);
      if (!(x >= left && x <= right) || drawn[node] !== 1) continue;
      const y = positions.y(node);
      if (y >= bottom && y <= top) nodes.add(node);
    }
  const edges = new Set<number>();
  for (const node of free)
    for (const edge of graph.incident[node] ?? []) if (nodes.has(node) && nodes.has(otherEnd(graph, edge, node))) edges.add(edge);
  return { nodes: [...nodes], edges };
}

interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The surroundings of a place, as part of a box that it lies in already where there is one. */
function takeIn(boxes: Box[], x: number, y: number): void {
  if (Number.isNaN(x) || Number.isNaN(y)) return;
  const own = { left: x - reach, right: x + reach, bottom: y - reach, top: y + reach };
  const near = boxes.find(({ left, right, bottom, top }) => x >= left && x <= right && y >= bottom && y <= top);
  if (near === undefined) {
    boxes.push(own);
    return;
  }
  near.left = Math.min(near.left, own.left);
  near.right = Math.max(near.right, own.right);
  near.bottom = Math.min(near.bottom, own.bottom);
  near.top = Math.max(near.top, own.top);
}
