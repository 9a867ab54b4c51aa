import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { startTexts } from "#client/i18n/index.ts";
import { spokenMove } from "#client/panels/canvas/spoken.ts";
import * as explore from "#client/state/exploration.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { addGroups } from "#client/state/slices/groups.ts";
import { countVisible } from "#client/state/visible.ts";
import { subgraphOf } from "../state/subgraph-of.ts";

const graph = emptyGraph();
mergeSubgraph(
  graph,
  subgraphOf(
    [
      ["co-a", "Company"],
      ["co-b", "Company"],
      ["park-c", "Park"],
    ],
    [["s-1", "LOCATED_IN", "co-a", "park-c"]],
  ),
);
const whole = explore.show(explore.emptyExploration("force"), [0, 1, 2]);
const counted = (exploration: explore.Exploration) => ({ exploration, nodes: countVisible(graph, exploration).nodes });
const spoken = (change: (it: explore.Exploration) => explore.Exploration, language: "zh" | "en" = "zh") =>
  spokenMove(graph, counted(whole), counted(change(whole)), { language, t: i18next.t });

describe("what is said of a move", () => {
  beforeAll(() => startTexts());

  it("where one has come to: name, kind, how much is around it", () => {
    expect(spoken((it) => explore.select(it, 0))).toBe("name of co-a，企业，1 个相邻，选中");
    expect(spoken((it) => explore.selectSeveral(it, [0, 1]))).toBe("已选中 2 个");
  });

  it("what came and what went, by hand, by filter or by undo, and how much is left", () => {
    expect(spoken((it) => explore.hide(it, [1]))).toBe("少了 1 个实体，画布上有 2 个");
    expect(spoken((it) => explore.toggleKind(it, "Company"))).toBe("少了 2 个实体，画布上有 1 个");
    const less = counted(explore.hide(whole, [0, 1]));
    expect(spokenMove(graph, less, counted(whole), { language: "zh", t: i18next.t })).toBe("多了 2 个实体，画布上有 3 个");
  });

  it("what was put together, and how it is laid out", () => {
    const together = [{ key: "hand:1", by: "hand" as const, title: "", members: [0, 1], open: false }];
    expect(spoken((it) => addGroups(it, together))).toBe("合上的组 1 个");
    expect(spoken((it) => explore.setLayout(it, "grid"))).toMatch(/^布局：/);
  });

  it("nothing of what moves nothing", () => {
    expect(spoken((it) => explore.pin(it, [0]))).toBe("");
    expect(spoken(explore.clearSelection)).toBe("");
  });
});
