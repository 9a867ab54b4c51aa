import { graphOf, type Scene } from "#client/playground/scene.ts";
import { unknowns } from "#graph/vocabulary/unknowns.ts";

const scene: Scene = {
  title: "What no source speaks of: all of the selected node, one of its neighbours",
  graph: graphOf(
    [
      ["甲锂业", "Company", 0, 0, 6, "Jia Lithium"],
      ["乙锂电", "Company", -190, 90, 0, "Yi Battery"],
      ["锂电产业链", "IndustrialChain", 190, 60, 9, "Lithium chain"],
      ["万吨项目", "Project", 150, -130, 0, "Ten thousand tonnes"],
      ["旁观", "Company", -170, -130, 0, "Bystander"],
    ],
    [
      [1, "SUBSIDIARY_OF", 0, "inferred", 0.95],
      [0, "LEADS_CHAIN", 2],
      [0, "BUILDS", 3],
    ],
  ),
  state(canvas) {
    canvas.setUnknown(
      new Map([
        [0, [unknowns.no_supplier.short, unknowns.no_owner.short, unknowns.no_revenue.short]],
        [1, [unknowns.no_owner.short]],
        [2, [unknowns.no_chain_chief.short, unknowns.no_leader.short]],
        [3, [unknowns.no_state.short]],
        [4, [unknowns.no_supplier.short]],
      ]),
    );
    canvas.setSelection([0]);
  },
};
export default scene;
