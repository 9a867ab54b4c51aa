import { graphOf, type Scene } from "#client/playground/scene.ts";

const scene: Scene = {
  title: "Parallel edges bend apart, whatever their direction",
  graph: graphOf(
    [
      ["甲", "Region", 0, 100],
      ["乙", "Company", 280, 100],
      ["丙", "Company", 0, -60],
      ["丁", "IndustrialChain", 280, -60],
    ],
    [
      [0, "SUPPORTS", 1],
      [0, "ATTRACTS", 1],
      [2, "LEADS_CHAIN", 3],
      [2, "PART_OF_CHAIN", 3, "inferred", 0.95],
      [3, "MEMBER_OF", 2],
    ],
  ),
  state: (canvas) => canvas.setSelection([2]),
};
export default scene;
