import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import type { DrawnGraph, GraphCanvas, Style } from "../rendering/graph-canvas.ts";

/** One state of the drawing: at once an example, a page of the playground and a picture to compare. */
export interface Scene {
  title: string;
  graph: DrawnGraph;
  /** How the lines of the style that `state` sets are drawn, for who draws them elsewhere. */
  thickness?: Style["thickness"];
  /** What the interface would say after the graph is there. */
  state?(canvas: GraphCanvas): void;
}

/** name, kind, x, y, and optionally the links in the store and the English name. */
export type NodeRow = readonly [name: string, kind: EntityKind, x: number, y: number, more?: number, nameEn?: string];
/** Rows of nodes by their place in the list; default stated with confidence 1. */
export type EdgeRow = readonly [
  source: number,
  type: RelationType,
  target: number,
  status?: "stated" | "inferred" | "reference",
  confidence?: number,
];

const statuses = ["stated", "inferred", "reference"];

/** Columns from rows, for scenes that are written by hand. `more`: links that are not drawn. */
export function graphOf(nodes: readonly NodeRow[], edges: readonly EdgeRow[]): DrawnGraph {
  const drawn = nodes.map((_, node) => edges.filter(([source, , target]) => source === node || target === node).length);
  return {
    nodes: {
      id: nodes.map((_, i) => `n-${i}`),
      kind: Uint8Array.from(nodes, ([, kind]) => entityKinds.indexOf(kind)),
      name: nodes.map(([name]) => name),
      nameEn: nodes.map((row) => row[5] ?? null),
      degree: Uint32Array.from(nodes, ([, , , , more = 0], i) => (drawn[i] as number) + more),
    },
    edges: {
      id: edges.map((_, i) => `e-${i}`),
      type: Uint8Array.from(edges, ([, type]) => relationTypes.indexOf(type)),
      source: Uint32Array.from(edges, ([source]) => source),
      target: Uint32Array.from(edges, ([, , target]) => target),
      status: Uint8Array.from(edges, ([, , , status = "stated"]) => statuses.indexOf(status)),
      confidence: Float32Array.from(edges, ([, , , , confidence = 1]) => confidence),
    },
    positions: Float32Array.from(nodes.flatMap(([, , x, y]) => [x, y])),
  };
}
