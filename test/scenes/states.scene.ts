import { graphOf, type NodeRow, type Scene } from "#client/playground/scene.ts";

const families = ["Company", "IndustrialChain", "Park", "Project", "Policy"] as const;
const rows = ["静止", "路径", "选中"].flatMap((state, row) =>
  families.map((kind, column): NodeRow => [state, kind, column * 110, -row * 90, column === 2 ? 14 : 3]),
);

const scene: Scene = {
  title: "A row at rest (dimmed), a row on a path, a row selected",
  graph: graphOf(rows, [
    [5, "LEADS_CHAIN", 6],
    [6, "MEMBER_OF", 7],
    [7, "LOCATED_IN", 8, "inferred", 0.95],
    [8, "PART_OF_PLAN", 9, "inferred", 0.5],
  ]),
  state(canvas) {
    canvas.setHighlight({ nodes: [5, 6, 7, 8, 9], edges: [0, 1, 2, 3], style: "path" });
    canvas.setSelection([10, 11, 12, 13, 14]);
    canvas.setHover(10);
  },
};
export default scene;
