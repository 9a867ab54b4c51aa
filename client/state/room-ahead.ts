import { canvasTally } from "./canvas-tally.ts";
import { prepareDays } from "./edge-bits.ts";
import { type LoadedGraph, reserve } from "./loaded-graph.ts";

/** So much room shall be spare, as a part of what is there: more than one expansion brings where growing would be felt. */
const spare = 1 / 8;

/**
 * Makes room in everything that is kept for each node and edge, where little is left: a copy of all columns, so it belongs into idle time. An
 * expansion then writes into what is there already.
 */
export function makeRoomAhead(graph: LoadedGraph): void {
  const [nodes, edges] = [graph.nodeCount, graph.edgeCount].map((count) => Math.ceil(count * (1 + spare))) as [number, number];
  reserve(graph, nodes, edges);
  canvasTally(graph).reserve(nodes, edges);
  prepareDays(graph).reserve(edges);
}
