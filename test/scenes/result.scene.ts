import { graphOf, type NodeRow, type Scene } from "#client/playground/scene.ts";

const families = ["Company", "IndustrialChain", "Park", "Project", "Policy"] as const;
const rows = families.flatMap((kind, column): NodeRow[] => [
  ["在结果中", kind, column * 110, 0, 0, "In the result"],
  ["其余", kind, column * 110 + 40, -100, 0, "The rest"],
]);

const scene: Scene = {
  title: "Rows of a query's result among what is not in it; one of them under the pointer",
  graph: graphOf(rows, [
    [0, "LEADS_CHAIN", 2],
    [2, "MEMBER_OF", 4],
    [1, "BUILDS", 4],
    [7, "MEMBER_OF", 5],
  ]),
  state(canvas) {
    canvas.setHighlight({ nodes: [0, 2, 4, 6, 8], edges: [0, 1], style: "result" });
    canvas.setFocusEdge(0);
    canvas.setHover(6);
  },
};
export default scene;
