import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { DrawnGraph } from "#client/rendering/graph-canvas.ts";
import { hasEnded } from "#client/state/ended.ts";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { isBundle } from "#client/state/stack-rows.ts";

/** The rows of the loaded graph from a node and an edge on, as they are drawn; a node without a place stands at the origin until it is shown. */
export function rowsFrom(
  graph: LoadedGraph,
  positions: PlaceColumn,
  { nodes: nodesFrom, edges: edgesFrom }: { nodes: number; edges: number },
): DrawnGraph {
  const { nodes, edges } = graph;
  const to = graph.nodeCount;
  const edgesTo = graph.edgeCount;
  const today = Math.floor(Date.now() / 86_400_000);
  return {
    nodes: {
      id: nodes.id.slice(nodesFrom),
      kind: nodes.kind.slice(nodesFrom, to),
      name: nodes.name.slice(nodesFrom),
      nameEn: nodes.nameEn.slice(nodesFrom),
      degree: nodes.degree.slice(nodesFrom, to),
    },
    edges: {
      id: edges.id.slice(edgesFrom),
      type: edges.type.slice(edgesFrom, edgesTo),
      source: edges.source.slice(edgesFrom, edgesTo),
      target: edges.target.slice(edgesFrom, edgesTo),
      status: edges.status.slice(edgesFrom, edgesTo),
      confidence: edges.confidence.slice(edgesFrom, edgesTo),
      ended: Uint8Array.from({ length: edgesTo - edgesFrom }, (_, at) => (hasEnded(graph, edgesFrom + at, today) ? 1 : 0)),
      bundle: Uint8Array.from({ length: edgesTo - edgesFrom }, (_, at) => (isBundle(graph, edgesFrom + at) ? 1 : 0)),
    },
    positions: Float32Array.from({ length: 2 * (to - nodesFrom) }, (_, at) => {
      const node = nodesFrom + (at >>> 1);
      return (at & 1 ? positions.y(node) : positions.x(node)) || 0;
    }),
  };
}
