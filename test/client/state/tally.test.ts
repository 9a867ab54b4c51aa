import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { learnSources } from "#client/state/actions/evidence.ts";
import { type AtlasStore, createAtlasStore } from "#client/state/atlas.ts";
import { type Exploration, emptyExploration, setMinConfidence, setStatus } from "#client/state/exploration.ts";
import { type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { firstDay, unbounded } from "#client/state/loaded-sources.ts";
import { presentClocks } from "#client/state/slices/clocks.ts";
import { isLeftOut, leaveOut, leftOutEdges } from "#client/state/slices/left-out.ts";
import { trustAll } from "#client/state/slices/trust.ts";
import { statementsByDocument, timelineOf } from "#client/state/timeline.ts";
import { countVisible, filterMasks, isEdgeVisible, isNodeVisible } from "#client/state/visible.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { subgraphOf } from "./subgraph-of.ts";

/** How often counts were kept up by what differs, and how often everything was counted anew, while somebody watches. */
const ran = vi.hoisted(() => ({ watched: false, byDelta: 0, anew: 0 }));
vi.mock("#client/state/present-edges.ts", async (original) => {
  const real = await original<typeof import("#client/state/present-edges.ts")>();
  const followEdges: typeof real.followEdges = (graph, before, after, sink) => {
    let forgot = false;
    const forget = () => {
      forgot = true;
      sink.forget();
    };
    real.followEdges(graph, before, after, { ...sink, forget });
    if (ran.watched) ran[forgot ? "anew" : "byDelta"] += 1;
  };
  return { ...real, followEdges };
});
const watched = <T>(count: () => T): T => {
  ran.watched = true;
  const found = count();
  ran.watched = false;
  return found;
};

const size = 24;
const kinds = ["Company", "Park", "Region"] as const;
const types = ["PARTNERS_WITH", "LOCATED_IN"] as const;
const documents = ["doc-a", "doc-b"];

const node = fc.nat(size - 1);
const year = fc.integer({ min: 1995, max: 2026 }).map(String);
const edge = fc.record({
  source: node,
  target: node,
  type: fc.constantFrom(...types),
  status: fc.constantFrom("stated", "inferred"),
  confidence: fc.constantFrom(1, 0.85, 0.7),
  said: fc.record({ from: year, to: year, documents: fc.subarray(documents) }, { requiredKeys: ["documents"] }),
});
type Edge = typeof edge extends fc.Arbitrary<infer T> ? T : never;

const look = fc.record({
  shown: fc.array(fc.nat(1), { maxLength: size }),
  hiddenKinds: fc.subarray([...kinds]),
  hiddenTypes: fc.subarray([...types]),
  status: fc.constantFrom("all" as const, "stated" as const),
  minConfidence: fc.constantFrom(0, 0.75, 0.9),
  heldAt: fc.option(year),
  documents: fc.option(fc.subarray(documents)),
  leftOut: fc.array(fc.nat({ max: 99 }), { maxLength: 6 }),
  /** Edges that arrive before this look. */
  coming: fc.array(edge, { maxLength: 4 }),
});

/** From one look to the next: little of it changes, as when somebody expands, hides, or moves a slider by one. */
const move = fc.record({
  turned: fc.uniqueArray(node, { maxLength: 2 }),
  heldAt: fc.option(fc.option(year), { freq: 3 }),
  documents: fc.option(fc.option(fc.subarray(documents)), { freq: 3 }),
  hiddenKinds: fc.option(fc.subarray([...kinds]), { freq: 3 }),
  leftOut: fc.option(fc.array(fc.nat({ max: 99 }), { maxLength: 3 }), { freq: 3 }),
  coming: fc.array(edge, { maxLength: 2 }),
});
const walk = fc
  .record({ start: look, edges: fc.array(edge, { minLength: 60, maxLength: 90 }), moves: fc.array(move, { minLength: 4, maxLength: 8 }) })
  .map(({ start, edges: first, moves }) => {
    const looks: Looked[] = [{ ...start, coming: first }];
    for (const { turned, coming, ...filters } of moves) {
      const last = looks.at(-1) as Looked;
      const shown = [...last.shown];
      for (const one of turned) {
        while (shown.length <= one) shown.push(0);
        shown[one] = 1 - (shown[one] as number);
      }
      const changed = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null));
      looks.push({ ...last, ...changed, shown: turned.length === 0 ? last.shown : shown, coming });
    }
    return looks;
  });

function explorationOf({ shown, hiddenKinds, hiddenTypes, status, minConfidence, heldAt, documents: heard, leftOut }: Looked): Exploration {
  const it = {
    ...emptyExploration("force"),
    shown: Uint8Array.from(shown),
    leftOut: leftOut.length === 0 ? null : leaveOut(null, leftOut),
    hiddenKinds: new Set(hiddenKinds),
    hiddenTypes: new Set(hiddenTypes),
  };
  return {
    ...setMinConfidence(setStatus(it, status), minConfidence),
    clocks: heldAt === null ? presentClocks : { ...presentClocks, heldAt },
    trust: heard === null ? trustAll : { ...trustAll, documents: new Set(heard) },
  };
}
type Looked = typeof look extends fc.Arbitrary<infer T> ? T : never;

