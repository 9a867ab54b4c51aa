import { canvasCypher, drawnStatementCypher, selectionCypher } from "#client/queries/canvas.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";
import { type EvidenceMask, evidenceMask, isMasked } from "./evidence-mask.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

interface Held {
  shown: string[];
  statements: string[];
}

/** By the marks of what is shown, which are never changed in place; asked for only when somebody opens the query. */
const held = new WeakMap<Uint8Array, Held & { edgeCount: number; mask: EvidenceMask | null }>();

/** What stands on the canvas before kinds, relations and confidence are looked at; clocks and trust have chosen already. */
function heldIn(graph: LoadedGraph, it: Exploration, edgeCount: number): Held {
  const { shown } = it;
  const mask = evidenceMask(graph, it);
  const known = held.get(shown);
  if (known?.edgeCount === edgeCount && known.mask === mask) return known;
  const { nodes, edges } = graph;
  const statements: string[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    if (shown[edges.source[edge] as number] !== 1 || shown[edges.target[edge] as number] !== 1) continue;
    if (mask === null || !isMasked(mask.edges, edge)) statements.push(edges.id[edge] as string);
  }
  const found = {
    shown: nodes.id.filter((_, node) => shown[node] === 1 && (mask === null || !isMasked(mask.nodes, node))),
    statements,
  };
  held.set(shown, { ...found, edgeCount, mask });
  return found;
}

/** The filters that are on, as parameters of the query. */
const filtersTold = (it: Exploration): ShownCypher["parameters"] => ({
  ...(it.hiddenKinds.size > 0 && { withoutKinds: [...it.hiddenKinds] }),
  ...(it.hiddenTypes.size > 0 && { withoutRelations: [...it.hiddenTypes] }),
  ...(it.status !== "all" && { status: it.status }),
  ...(it.minConfidence > 0 && { minConfidence: it.minConfidence }),
});

/** Clocks and trust that are on: the query names what they leave. */
const heardTold = ({ clocks, trust }: Exploration): ShownCypher["parameters"] => ({
  ...(clocks.heldAt !== null && { heldAt: clocks.heldAt }),
  ...(clocks.saidBy !== null && { saidBy: clocks.saidBy }),
  ...(trust.documents !== null && { documents: [...trust.documents] }),
  ...(trust.reliability !== null && { reliability: trust.reliability }),
});

/** What the strip tells beside the query. */
export const canvasTold = (it: Exploration): ShownCypher["parameters"] => ({ ...filtersTold(it), ...heardTold(it) });

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
        ...(whole ? { shown: null, statements: null } : heldIn(graph, it, edgeCount)),
      };
      return parameters;
    },
  };
}

export const statementQuery = (graph: LoadedGraph, edge: number): ShownCypher => ({
  query: drawnStatementCypher,
  parameters: { id: graph.edges.id[edge] as string, subject: graph.nodes.id[graph.edges.source[edge] as number] as string },
});

export const selectionQuery = (graph: LoadedGraph, selection: readonly number[]): ShownCypher => ({
  query: selectionCypher,
  parameters: { selected: selection.map((node) => graph.nodes.id[node] as string) },
});
