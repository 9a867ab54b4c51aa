import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Calls, calls } from "#client/api/calls.ts";
import { pictureNow } from "#client/panels/views/picture-now.ts";
import { createActions } from "#client/state/actions.ts";
import { type AtlasStore, createAtlasStore, explorationOf } from "#client/state/atlas.ts";
import { timelineOf } from "#client/state/timeline.ts";
import { countVisible, filterMasks, isEdgeVisible } from "#client/state/visible.ts";
import type { SavedPicture } from "#graph/model/view.ts";
import { subgraphOf } from "./subgraph-of.ts";

type Edge = readonly [id: string, type: string, source: string, target: string];

/** What a store holds, or a fetch brings: entities, and statements between them. */
interface World {
  nodes: readonly string[];
  edges: readonly Edge[];
}
const subgraph = ({ nodes, edges }: World) =>
  subgraphOf(
    nodes.map((id) => [id, "Company", 3]),
    edges.map((edge) => [...edge]),
  );
const between = ({ edges }: World, nodes: readonly string[]): World => {
  const among = new Set(nodes);
  return { nodes, edges: edges.filter(([, , source, target]) => among.has(source) && among.has(target)) };
};
const nothing: World = { nodes: [], edges: [] };

/** A page on one server with others, that has fetched these parts one after the other. */
async function openPage(world: World, [first = nothing, ...later]: readonly World[]) {
  const graphByIds = async (ids: readonly string[]) => ({ graph: subgraph(between(world, ids)), missing: [] });
  vi.spyOn(calls, "graphByIds").mockImplementation(graphByIds);
  const store = createAtlasStore();
  const actions = createActions(store, {
    calls: { graphByIds, graph: async () => subgraph(first), neighbours: async () => subgraph(world) } as unknown as Calls,
    layOut: async (_, { count }) => ({ guides: [], positions: Float32Array.from({ length: 2 * count }, (_, at) => at) }),
    findCommunities: async ({ count }) => new Uint32Array(count),
    now: () => 0,
    reducedMotion: () => true,
    aspect: () => 1,
  });
  await actions.overview();
  for (const part of later) await actions.showResult(subgraph(part), false);
  return { store, actions, picture: async () => told(await pictureNow(store.getState())) };
}

/** What a picture shows and where, in an order of its own. */
function told({ exploration: { shown, positions }, leftOut = [] }: SavedPicture) {
  const places = shown.map((id, at): [string, number | null, number | null] => [
    id,
    positions[2 * at] ?? null,
    positions[2 * at + 1] ?? null,
  ]);
  return { places: places.toSorted(([a], [b]) => (a < b ? -1 : 1)), leftOut: leftOut.toSorted() };
}

/** What is drawn and counted. */
function seenOn(store: AtlasStore) {
  const { graph } = store.getState();
  const it = explorationOf(store.getState());
  const masks = filterMasks(graph, it);
  const lines = graph.edges.id.filter((_, edge) => isEdgeVisible(graph, it, masks, edge)).toSorted();
  return { lines, counts: countVisible(graph, it), said: timelineOf(graph, it, 2026).total };
}

const worldOf = (size: number): fc.Arbitrary<World> => {
  const end = fc.nat({ max: size - 1 });
  return fc
    .array(fc.tuple(end, end, fc.constantFrom("SUPPLIES", "OWNS")), { minLength: size, maxLength: 3 * size, size: "max" })
    .map((rows) => ({
      nodes: Array.from({ length: size }, (_, at) => `co-${at}`),
      edges: rows.map(([from, to, type], at) => [`s-${at}`, type, `co-${from}`, `co-${to}`] as const),
    }));
};
/** Some of the entities, and some of what is said between them: what a fetch may bring. */
const partOf = (world: World, least: number): fc.Arbitrary<World> =>
  fc
    .subarray([...world.nodes], { minLength: least })
    .chain((nodes) => fc.subarray([...between(world, nodes).edges]).map((edges) => ({ nodes, edges })));
const pagesOf = (size: number, least: number) =>
  worldOf(size).chain((world) => {
    const fetched = fc.array(partOf(world, least), { minLength: 1, maxLength: 3 });
    return fc.record({ world: fc.constant(world), maker: fetched, other: fetched });
  });

describe("a picture that was saved", () => {
  afterEach(() => vi.restoreAllMocks());

  const opensAlike = async ({ world, maker, other }: { world: World; maker: World[]; other: World[] }) => {
    const made = await openPage(world, maker);
    const saved = await pictureNow(made.store.getState());
    const fresh = await openPage(world, []);
    const used = await openPage(world, other);
    const before = [await used.picture(), seenOn(used.store)];
    await fresh.actions.openPicture(saved);
    await used.actions.openPicture(saved);
    expect(await used.picture()).toEqual(told(saved));
    expect(seenOn(used.store)).toEqual(seenOn(made.store));
    expect(seenOn(used.store)).toEqual(seenOn(fresh.store));
    used.actions.undo();
    expect([await used.picture(), seenOn(used.store)]).toEqual(before);
  };

  it("opens alike whatever a page has fetched before, and undo gives back the picture of the page as it was", async () => {
    await fc.assert(fc.asyncProperty(pagesOf(6, 1), opensAlike), { numRuns: 80 });
  });

  it("opens alike beyond what a link holds", async () => {
    await fc.assert(fc.asyncProperty(pagesOf(560, 510), opensAlike), { numRuns: 2, endOnFailure: true });
  });

  it("shows what it left out once somebody asks for it", async () => {
    const world: World = { nodes: ["co-0", "co-1"], edges: [["s-0", "OWNS", "co-0", "co-1"]] };
    const made = await openPage(world, [{ nodes: world.nodes, edges: [] }]);
    const saved = await pictureNow(made.store.getState());
    const { store, actions, picture } = await openPage(world, [world]);
    await actions.openPicture(saved);
    expect(seenOn(store).lines).toEqual([]);
    await actions.expand(0);
    expect(seenOn(store).lines).toEqual(["s-0"]);
    expect((await picture()).leftOut).toEqual([]);
  });
});