let edges = 0;
function merge(store: AtlasStore, coming: readonly Edge[]): LoadedGraph {
  const { graph } = store.getState();
  const rows = coming.map(({ source, target, type, status, confidence, said }) => {
    edges += 1;
    return [`s-${edges}`, type, `n-${source}`, `n-${target}`, status, confidence, said] as const;
  });
  mergeSubgraph(
    graph,
    subgraphOf(
      [...Array(size).keys()].map((at) => [`n-${at}`, kinds[at % kinds.length] as string]),
      rows.map((row) => [...row]),
    ),
  );
  store.setState({ graph: { ...graph } });
  return store.getState().graph;
}

/** The same counts by looking at everything, of a graph about which nothing has been remembered. */
function countedAnew(known: LoadedGraph, it: Exploration) {
  const graph = { ...known, nodes: { ...known.nodes, id: [...known.nodes.id] } };
  const masks = filterMasks(graph, it);
  const open = { ...it, hiddenKinds: new Set<never>(), hiddenTypes: new Set<never>(), status: "all" as const, minConfidence: 0 };
  const openMasks = filterMasks(graph, open);
  const nodes = [...Array(graph.nodeCount).keys()];
  const all = [...Array(graph.edgeCount).keys()];
  const present = all.filter((one) => isEdgeVisible(graph, open, openMasks, one));
  return {
    nodes: nodes.filter((one) => isNodeVisible(graph, it, masks, one)).length,
    edges: all.filter((one) => isEdgeVisible(graph, it, masks, one)).length,
    byKind: entityKinds.map(
      (_, code) => nodes.filter((one) => graph.nodes.kind[one] === code && isNodeVisible(graph, open, openMasks, one)).length,
    ),
    byType: relationTypes.map((_, code) => present.filter((one) => graph.edges.type[one] === code).length),
  };
}

function expectCounted(looks: readonly Looked[]): void {
  const store = createAtlasStore();
  learnSources(
    store,
    documents.map((id) => ({ id, published: "2020", reliability: "high" as const })),
  );
  for (const one of looks) {
    const graph = merge(store, one.coming);
    const it_ = explorationOf(one);
    const { nodes, edges: counted, byKind, byType } = watched(() => countVisible(graph, it_));
    expect({ nodes, edges: counted, byKind: [...byKind], byType: [...byType] }).toEqual(countedAnew(graph, it_));
    const masks = filterMasks(graph, it_);
    expect(leftOutEdges(it_.leftOut).filter((left) => left < graph.edgeCount && isEdgeVisible(graph, it_, masks, left))).toEqual([]);
  }
}

function expectTimeline(looks: readonly Looked[]): void {
  const store = createAtlasStore();
  for (const one of looks) {
    const graph = merge(store, one.coming);
    const it = explorationOf(one);
    const { shown, leftOut } = it;
    const { source, target, from, to } = graph.edges;
    const present = [...Array(graph.edgeCount).keys()].filter(
      (at) => shown[source[at] as number] === 1 && shown[target[at] as number] === 1 && !isLeftOut(leftOut, at),
    );
    const { first, held, heldUndated, total } = watched(() => timelineOf(graph, it, 2026));
    expect(total).toBe(present.length);
    expect(heldUndated).toBe(present.filter((at) => from[at] === unbounded.from && to[at] === unbounded.to).length);
    for (const [bar, count] of held.entries()) {
      const day = firstDay(String((first as number) + bar));
      const begins = present.filter((at) => from[at] === day).length;
      const endsOnly = bar > 0 ? 0 : present.filter((at) => from[at] === unbounded.from && to[at] !== unbounded.to).length;
      expect(count).toBe(begins + endsOnly);
    }
    const said = watched(() => statementsByDocument(graph, it));
    for (const [at, id] of graph.sources.documents.entries())
      expect(said.get(id) ?? 0).toBe(present.filter((e) => graph.sources.sets[graph.edges.documents[e] as number]?.includes(at)).length);
  }
}

describe("what is on the canvas", () => {
  beforeEach(() => Object.assign(ran, { watched: false, byDelta: 0, anew: 0 }));
  const far = fc.array(look, { minLength: 1, maxLength: 8 });

  it("is counted right after any other look, whatever came in between", () => {
    fc.assert(fc.property(far, expectCounted), { numRuns: 120 });
    expect(ran.anew).toBeGreaterThan(120);
  });

  it("is counted right by what differs from the look before, where that is little", () => {
    fc.assert(fc.property(walk, expectCounted), { numRuns: 80 });
    // The first look of each walk has nothing before it.
    expect(ran.byDelta).toBeGreaterThan(3 * ran.anew);
  });

  it("has a timeline and counts by document that follow it", () => {
    fc.assert(fc.property(far, expectTimeline), { numRuns: 100 });
    expect(ran.anew).toBeGreaterThan(100);
  });

  it("has a timeline and counts by document that follow it by what differs, where that is little", () => {
    fc.assert(fc.property(walk, expectTimeline), { numRuns: 60 });
    expect(ran.byDelta).toBeGreaterThan(3 * ran.anew);
  });
});
