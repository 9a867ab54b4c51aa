import { describe, expect, it } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import { communitiesOf } from "#client/communities/communities.ts";
import { hubSize } from "#client/state/actions/expanding.ts";
import { createActions } from "#client/state/actions.ts";
import { createAtlasStore, explorationOf, positionsOf } from "#client/state/atlas.ts";
import { subgraphOf } from "./subgraph-of.ts";

const overviewPart = (degree = 2) =>
  subgraphOf(
    [
      ["co-a", "Company", degree],
      ["park-b", "Park", 1],
    ],
    [["s-1", "LOCATED_IN", "co-a", "park-b"]],
  );

const neighbourPart = () =>
  subgraphOf(
    [
      ["co-a", "Company", 2],
      ["proj-c", "Project", 1],
    ],
    [["s-2", "BUILDS", "co-a", "proj-c"]],
  );

/** The layout puts node n of its input at (100 n, 50) unless it has to keep its place. */
function open(calls: Partial<Calls>) {
  const store = createAtlasStore();
  const actions = createActions(store, {
    calls: { graph: async () => overviewPart(), neighbours: async () => neighbourPart(), ...calls } as Calls,
    layOut: async (_, input) => ({
      guides: [],
      positions: Float32Array.from({ length: 2 * input.count }, (_, at) => {
        const node = at >> 1;
        if (input.fixed?.[node] === 1) return input.positions?.[at] ?? Number.NaN;
        return at % 2 === 0 ? 100 * node : 50;
      }),
    }),
    findCommunities: async (input) => communitiesOf(input),
    now: () => 0,
    reducedMotion: () => true,
    aspect: () => 1,
  });
  return { store, actions };
}

const shown = (store: ReturnType<typeof createAtlasStore>): string[] => {
  const { graph } = store.getState();
  return graph.nodes.id.filter((_, node) => explorationOf(store.getState()).shown[node] === 1);
};

describe("actions", () => {
  it("show the overview placed, with its query, and nothing to undo", async () => {
    const { store, actions } = open({});
    await actions.overview();
    const state = store.getState();
    expect(shown(store)).toEqual(["co-a", "park-b"]);
    expect([...positionsOf(state)]).toEqual([0, 50, 100, 50]);
    expect(state.lastAction?.cypher.query).toBe("MATCH (n) RETURN n");
    expect(state.history.past).toHaveLength(0);
  });

  it("expand a node in one step that undo takes back, leaving the others where they stood", async () => {
    const { store, actions } = open({});
    await actions.overview();
    const before = [...positionsOf(store.getState())];
    await actions.expand(0);
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-c"]);
    expect([...positionsOf(store.getState())].slice(0, 4)).toEqual(before);
    actions.undo();
    expect(shown(store)).toEqual(["co-a", "park-b"]);
    actions.redo();
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-c"]);
  });

  it("bring what an expansion fetched into view", async () => {
    const { store, actions } = open({});
    await actions.overview();
    const { count } = store.getState().focus;
    await actions.expand(0);
    expect(store.getState().focus).toEqual({ nodes: [0], count: count + 1 });
  });

  it("ask before a hub is expanded, and do not when one relation was chosen", async () => {
    const { store, actions } = open({ graph: async () => overviewPart(hubSize + 2) });
    await actions.overview();
    await actions.expand(0);
    expect(store.getState().hubQuestion).toEqual({ node: 0, hidden: hubSize + 1 });
    expect(shown(store)).toHaveLength(2);
    await actions.expand(0, { relation: "BUILDS" });
    expect(shown(store)).toHaveLength(3);
    expect(store.getState().hubQuestion).toBeNull();
  });

  it("leave the picture as it was when the server fails, and offer to try again", async () => {
    const refused = new ApiFailure({ status: 503, code: "store_unavailable", message: "Store closed", remedy: "Start it" });
    let down = true;
    const { store, actions } = open({
      neighbours: async () => {
        if (down) throw refused;
        return neighbourPart();
      },
    });
    await actions.overview();
    await actions.expand(0);
    expect(store.getState().failure?.error).toBe(refused);
    expect(shown(store)).toHaveLength(2);
    down = false;
    store.getState().failure?.retry();
    await expect.poll(() => shown(store)).toHaveLength(3);
    expect(store.getState().failure).toBeNull();
  });

  it("end a task that is cancelled without a failure", async () => {
    const { store, actions } = open({
      neighbours: (_, __, options) =>
        new Promise((_, reject) => options?.signal?.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")))),
    });
    await actions.overview();
    const expanding = actions.expand(0);
    expect(store.getState().tasks.map((task) => task.name)).toEqual(["expand"]);
    store.getState().tasks[0]?.cancel();
    await expanding;
    expect(store.getState().tasks).toHaveLength(0);
    expect(store.getState().failure).toBeNull();
  });

  it("undo a drag", async () => {
    const { store, actions } = open({});
    await actions.overview();
    actions.moveNode(1, -5, -6);
    expect([...positionsOf(store.getState())].slice(2)).toEqual([-5, -6]);
    actions.undo();
    expect([...positionsOf(store.getState())].slice(2)).toEqual([100, 50]);
  });

  it("open an entity that is not loaded with what ties it to the rest, and select it", async () => {
    const { store, actions } = open({});
    await actions.overview();
    await actions.open("proj-c");
    const { graph } = store.getState();
    expect(explorationOf(store.getState()).selection.map((node) => graph.nodes.id[node])).toEqual(["proj-c"]);
  });
});
