import { graphOf, type Scene } from "#client/playground/scene.ts";

const graph = graphOf(
  [
    ["甲", "Company", 0, 80],
    ["乙", "Company", 260, 80],
    ["丙", "Company", 0, 0],
    ["丁", "Region", 260, 0],
    ["戊", "Policy", 0, -80, 3],
    ["己", "IndustrialChain", 260, -80],
  ],
  [
    [0, "OWNS", 1],
    [1, "OWNS", 0],
    [2, "LOCATED_IN", 3, "inferred", 0.95],
    [4, "COVERS", 5, "inferred", 0.5],
  ],
);

const scene: Scene = {
  title: "A line broken by two bars holds no longer, straight or bent, stated or inferred; a sheet beside a node or on a line is a note",
  graph: { ...graph, edges: { ...graph.edges, ended: Uint8Array.of(1, 0, 1, 1) } },
  state(canvas) {
    canvas.setNoted({ nodes: new Set([3, 4]), edges: new Set([1, 2]) });
  },
};
export default scene;
