import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Calls, calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import { pictureNow } from "#client/panels/views/picture-now.ts";
import { createActions } from "#client/state/actions.ts";
import { createAtlasStore, explorationOf, positionsOf } from "#client/state/atlas.ts";
import { firstDay } from "#client/state/loaded-sources.ts";
import { dismissOpened, opened, openLinked } from "#client/state/opened.ts";
import { decodePicture, encodePicture } from "#client/state/share-link.ts";
import type { SavedPicture } from "#graph/model/view.ts";
import { pairsOf } from "../pairs.ts";
import { subgraphOf } from "./subgraph-of.ts";

const overview = subgraphOf([["co-a", "Company", 2]]);
const found = subgraphOf(
  [
    ["co-a", "Company", 2],
    ["park-b", "Park", 1],
  ],
  [["s-1", "LOCATED_IN", "co-a", "park-b"]],
);

const picture: SavedPicture = {
  exploration: {
    version: 1,
    shown: ["co-a", "park-b", "co-gone"],
    positions: [1, 2, 30, 40, 5, 6],
    hiddenKinds: ["Fund"],
    hiddenTypes: [],
    status: "stated",
    minConfidence: 0.5,
    selection: ["park-b"],
    edge: "s-1",
    highlight: null,
    layout: "grid",
    pinned: [],
    groups: [],
    style: { size: "degree", colour: "kind", thickness: "even" },
    clocks: { heldAt: null, saidBy: null },
    trust: { documents: null, reliability: null },
  },
  guides: [],
  camera: { x: 7, y: 8, ratio: 2, width: 100, height: 100 },
};

const named = {
  number: 1,
  at: "",
  message: "",
  changes: [{ record: { table: "entities", id: "co-gone" }, before: { name: "旧厂" }, after: null }],
};

async function openAtlas(answers: Partial<Calls> = {}) {
  const store = createAtlasStore();
  const actions = createActions(store, {
    calls: {
      graph: async () => overview,
      graphByIds: async () => ({ graph: found, missing: [{ id: "co-gone", mergedInto: null }] }),
      entityHistory: async () => ({ id: "co-gone", revisions: [named], cypher: found.cypher }),
      ...answers,
    } as unknown as Calls,
    layOut: async (_, { count, fixed, positions }) => ({
      guides: [],
      positions: Float32Array.from({ length: 2 * count }, (_, at) => (fixed?.[at >> 1] === 1 ? (positions?.[at] ?? 99) : 99)),
    }),
    findCommunities: async ({ count }) => new Uint32Array(count),
    now: () => 0,
    reducedMotion: () => true,
    aspect: () => 1,
  });
  await actions.overview();
  return { store, actions };
}

describe("opening a picture", () => {
  it("shows it as it was, from where it was looked at, as one step that undo takes back", async () => {
    const { store, actions } = await openAtlas();
    const before = store.getState().history.present;
    await actions.openPicture(picture);
    const state = store.getState();
    const it_ = explorationOf(state);
    expect(state.graph.nodes.id.filter((_, node) => it_.shown[node] === 1)).toEqual(["co-a", "park-b"]);
    expect(pairsOf(positionsOf(state), state.graph.nodeCount)).toEqual([1, 2, 30, 40]);
    expect([it_.status, it_.minConfidence, [...it_.hiddenKinds], it_.layout]).toEqual(["stated", 0.5, ["Fund"], "grid"]);
    expect([it_.selection, it_.edge]).toEqual([[1], 0]);
    expect(state.lookFrom).toEqual({ camera: picture.camera, count: 1 });
    expect(state.history.past).toHaveLength(1);
    actions.undo();
    expect(store.getState().history.present).toBe(before);
  });

  it("says what has gone by the last name that a revision knew", async () => {
    const { actions } = await openAtlas();
    expect(await actions.openPicture(picture)).toEqual({ shown: 3, entities: [{ id: "co-gone", name: "旧厂" }], merged: [] });
  });

  it("puts what an entity was merged into in its place", async () => {
    const mergedInto = { id: "park-b", kind: "Park", name: "乙园区", nameEn: null };
    const { store, actions } = await openAtlas({
      graphByIds: async () => ({ graph: found, missing: [{ id: "co-gone", mergedInto }] }) as never,
    });
    const only = { ...picture, exploration: { ...picture.exploration, shown: ["co-gone"], positions: [5, 6], selection: ["co-gone"] } };
    const gone = await actions.openPicture(only);
    expect(gone?.merged).toEqual([{ id: "co-gone", into: "乙园区" }]);
    expect(pairsOf(positionsOf(store.getState()), 2).slice(2)).toEqual([5, 6]);
    expect(explorationOf(store.getState()).selection).toEqual([1]);
  });

  it("leaves everything as it was when the store does not answer, and offers to try again", async () => {
    const { store, actions } = await openAtlas({
      graphByIds: async () => {
        throw new ApiFailure({ status: 0, code: "unreachable", message: "", remedy: "" });
      },
    });
    const before = store.getState().history;
    expect(await actions.openPicture(picture)).toBeUndefined();
    expect(store.getState().history).toBe(before);
    expect(store.getState().failure?.action).toBe("view");
  });

  it("lets what was shown without a place find one", async () => {
    const { store, actions } = await openAtlas();
    await actions.openPicture({ ...picture, exploration: { ...picture.exploration, positions: [1, 2, null, null, 5, 6] } });
    expect(pairsOf(positionsOf(store.getState()), 2)).toEqual([1, 2, 99, 99]);
    expect(store.getState().history.past).toHaveLength(1);
  });
});

