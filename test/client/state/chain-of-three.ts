import fc from "fast-check";
import * as explore from "#client/state/exploration.ts";
import { emptyGraph, type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { addGroups, freshKey } from "#client/state/slices/groups.ts";
import { statementsOf } from "#client/state/stack-rows.ts";
import { stackedOf } from "#client/state/stacks.ts";
import { subgraphOf } from "./subgraph-of.ts";

/** Three companies on a chain, one of them in a park of a region, and a company beside them. */
export const chainOfThree = (): LoadedGraph => {
  const graph = emptyGraph();
  mergeSubgraph(
    graph,
    subgraphOf(
      [
        ["co-a", "Company", 4],
        ["co-b", "Company"],
        ["co-c", "Company"],
        ["chain-d", "IndustrialChain", 3],
        ["park-e", "Park", 2],
        ["region-f", "Region"],
        ["co-g", "Company"],
      ],
      [
        ["s-1", "PART_OF_CHAIN", "co-a", "chain-d"],
        ["s-2", "PART_OF_CHAIN", "co-b", "chain-d", "inferred", 0.85],
        ["s-3", "PART_OF_CHAIN", "co-c", "chain-d", "inferred", 0.7],
        ["s-4", "LOCATED_IN", "co-a", "park-e"],
        ["s-5", "LOCATED_IN", "co-b", "park-e", "inferred", 0.6],
        ["s-6", "LOCATED_IN", "park-e", "region-f"],
        ["s-7", "LOCATED_IN", "co-c", "park-e"],
        ["s-8", "SUBSIDIARY_OF", "co-g", "co-a"],
      ],
    ),
  );
  return graph;
};
export const all = [0, 1, 2, 3, 4, 5, 6];
export const begin = () => explore.show(explore.emptyExploration("force"), all);
export const byHand = (it_: explore.Exploration, members: readonly number[]) =>
  addGroups(it_, [{ key: freshKey(it_), by: "hand", title: "", members, open: false }]);
export const drawnIn = (graph: LoadedGraph, it_: explore.Exploration): number[] => {
  const { drawn } = stackedOf(graph, it_);
  return [...drawn.keys()].filter((node) => drawn[node] === 1);
};
export const stackOf = (graph: LoadedGraph, it_: explore.Exploration): number => [...stackedOf(graph, it_).members.keys()][0] as number;
/** What is drawn between what: names of relations with their ends and number of statements. */
export const linesIn = (graph: LoadedGraph, it_: explore.Exploration): string[] => {
  const drawn = new Set(drawnIn(graph, it_));
  const { source, target, id } = graph.edges;
  return id
    .map((_, edge) => edge)
    .filter((edge) => drawn.has(source[edge] as number) && drawn.has(target[edge] as number))
    .map(
      (edge) =>
        `${graph.nodes.name[source[edge] as number]} ${graph.nodes.name[target[edge] as number]} ${statementsOf(graph, edge).length}`,
    )
    .sort();
};

export const members = fc.uniqueArray(fc.constantFrom(...all), { minLength: 2, maxLength: 5 });
