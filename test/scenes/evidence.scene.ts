import { graphOf, type Scene } from "#client/playground/scene.ts";

const scene: Scene = {
  title: "Solid is stated, dashed inferred, dotted weak, thin grey general knowledge; no head on symmetric relations",
  graph: graphOf(
    [
      ["甲", "Company", 0, 160],
      ["乙", "Project", 260, 160],
      ["丙", "Company", 0, 80],
      ["丁", "IndustrialChain", 260, 80],
      ["戊", "Company", 0, 0],
      ["己", "Company", 260, 0],
      ["庚", "Product", 0, -80],
      ["辛", "Product", 260, -80],
      ["壬", "Region", 0, -160],
      ["癸", "Institution", 260, -160],
    ],
    [
      [0, "BUILDS", 1],
      [2, "PART_OF_CHAIN", 3, "inferred", 0.95],
      [4, "SUBSIDIARY_OF", 5, "inferred", 0.5],
      [6, "UPSTREAM_OF", 7, "reference"],
      [8, "PARTNERS_WITH", 9],
    ],
  ),
};
export default scene;
