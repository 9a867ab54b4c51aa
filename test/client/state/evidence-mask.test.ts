import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnSources } from "#client/state/actions/evidence.ts";
import { createAtlasStore } from "#client/state/atlas.ts";
import { type Exploration, emptyExploration, show } from "#client/state/exploration.ts";
import { type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { timelineOf } from "#client/state/timeline.ts";
import { activeFilters, canvasFilters, countVisible, filterMasks, isEdgeVisible, isNodeVisible } from "#client/state/visible.ts";
import { periodBounds } from "#graph/model/period.ts";
import { type Reliability, reliabilityOrder } from "#graph/vocabulary/marks.ts";
import { subgraphOf } from "./subgraph-of.ts";

interface Said {
  from?: string;
  to?: string;
  documents: string[];
}
interface Source {
  id: string;
  published?: string;
  reliability: Reliability;
}

/** A row of entities, each joined to the next by one statement. */
function graphOf(said: readonly Said[], sources: readonly Source[]): LoadedGraph {
  const store = createAtlasStore();
  const { graph } = store.getState();
  mergeSubgraph(
    graph,
    subgraphOf(
      [...Array(said.length + 1).keys()].map((node) => [`n-${node}`, "Company"]),
      said.map((it, row) => [`s-${row}`, "PARTNERS_WITH", `n-${row}`, `n-${row + 1}`, "stated", 1, it]),
    ),
  );
  learnSources(store, sources);
  return store.getState().graph;
}

const all = (graph: LoadedGraph, part: Partial<Exploration> = {}): Exploration => ({
  ...show(emptyExploration("force"), [...Array(graph.nodeCount).keys()]),
  ...part,
});
const visibleEdges = (graph: LoadedGraph, it: Exploration): number[] => {
  const masks = filterMasks(graph, it);
  return [...Array(graph.edgeCount).keys()].filter((edge) => isEdgeVisible(graph, it, masks, edge));
};

const date = fc.oneof(
  fc.integer({ min: 2019, max: 2026 }).map(String),
  fc
    .tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`),
);
const sourceIds = ["doc-a", "doc-b", "doc-c"];
const sources = fc.tuple(
  ...sourceIds.map((id) =>
    fc.record(
      { id: fc.constant(id), published: date, reliability: fc.constantFrom(...reliabilityOrder) },
      { requiredKeys: ["id", "reliability"] },
    ),
  ),
);
const said = fc.array(
  fc.record({ from: date, to: date, documents: fc.subarray(sourceIds, { minLength: 1 }) }, { requiredKeys: ["documents"] }),
  { minLength: 1, maxLength: 8 },
);
const clocks = fc.record({ heldAt: fc.option(date), saidBy: fc.option(date), undatedHidden: fc.boolean() });
const trust = fc.record({
  documents: fc.option(fc.subarray(sourceIds).map((ids) => new Set(ids))),
  reliability: fc.option(fc.constantFrom(...reliabilityOrder)),
});

describe("clocks and trust", () => {
  it("leave exactly the statements that hold at the time and that a document which counts had said", () => {
    fc.assert(
      fc.property(said, sources, clocks, trust, (statements, documents, time, by) => {
        const graph = graphOf(statements, documents);
        const it_ = all(graph, { clocks: time, trust: by });
        const expected = statements.flatMap(({ from, to, documents: ids }, edge) => {
          const day = time.heldAt === null ? null : periodBounds(time.heldAt).end;
          const isUndated = from === undefined && to === undefined;
          const holds =
            day === null ||
            (isUndated
              ? !time.undatedHidden
              : (from === undefined || periodBounds(from).start <= day) && (to === undefined || day <= periodBounds(to).end));
          const until = time.saidBy === null ? null : periodBounds(time.saidBy).end;
          const isHeard = ids.some((id) => {
            const source = documents.find((one) => one.id === id) as Source;
            return (
              (by.documents === null || by.documents.has(id)) &&
              (by.reliability === null || reliabilityOrder.indexOf(source.reliability) >= reliabilityOrder.indexOf(by.reliability)) &&
              (until === null || (source.published === undefined ? !time.undatedHidden : periodBounds(source.published).start <= until))
            );
          });
          return holds && isHeard ? [edge] : [];
        });
        expect(visibleEdges(graph, it_)).toEqual(expected);
      }),
    );
  });

  it("count what they leave, and leave no entity that keeps none of its statements", () => {
    fc.assert(
      fc.property(said, sources, clocks, trust, (statements, documents, time, by) => {
        const graph = graphOf(statements, documents);
        const it_ = all(graph, { clocks: time, trust: by });
        const edges = visibleEdges(graph, it_);
        const masks = filterMasks(graph, it_);
        const nodes = [...Array(graph.nodeCount).keys()].filter((node) => isNodeVisible(graph, it_, masks, node));
        const counts = countVisible(graph, it_);
        expect([counts.nodes, counts.edges]).toEqual([nodes.length, edges.length]);
        expect(counts.byStatus[0]).toBe(edges.length);
        if (activeFilters(it_).length > 0) expect(nodes).toEqual([...new Set(edges.flatMap((edge) => [edge, edge + 1]))]);
        else expect(nodes).toHaveLength(graph.nodeCount);
      }),
    );
  });

  it("are filters like the others: named, cleared, and nothing for the drawing when they are off", () => {
    const graph = graphOf([{ documents: ["doc-a"] }], [{ id: "doc-a", reliability: "low" }]);
    expect(canvasFilters(graph, all(graph)).masked).toBeNull();
    const filtered = all(graph, { clocks: { heldAt: "2020", saidBy: "2021" }, trust: { documents: new Set(), reliability: "high" } });
    expect(activeFilters(filtered)).toEqual(["held", "said", "documents", "reliability"]);
    expect(canvasFilters(graph, filtered).masked?.edges[0]).toBe(1);
    expect(canvasFilters(graph, filtered).masked?.nodes[0]).toBe(0b11);
  });

  it("look again when dates of documents arrive", () => {
    const store = createAtlasStore();
    mergeSubgraph(
      store.getState().graph,
      subgraphOf(
        [
          ["a", "Company"],
          ["b", "Company"],
        ],
        [["s", "PARTNERS_WITH", "a", "b", "stated", 1, { documents: ["doc-a"] }]],
      ),
    );
    const it_ = all(store.getState().graph, { clocks: { heldAt: null, saidBy: "2022" } });
    // Nothing is known of the document yet: it counts as one without a date.
    expect(countVisible(store.getState().graph, it_).edges).toBe(1);
    learnSources(store, [{ id: "doc-a", published: "2023-05", reliability: "high" }]);
    expect(countVisible(store.getState().graph, it_).edges).toBe(0);
  });
});

describe("the row of years", () => {
  const graph = graphOf(
    [
      { from: "2020-05", documents: ["doc-a"] },
      { from: "2022", to: "2023", documents: ["doc-a", "doc-b"] },
      { to: "2021", documents: ["doc-c"] },
      { documents: ["doc-c"] },
    ],
    [
      { id: "doc-a", published: "2024-03", reliability: "medium" },
      { id: "doc-b", published: "2023", reliability: "medium" },
      { id: "doc-c", reliability: "medium" },
    ],
  );

  it("counts statements by the year in which they begin, and by that in which they were first said", () => {
    const { first, held, said: told, heldUndated, saidUndated, total } = timelineOf(graph, all(graph), 2025);
    expect(first).toBe(2020);
    // What only has an end began before all others.
    expect([...held]).toEqual([2, 0, 1, 0, 0, 0]);
    expect([...told]).toEqual([0, 0, 0, 1, 1, 0]);
    expect([heldUndated, saidUndated, total]).toEqual([1, 2, 4]);
  });

  it("counts only what is on the canvas", () => {
    const { total } = timelineOf(graph, show(emptyExploration("force"), [0, 1]), 2025);
    expect(total).toBe(1);
  });
});
