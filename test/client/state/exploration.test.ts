import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";
import * as explore from "#client/state/exploration.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { neighbourhood, shownAround } from "#client/state/neighbourhood.ts";
import { restoreExploration, saveExploration } from "#client/state/saved.ts";
import { activeFilters, canvasFilters, countVisible } from "#client/state/visible.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { pairsOf } from "../pairs.ts";
import { subgraphOf } from "./subgraph-of.ts";

const shownIn = (it: explore.Exploration): number[] => [...it.shown.keys()].filter((node) => it.shown[node] === 1);
const begin = () => explore.show(explore.emptyExploration("force"), [0, 1]);

const graphOfFour = () => {
  const graph = emptyGraph();
  mergeSubgraph(
    graph,
    subgraphOf(
      [
        ["co-a", "Company"],
        ["park-b", "Park"],
        ["proj-c", "Project"],
        ["co-d", "Company"],
      ],
      [
        ["s-1", "LOCATED_IN", "co-a", "park-b"],
        ["s-2", "BUILDS", "co-a", "proj-c", "inferred", 0.65],
        ["s-3", "SUBSIDIARY_OF", "co-d", "co-a", "inferred", 0.95],
      ],
    ),
  );
  return graph;
};

describe("expanding and collapsing", () => {
  it("takes away on collapse exactly what the expansion brought", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 10 }), (neighbours) => {
        const before = begin();
        const after = explore.collapse(explore.expand(before, 0, neighbours), 0);
        expect(shownIn(after)).toEqual(shownIn(before));
      }),
    );
  });

  it("keeps what was selected or expanded since", () => {
    let it_ = explore.expand(begin(), 0, [2, 3, 4]);
    it_ = explore.select(it_, 2);
    it_ = explore.expand(it_, 3, [5]);
    expect(shownIn(explore.collapse(it_, 0))).toEqual([0, 1, 2, 3, 5]);
  });

  it("tells in the trail how many an expansion brought", () => {
    const trail = explore.expand(begin(), 0, [1, 2, 3]).trail;
    expect(trail).toEqual([{ at: "overview" }, { at: "entity", node: 0, expanded: 2 }]);
  });
});

describe("hiding", () => {
  it("counts what was hidden by hand and brings back just that", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 12 })), fc.uniqueArray(fc.nat({ max: 12 })), (shown, some) => {
        const before = explore.show(begin(), shown);
        const after = explore.hide(before, some);
        expect(explore.countHidden(after)).toBe(shownIn(before).length - shownIn(after).length);
        expect(shownIn(explore.showHidden(after))).toEqual(shownIn(before));
        expect(explore.countHidden(explore.showHidden(after))).toBe(0);
      }),
    );
  });

  it("is also what becomes of the rest when only some are kept, and not of what a collapse takes away", () => {
    const it_ = explore.expand(begin(), 0, [2, 3, 4]);
    const only = explore.showOnly(it_, [0, 2]);
    expect(explore.countHidden(only)).toBe(3);
    expect(shownIn(explore.showHidden(only))).toEqual(shownIn(it_));
    expect(explore.countHidden(explore.collapse(it_, 0))).toBe(0);
  });

  it("ends when the node is shown again by other means", () => {
    expect(explore.countHidden(explore.expand(explore.hide(begin(), [1]), 0, [1]))).toBe(0);
  });
});

describe("a neighbourhood", () => {
  it("reaches along edges that the filters leave, hop by hop", () => {
    const graph = graphOfFour();
    const it_ = explore.show(begin(), [0, 1, 2, 3]);
    const around = (one: explore.Exploration, hops: number) => neighbourhood(graph, one, { nodes: [3], hops }).toSorted();
    expect(around(it_, 1)).toEqual([0, 3]);
    expect(around(it_, 2)).toEqual([0, 1, 2, 3]);
    expect(around(explore.setMinConfidence(it_, 0.7), 2)).toEqual([0, 1, 3]);
    expect(around(explore.hide(it_, [0]), 2)).toEqual([3]);
  });

  it("is counted by relation and direction and by kind as far as it is on the canvas", () => {
    const graph = graphOfFour();
    const { relations, kinds } = shownAround(graph, explore.show(begin(), [0, 1, 3]), 0);
    expect(Object.fromEntries(relations)).toEqual({ "LOCATED_IN out": 1, "SUBSIDIARY_OF in": 1 });
    expect(Object.fromEntries(kinds)).toEqual({ Park: 1, Company: 1 });
  });
});

