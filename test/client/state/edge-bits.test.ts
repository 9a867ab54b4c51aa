import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DayOrder } from "#client/state/day-order.ts";
import { edgeBits, isMasked } from "#client/state/edge-bits.ts";
import { emptyGraph, type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { lastDay, unbounded } from "#client/state/loaded-sources.ts";
import { presentClocks } from "#client/state/slices/clocks.ts";
import { trustAll } from "#client/state/slices/trust.ts";
import { subgraphOf } from "./subgraph-of.ts";

const year = fc.integer({ min: 1960, max: 2026 }).map(String);
const span = fc.record({ from: year, to: year }, { requiredKeys: [] });
const spans = fc.array(span, { minLength: 24, maxLength: 60 });
const clocks = fc.record({
  heldAt: fc.option(year),
  saidBy: fc.constantFrom(null, null, null, "2020"),
  undatedHidden: fc.constantFrom(false, false, true),
});

type Span = typeof span extends fc.Arbitrary<infer T> ? T : never;

let made = 0;
function add(graph: LoadedGraph, some: readonly Span[]): void {
  const rows = some.map((it) => [`s-${made++}`, "PARTNERS_WITH", "n-a", "n-b", "stated", 1, { ...it, documents: [] as string[] }] as const);
  mergeSubgraph(
    graph,
    subgraphOf(
      [
        ["n-a", "Company"],
        ["n-b", "Company"],
      ],
      rows.map((row) => [...row]),
    ),
  );
}
const graphOf = (some: readonly Span[]): LoadedGraph => {
  const graph = emptyGraph();
  add(graph, some);
  return graph;
};
const maskedIn = (graph: LoadedGraph, at: Omit<Parameters<typeof edgeBits>[1], "trust">): number[] => {
  const bits = edgeBits(graph, { ...at, trust: trustAll });
  return [...Array(graph.edgeCount).keys()].filter((edge) => isMasked(bits, edge));
};

describe("a clock that moves from moment to moment, while statements arrive", () => {
  it("leaves what a first look at the last moment leaves", () => {
    fc.assert(
      fc.property(spans, fc.array(fc.tuple(clocks, fc.array(span, { maxLength: 3 })), { minLength: 1, maxLength: 8 }), (some, looks) => {
        const graph = graphOf(some);
        for (const [at, coming] of looks) {
          add(graph, coming);
          const fresh = { ...graph, nodes: { ...graph.nodes, id: [...graph.nodes.id] } };
          const it = { clocks: { ...presentClocks, ...at } };
          expect(maskedIn(graph, it)).toEqual(maskedIn(fresh, it));
        }
      }),
    );
  });

  it("never changes an answer that was given", () => {
    const graph = graphOf([{ from: "2001" }, { from: "2010", to: "2012" }, ...Array<Span>(30).fill({})]);
    const first = edgeBits(graph, { clocks: { ...presentClocks, heldAt: "2000" }, trust: trustAll });
    const copy = first.slice();
    edgeBits(graph, { clocks: { ...presentClocks, heldAt: "2011" }, trust: trustAll });
    expect(first).toEqual(copy);
  });
});

describe("edges by their days", () => {
  const holds = (graph: LoadedGraph, edge: number, day: number | null): boolean =>
    day === null || ((graph.edges.from[edge] as number) <= day && (graph.edges.to[edge] as number) >= day);

  it("tell each one that holds at one of two moments only, and none without a date", () => {
    fc.assert(
      fc.property(spans, fc.option(year), fc.option(year), (some, one, other) => {
        const graph = graphOf(some);
        const order = new DayOrder();
        order.extend(graph);
        const [a, b] = [one, other].map((at) => (at === null ? null : lastDay(at))) as [number | null, number | null];
        const told = new Set<number>();
        const between = order.between(a, b);
        if (between === null) return;
        between((edge) => told.add(edge));
        for (let edge = 0; edge < graph.edgeCount; edge++) {
          if (holds(graph, edge, a) !== holds(graph, edge, b)) expect(told.has(edge)).toBe(true);
          const undated = graph.edges.from[edge] === unbounded.from && graph.edges.to[edge] === unbounded.to;
          if (undated) expect(told.has(edge)).toBe(false);
        }
      }),
    );
  });

  it("tell only those between two near moments, and nothing where they would be most of all", () => {
    const graph = graphOf([...Array(40).keys()].map((at) => ({ from: String(1970 + at) })));
    const order = new DayOrder();
    order.extend(graph);
    const told: number[] = [];
    order.between(lastDay("1980"), lastDay("1983"))?.((edge) => told.push(edge));
    expect(told.sort((a, b) => a - b)).toEqual([11, 12, 13]);
    expect(order.between(lastDay("1970"), lastDay("2009"))).toBeNull();
  });
});
