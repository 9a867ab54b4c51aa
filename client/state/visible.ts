import type { Filters } from "#client/rendering/interface.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { canvasTally } from "./canvas-tally.ts";
import { isMasked } from "./edge-bits.ts";
import { type EvidenceMask, evidenceMask } from "./evidence-mask.ts";
import type { Exploration } from "./exploration.ts";
import { linksLeftOut } from "./left-out.ts";
import { type LoadedGraph, statusOrder } from "./loaded-graph.ts";
import { stackedOf } from "./stacks.ts";

export interface VisibleCounts {
  nodes: number;
  edges: number;
  /** By index of the kind, over what is on the canvas under clocks and trust, whether its kind is switched off or not. */
  byKind: Uint32Array;
  byType: Uint32Array;
  byStatus: Uint32Array;
}

interface Masks {
  kind: Uint8Array;
  type: Uint8Array;
  status: Uint8Array;
  evidence: EvidenceMask | null;
}

type ByCode = Omit<Masks, "evidence">;
let last: { it: Pick<Exploration, "hiddenKinds" | "hiddenTypes" | "status">; masks: ByCode } | null = null;

/** Made anew only where another kind, relation or status is hidden than the last time: several ask after one action. */
function masksByCode(it: Exploration): ByCode {
  if (last?.it.hiddenKinds === it.hiddenKinds && last.it.hiddenTypes === it.hiddenTypes && last.it.status === it.status) return last.masks;
  const masks = {
    kind: Uint8Array.from(entityKinds, (kind) => (it.hiddenKinds.has(kind) ? 1 : 0)),
    type: Uint8Array.from(relationTypes, (type) => (it.hiddenTypes.has(type) ? 1 : 0)),
    status: Uint8Array.from(statusOrder, (status) => (it.status === "all" || it.status === status ? 0 : 1)),
  };
  last = { it, masks };
  return masks;
}

/** 1 marks what a filter takes away: by code, and by clocks and trust. */
export const filterMasks = (graph: LoadedGraph, it: Exploration): Masks => ({ ...masksByCode(it), evidence: evidenceMask(graph, it) });

/** Whether a node is drawn: on the canvas and of a kind that is not switched off. */
export const isNodeVisible = (graph: LoadedGraph, it: Exploration, masks: Masks, node: number): boolean =>
  it.shown[node] === 1 &&
  masks.kind[graph.nodes.kind[node] as number] === 0 &&
  (masks.evidence === null || !isMasked(masks.evidence.nodes, node));

/** Whether the filters leave an edge, its ends apart. */
export function passesFilters(graph: LoadedGraph, it: Exploration, masks: Masks, edge: number): boolean {
  const { type, status, confidence } = graph.edges;
  return (
    masks.type[type[edge] as number] === 0 &&
    masks.status[status[edge] as number] === 0 &&
    (confidence[edge] as number) >= it.minConfidence - 1e-6 &&
    (masks.evidence === null || !isMasked(masks.evidence.edges, edge))
  );
}

export function isEdgeVisible(graph: LoadedGraph, it: Exploration, masks: Masks, edge: number): boolean {
  const { source, target } = graph.edges;
  return (
    passesFilters(graph, it, masks, edge) &&
    isNodeVisible(graph, it, masks, source[edge] as number) &&
    isNodeVisible(graph, it, masks, target[edge] as number)
  );
}

/** Whether two explorations leave the same on the canvas. */
export const sameFilters = (a: Exploration, b: Exploration): boolean =>
  a.shown === b.shown &&
  a.leftOut === b.leftOut &&
  a.groups === b.groups &&
  a.hiddenKinds === b.hiddenKinds &&
  a.hiddenTypes === b.hiddenTypes &&
  a.status === b.status &&
  a.minConfidence === b.minConfidence &&
  a.clocks === b.clocks &&
  a.trust === b.trust;

interface Counted {
  it: Exploration;
  nodeCount: number;
  edgeCount: number;
  known: LoadedGraph["sources"]["known"];
  counts: VisibleCounts;
}
/** By the list of names, which lives as long as the loaded graph. */
const counted = new WeakMap<readonly string[], Counted>();

/** What is on the canvas; the same object as long as nothing of it has changed: a selection changes none of it. */
export function countVisible(graph: LoadedGraph, it: Exploration): VisibleCounts {
  const { nodeCount, edgeCount } = graph;
  const { known } = graph.sources;
  const last = counted.get(graph.nodes.id);
  const same = last?.nodeCount === nodeCount && last.edgeCount === edgeCount && last.known === known;
  if (same && (last.it === it || sameFilters(last.it, it))) return last.counts;
  const counts = count(graph, it);
  counted.set(graph.nodes.id, { it, nodeCount, edgeCount, known, counts });
  return counts;
}

/** Costs what has changed since the last time, and a look at each cell of edges that filters cannot tell apart. */
function count(graph: LoadedGraph, it: Exploration): VisibleCounts {
  const masks = filterMasks(graph, it);
  const tally = canvasTally(graph);
  tally.update(graph, it.shown, masks.evidence);
  const { byKind } = tally.nodes(graph);
  const nodes = byKind.reduce((sum, some, kind) => sum + (masks.kind[kind] === 0 ? some : 0), 0);
  const byType = new Uint32Array(relationTypes.length);
  const byStatus = new Uint32Array(statusOrder.length);
  const least = it.minConfidence - 1e-6;
  const { cells, perCell } = tally;
  const { sourceKind, targetKind, type, status, confidence } = cells;
  let edges = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    const present = perCell[cell] as number;
    if (present === 0) continue;
    const [its, state] = [type[cell] as number, status[cell] as number];
    byType[its] = (byType[its] as number) + present;
    byStatus[state] = (byStatus[state] as number) + present;
    const passes = masks.type[its] === 0 && masks.status[state] === 0 && (confidence[cell] as number) >= least;
    if (passes && masks.kind[sourceKind[cell] as number] === 0 && masks.kind[targetKind[cell] as number] === 0) edges += present;
  }
  return { nodes, edges, byKind, byType, byStatus };
}

/** The exploration in the terms of the canvas: codes of what is not drawn, and the rows that are. */
export function canvasFilters(graph: LoadedGraph, it: Exploration): Filters {
  // Asked for first: a closed group may add rows, which the masks have to know.
  const { drawn } = stackedOf(graph, it);
  const codes = (mask: Uint8Array) => new Set([...mask.keys()].filter((code) => mask[code] === 1));
  const masks = filterMasks(graph, it);
  return {
    hiddenKinds: codes(masks.kind),
    hiddenTypes: codes(masks.type),
    hiddenStatus: codes(masks.status),
    minConfidence: it.minConfidence,
    shownNodes: drawn,
    masked: masks.evidence,
    leftOut: linksLeftOut(graph, it.leftOut),
  };
}

export type FilterName = "kinds" | "types" | "status" | "confidence" | "held" | "said" | "documents" | "reliability";

/** Which filters are on, in the order in which they are offered for removal. */
export function activeFilters(it: Exploration): FilterName[] {
  const on: FilterName[] = [];
  if (it.hiddenKinds.size > 0) on.push("kinds");
  if (it.hiddenTypes.size > 0) on.push("types");
  if (it.status !== "all") on.push("status");
  if (it.minConfidence > 0) on.push("confidence");
  if (it.clocks.heldAt !== null) on.push("held");
  if (it.clocks.saidBy !== null) on.push("said");
  if (it.trust.documents !== null) on.push("documents");
  if (it.trust.reliability !== null) on.push("reliability");
  return on;
}