describe("the trail", () => {
  it("goes back to a step that was visited before instead of repeating it", () => {
    let it_ = begin();
    for (const node of [0, 1, 0]) it_ = explore.select(it_, node);
    expect(it_.trail).toEqual([{ at: "overview" }, { at: "entity", node: 0, expanded: 0 }]);
  });

  it("selects again what a step stood for", () => {
    let it_ = explore.select(explore.select(begin(), 0), 1);
    it_ = explore.returnTo(it_, 1);
    expect(it_.selection).toEqual([0]);
    expect(explore.returnTo(it_, 0).selection).toEqual([]);
  });
});

describe("filters", () => {
  it("shows one kind alone, and all again at the second time", () => {
    const solo = explore.soloKind(begin(), "Park", entityKinds);
    expect(solo.hiddenKinds.size).toBe(entityKinds.length - 1);
    expect(solo.hiddenKinds.has("Park")).toBe(false);
    expect(explore.soloKind(solo, "Park", entityKinds).hiddenKinds.size).toBe(0);
  });

  it("counts what is drawn: nodes of visible kinds, edges between them that pass every filter", () => {
    const graph = graphOfFour();
    const all = explore.show(begin(), [0, 1, 2, 3]);
    expect([countVisible(graph, all).nodes, countVisible(graph, all).edges]).toEqual([4, 3]);
    expect(countVisible(graph, explore.setMinConfidence(all, 0.7)).edges).toBe(2);
    expect(countVisible(graph, explore.setStatus(all, "stated")).edges).toBe(1);
    const noParks = countVisible(graph, explore.toggleKind(all, "Park"));
    expect([noParks.nodes, noParks.edges]).toEqual([3, 2]);
    expect(countVisible(graph, explore.hide(all, [0])).edges).toBe(0);
  });

  it("hands the canvas what is shown as it stands, so that nothing is copied or collected", () => {
    const it_ = begin();
    expect(canvasFilters(graphOfFour(), it_).shownNodes).toBe(it_.shown);
  });

  it("names the filters that are on, so that an empty canvas can offer to take one off", () => {
    const it_ = explore.setMinConfidence(explore.toggleKind(begin(), "Park"), 0.5);
    expect(activeFilters(it_)).toEqual(["kinds", "confidence"]);
    expect(activeFilters(explore.clearFilters(it_))).toEqual([]);
  });
});

describe("a saved exploration", () => {
  it("comes back by ids after the graph was loaded in another order", () => {
    const graph = graphOfFour();
    let it_ = explore.select(explore.show(explore.emptyExploration("force"), [0, 3]), 3);
    it_ = explore.toggleKind(explore.selectEdge(it_, 2), "Fund");
    const saved = saveExploration(graph, it_, PlaceColumn.of([1, 2, 0, 0, 0, 0, 7, 8]));

    const other = emptyGraph();
    mergeSubgraph(
      other,
      subgraphOf(
        [
          ["park-b", "Park"],
          ["co-d", "Company"],
          ["co-a", "Company"],
        ],
        [["s-3", "SUBSIDIARY_OF", "co-d", "co-a"]],
      ),
    );
    const { exploration, positions } = restoreExploration(other, JSON.parse(JSON.stringify(saved)));
    expect(shownIn(exploration)).toEqual([1, 2]);
    expect(exploration.selection).toEqual([1]);
    expect(exploration.edge).toBe(0);
    expect([...exploration.hiddenKinds]).toEqual(["Fund"]);
    expect(pairsOf(positions, 3).slice(2)).toEqual([7, 8, 1, 2]);
  });
});
