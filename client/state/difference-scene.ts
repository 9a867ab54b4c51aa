import type { ChangeMark, DrawnGraph, Marks } from "#client/rendering/interface.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { isRelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import type { DifferenceEdge, DifferenceGraph, DifferenceNode } from "./difference-graph.ts";
import { statusOrder } from "./loaded-graph.ts";

/** The graph as it was, both in one with what differs marked, or as it would be. */
export type DifferenceMode = "before" | "difference" | "after";

export interface DifferenceScene {
  drawn: DrawnGraph;
  /** Null where nothing is marked: before and after are graphs as they are. */
  marks: Marks | null;
  nodeIndex: ReadonlyMap<string, number>;
  edgeIndex: ReadonlyMap<string, number>;
}

const stays = (mark: ChangeMark | null, mode: DifferenceMode): boolean =>
  mode === "difference" || mark === null || mark === "changed" || (mode === "before" ? mark === "removed" : mark !== "removed");

/** `refused`: ids of records whose change a person has rejected; they come and go in no mode. */
export function differenceScene(
  { nodes, edges }: DifferenceGraph,
  places: ReadonlyMap<string, { x: number; y: number }>,
  { mode, only, refused }: { mode: DifferenceMode; only: boolean; refused: ReadonlySet<string> },
): DifferenceScene {
  const standing = <T extends { mark: ChangeMark | null }>([id, it]: [string, T]): boolean =>
    mode === "after" && refused.has(id) ? it.mark !== "added" : stays(it.mark, mode);
  const shownEdges = [...edges].filter(standing).filter(([, edge]) => isRelationType(edge.type));
  const touched = new Set(shownEdges.filter(([, edge]) => edge.mark !== null).flatMap(([, edge]) => [edge.source, edge.target]));
  const shownNodes = [...nodes].filter(standing).filter(([id, node]) => !only || node.mark !== null || touched.has(id));
  const nodeIndex = new Map(shownNodes.map(([id], index) => [id, index]));
  const drawnEdges = shownEdges.filter(
    ([, edge]) => nodeIndex.has(edge.source) && nodeIndex.has(edge.target) && (!only || edge.mark !== null),
  );
  const edgeIndex = new Map(drawnEdges.map(([id], index) => [id, index]));
  const marks = {
    nodes: new Map(shownNodes.flatMap(([, { mark }], index): [number, ChangeMark][] => (mark === null ? [] : [[index, mark]]))),
    edges: new Map(drawnEdges.flatMap(([, { mark }], index): [number, ChangeMark][] => (mark === null ? [] : [[index, mark]]))),
  };
  return {
    drawn: columnsOf(shownNodes, drawnEdges, { places, nodeIndex }),
    marks: mode === "difference" ? marks : null,
    nodeIndex,
    edgeIndex,
  };
}

function columnsOf(
  nodes: readonly [string, DifferenceNode][],
  edges: readonly [string, DifferenceEdge][],
  { places, nodeIndex }: { places: ReadonlyMap<string, { x: number; y: number }>; nodeIndex: ReadonlyMap<string, number> },
): DrawnGraph {
  return {
    nodes: {
      id: nodes.map(([id]) => id),
      kind: Uint8Array.from(nodes, ([, node]) => entityKinds.indexOf(node.kind)),
      name: nodes.map(([, node]) => node.name),
      nameEn: nodes.map(([, node]) => node.nameEn),
      degree: Uint32Array.from(nodes, ([, node]) => node.degree),
    },
    edges: {
      id: edges.map(([id]) => id),
      type: Uint8Array.from(edges, ([, edge]) => (relationTypes as readonly string[]).indexOf(edge.type)),
      source: Uint32Array.from(edges, ([, edge]) => nodeIndex.get(edge.source) as number),
      target: Uint32Array.from(edges, ([, edge]) => nodeIndex.get(edge.target) as number),
      status: Uint8Array.from(edges, ([, edge]) => Math.max(0, (statusOrder as readonly string[]).indexOf(edge.status))),
      confidence: Float32Array.from(edges, ([, edge]) => edge.confidence),
    },
    positions: Float32Array.from(nodes.flatMap(([id]) => [places.get(id)?.x ?? 0, places.get(id)?.y ?? 0])),
  };
}
