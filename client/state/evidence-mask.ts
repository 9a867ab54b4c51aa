import { canvasTally } from "./canvas-tally.ts";
import { edgeBits } from "./edge-bits.ts";
import type { Exploration } from "./exploration.ts";
import { withLeftOut } from "./left-out.ts";
import type { LoadedGraph } from "./loaded-graph.ts";
import { documentsCount, isTrustLimited } from "./sets-heard.ts";
import type { Clocks } from "./slices/clocks.ts";

/** What clocks and trust take off the picture, and what it leaves out: a bit for every edge and node. */
export interface EvidenceMask {
  readonly edges: Uint32Array;
  /** Nodes on the canvas that keep none of their edges, under clocks or trust; of what is only left out nobody needs to keep any. */
  readonly nodes: Uint32Array;
  /** Whether clocks or trust have a part in it. */
  readonly isFiltered: boolean;
}

type Chosen = Pick<Exploration, "shown" | "leftOut" | "clocks" | "trust">;

const noNodes = new Uint32Array(0);

/** By the list of names, which lives as long as the loaded graph. */
const made = new WeakMap<readonly string[], EvidenceMask>();

/** Null where neither a clock nor trust filters and nothing is left out; the same object as long as it masks the same. */
export function evidenceMask(graph: LoadedGraph, { shown, leftOut, clocks, trust }: Chosen): EvidenceMask | null {
  const isFiltered = isClocked(clocks) || isTrustLimited(trust);
  const edges = withLeftOut(graph, isFiltered ? edgeBits(graph, { clocks, trust }) : null, leftOut);
  if (edges === null) return null;
  const tally = canvasTally(graph);
  tally.update(graph, shown, { edges, isFiltered });
  const nodes = tally.nodes(graph).masked ?? noNodes;
  const last = made.get(graph.nodes.id);
  if (last?.edges === edges && last.nodes === nodes) return last;
  const mask = { edges, nodes, isFiltered };
  made.set(graph.nodes.id, mask);
  return mask;
}

export const isClocked = ({ heldAt, saidBy }: Clocks): boolean => heldAt !== null || saidBy !== null;

/** Ids of the documents that count, as a query takes them; null: all. */
export function documentsHeard(graph: LoadedGraph, { clocks, trust }: Pick<Chosen, "clocks" | "trust">): string[] | null {
  const counts = documentsCount(graph.sources, clocks, trust);
  return counts === null ? null : graph.sources.documents.filter((_, document) => counts[document]);
}
