import { canvasTally } from "./canvas-tally.ts";
import { edgeBits } from "./edge-bits.ts";
import type { Exploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { documentsCount, isTrustLimited } from "./sets-heard.ts";
import type { Clocks } from "./slices/clocks.ts";

/** What clocks and trust take off the picture: a bit for every edge, and for every node on the canvas that keeps none of its edges. */
export interface EvidenceMask {
  readonly edges: Uint32Array;
  readonly nodes: Uint32Array;
}

type Chosen = Pick<Exploration, "shown" | "clocks" | "trust">;

/** By the list of names, which lives as long as the loaded graph. */
const made = new WeakMap<readonly string[], EvidenceMask>();

/** Null where neither a clock nor trust filters; the same object as long as it masks the same. */
export function evidenceMask(graph: LoadedGraph, { shown, clocks, trust }: Chosen): EvidenceMask | null {
  if (!isClocked(clocks) && !isTrustLimited(trust)) return null;
  const edges = edgeBits(graph, { clocks, trust });
  const tally = canvasTally(graph);
  tally.update(graph, shown, edges);
  const nodes = tally.nodes(graph).masked as Uint32Array;
  const last = made.get(graph.nodes.id);
  if (last?.edges === edges && last.nodes === nodes) return last;
  const mask = { edges, nodes };
  made.set(graph.nodes.id, mask);
  return mask;
}

export const isClocked = ({ heldAt, saidBy }: Clocks): boolean => heldAt !== null || saidBy !== null;

/** Ids of the documents that count, as a query takes them; null: all. */
export function documentsHeard(graph: LoadedGraph, { clocks, trust }: Pick<Chosen, "clocks" | "trust">): string[] | null {
  const counts = documentsCount(graph.sources, clocks, trust);
  return counts === null ? null : graph.sources.documents.filter((_, document) => counts[document]);
}
