import { PlaceColumn } from "#client/columns/place-column.ts";
import { layouts } from "#client/layouts/index.ts";
import type { Guide } from "#client/layouts/layout.ts";
import type { SavedCamera, SavedExploration, SavedGuide, SavedPicture } from "#graph/model/view.ts";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { defaultLayout, type Frame } from "./atlas.ts";
import { type Exploration, emptyExploration } from "./exploration.ts";
import type { IdIndex } from "./id-index.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

export function saveExploration(graph: LoadedGraph, it: Exploration, positions: PlaceColumn): SavedExploration {
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) if (it.shown[node] === 1) nodes.push(node);
  const idOf = (node: number) => graph.nodes.id[node] as string;
  const edgeIdOf = (edge: number) => graph.edges.id[edge] as string;
  return {
    version: 1,
    shown: nodes.map(idOf),
    positions: nodes.flatMap((node) => (positions.has(node) ? [positions.x(node), positions.y(node)] : [null, null])),
    hiddenKinds: [...it.hiddenKinds],
    hiddenTypes: [...it.hiddenTypes],
    status: it.status,
    minConfidence: it.minConfidence,
    selection: it.selection.map(idOf),
    edge: it.edge === null ? null : edgeIdOf(it.edge),
    highlight: it.highlight && {
      nodes: it.highlight.nodes.map(idOf),
      edges: it.highlight.edges.map(edgeIdOf),
      style: it.highlight.style,
    },
    layout: it.layout,
    pinned: [...it.pinned].map(idOf),
    groups: it.groups.map(({ members, ...group }) => ({ ...group, members: members.map(idOf) })),
    style: it.style,
    clocks: it.clocks,
    trust: { ...it.trust, documents: it.trust.documents === null ? null : [...it.trust.documents] },
    ...(it.unknownShown && { unknownShown: true }),
  };
}

/** The way back; ids that are not loaded are left out. */
export function restoreExploration(graph: LoadedGraph, saved: SavedExploration): { exploration: Exploration; positions: PlaceColumn } {
  const positions = PlaceColumn.none();
  const shown = new Uint8Array(graph.nodeCount);
  for (const [row, id] of saved.shown.entries()) {
    const node = graph.nodeIndex.get(id);
    if (node === undefined) continue;
    shown[node] = 1;
    const [x, y] = [saved.positions[2 * row] ?? null, saved.positions[2 * row + 1] ?? null];
    if (x !== null && y !== null) positions.put(node, x, y);
  }
  const loaded = (index: Pick<IdIndex, "get">, ids: readonly string[]) => ids.map((id) => index.get(id)).filter((at) => at !== undefined);
  const known = (ids: readonly string[]): number[] => loaded(graph.nodeIndex, ids);
  const selection = known(saved.selection);
  return {
    positions,
    exploration: {
      ...emptyExploration(layouts.some(({ id }) => id === saved.layout) ? saved.layout : defaultLayout),
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
      unknownShown: saved.unknownShown === true,
      edge: saved.edge === null ? null : (graph.edgeIndex.get(saved.edge) ?? null),
      highlight: saved.highlight && {
        nodes: known(saved.highlight.nodes),
        edges: loaded(graph.edgeIndex, saved.highlight.edges),
        style: saved.highlight.style,
      },
      trail: [{ at: "overview" }, ...selection.slice(0, 1).map((node) => ({ at: "entity" as const, node, expanded: 0 }))],
    },
  };
}

const savedGuide = (graph: LoadedGraph, { title, ...shape }: Guide): SavedGuide => ({
  ...shape,
  title: title !== null && "node" in title ? { entity: graph.nodes.id[title.node] as string } : title,
});

/** A guide that is named after an entity that is not loaded stays, without its name. */
function restoredGuide(graph: LoadedGraph, { title, ...shape }: SavedGuide): Guide {
  if (title === null || !("entity" in title)) return { ...shape, title };
  const node = graph.nodeIndex.get(title.entity);
  return { ...shape, title: node === undefined ? null : { node } };
}

/**
 * The whole picture by ids; `camera`: from where it is looked at, if anything draws it; `leftOut`: statements between what is shown that
 * are not on the canvas.
 */
export const savePicture = (
  graph: LoadedGraph,
  frame: Frame,
  { camera, leftOut }: { camera: SavedCamera | null; leftOut: readonly string[] },
): SavedPicture => ({
  exploration: saveExploration(graph, frame.exploration, frame.positions),
  guides: frame.guides.map((guide) => savedGuide(graph, guide)),
  camera,
  ...(leftOut.length > 0 && { leftOut: [...leftOut] }),
});

/** The way back, once the entities that it names are loaded. */
export const restorePicture = (graph: LoadedGraph, { exploration, guides }: SavedPicture): Frame => ({
  ...restoreExploration(graph, exploration),
  guides: guides.map((guide) => restoredGuide(graph, guide)),
});
