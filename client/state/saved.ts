import type { SavedExploration } from "#graph/model/view.ts";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { type Exploration, emptyExploration } from "./exploration.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

export function saveExploration(graph: LoadedGraph, it: Exploration, positions: Float32Array): SavedExploration {
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) if (it.shown[node] === 1) nodes.push(node);
  const idOf = (node: number) => graph.nodes.id[node] as string;
  return {
    version: 1,
    shown: nodes.map(idOf),
    positions: nodes.flatMap((node) => [placeOr(positions[2 * node]), placeOr(positions[2 * node + 1])]),
    hiddenKinds: [...it.hiddenKinds],
    hiddenTypes: [...it.hiddenTypes],
    status: it.status,
    minConfidence: it.minConfidence,
    selection: it.selection.map(idOf),
    edge: it.edge === null ? null : (graph.edges.id[it.edge] ?? null),
    layout: it.layout,
    pinned: [...it.pinned].map(idOf),
    groups: it.groups.map(({ members, ...group }) => ({ ...group, members: members.map(idOf) })),
    style: it.style,
    clocks: it.clocks,
    trust: { ...it.trust, documents: it.trust.documents === null ? null : [...it.trust.documents] },
  };
}

const placeOr = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

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
  const known = (ids: readonly string[]): number[] => ids.map((id) => graph.nodeIndex.get(id)).filter((node) => node !== undefined);
  const selection = known(saved.selection);
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
      pinned: new Set(known(saved.pinned)),
      groups: saved.groups.map(({ members, ...group }) => ({ ...group, members: known(members) })),
      style: saved.style,
      clocks: saved.clocks,
      trust: { ...saved.trust, documents: saved.trust.documents === null ? null : new Set(saved.trust.documents) },
      edge: saved.edge === null ? null : (graph.edgeIndex.get(saved.edge) ?? null),
      trail: [{ at: "overview" }, ...selection.slice(0, 1).map((node) => ({ at: "entity" as const, node, expanded: 0 }))],
    },
  };
}
