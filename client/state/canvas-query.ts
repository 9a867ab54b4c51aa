import { canvasCypher, drawnStatementCypher, evidenceCypher, markedCypher, selectionCypher } from "#client/queries/canvas.ts";
import { periodBounds } from "#graph/model/period.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";
import { isMasked } from "./edge-bits.ts";
import { documentsHeard, evidenceMask } from "./evidence-mask.ts";
import type { Exploration, Highlight } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { isLeftOut, type LeftOut } from "./slices/left-out.ts";

interface Held {
  shown: string[];
  statements: string[];
}

/** The parameters are put together when they are first read: a slider must not pay for the ids of all that is shown. */
const told = (query: string, put: () => ShownCypher["parameters"]): ShownCypher => {
  let parameters: ShownCypher["parameters"] | null = null;
  return {
    query,
    get parameters() {
      parameters ??= put();
      return parameters;
    },
  };
};

/** By the marks of what is shown, which are never changed in place; asked for only when somebody opens the query. */
const held = new WeakMap<Uint8Array, Held & { edgeCount: number; leftOut: LeftOut }>();

function heldIn(graph: LoadedGraph, { shown, leftOut }: Exploration, edgeCount: number): Held {
  const known = held.get(shown);
  if (known?.edgeCount === edgeCount && known.leftOut === leftOut) return known;
  const { nodes, edges } = graph;
  const statements: string[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    const isBetween = shown[edges.source[edge] as number] === 1 && shown[edges.target[edge] as number] === 1;
    if (isBetween && !isLeftOut(leftOut, edge)) statements.push(edges.id[edge] as string);
  }
  const found = { shown: nodes.id.filter((_, node) => shown[node] === 1), statements };
  held.set(shown, { ...found, edgeCount, leftOut });
  return found;
}

const codesTold = (it: Exploration): ShownCypher["parameters"] => ({
  ...(it.hiddenKinds.size > 0 && { withoutKinds: [...it.hiddenKinds] }),
  ...(it.hiddenTypes.size > 0 && { withoutRelations: [...it.hiddenTypes] }),
  ...(it.status !== "all" && { status: it.status }),
  ...(it.minConfidence > 0 && { minConfidence: it.minConfidence }),
});

/** The filters that are on, as the strip tells them. */
export const canvasTold = (it: Exploration): ShownCypher["parameters"] => ({
  ...codesTold(it),
  ...(it.clocks.heldAt !== null && { at: it.clocks.heldAt }),
  ...(it.clocks.saidBy !== null && { saidBy: it.clocks.saidBy }),
  ...(it.trust.documents !== null && { documents: it.trust.documents.size }),
  ...(it.trust.reliability !== null && { reliability: it.trust.reliability }),
});

/** Under clocks and trust an entity that keeps no statement is left out: those that stay are named. */
function evidenceParameters(graph: LoadedGraph, it: Exploration): ShownCypher["parameters"] {
  const mask = evidenceMask(graph, it);
  const { heldAt, undatedHidden } = it.clocks;
  return {
    at: heldAt === null ? null : periodBounds(heldAt).end,
    undated: undatedHidden !== true,
    heard: documentsHeard(graph, it),
    ...(mask !== null && { shown: graph.nodes.id.filter((_, node) => it.shown[node] === 1 && !isMasked(mask.nodes, node)) }),
  };
}

/**
 * The query that gives what is on the canvas, answered locally too. `whole`: everything of the store is loaded and shown, so that nothing
 * needs to be named.
 */
export function canvasQuery(graph: LoadedGraph, it: Exploration, whole: boolean): ShownCypher {
  const { edgeCount } = graph;
  return told(canvasCypher, () => ({
    withoutKinds: [],
    withoutRelations: [],
    status: null,
    ...codesTold(it),
    // Confidences travel as 32-bit numbers in the columns.
    minConfidence: Math.max(0, it.minConfidence - 1e-6),
    ...(whole ? { shown: null, statements: null } : heldIn(graph, it, edgeCount)),
    ...evidenceParameters(graph, it),
  }));
}

export const statementQuery = (graph: LoadedGraph, edge: number): ShownCypher => ({
  query: drawnStatementCypher,
  parameters: { id: graph.edges.id[edge] as string, subject: graph.nodes.id[graph.edges.source[edge] as number] as string },
});

export const evidenceQuery = (id: string): ShownCypher => ({ query: evidenceCypher, parameters: { id } });

export const markedQuery = (graph: LoadedGraph, { nodes, edges }: Highlight): ShownCypher =>
  told(markedCypher, () => ({
    nodes: nodes.map((node) => graph.nodes.id[node] as string),
    edges: edges.map((edge) => graph.edges.id[edge] as string),
  }));

export const selectionQuery = (graph: LoadedGraph, selection: readonly number[]): ShownCypher =>
  told(selectionCypher, () => ({ selected: selection.map((node) => graph.nodes.id[node] as string) }));
