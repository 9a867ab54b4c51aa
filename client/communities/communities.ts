import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { randomFrom } from "#client/layouts/random.ts";

/** Rows of what is visible and its edges. */
export interface CommunityInput {
  count: number;
  source: Uint32Array;
  target: Uint32Array;
}

/** The community of each row, by Louvain over the edges, several between two counting more. Same input, same output. */
export function communitiesOf({ count, source, target }: CommunityInput): Uint32Array {
  const graph = new Graph({ type: "undirected" });
  for (let row = 0; row < count; row += 1) graph.addNode(row);
  for (let edge = 0; edge < source.length; edge += 1) {
    const [from, to] = [source[edge] as number, target[edge] as number];
    if (from === to) continue;
    if (graph.hasEdge(from, to)) graph.updateEdgeAttribute(from, to, "weight", (weight) => (weight as number) + 1);
    else graph.addEdge(from, to, { weight: 1 });
  }
  const found = louvain(graph, { rng: randomFrom(1), getEdgeWeight: "weight" });
  return Uint32Array.from({ length: count }, (_, row) => found[row] as number);
}
