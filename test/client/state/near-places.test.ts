import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { PlaceColumn } from "#client/columns/place-column.ts";
import { communitiesOf } from "#client/communities/communities.ts";
import { force } from "#client/layouts/force/force.ts";
import { createActions } from "#client/state/actions.ts";
import { createAtlasStore, positionsOf } from "#client/state/atlas.ts";
import { emptyGraph, type LoadedGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { nearOf, setBeside } from "#client/state/near-places.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { subgraphOf } from "./subgraph-of.ts";

/** A ring of companies far from the origin, each tied to the next: the picture that stands. */
const ring = 12;
const away = { x: 4000, y: -3000 };
const company = (at: number) => `co-${at % ring}`;
const standingPart = subgraphOf(
  Array.from({ length: ring }, (_, at) => [company(at), "Company", 2]),
  Array.from({ length: ring }, (_, at) => [`s-${at}`, "PARTNERS_WITH", company(at), company(at + 1)]),
);

async function openAtlas(found: Subgraph) {
  const store = createAtlasStore();
  const actions = createActions(store, {
    calls: { graph: async () => standingPart, neighbours: async () => found } as unknown as Calls,
    layOut: async (_, input, { signal }) => force.run(input, { signal, onProgress: () => {} }),
    findCommunities: async (input) => communitiesOf(input),
    now: () => 0,
    reducedMotion: () => true,
    aspect: () => 1.6,
  });
  await actions.overview();
  // As a person would leave it: dragged away from the middle, one by one.
  const { graph } = store.getState();
  for (let node = 0; node < graph.nodeCount; node++) {
    const [x, y] = placeOf(store, node);
    actions.moveNode(node, x + away.x, y + away.y);
  }
  return { store, actions };
}

const placeOf = (store: ReturnType<typeof createAtlasStore>, node: number): [number, number] => {
  const positions = positionsOf(store.getState());
  return [positions.x(node), positions.y(node)];
};
const placeOfId = (store: ReturnType<typeof createAtlasStore>, id: string) =>
  placeOf(store, store.getState().graph.nodeIndex.get(id) as number);
const apart = ([x, y]: [number, number], [u, v]: [number, number]) => Math.hypot(x - u, y - v);
const toPicture = (store: ReturnType<typeof createAtlasStore>, place: [number, number]) =>
  Math.min(...Array.from({ length: ring }, (_, at) => apart(place, placeOfId(store, company(at)))));

describe("what is brought onto the canvas", () => {
  it("stands beside the picture where nothing ties it to that, alone or as a result of many, and moves nothing", async () => {
    for (const count of [1, 3, 40]) {
      const { store, actions } = await openAtlas(standingPart);
      const before = Array.from({ length: ring }, (_, at) => placeOfId(store, company(at)));
      const funds = Array.from({ length: count }, (_, at) => `fund-${at}`);
      await actions.showResult(subgraphOf(funds.map((id) => [id, "Fund", 0])), false);
      expect(Array.from({ length: ring }, (_, at) => placeOfId(store, company(at)))).toEqual(before);
      const distances = funds.map((id) => toPicture(store, placeOfId(store, id)));
      expect(Math.min(...distances)).toBeGreaterThan(40);
      expect(Math.min(...distances)).toBeLessThan(200);
      expect(Math.max(...distances)).toBeLessThan(count === 40 ? 1400 : 400);
    }
  });

  it("stands near what it is tied to, though not all of it has one and the same anchor", async () => {
    const { store, actions } = await openAtlas(standingPart);
    const found = subgraphOf(
      [
        [company(0), "Company", 2],
        [company(6), "Company", 2],
        ["proj-a", "Project", 1],
        ["proj-b", "Project", 2],
        ["prod-c", "Product", 1],
      ],
      [
        ["s-a", "BUILDS", company(0), "proj-a"],
        ["s-b", "BUILDS", company(6), "proj-b"],
        ["s-c", "PRODUCES", "proj-b", "prod-c"],
      ],
    );
    await actions.showResult(found, false);
    expect(apart(placeOfId(store, "proj-a"), placeOfId(store, company(0)))).toBeLessThan(250);
    expect(apart(placeOfId(store, "proj-b"), placeOfId(store, company(6)))).toBeLessThan(250);
    expect(apart(placeOfId(store, "prod-c"), placeOfId(store, "proj-b"))).toBeLessThan(250);
  });

  it("stands beside the picture when it is opened and has no neighbour, and undo takes it away", async () => {
    const { store, actions } = await openAtlas(subgraphOf([["person-x", "Person", 0]]));
    await actions.open("person-x");
    expect(toPicture(store, placeOfId(store, "person-x"))).toBeLessThan(200);
    expect(store.getState().focus.nodes).toEqual([ring]);
    const steps = store.getState().history.past.length;
    actions.undo();
    expect(store.getState().history.past).toHaveLength(steps - 1);
    expect(store.getState().history.present.exploration.shown[ring] ?? 0).toBe(0);
  });
});

describe("places near the picture", () => {
  const node = fc.nat({ max: 19 });
  const someGraph = fc.array(fc.tuple(node, node), { maxLength: 25 }).map((pairs): LoadedGraph => {
    const graph = emptyGraph();
    const ids = Array.from({ length: 20 }, (_, at) => `co-${at}`);
    mergeSubgraph(
      graph,
      subgraphOf(
        ids.map((id) => [id, "Company"]),
        pairs.map(([from, to], at) => [`s-${at}`, "BUILDS", ids[from] as string, ids[to] as string]),
      ),
    );
    return graph;
  });
  const marks = fc.array(fc.constantFrom(0, 1), { minLength: 20, maxLength: 20 });

  it("put each node without a place once, after what it is put beside, and leave only what no tie leads to", () => {
    fc.assert(
      fc.property(someGraph, marks, fc.uniqueArray(node), (graph, placed, nodes) => {
        const positions = PlaceColumn.of(Array.from({ length: 40 }, (_, at) => (placed[at >> 1] === 1 ? at : Number.NaN)));
        const shown = Uint8Array.from({ length: 20 }, (_, at) => (placed[at] === 1 || nodes.includes(at) ? 1 : 0));
        const { tied, loose } = nearOf(graph, { positions, shown }, nodes);
        const known = new Set([...placed.keys()].filter((at) => placed[at] === 1));
        for (const { centre, nodes: some } of tied) {
          expect(known.has(centre)).toBe(true);
          for (const one of some) {
            expect(known.has(one)).toBe(false);
            known.add(one);
          }
        }
        expect([...known, ...loose].filter((at) => nodes.includes(at)).sort()).toEqual([...nodes].sort());
        for (const one of loose)
          for (const edge of graph.incident[one] ?? [])
            for (const end of [graph.edges.source[edge], graph.edges.target[edge]] as number[])
              expect(known.has(end) && shown[end] === 1).toBe(false);
      }),
    );
  });

  it("cover nothing that stands", () => {
    const place = fc.float({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 60 }), fc.array(place, { minLength: 2, maxLength: 20 }), (picture, block) => {
        const count = picture.length >> 1;
        const own = Array.from({ length: block.length >> 1 }, (_, at) => count + at);
        const positions = PlaceColumn.of(picture.slice(0, 2 * count));
        const shown = new Uint8Array(count + own.length).fill(1);
        setBeside({ positions, shown }, { nodes: own, answer: Float32Array.from(block), aspect: 1.5 });
        for (const one of own)
          for (let other = 0; other < count; other++) {
            const [dx, dy] = [positions.x(one) - positions.x(other), positions.y(one) - positions.y(other)];
            expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeGreaterThan(80);
          }
      }),
    );
  });
});
