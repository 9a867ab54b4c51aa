import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { type Exploration, emptyExploration, type StatusFilter } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

/** An exploration by stable ids: what a saved view or a link holds. Positions are x, y pairs in the order of `shown`. */
export interface SavedExploration {
  version: 1;
  shown: string[];
  positions: number[];
  hiddenKinds: string[];
  hiddenTypes: string[];
  status: StatusFilter;
  minConfidence: number;
  selection: string[];
  edge: string | null;
  layout: string;
}

export function saveExploration(graph: LoadedGraph, it: Exploration, positions: Float32Array): SavedExploration {
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) if (it.shown[node] === 1) nodes.push(node);
  const idOf = (node: number) => graph.nodes.id[node] as string;
  return {
    version: 1,
    shown: nodes.map(idOf),
    positions: nodes.flatMap((node) => [positions[2 * node] ?? 0, positions[2 * node + 1] ?? 0]),
    hiddenKinds: [...it.hiddenKinds],
    hiddenTypes: [...it.hiddenTypes],
    status: it.status,
    minConfidence: it.minConfidence,
    selection: it.selection.map(idOf),
    edge: it.edge === null ? null : (graph.edges.id[it.edge] ?? null),
    layout: it.layout,
  };
}

/** The way back; ids that are not loaded are left out. */
export function restoreExploration(graph: LoadedGraph, saved: SavedExploration): { exploration: Exploration; positions: Float32Array } {
  const positions = new Float32Array(2 * graph.nodeCount).fill(Number.NaN);
  const shown = new Uint8Array(graph.nodeCount);
  for (const [row, id] of saved.shown.entries()) {
    const node = graph.nodeIndex.get(id);
    if (node === undefined) continue;
    shown[node] = 1;
    positions[2 * node] = saved.positions[2 * row] ?? Number.NaN;
    positions[2 * node + 1] = saved.positions[2 * row + 1] ?? Number.NaN;
  }
  const selection = saved.selection.map((id) => graph.nodeIndex.get(id)).filter((node) => node !== undefined);
  return {
    positions,
    exploration: {
      ...emptyExploration(saved.layout),
      shown,
      hiddenKinds: new Set(saved.hiddenKinds.filter(isEntityKind)),
      hiddenTypes: new Set(saved.hiddenTypes.filter(isRelationType)),
      status: saved.status,
      minConfidence: saved.minConfidence,
      selection,
      edge: saved.edge === null ? null : (graph.edgeIndex.get(saved.edge) ?? null),
      trail: [{ at: "overview" }, ...selection.slice(0, 1).map((node) => ({ at: "entity" as const, node, expanded: 0 }))],
    },
  };
}
