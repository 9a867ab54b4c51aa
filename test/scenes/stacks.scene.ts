import { graphOf, type NodeRow, type Scene } from "#client/playground/scene.ts";

const families = ["Company", "IndustrialChain", "Park", "Project", "Policy"] as const;
const rows = ["钉住", "成组", "成组且钉住"].flatMap((state, row) =>
  families.map((kind, column): NodeRow => [state, kind, column * 110, -row * 90, column === 2 ? 14 : 3]),
);
const groups = families.map((_, column) => [5 + column, 3 * 4 ** column] as const);

const scene: Scene = {
  title: "A row pinned, a row that stands for several, a row of both; the last of each on a path",
  graph: graphOf(rows, [
    [13, "BUILDS", 12],
    [6, "MEMBER_OF", 12],
  ]),
  state(canvas) {
    canvas.setPinned(new Set([0, 1, 2, 3, 4, 10, 11, 12, 13, 14]));
    canvas.setCounts(new Map([...groups, ...[10, 11, 12, 13, 14].map((node) => [node, 2 * node] as const)]));
    canvas.setHighlight({ nodes: [4, 9, 14], edges: [0], style: "path" });
  },
};
export default scene;
