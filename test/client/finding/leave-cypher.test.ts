import { beforeEach, describe, expect, it } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { followUnknown } from "#client/panels/style/unknown-marks.ts";
import { canvasCypher, drawnStatementCypher, markedCypher, selectionCypher } from "#client/queries/canvas.ts";
import type { GraphCanvas } from "#client/rendering/graph-canvas.ts";
import { type Actions, createActions } from "#client/state/actions.ts";
import { type AtlasStore, createAtlasStore, explorationOf, step } from "#client/state/atlas.ts";
import { showPath } from "#client/state/exploration.ts";
import { leaveCypher } from "#client/state/leave-cypher.ts";
import { plainStyle } from "#client/state/slices/style.ts";
import { subgraphOf } from "../state/subgraph-of.ts";

const whole = subgraphOf(
  [
    ["co-a", "Company", 9],
    ["park-b", "Park", 5],
    ["proj-c", "Project", 1],
  ],
  [
    ["s-1", "LOCATED_IN", "co-a", "park-b"],
    ["s-2", "BUILDS", "co-a", "proj-c", "inferred", 0.5],
  ],
);
const expansion = {
  ...subgraphOf(
    [
      ["co-a", "Company", 9],
      ["co-d", "Company", 1],
    ],
    [["s-3", "SUBSIDIARY_OF", "co-d", "co-a"]],
  ),
  cypher: { query: "EXPAND", parameters: {} },
};

const gaps = { unknown: [{ entity: "co-a", code: "no_owner" }], truncated: false, cypher: { query: "UNKNOWN", parameters: {} } };
let unknown: (heard?: unknown) => Promise<unknown>;
let store: AtlasStore;
let actions: Actions;
let end: () => void;
const told = () => {
  const { name, cypher, rows } = store.getState().lastAction ?? expect.fail("no action");
  return { name, query: cypher.query, parameters: cypher.parameters, rows };
};

beforeEach(async () => {
  store = createAtlasStore();
  unknown = async () => gaps;
  actions = createActions(store, {
    calls: {
      graph: async () => ({ ...whole, next: "more" }),
      neighbours: async () => expansion,
      unknown: (_: number, heard: unknown) => unknown(heard),
    } as unknown as Calls,
    layOut: async (_, input) => ({ positions: new Float32Array(2 * input.count), guides: [] }),
    findCommunities: async ({ count }) => new Uint32Array(count),
    now: () => 0,
    reducedMotion: () => true,
    aspect: () => 1,
  });
  end = leaveCypher(
    store,
    () => 0,
    (work) => work(),
  );
  await actions.overview();
});

