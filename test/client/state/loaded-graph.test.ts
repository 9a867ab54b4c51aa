import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyGraph, kindOf, type LoadedGraph, Merging, mergeSubgraph, otherEnd, statusOf, typeOf } from "#client/state/loaded-graph.ts";
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
    expect(graph.incident[0]?.map((edge) => otherEnd(graph, edge, 0)).sort()).toEqual([1, 2]);
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

describe("merging in steps", () => {
  const node = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.constantFrom("Company", "Park", "Planet"), fc.nat(9));
  const part = fc
    .tuple(
      fc.uniqueArray(node, { minLength: 1, selector: ([id]) => id }),
      fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(30), fc.boolean())),
    )
    .map(([nodes, edges]) => {
      const id = (at: number) => nodes[at % nodes.length]?.[0] ?? "a";
      const distinct = new Map(edges.map((edge) => [edge[2], edge]));
      return subgraphOf(
        nodes,
        [...distinct.values()].map(([from, to, at, dated]) => {
          const said = dated ? { from: "2020", documents: [`doc-${at % 3}`] } : {};
          return [`s-${at}`, at % 7 === 6 ? "ORBITS" : "BUILDS", id(from), id(to), "stated", 1, said];
        }),
      );
    });
  const rowsOf = ({ nodes, edges, nodeCount, edgeCount, incident, sources }: LoadedGraph) => ({
    nodes: { ...nodes, kind: [...nodes.kind.subarray(0, nodeCount)], degree: [...nodes.degree.subarray(0, nodeCount)] },
    edges: Object.fromEntries(Object.entries(edges).map(([name, column]) => [name, [...column.slice(0, edgeCount)]])),
    incident,
    documents: [sources.documents, sources.sets],
  });

  it("adds up to the same graph as at once, whatever the steps", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.integer({ min: 1, max: 5 }), (parts, rows) => {
        const [atOnce, inSteps] = [emptyGraph(), emptyGraph()];
        for (const one of parts) {
          const whole = mergeSubgraph(atOnce, one);
          const merging = new Merging(inSteps, one);
          let steps = 0;
          while (!merging.step(inSteps, rows)) steps++;
          expect(steps).toBeGreaterThanOrEqual(Math.ceil((one.nodes.id.length + one.edges.id.length) / rows) - 1);
          expect(merging.merged).toEqual({ nodes: whole.nodes, edges: whole.edges });
        }
        expect(rowsOf(inSteps)).toEqual(rowsOf(atOnce));
      }),
    );
  });

  it("goes on where it was when something else was added in between", () => {
    const graph = emptyGraph();
    const merging = new Merging(graph, first());
    merging.step(graph, 1);
    mergeSubgraph(graph, subgraphOf([["proj-c", "Project"]]));
    while (!merging.step(graph, 1));
    expect(graph.nodes.id).toEqual(["co-a", "proj-c", "park-b"]);
    expect(merging.merged).toEqual({ nodes: [0, 2], edges: [0] });
    expect(graph.incident[0]?.map((edge) => otherEnd(graph, edge, 0))).toEqual([2]);
  });
});
