import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlaceColumn } from "#client/columns/place-column.ts";
import * as explore from "#client/state/exploration.ts";
import { communityGroups, groupsBy, withoutRules } from "#client/state/group-rules.ts";
import { mergeSubgraph } from "#client/state/loaded-graph.ts";
import { restoreExploration, saveExploration } from "#client/state/saved.ts";
import { addGroups, groupOf, type NodeGroup, setOpen } from "#client/state/slices/groups.ts";
import { stackedOf } from "#client/state/stacks.ts";
import { all, begin, byHand, chainOfThree, drawnIn, members } from "./chain-of-three.ts";
import { subgraphOf } from "./subgraph-of.ts";

describe("groups", () => {
  it("hold a node in one of them at most, and two or more", () => {
    fc.assert(
      fc.property(fc.array(members, { maxLength: 5 }), (groups) => {
        const it_ = groups.reduce(byHand, begin());
        const inside = it_.groups.flatMap((group) => group.members);
        expect(new Set(inside).size).toBe(inside.length);
        for (const group of it_.groups) {
          expect(group.members.length).toBeGreaterThan(1);
          for (const node of group.members) expect(groupOf(it_, node)).toBe(group);
        }
      }),
    );
  });

  const titles = (groups: readonly NodeGroup[]) => groups.map(({ title, members: some }) => [title, some]);

  it("are made by kind, by the chain that names a company, and by park, with the chain or park itself", () => {
    const graph = chainOfThree();
    expect(titles(groupsBy(graph, begin(), "kind"))).toEqual([["Company", [0, 1, 2, 6]]]);
    expect(titles(groupsBy(graph, begin(), "chain"))).toEqual([["chain-d", [0, 1, 2, 3]]]);
    expect(titles(groupsBy(graph, begin(), "park"))).toEqual([["park-e", [0, 1, 2, 4]]]);
  });

  it("go by what is stated before what is inferred, where a company is on two chains", () => {
    const graph = chainOfThree();
    mergeSubgraph(
      graph,
      subgraphOf(
        [
          ["co-b", "Company"],
          ["co-g", "Company"],
          ["chain-h", "IndustrialChain"],
        ],
        [
          ["s-9", "PART_OF_CHAIN", "co-b", "chain-h"],
          ["s-10", "PART_OF_CHAIN", "co-g", "chain-h", "inferred", 0.5],
        ],
      ),
    );
    const it_ = explore.show(begin(), [7]);
    expect(titles(groupsBy(graph, it_, "chain"))).toEqual([
      ["chain-d", [0, 2, 3]],
      ["chain-h", [1, 6, 7]],
    ]);
  });

  it("by a rule take the place of those of another rule and leave those by hand alone", () => {
    const graph = chainOfThree();
    const hand = byHand(begin(), [0, 6]);
    const kinds = addGroups(hand, groupsBy(graph, hand, "kind"));
    expect(kinds.groups.map(({ key }) => key)).toEqual(["hand:1", "kind:Company"]);
    const chains = addGroups(withoutRules(kinds), groupsBy(graph, withoutRules(kinds), "chain"));
    expect(chains.groups.map(({ key }) => key)).toEqual(["hand:1", "chain:chain-d"]);
    expect(groupOf(chains, 0)?.key).toBe("hand:1");
  });

  it("of communities are named after the most connected member", () => {
    const graph = chainOfThree();
    const labels = new Map(all.map((node) => [node, node < 4 ? 0 : 1]));
    expect(titles(communityGroups(graph, begin(), labels))).toEqual([
      ["co-a", [0, 1, 2, 3]],
      ["park-e", [4, 5, 6]],
    ]);
  });

  it("come back by ids from a saved view, open or closed as they were", () => {
    const graph = chainOfThree();
    const it_ = setOpen(byHand(byHand(begin(), [0, 1]), [4, 5]), ["hand:2"], true);
    stackedOf(graph, it_);
    const saved = JSON.parse(JSON.stringify(saveExploration(graph, it_, PlaceColumn.none())));
    expect(saved.shown).not.toContain("group:hand:1");
    const { exploration } = restoreExploration(graph, saved);
    expect(exploration.groups).toEqual(it_.groups);
    expect(drawnIn(graph, exploration)).toEqual(drawnIn(graph, it_));
  });
});