describe("every action leaves its Cypher", () => {
  it("that of the server where one was asked", async () => {
    expect(told().name).toBe("overview");
    await actions.expand(0);
    expect(told()).toMatchObject({ name: "expand", query: "EXPAND" });
  });

  it("clocks and sources too, as the query takes them, naming only the entities that keep a statement", () => {
    actions.learnSources([{ id: "doc-a", published: "2022", reliability: "high" }]);
    actions.setHeldAt("2023");
    actions.setSaidBy("2021");
    const { parameters } = told();
    expect(parameters).toMatchObject({ at: "2023-12-31", undated: true, heard: [] });
    expect(store.getState().lastAction?.told).toEqual({ at: "2023", saidBy: "2021" });
  });

  it("the filters, with what they take away and what they leave", () => {
    actions.toggleKind("Park");
    expect(told()).toMatchObject({
      name: "filter",
      query: canvasCypher,
      rows: 2,
      parameters: { withoutKinds: ["Park"], shown: ["co-a", "park-b", "proj-c"], statements: ["s-1", "s-2"] },
    });
    actions.toggleType("BUILDS");
    expect(told().parameters).toMatchObject({ withoutKinds: ["Park"], withoutRelations: ["BUILDS"] });
    actions.setMinConfidence(0.6);
    expect(told().parameters.minConfidence).toBeCloseTo(0.6, 5);
    actions.clearFilters();
    expect(told()).toMatchObject({
      name: "filter",
      rows: 3,
      parameters: { withoutKinds: [], withoutRelations: [], status: null, minConfidence: 0 },
    });
  });

  it("hiding, going back and forth, and a choice of several", async () => {
    actions.hide([2]);
    expect(told()).toMatchObject({ name: "canvas", rows: 2, parameters: { shown: ["co-a", "park-b"], statements: ["s-1"] } });
    actions.undo();
    expect(told()).toMatchObject({ name: "canvas", rows: 3 });
    actions.selectSeveral([0, 2]);
    expect(told()).toMatchObject({ name: "selection", query: selectionCypher, parameters: { selected: ["co-a", "proj-c"] } });
  });

  it("a statement, and what clocks leave of the picture", () => {
    actions.selectEdge(1);
    expect(told()).toMatchObject({ name: "statement", query: drawnStatementCypher, parameters: { id: "s-2", subject: "co-a" } });
    step(store, (it) => ({ ...it, clocks: { heldAt: "2024", saidBy: null, undatedHidden: true } }));
    expect(told()).toMatchObject({ name: "filter", rows: 0, parameters: { shown: [], at: "2024-12-31", undated: false } });
    expect(store.getState().lastAction?.told).toEqual({ at: "2024" });
  });

  it("the switch of what is not known: on and off, again from what is at hand, and by undo", async () => {
    const marks: (number | null)[] = [];
    const canvas = { setUnknown: (it: ReadonlyMap<number, unknown> | null) => void marks.push(it === null ? null : it.size) };
    followUnknown(store, canvas as unknown as GraphCanvas, actions);
    actions.showUnknown(true);
    await expect.poll(() => told()).toMatchObject({ name: "unknown", query: "UNKNOWN" });
    actions.showUnknown(false);
    expect(told()).toMatchObject({ name: "canvas", query: canvasCypher });
    actions.showUnknown(true);
    expect(told()).toMatchObject({ name: "unknown", query: "UNKNOWN" });
    await Promise.resolve();
    actions.undo();
    expect(told()).toMatchObject({ name: "canvas" });
    await Promise.resolve();
    actions.redo();
    expect(told()).toMatchObject({ name: "unknown" });
    expect(marks).toEqual([1, null, 1, null, 1]);
  });

  it("what is not known is that of the clocks, which have told their own query", async () => {
    const asked: unknown[] = [];
    unknown = async (heard) => {
      asked.push(heard);
      return { ...gaps };
    };
    const marks: number[] = [];
    const canvas = { setUnknown: (it: ReadonlyMap<number, unknown> | null) => void marks.push(it?.size ?? -1) };
    followUnknown(store, canvas as unknown as GraphCanvas, actions);
    actions.showUnknown(true);
    await expect.poll(() => told()).toMatchObject({ name: "unknown" });
    actions.setSaidBy("2023");
    actions.setSaidBy("2022");
    await expect.poll(() => asked).toHaveLength(3);
    expect(asked).toEqual([undefined, expect.objectContaining({ saidBy: "2023" }), expect.objectContaining({ saidBy: "2022" })]);
    expect(told()).toMatchObject({ name: "filter", parameters: {} });
    expect(store.getState().lastAction?.told).toEqual({ saidBy: "2022" });
    actions.setSaidBy(null);
    await expect.poll(() => marks.length).toBeGreaterThan(1);
    expect(asked).toHaveLength(3);
  });

  it("a style that needs nothing of the store: the query of what is drawn, chosen, switched back or undone", () => {
    actions.styleBy("thickness", "confidence");
    expect(told()).toMatchObject({ name: "canvas", query: canvasCypher, rows: 3 });
    for (const back of [() => actions.styleBy("thickness", plainStyle.thickness), actions.undo]) {
      const before = store.getState().lastAction;
      back();
      expect(store.getState().lastAction).not.toBe(before);
      expect(told()).toMatchObject({ name: "canvas", query: canvasCypher, rows: 3 });
    }
  });

  it("and where what is not known is not to be had, the switch goes back without a step", async () => {
    unknown = async () => {
      throw new Error("down");
    };
    followUnknown(store, { setUnknown: () => undefined } as unknown as GraphCanvas, actions);
    actions.showUnknown(true);
    await expect.poll(() => explorationOf(store.getState()).unknownShown).toBe(false);
    expect(store.getState().failure?.action).toBe("unknown");
  });

  it("a path that is marked, and the same by redo", async () => {
    step(store, (it) => showPath(it, { nodes: [1, 0, 2], edges: [0, 1] }));
    const left = {
      name: "paths",
      query: markedCypher,
      rows: 3,
      parameters: { nodes: ["park-b", "co-a", "proj-c"], edges: ["s-1", "s-2"] },
    };
    expect(told()).toMatchObject(left);
    actions.undo();
    actions.hide([2]);
    actions.undo();
    step(store, (it) => showPath(it, { nodes: [1, 0], edges: [0] }));
    actions.undo();
    actions.redo();
    expect(told()).toMatchObject({ name: "paths", rows: 2, parameters: { edges: ["s-1"] } });
  });

  it("but not what changes nothing of the picture", () => {
    const before = store.getState().lastAction;
    actions.select(0);
    actions.moveNode(0, 1, 1);
    expect(store.getState().lastAction).toBe(before);
  });

  it("and names no id where all of the store is on the canvas", () => {
    store.setState({ overviewNext: null });
    actions.toggleKind("Park");
    expect(told().parameters).toMatchObject({ shown: null, statements: null });
  });
});

describe("what is left is worked out after the picture", () => {
  let waiting: (() => void)[];
  beforeEach(() => {
    store.setState({ lastAction: null });
    waiting = [];
  });
  /** A second one, which waits for its turn. */
  const listen = () =>
    leaveCypher(
      store,
      () => 0,
      (work) => waiting.push(work),
    );
  const turn = () => {
    for (const work of waiting.splice(0)) work();
  };

  it("in one turn for all that came before it, as the query of the latest that changed something", () => {
    end();
    const stop = listen();
    actions.hide([2]);
    actions.selectSeveral([0, 1]);
    actions.pin([0]);
    expect(store.getState().lastAction).toBeNull();
    expect(waiting).toHaveLength(1);
    turn();
    expect(told()).toMatchObject({ name: "selection", parameters: { selected: ["co-a", "park-b"] } });
    actions.undo();
    turn();
    expect(told().name).not.toBe("overview");
    stop();
  });

  it("and not at all where an action that fetched has told its own meanwhile", async () => {
    end();
    const stop = listen();
    actions.hide([2]);
    await actions.expand(0);
    turn();
    expect(told()).toMatchObject({ name: "expand", query: "EXPAND" });
    stop();
  });
});
