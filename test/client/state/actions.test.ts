import { describe, expect, it } from "vitest";
import { ApiFailure } from "#client/api/request.ts";
import { hubSize } from "#client/state/actions/expanding.ts";
import { type AtlasStore, explorationOf, positionsOf } from "#client/state/atlas.ts";
import { stackedOf } from "#client/state/stacks.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { pairsOf } from "../pairs.ts";
import { subgraphOf } from "./subgraph-of.ts";
import { neighbourPart, open, overviewPart, shown } from "./tiny-actions.ts";

const placesIn = (store: AtlasStore) => pairsOf(positionsOf(store.getState()), store.getState().graph.nodeCount);

describe("actions", () => {
  it("show the overview placed, with its query, and nothing to undo", async () => {
    const { store, actions } = open({});
    await actions.overview();
    const state = store.getState();
    expect(shown(store)).toEqual(["co-a", "park-b"]);
    expect(placesIn(store)).toEqual([0, 50, 100, 50]);
    expect(state.lastAction?.cypher.query).toBe("MATCH (n) RETURN n");
    expect(state.history.past).toHaveLength(0);
  });

  it("expand a node in one step that undo takes back, leaving the others where they stood", async () => {
    const { store, actions } = open({});
    await actions.overview();
    const before = placesIn(store);
    await actions.expand(0);
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-c"]);
    expect(pairsOf(positionsOf(store.getState()), 2)).toEqual(before);
    actions.undo();
    expect(shown(store)).toEqual(["co-a", "park-b"]);
    actions.redo();
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-c"]);
  });

  it("draw what an expansion brought before a layout looks for room, and look for none where that was called off", async () => {
    let asked = 0;
    const goOn: (() => void)[] = [];
    const { store, actions } = open(
      {},
      async ({ count }) => {
        asked += 1;
        return { guides: [], positions: new Float32Array(2 * count).fill(7) };
      },
      () => new Promise((resolve) => goOn.push(resolve)),
    );
    await actions.overview();
    const before = asked;
    const expanded = actions.expand(0);
    await expect.poll(() => goOn.length).toBe(1);
    expect(shown(store)).toContain("proj-c");
    expect(positionsOf(store.getState()).has(store.getState().graph.nodeIndex.get("proj-c") as number)).toBe(true);
    expect(asked).toBe(before);
    for (const task of store.getState().tasks) task.cancel();
    goOn[0]?.();
    await expanded;
    expect(asked).toBe(before);
    actions.undo();
    const again = actions.expand(0);
    await expect.poll(() => goOn.length).toBe(2);
    goOn[1]?.();
    await again;
    expect(asked).toBe(before + 1);
  });

  it("bring what an expansion fetched into view", async () => {
    const { store, actions } = open({});
    await actions.overview();
    const { count } = store.getState().focus;
    await actions.expand(0);
    expect(store.getState().focus).toEqual({ nodes: [0], count: count + 1 });
  });

  it("expand under a clock what holds then, and ask anew when the clock is moved", async () => {
    const asked: unknown[] = [];
    const { store, actions } = open({
      neighbours: async (_, filter) => {
        asked.push({ at: filter.at, documents: filter.documents });
        return neighbourPart();
      },
    });
    await actions.overview();
    actions.setHeldAt("2022");
    await actions.expand(0);
    actions.undo();
    await actions.expand(0);
    expect(asked).toEqual([{ at: "2022" }]);
    actions.setHeldAt("2023");
    actions.trustDocuments(["doc-b", "doc-a"]);
    await actions.open("proj-x");
    await actions.expand(0);
    expect(asked.slice(1)).toEqual([
      { at: "2023", documents: "doc-a,doc-b" },
      { at: "2023", documents: "doc-a,doc-b" },
    ]);
    expect(shown(store)).toContain("proj-c");
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
    expect(placesIn(store).slice(2)).toEqual([-5, -6]);
    actions.undo();
    expect(placesIn(store).slice(2)).toEqual([100, 50]);
  });

  it("open an entity that is not loaded with what ties it to the rest, and select it", async () => {
    const { store, actions } = open({});
    await actions.overview();
    await actions.open("proj-c");
    const { graph } = store.getState();
    expect(explorationOf(store.getState()).selection.map((node) => graph.nodes.id[node])).toEqual(["proj-c"]);
  });

  it("pin what is dragged: a layout leaves it where it was put, and one undo takes back both", async () => {
    const { store, actions } = open({});
    await actions.overview();
    actions.moveNode(1, -5, -6);
    expect([...explorationOf(store.getState()).pinned]).toEqual([1]);
    await actions.layOut("grid");
    expect(placesIn(store)).toEqual([0, 50, -5, -6]);
    actions.undo();
    actions.undo();
    expect(placesIn(store)).toEqual([0, 50, 100, 50]);
    expect(explorationOf(store.getState()).pinned.size).toBe(0);
  });

  it("move a closed group with its members", async () => {
    const { store, actions } = open({});
    await actions.overview();
    actions.group([0, 1]);
    const { graph } = store.getState();
    const [stack] = stackedOf(graph, explorationOf(store.getState())).members.keys();
    actions.moveNode(stack as number, 60, 150);
    expect(pairsOf(positionsOf(store.getState()), 2)).toEqual([10, 150, 110, 150]);
  });

  it("bring on the next page what was undone, before what comes after it", async () => {
    const pages = [
      neighbourPart(),
      subgraphOf(
        [
          ["co-a", "Company", 2],
          ["proj-e", "Project", 1],
        ],
        [["s-3", "BUILDS", "co-a", "proj-e"]],
      ),
    ];
    const { store, actions } = open({
      neighbours: async (_, { cursor }) => (cursor === undefined ? { ...(pages[0] as Subgraph), next: "2" } : (pages[1] as Subgraph)),
    });
    await actions.overview();
    await actions.expand(0, { limit: 1 });
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-c"]);
    actions.undo();
    await actions.expand(0, { limit: 1 });
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-c"]);
    await actions.expand(0, { limit: 1 });
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-c", "proj-e"]);
    const steps = store.getState().history.past.length;
    await actions.expand(0, { limit: 1 });
    expect(store.getState().history.past).toHaveLength(steps);
  });

  it("expand several at once as one step", async () => {
    const { store, actions } = open({
      neighbours: async (id) =>
        subgraphOf(
          [
            [id, "Company", 2],
            [`proj-of-${id}`, "Project", 1],
          ],
          [[`s-${id}`, "BUILDS", id, `proj-of-${id}`]],
        ),
    });
    await actions.overview();
    await actions.expandAll([0, 1]);
    expect(shown(store)).toEqual(["co-a", "park-b", "proj-of-co-a", "proj-of-park-b"]);
    actions.undo();
    expect(shown(store)).toEqual(["co-a", "park-b"]);
    actions.redo();
    actions.collapse([0, 1]);
    expect(shown(store)).toEqual(["co-a", "park-b"]);
  });

  it("give places that were computed to the step they were computed for, undone or not", async () => {
    const running: (() => void)[] = [];
    const { store, actions } = open(
      {},
      (input) =>
        new Promise((resolve) => {
          running.push(() => resolve({ guides: [], positions: new Float32Array(2 * input.count).fill(7) }));
        }),
    );
    const started = actions.overview();
    await expect.poll(() => running).toHaveLength(1);
    running.pop()?.();
    await started;
    const laying = actions.layOut("grid");
    await expect.poll(() => running).toHaveLength(1);
    actions.select(0);
    actions.undo();
    actions.undo();
    const before = positionsOf(store.getState());
    running.pop()?.();
    await laying;
    expect(positionsOf(store.getState())).toBe(before);
    actions.redo();
    expect(placesIn(store)).toEqual([7, 7, 7, 7]);
  });

  it("select what an area encloses, by kind, around, all and the inverse", async () => {
    const { store, actions } = open({});
    await actions.overview();
    const selected = () => explorationOf(store.getState()).selection;
    actions.selectRows([1], false);
    expect(selected()).toEqual([1]);
    actions.selectRows([0], true);
    expect(selected()).toEqual([1, 0]);
    actions.selectKind("Park");
    expect(selected()).toEqual([1]);
    actions.selectNeighbours();
    expect(selected()).toEqual([1, 0]);
    actions.selectKind("Company");
    actions.selectInverse();
    expect(selected()).toEqual([1]);
    await actions.selectCommunity();
    expect(selected()).toEqual([0, 1]);
  });
});
