import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";
import { isMasked } from "#client/state/edge-bits.ts";
import * as explore from "#client/state/exploration.ts";
import { emptyGraph, type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { dropGroups, selectedGroup, setOpen } from "#client/state/slices/groups.ts";
import { isBundle, isStack, statementsOf } from "#client/state/stack-rows.ts";
import { carryMembers, drawnEdgesFor, drawnFor, linesOf, middleOf, nodesBehind, stackedOf, withStacks } from "#client/state/stacks.ts";
import { canvasFilters, countVisible } from "#client/state/visible.ts";
import { pairsOf } from "../pairs.ts";
import { all, begin, byHand, chainOfThree, drawnIn, linesIn, members, stackOf } from "./chain-of-three.ts";
import { subgraphOf } from "./subgraph-of.ts";

describe("a closed group", () => {
  it("is drawn as one node in place of its members, which stay on the canvas in every count", () => {
    const graph = chainOfThree();
    const it_ = byHand(begin(), [0, 1, 2]);
    const stack = stackOf(graph, it_);
    expect(drawnIn(graph, it_)).toEqual([3, 4, 5, 6, stack]);
    expect(isStack(graph, stack)).toBe(true);
    expect(stackedOf(graph, it_).counts.get(stack)).toBe(3);
    expect([countVisible(graph, it_).nodes, countVisible(graph, it_).edges]).toEqual([7, 8]);
  });

  it("draws the statements of its members once for each other end, relation and status, with their number", () => {
    const graph = chainOfThree();
    const it_ = byHand(begin(), [0, 1, 2]);
    const stack = stackOf(graph, it_);
    const lines = linesOf(graph, stackedOf(graph, it_), stack).map((line) => [
      graph.edges.target[line] === stack
        ? graph.nodes.id[graph.edges.source[line] as number]
        : graph.nodes.id[graph.edges.target[line] as number],
      statementsOf(graph, line).map((edge) => graph.edges.id[edge]),
    ]);
    expect(lines.toSorted((one, other) => String(one[1]).localeCompare(String(other[1])))).toEqual([
      ["chain-d", ["s-1"]],
      ["chain-d", ["s-2", "s-3"]],
      ["park-e", ["s-4", "s-7"]],
      ["park-e", ["s-5"]],
      ["co-g", ["s-8"]],
    ]);
  });

  it("is as sure as the surest of what a line stands for, and a surer statement that comes later gets a line of its own", () => {
    const graph = chainOfThree();
    const it_ = byHand(begin(), [1, 2]);
    const stack = stackOf(graph, it_);
    const toChain = () =>
      linesOf(graph, stackedOf(graph, it_), stack)
        .filter((line) => graph.edges.target[line] === 3)
        .map((line) => [Math.round(100 * (graph.edges.confidence[line] as number)), statementsOf(graph, line).length]);
    expect(toChain()).toEqual([[85, 2]]);
    const more = (id: string, confidence: number) =>
      subgraphOf(
        [
          ["co-b", "Company"],
          ["chain-d", "IndustrialChain"],
        ],
        [[id, "PART_OF_CHAIN", "co-b", "chain-d", "inferred", confidence]],
      );
    mergeSubgraph(graph, more("s-20", 0.5));
    expect(toChain()).toEqual([[85, 3]]);
    mergeSubgraph(graph, more("s-21", 0.95));
    expect(toChain()).toEqual([
      [85, 3],
      [95, 1],
    ]);
  });

  it("leaves out members whose kind is filtered and those that were hidden, and takes them back with them", () => {
    const graph = chainOfThree();
    const it_ = byHand(begin(), [0, 1, 3]);
    const counts = (one: explore.Exploration) => [...stackedOf(graph, one).counts.values()];
    expect(counts(it_)).toEqual([3]);
    expect(counts(explore.toggleKind(it_, "IndustrialChain"))).toEqual([2]);
    expect(counts(explore.hide(it_, [0]))).toEqual([2]);
    expect(counts(explore.showHidden(explore.hide(it_, [0])))).toEqual([3]);
    expect(counts(explore.hide(it_, [0, 1, 3]))).toEqual([]);
  });

  it("has the members that hold at a time, and a line as long as one of its statements does", () => {
    const graph = emptyGraph();
    const nodes: Parameters<typeof subgraphOf>[0] = [
      ["co-a", "Company"],
      ["co-b", "Company"],
      ["park-c", "Park"],
      ["region-d", "Region"],
    ];
    mergeSubgraph(
      graph,
      subgraphOf(nodes, [
        ["s-1", "LOCATED_IN", "co-a", "park-c", "stated", 1, { from: "2020", to: "2021" }],
        ["s-2", "LOCATED_IN", "co-b", "park-c", "stated", 1, { from: "2020" }],
        ["s-3", "LOCATED_IN", "park-c", "region-d", "stated", 1, {}],
      ]),
    );
    const it_ = byHand(explore.show(explore.emptyExploration("force"), [0, 1, 2, 3]), [0, 1]);
    const at = (heldAt: string) => {
      const then = { ...it_, clocks: { ...it_.clocks, heldAt } };
      const { masked } = canvasFilters(graph, then);
      const { members: inside } = stackedOf(graph, then);
      const lines = [...inside.keys()].flatMap((row) => linesOf(graph, stackedOf(graph, then), row));
      return [[...inside.values()].flat(), lines.filter((line) => !masked || !isMasked(masked.edges, line)).length];
    };
    expect(at("2020")).toEqual([[0, 1], 1]);
    expect(at("2023")).toEqual([[1], 1]);
    expect(at("2019")).toEqual([[], 0]);
  });

  it("joins two closed groups by one line", () => {
    const graph = chainOfThree();
    const it_ = byHand(byHand(begin(), [0, 1]), [4, 5]);
    expect(linesIn(graph, it_)).toContain("name of co-a等 name of park-e等 1");
    expect(drawnIn(graph, it_).filter((row) => isStack(graph, row))).toHaveLength(2);
  });

  it("draws the same after opening and closing, and as if nothing was grouped while it is open or dissolved", () => {
    fc.assert(
      fc.property(members, members, (some, others) => {
        const graph = chainOfThree();
        const plain = linesIn(graph, begin());
        const closed = byHand(byHand(begin(), some), others);
        const keys = closed.groups.map(({ key }) => key);
        const before = [drawnIn(graph, closed), linesIn(graph, closed)];
        const open = setOpen(closed, keys, true);
        expect(drawnIn(graph, open)).toEqual(all);
        expect(linesIn(graph, open)).toEqual(plain);
        const again = setOpen(open, keys, false);
        expect([drawnIn(graph, again), linesIn(graph, again)]).toEqual(before);
        expect(linesIn(graph, dropGroups(again, keys))).toEqual(plain);
      }),
    );
  });

  /** Every statement between what is drawn, once; nothing else. */
  const expectWhole = (graph: LoadedGraph, it_: explore.Exploration) => {
    const { standIn } = stackedOf(graph, it_);
    const drawn = new Set(drawnIn(graph, it_));
    const isDrawn = (edge: number) => drawn.has(graph.edges.source[edge] as number) && drawn.has(graph.edges.target[edge] as number);
    const rows = [...Array(graph.edgeCount).keys()];
    const seen = rows.filter(isDrawn).flatMap((edge) => statementsOf(graph, edge));
    const outside = rows.filter((edge) => {
      if (isBundle(graph, edge)) return false;
      const [from, to] = [graph.edges.source[edge] as number, graph.edges.target[edge] as number].map((end) => standIn.rowOf(end));
      return from !== to && it_.shown[graph.edges.source[edge] as number] === 1 && it_.shown[graph.edges.target[edge] as number] === 1;
    });
    expect(seen.toSorted((a, b) => a - b)).toEqual(outside);
  };

  type Deed = (graph: LoadedGraph, it_: explore.Exploration) => explore.Exploration;
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    members.map(
      (some): Deed =>
        (_, it_) =>
          byHand(it_, some),
    ),
    fc.tuple(fc.nat({ max: 3 }), fc.boolean()).map(
      ([number, open]): Deed =>
        (_, it_) =>
          setOpen(it_, [`hand:${number}`], open),
    ),
    fc.constantFrom(...all).map(
      (node): Deed =>
        (_, it_) =>
          it_.shown[node] === 1 ? explore.hide(it_, [node]) : explore.show(it_, [node]),
    ),
    fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(2, 6), fc.double({ min: 0, max: 1, noNaN: true })).map(
      ([from, to, confidence]): Deed =>
        (graph, it_) => {
          const ids = [graph.nodes.id[from] as string, graph.nodes.id[to] as string] as const;
          const edge = `s-more-${graph.edgeCount}`;
          mergeSubgraph(
            graph,
            subgraphOf(
              [
                [ids[0], "Company"],
                [ids[1], "Company"],
              ],
              [[edge, "SUBSIDIARY_OF", ...ids, "inferred", confidence]],
            ),
          );
          return it_;
        },
    ),
  );

  it("counts every statement between what is drawn exactly once, whatever is grouped, opened, hidden and loaded", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.boolean()), { maxLength: 12 }), (deeds) => {
        const graph = chainOfThree();
        let it_ = begin();
        for (const [one, looked] of deeds) {
          it_ = one(graph, it_);
          if (looked) expectWhole(graph, it_);
        }
        expectWhole(graph, it_);
      }),
    );
  });

  it("adds a row once, however often it is opened and closed", () => {
    const graph = chainOfThree();
    let it_ = byHand(begin(), [0, 1, 2]);
    stackedOf(graph, it_);
    const rows = [graph.nodeCount, graph.edgeCount];
    for (let round = 0; round < 4; round++) {
      it_ = setOpen(it_, ["hand:1"], round % 2 === 0);
      stackedOf(graph, it_);
    }
    expect([graph.nodeCount, graph.edgeCount]).toEqual(rows);
  });

  it("stands in the middle of its members, which go where it is put", () => {
    const graph = chainOfThree();
    const it_ = byHand(begin(), [0, 1]);
    const stack = stackOf(graph, it_);
    const positions = PlaceColumn.of(Array.from({ length: 14 }, (_, at) => 10 * at));
    const standing = withStacks(stackedOf(graph, it_), positions);
    expect([standing.x(stack), standing.y(stack)]).toEqual([10, 20]);
    carryMembers(stackedOf(graph, it_), positions, () => ({ x: 110, y: -80 }));
    expect(pairsOf(positions, 3)).toEqual([100, -90, 120, -70, 40, 50]);
    expect(middleOf(positions, [0, 1])).toEqual({ x: 110, y: -80 });
  });

  it("stands for its members where they are selected, on a path or looked at", () => {
    const graph = chainOfThree();
    const it_ = byHand(begin(), [0, 1, 2]);
    const stack = stackOf(graph, it_);
    const stacked = stackedOf(graph, it_);
    expect(drawnFor(stacked, [0, 1, 4])).toEqual([stack, 4]);
    expect(nodesBehind(stacked, stack)).toEqual([0, 1, 2]);
    const [line] = drawnEdgesFor(graph, stacked, [3]);
    expect(isBundle(graph, line as number)).toBe(true);
    expect(statementsOf(graph, line as number)).toEqual([3, 6]);
    expect(drawnEdgesFor(graph, stacked, [5])).toEqual([5]);
  });

  it("is what is selected when just its members are", () => {
    const it_ = byHand(begin(), [0, 1]);
    expect(selectedGroup(explore.selectSeveral(it_, [1, 0]))?.key).toBe("hand:1");
    expect(selectedGroup(explore.selectSeveral(it_, [0]))).toBeNull();
    expect(selectedGroup(explore.selectSeveral(it_, [0, 1, 2]))).toBeNull();
    expect(selectedGroup(explore.selectSeveral(setOpen(it_, ["hand:1"], true), [0, 1]))).toBeNull();
  });
});
