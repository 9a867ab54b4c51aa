import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { LayoutInput } from "#client/layouts/layout.ts";
import { restRadius } from "./layout-input.ts";
import { type LoadedGraph, otherEnd } from "./loaded-graph.ts";

/** Layout units between the picture and what is set beside it. */
const gap = 90;
/** From the middle of the picture, so many ways out are looked at. */
const ways = 24;

interface Standing {
  positions: PlaceColumn;
  /** 1 for what is in the picture. */
  shown: Uint8Array;
}

export interface Near {
  /** Nodes to be placed around one that has a place, or gets one by an earlier entry. */
  tied: { centre: number; nodes: number[] }[];
  /** Nodes that nothing ties to the picture, not even through each other. */
  loose: number[];
}

/**
 * Of nodes without a place: where those belong that are tied to the picture by what is loaded, the nearest first. Of several anchors the one
 * with the most edges is taken.
 */
export function nearOf(graph: LoadedGraph, standing: Standing, nodes: readonly number[]): Near {
  const homeless = new Set(nodes.filter((node) => !standing.positions.has(node)));
  const around = new Map<number, number[]>();
  const isAnchor = (node: number) => standing.shown[node] === 1 && standing.positions.has(node) && !homeless.has(node);
  let rim = [...homeless].flatMap((node) => {
    const centre = bestOf(graph, node, isAnchor);
    return centre === null ? [] : [{ node, centre }];
  });
  while (rim.length > 0) {
    for (const { node, centre } of rim) {
      around.set(centre, [...(around.get(centre) ?? []), node]);
      homeless.delete(node);
    }
    const reached = new Set(rim.map(({ node }) => node));
    const next = new Map<number, number>();
    for (const centre of reached)
      for (const edge of graph.incident[centre] ?? []) {
        const other = otherEnd(graph, edge, centre);
        if (homeless.has(other) && !next.has(other)) next.set(other, centre);
      }
    rim = [...next].map(([node, centre]) => ({ node, centre }));
  }
  return { tied: [...around].map(([centre, some]) => ({ centre, nodes: some })), loose: [...homeless] };
}

function bestOf(graph: LoadedGraph, node: number, isAnchor: (node: number) => boolean): number | null {
  const { degree } = graph.nodes;
  let best: number | null = null;
  for (const edge of graph.incident[node] ?? []) {
    const other = otherEnd(graph, edge, node);
    if (isAnchor(other) && (best === null || (degree[other] as number) > (degree[best] as number))) best = other;
  }
  return best;
}

/** These nodes and what ties them together, as a picture of their own. */
export function looseInput(graph: LoadedGraph, nodes: readonly number[], aspect: number): LayoutInput {
  const row = new Map(nodes.map((node, at) => [node, at]));
  const edges = [...new Set(nodes.flatMap((node) => graph.incident[node] ?? []))].filter((edge) => {
    const [from, to] = [graph.edges.source[edge] as number, graph.edges.target[edge] as number];
    return from !== to && row.has(from) && row.has(to);
  });
  return {
    count: nodes.length,
    radius: Float32Array.from(nodes, (node) => restRadius(graph.nodes.degree[node] as number)),
    kind: Uint8Array.from(nodes, (node) => graph.nodes.kind[node] as number),
    source: Uint32Array.from(edges, (edge) => row.get(graph.edges.source[edge] as number) as number),
    target: Uint32Array.from(edges, (edge) => row.get(graph.edges.target[edge] as number) as number),
    type: Uint8Array.from(edges, (edge) => graph.edges.type[edge] as number),
    selected: new Uint32Array(0),
    stage: null,
    positions: null,
    fixed: null,
    aspect,
    seed: 1,
  };
}

/**
 * Writes the places of a picture of its own beside the one that stands, as near as it fits: of the ways out of the middle, the one on which
 * the whole grows least in a window of this aspect. `answer`: x, y pairs in the order of `nodes`.
 */
export function setBeside(
  { positions, shown }: Standing,
  { nodes, answer, aspect }: { nodes: readonly number[]; answer: Float32Array; aspect: number },
): void {
  const standing: number[] = [];
  for (let node = 0; node < shown.length; node++) if (shown[node] === 1 && positions.has(node)) standing.push(node);
  const block = boxOf([...nodes.keys()].map((row) => ({ x: answer[2 * row] as number, y: answer[2 * row + 1] as number })));
  const move = { x: -block.x, y: -block.y };
  if (standing.length > 0) {
    const places = standing.map((node) => ({ x: positions.x(node), y: positions.y(node) }));
    const middle = boxOf(places);
    const [halfWidth, halfHeight] = [block.width / 2 + gap, block.height / 2 + gap];
    let least = Number.POSITIVE_INFINITY;
    let best = { x: 0, y: 0 };
    for (let way = 0; way < ways; way++) {
      const [dx, dy] = [Math.cos((2 * Math.PI * way) / ways), Math.sin((2 * Math.PI * way) / ways)];
      let out = 0;
      for (const place of places) {
        const [x, y] = [place.x - middle.x, place.y - middle.y];
        out = Math.max(out, lastWithin({ x, halfWidth, y, halfHeight }, { dx, dy }));
      }
      const growth = Math.max(Math.abs(out * dx) / aspect, Math.abs(out * dy));
      if (growth >= least - 1e-6) continue;
      least = growth;
      best = { x: out * dx, y: out * dy };
    }
    move.x += middle.x + best.x;
    move.y += middle.y + best.y;
  }
  for (const [row, node] of nodes.entries()) {
    positions.put(node, (answer[2 * row] as number) + move.x, (answer[2 * row + 1] as number) + move.y);
  }
}

/** How far along a way from the origin a box still covers a point; 0: it never does. */
function lastWithin(
  { x, halfWidth, y, halfHeight }: { x: number; halfWidth: number; y: number; halfHeight: number },
  { dx, dy }: { dx: number; dy: number },
): number {
  const span = (at: number, half: number, step: number): [number, number] => {
    if (Math.abs(step) < 1e-9) return Math.abs(at) < half ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [1, 0];
    const [one, other] = [(at - half) / step, (at + half) / step];
    return one < other ? [one, other] : [other, one];
  };
  const [fromX, toX] = span(x, halfWidth, dx);
  const [fromY, toY] = span(y, halfHeight, dy);
  const [from, to] = [Math.max(fromX, fromY), Math.min(toX, toY)];
  return from < to ? Math.max(0, to) : 0;
}

/** Middle and extent. */
function boxOf(places: readonly { x: number; y: number }[]) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return { x: (left + right) / 2, y: (low + high) / 2, width: right - left, height: high - low };
}