describe("a statement that was not on the canvas", () => {
  afterEach(() => vi.restoreAllMocks());
  const general = subgraphOf(
    [
      ["co-a", "Company", 2],
      ["park-b", "Park", 1],
    ],
    [
      ["s-1", "LOCATED_IN", "co-a", "park-b", "stated", 1, { from: "2020" }],
      ["s-2", "FOCUSES_ON", "park-b", "co-a", "reference", 0.9, { from: "2021" }],
    ],
  );
  const graphByIds = async () => ({ graph: general, missing: [] });

  it("is named by the picture that is saved, and asking for it changes nothing here", async () => {
    const { store, actions } = await openAtlas({ graphByIds: async () => ({ graph: found, missing: [] }) });
    await actions.openPicture(picture);
    const before = store.getState();
    vi.spyOn(calls, "graphByIds").mockImplementation(graphByIds);
    const saved = await pictureNow(store.getState());
    expect(saved.leftOut).toEqual(["s-2"]);
    expect(decodePicture(encodePicture(saved))).toEqual(saved);
    expect(store.getState()).toBe(before);
    expect(store.getState().graph.edgeCount).toBe(1);
  });

  it("is on no canvas that opens the picture; what was said since is", async () => {
    const opens = async (leftOut?: string[]) => {
      const { store, actions } = await openAtlas({ graphByIds });
      await actions.openPicture({ ...picture, ...(leftOut && { leftOut }) });
      return store.getState().graph.edges;
    };
    expect((await opens(["s-2"])).id).toEqual(["s-1"]);
    expect((await opens()).id).toEqual(["s-1", "s-2"]);
    const first = await opens(["s-1"]);
    expect([first.id, first.from[0]]).toEqual([["s-2"], firstDay("2021")]);
  });
});

describe("a link in the address", () => {
  beforeEach(dismissOpened);
  afterEach(() => vi.restoreAllMocks());

  it("that holds a picture opens it and tells what is gone", async () => {
    const { store, actions } = await openAtlas();
    await openLinked({ picture: encodePicture(picture) }, actions);
    expect(explorationOf(store.getState()).selection).toEqual([1]);
    expect(opened.getState()).toMatchObject({ broken: null, gone: { entities: [{ name: "旧厂" }] } });
  });

  it("that is broken says so and changes nothing", async () => {
    const { store, actions } = await openAtlas();
    const before = store.getState().history;
    await openLinked({ picture: `${encodePicture(picture).slice(0, -4)}` }, actions);
    expect(opened.getState().broken).toBe("damaged");
    expect(store.getState().history).toBe(before);
  });

  it("to a saved view that is not there says so; a server that is away is another matter", async () => {
    const { store, actions } = await openAtlas();
    const answer = (status: number) =>
      vi.spyOn(calls, "view").mockRejectedValueOnce(new ApiFailure({ status, code: "x", message: "", remedy: "" }));
    answer(404);
    await openLinked({ view: "view-x" }, actions);
    expect(opened.getState().broken).toBe("unknown");
    dismissOpened();
    answer(0);
    await openLinked({ view: "view-x" }, actions);
    expect(opened.getState().broken).toBeNull();
    expect(store.getState().failure?.action).toBe("view");
  });
});
