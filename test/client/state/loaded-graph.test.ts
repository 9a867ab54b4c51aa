import { describe, expect, it } from "vitest";
import { emptyGraph, kindOf, mergeSubgraph, neighboursOf, statusOf, typeOf } from "#client/state/loaded-graph.ts";
import { subgraphOf } from "./subgraph-of.ts";

const first = () =>
  subgraphOf(
    [
      ["co-a", "Company", 3],
      ["park-b", "Park"],
    ],
    [["s-1", "LOCATED_IN", "co-a", "park-b", "inferred", 0.85]],
  );

describe("merging subgraphs", () => {
  it("keeps kinds, types, status and confidence whatever order the dictionary has", () => {
    const graph = emptyGraph();
    mergeSubgraph(graph, first());
    expect(kindOf(graph, 1)).toBe("Park");
    expect(typeOf(graph, 0)).toBe("LOCATED_IN");
    expect(statusOf(graph, 0)).toBe("inferred");
    expect(graph.edges.confidence[0]).toBeCloseTo(0.85);
  });

  it("adds nothing when the same subgraph comes twice", () => {
    const graph = emptyGraph();
    mergeSubgraph(graph, first());
    const again = mergeSubgraph(graph, first());
    expect([graph.nodeCount, graph.edgeCount]).toEqual([2, 1]);
    expect(again.nodes).toEqual([0, 1]);
    expect(again.nodesFrom).toBe(2);
  });

  it("joins new nodes to known ones by id, so that indexes stay what they were", () => {
    const graph = emptyGraph();
    mergeSubgraph(graph, first());
    mergeSubgraph(
      graph,
      subgraphOf(
        [
          ["proj-c", "Project"],
          ["co-a", "Company", 5],
        ],
        [["s-2", "BUILDS", "co-a", "proj-c"]],
      ),
    );
    expect(graph.nodes.id).toEqual(["co-a", "park-b", "proj-c"]);
    expect(neighboursOf(graph, 0).sort()).toEqual([1, 2]);
    expect(graph.nodes.degree[0]).toBe(5);
  });

  it("leaves out rows of a kind or relation that the vocabulary does not have", () => {
    const graph = emptyGraph();
    mergeSubgraph(
      graph,
      subgraphOf(
        [
          ["co-a", "Company"],
          ["x-1", "Planet"],
        ],
        [["s-1", "ORBITS", "co-a", "co-a"]],
      ),
    );
    expect([graph.nodeCount, graph.edgeCount]).toEqual([1, 0]);
  });

  it("grows its columns without losing a row", () => {
    const graph = emptyGraph();
    for (let part = 0; part < 5; part++) {
      mergeSubgraph(graph, subgraphOf(Array.from({ length: 300 }, (_, at) => [`co-${part}-${at}`, at % 2 === 0 ? "Company" : "Product"])));
    }
    expect(graph.nodeCount).toBe(1500);
    expect([kindOf(graph, 0), kindOf(graph, 1499)]).toEqual(["Company", "Product"]);
  });
});
