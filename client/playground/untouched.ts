import Graph from "graphology";
import type { DrawnGraph } from "../rendering/graph-canvas.ts";

/** The same graph as people build it for sigma who use it as it comes. */
export function untouchedGraph({ nodes, edges, positions }: DrawnGraph): Graph {
  const whole = new Graph({ multi: true, type: "directed" });
  nodes.id.forEach((id, i) => {
    whole.addNode(id, {
      x: positions[2 * i],
      y: positions[2 * i + 1],
      size: 4,
      label: nodes.name[i],
      color: "#2A66C8",
      kind: nodes.kind[i],
    });
  });
  edges.id.forEach((id, e) => {
    whole.addDirectedEdgeWithKey(id, nodes.id[edges.source[e] as number], nodes.id[edges.target[e] as number], {
      size: 1,
      color: "#8E8F89",
      type: "arrow",
      confidence: edges.confidence[e],
    });
  });
  return whole;
}
