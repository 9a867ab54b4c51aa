import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canvasQuery } from "#client/state/canvas-query.ts";
import { isMasked } from "#client/state/edge-bits.ts";
import * as explore from "#client/state/exploration.ts";
import { layoutInput, wholePicture } from "#client/state/layout-input.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { neighboursShown } from "#client/state/neighbourhood.ts";
import { addGroups } from "#client/state/slices/groups.ts";
import { bringIn, isLeftOut, type LeftOut, leaveOut, leftOutEdges } from "#client/state/slices/left-out.ts";
import { linesOf, stackedOf } from "#client/state/stacks.ts";
import { canvasFilters, countVisible } from "#client/state/visible.ts";
import { subgraphOf } from "./subgraph-of.ts";

const graphOfThree = () => {
  const graph = emptyGraph();
  mergeSubgraph(
    graph,
    subgraphOf(
      [
        ["co-a", "Company"],
        ["co-b", "Company"],
        ["park-c", "Park"],
      ],
      [
        ["s-0", "LOCATED_IN", "co-a", "park-c"],
        ["s-1", "LOCATED_IN", "co-b", "park-c"],
        ["s-2", "SUPPLIES", "co-a", "co-b"],
      ],
    ),
  );
  return graph;
};
const pictureWithout = (...edges: number[]): explore.Exploration => ({
  ...explore.show(explore.emptyExploration("force"), [0, 1, 2]),
  leftOut: leaveOut(null, edges),
});

describe("statements that are left out", () => {
  it("are a set: what was left out and not brought in since", () => {
    const change = fc.record({ out: fc.boolean(), edges: fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let bits: LeftOut = null;
        const set = new Set<number>();
        for (const { out, edges } of changes) {
          const before = leftOutEdges(bits);
          const next: LeftOut = out ? leaveOut(bits, edges) : bringIn(bits, edges);
          expect(leftOutEdges(bits)).toEqual(before);
          bits = next;
          for (const edge of edges) out ? set.add(edge) : set.delete(edge);
        }
        expect(leftOutEdges(bits)).toEqual([...set].sort((a, b) => a - b));
        expect([...Array(220).keys()].filter((edge) => isLeftOut(bits, edge))).toEqual(leftOutEdges(bits));
        if (set.size === 0) expect(bits).toBeNull();
      }),
    );
  });

  it("are no lines, no neighbours, nothing that pulls and nothing that the query of the canvas names; who loses all of them stays", () => {
    const graph = graphOfThree();
    const it_ = pictureWithout(0, 2);
    expect(countVisible(graph, it_)).toMatchObject({ nodes: 3, edges: 1 });
    expect(neighboursShown(graph, it_, 0)).toEqual([]);
    expect(neighboursShown(graph, it_, 1)).toEqual([2]);
    const { source } = layoutInput(graph, it_, {
      part: wholePicture(graph, stackedOf(graph, it_)),
      positions: null,
      fixed: () => false,
      aspect: 1,
      stage: null,
    });
    expect([...source]).toEqual([1]);
    expect(canvasQuery(graph, it_, false).parameters).toMatchObject({ statements: ["s-1"] });
    // The same entities with all of them: nothing of the answer before is kept.
    expect(canvasQuery(graph, { ...it_, leftOut: null }, false).parameters).toMatchObject({ statements: ["s-0", "s-1", "s-2"] });
  });

  it("count as not fetched, at each of their ends, and are no filter", () => {
    const filters = canvasFilters(graphOfThree(), pictureWithout(0, 2));
    expect([...(filters.leftOut ?? [])].toSorted()).toEqual([
      [0, 2],
      [1, 1],
      [2, 1],
    ]);
    expect(filters.masked?.isFiltered).toBe(false);
  });

  it("are not in the line of a closed group, which stays as long as it has another", () => {
    const graph = graphOfThree();
    const linesWithout = (...edges: number[]): number => {
      const it_ = addGroups(pictureWithout(...edges), [{ key: "hand:1", by: "hand", title: "", members: [0, 1], open: false }]);
      const stacked = stackedOf(graph, it_);
      const { masked } = canvasFilters(graph, it_);
      const [stack] = stacked.members.keys();
      return linesOf(graph, stacked, stack as number).filter((line) => !masked || !isMasked(masked.edges, line)).length;
    };
    expect(linesWithout()).toBe(1);
    expect(linesWithout(0)).toBe(1);
    expect(linesWithout(0, 1)).toBe(0);
  });
});
