import { canvasCypher, selectionCypher } from "#client/queries/canvas.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

interface Held {
  shown: string[];
  statements: string[];
}

/** By the marks of what is shown, which are never changed in place; asked for only when somebody opens the query. */
const held = new WeakMap<Uint8Array, Held & { edgeCount: number }>();

function heldIn(graph: LoadedGraph, shown: Uint8Array, edgeCount: number): Held {
  const known = held.get(shown);
  if (known?.edgeCount === edgeCount) return known;
  const { nodes, edges } = graph;
  const statements: string[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    if (shown[edges.source[edge] as number] === 1 && shown[edges.target[edge] as number] === 1) statements.push(edges.id[edge] as string);
  }
  const found = { shown: nodes.id.filter((_, node) => shown[node] === 1), statements };
  held.set(shown, { ...found, edgeCount });
  return found;
}

/** The filters that are on, as the strip tells them. */
export const filtersTold = (it: Exploration): ShownCypher["parameters"] => ({
  ...(it.hiddenKinds.size > 0 && { withoutKinds: [...it.hiddenKinds] }),
  ...(it.hiddenTypes.size > 0 && { withoutRelations: [...it.hiddenTypes] }),
  ...(it.status !== "all" && { status: it.status }),
  ...(it.minConfidence > 0 && { minConfidence: it.minConfidence }),
});

/**
 * The query that gives what is on the canvas, answered locally too. `whole`: everything of the store is loaded and shown, so that nothing
 * needs to be named. The parameters are put together when they are first read: a slider must not pay for them.
 */
export function canvasQuery(graph: LoadedGraph, it: Exploration, whole: boolean): ShownCypher {
  const { edgeCount } = graph;
  let parameters: ShownCypher["parameters"] | null = null;
  return {
    query: canvasCypher,
    get parameters() {
      parameters ??= {
        withoutKinds: [],
        withoutRelations: [],
        status: null,
        ...filtersTold(it),
        // Confidences travel as 32-bit numbers in the columns.
        minConfidence: Math.max(0, it.minConfidence - 1e-6),
        ...(whole ? { shown: null, statements: null } : heldIn(graph, it.shown, edgeCount)),
      };
      return parameters;
    },
  };
}

export const selectionQuery = (graph: LoadedGraph, selection: readonly number[]): ShownCypher => ({
  query: selectionCypher,
  parameters: { selected: selection.map((node) => graph.nodes.id[node] as string) },
});
