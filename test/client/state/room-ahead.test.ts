import { describe, expect, it } from "vitest";
import { canvasTally } from "#client/state/canvas-tally.ts";
import { edgeBits } from "#client/state/edge-bits.ts";
import { emptyExploration, show } from "#client/state/exploration.ts";
import { emptyGraph, type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { makeRoomAhead } from "#client/state/room-ahead.ts";
import { countVisible } from "#client/state/visible.ts";
import { subgraphOf } from "./subgraph-of.ts";

const many = 1_480;

/** A ring of companies from `from` up to `to`, each with one link to the one before. */
const ring = (from: number, to: number) => {
  const ids = Array.from({ length: to - from }, (_, at) => from + at);
  return subgraphOf(
    [
      ...(from > 0 ? [[`co-${from - 1}`, "Company"] as [string, string]] : []),
      ...ids.map((at) => [`co-${at}`, "Company"] as [string, string]),
    ],
    ids.filter((at) => at > 0).map((at) => [`s-${at}`, "PARTNERS_WITH", `co-${at}`, `co-${at - 1}`] as [string, string, string, string]),
  );
};
const counted = (graph: LoadedGraph) => countVisible(graph, show(emptyExploration("force"), [...Array(graph.nodeCount).keys()]));
const columns = (graph: LoadedGraph) => [
  ...[graph.nodes.kind, graph.nodes.degree],
  ...[graph.edges.type, graph.edges.source, graph.edges.target, graph.edges.status, graph.edges.confidence],
  ...[graph.edges.from, graph.edges.to, graph.edges.documents, canvasTally(graph).cells.of],
];

describe("room that is made ahead", () => {
  it("takes in an expansion without a column being copied, and counts as before", () => {
    const graph = emptyGraph();
    // Columns begin half as large again as what comes first: what follows all but fills them.
    mergeSubgraph(graph, ring(0, 1_000));
    counted(graph);
    mergeSubgraph(graph, ring(1_000, many));
    counted(graph);
    makeRoomAhead(graph);
    const before = columns(graph);
    mergeSubgraph(graph, ring(many, many + 100));
    expect(counted(graph)).toMatchObject({ nodes: many + 100, edges: many + 99 });
    for (const [at, column] of columns(graph).entries()) expect(column).toBe(before[at]);
  });

  it("changes nothing that is said, and is not made twice", () => {
    const graph = emptyGraph();
    mergeSubgraph(graph, ring(0, many));
    const clocks = { heldAt: "2024", saidBy: null };
    const [counts, bits] = [counted(graph), edgeBits(graph, { clocks, trust: { documents: null, reliability: null } })];
    makeRoomAhead(graph);
    const roomy = columns(graph);
    makeRoomAhead(graph);
    for (const [at, column] of columns(graph).entries()) expect(column).toBe(roomy[at]);
    expect(counted(graph)).toEqual(counts);
    expect([...edgeBits(graph, { clocks, trust: { documents: null, reliability: null } })]).toEqual([...bits]);
  });
});
