import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { PlaceColumn } from "#client/columns/place-column.ts";
import { createActions } from "#client/state/actions.ts";
import { createAtlasStore, explorationOf, positionsOf } from "#client/state/atlas.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { loading } from "#client/state/loading.ts";
import { Seats } from "#client/state/seats.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { pairsOf } from "../pairs.ts";
import { subgraphOf } from "../state/subgraph-of.ts";

/** A store of nodes in a row, asked in pages; `asked` records the cursors. */
interface Options {
  fail?: (page: number) => Promise<void> | undefined;
  /** Awaited after each time that pages were put on the canvas. */
  drawn?: () => Promise<void>;
  /** The clock. */
  now?: () => number;
}

function open(size: number, options: Options = {}) {
  const asked: (string | undefined)[] = [];
  const page = async (cursor: string | undefined, limit: number): Promise<Subgraph> => {
    asked.push(cursor);
    await options.fail?.(asked.length);
    const from = Number(cursor ?? 0);
    const to = Math.min(size, from + limit);
    const ids = Array.from({ length: to - from }, (_, at) => from + at);
    const nodes = [...new Set([...ids, ...ids.map((id) => Math.max(0, id - 1))])];
    const part = subgraphOf(
      nodes.map((id) => [`co-${id}`, "Company", size - id]),
      ids.filter((id) => id > 0).map((id) => [`s-${id}`, "SUBSIDIARY_OF", `co-${id}`, `co-${id - 1}`]),
    );
    return { ...part, next: to < size ? String(to) : null };
  };
  const store = createAtlasStore();
  const layouts: number[] = [];
  const actions = createActions(store, {
    calls: {
      health: async () => ({ counts: { entities: size, statements: size } }),
      graph: (at: { cursor?: string; limit?: number; status?: string }) =>
        page(at.status === undefined ? at.cursor : undefined, at.status === undefined ? (at.limit ?? 0) : 3),
    } as unknown as Calls,
    layOut: async (_, input) => {
      layouts.push(input.count);
      return { positions: new Float32Array(2 * input.count), guides: [] };
    },
    findCommunities: async ({ count }) => new Uint32Array(count),
    now: options.now ?? (() => 0),
    ...(options.drawn === undefined ? {} : { drawn: options.drawn }),
    reducedMotion: () => true,
    aspect: () => 1,
  });
  return { store, actions, asked, layouts };
}

const countShown = (store: ReturnType<typeof createAtlasStore>) =>
  explorationOf(store.getState()).shown.reduce((sum, mark) => sum + mark, 0);

beforeEach(() => loading.setState({ present: null }));

describe("loading the whole graph", () => {
  it("shows the first 2,000 by degree before the rest, counts the way, and ends with everything in one step", async () => {
    const { store, actions, asked } = open(13_000);
    await actions.overview();
    const counts: number[] = [];
    const end = loading.subscribe(({ present }) => present !== null && counts.push(present.done));
    await actions.loadAll();
    end();
    expect(counts.filter((count) => count > 3)).toEqual([2000, 7000, 12_000, 13_000]);
    expect(asked.slice(1)).toEqual([undefined, "2000", "7000", "12000"]);
    expect(countShown(store)).toBe(13_000);
    expect(store.getState().overviewNext).toBeNull();
    expect(pairsOf(positionsOf(store.getState()), store.getState().graph.nodeCount).some(Number.isNaN)).toBe(false);
    expect(loading.getState().present).toBeNull();
    expect(store.getState().history.past).toHaveLength(1);
    actions.undo();
    expect(countShown(store)).toBe(3);
  });

  it("runs no layout beyond what a layout can do in seconds, and keeps what stood", async () => {
    const small = open(50);
    await small.actions.overview();
    const before = pairsOf(positionsOf(small.store.getState()), 3);
    await small.actions.loadAll();
    expect(small.layouts).toEqual([3, 50]);
    const large = open(13_000);
    await large.actions.overview();
    await large.actions.loadAll();
    expect(large.layouts).toEqual([3]);
    expect(pairsOf(positionsOf(large.store.getState()), 3)).toEqual(before);
  });

  it("keeps what has come when it is stopped, and goes on from there", async () => {
    const { store, actions, asked } = open(13_000);
    await actions.overview();
    const end = loading.subscribe(({ present }) => present !== null && present.done >= 2000 && present.cancel());
    await actions.loadAll();
    end();
    const held = countShown(store);
    expect(held).toBeGreaterThanOrEqual(2000);
    expect(held).toBeLessThan(13_000);
    expect(store.getState().failure).toBeNull();
    asked.length = 0;
    await actions.loadAll();
    expect(asked[0]).toBeDefined();
    expect(countShown(store)).toBe(13_000);
  });

  it("tells a failure with a way to go on, and keeps what has come", async () => {
    let down = true;
    const { store, actions } = open(13_000, {
      fail: (page) => (down && page === 4 ? Promise.reject(new Error("Store closed")) : undefined),
    });
    await actions.overview();
    await actions.loadAll();
    expect(store.getState().failure).toMatchObject({ action: "more", error: new Error("Store closed") });
    expect(countShown(store)).toBe(7000);
    down = false;
    store.getState().failure?.retry();
    await expect.poll(() => countShown(store)).toBe(13_000);
    expect(store.getState().failure).toBeNull();
  });
});

describe("a canvas that is used while everything loads", () => {
  const breath = () => new Promise((resolve) => setTimeout(resolve));
  /** Calls back once, when so many are shown. */
  const whenShown = (store: ReturnType<typeof createAtlasStore>, count: number, act: () => void) => {
    const end = store.subscribe(() => {
      if (countShown(store) < count) return;
      end();
      queueMicrotask(act);
    });
  };

  it("ends the loading when one goes back, and keeps the picture before it", async () => {
    const slow = async () => void (await breath());
    const { store, actions, asked } = open(63_000, { drawn: slow, fail: slow });
    await actions.overview();
    whenShown(store, 2000, () => actions.undo());
    await actions.loadAll();
    expect(countShown(store)).toBe(3);
    expect(store.getState().history.past).toHaveLength(0);
    expect(loading.getState().present).toBeNull();
    expect(asked.length).toBeLessThan(10);
    actions.redo();
    expect(countShown(store)).toBe(2000);
  });

  it("keeps what is selected, moved and hidden meanwhile", async () => {
    const { store, actions } = open(13_000, { drawn: () => breath().then(() => {}) });
    await actions.overview();
    const node = (id: string) => store.getState().graph.nodeIndex.get(id) as number;
    whenShown(store, 2000, () => {
      actions.moveNode(node("co-7"), 9000, -9000);
      actions.hide([node("co-1999")]);
      actions.select(node("co-5"));
    });
    await actions.loadAll();
    const { shown, selection, hidden } = explorationOf(store.getState());
    const positions = positionsOf(store.getState());
    expect([positions.x(node("co-7")), positions.y(node("co-7"))]).toEqual([9000, -9000]);
    expect([shown[node("co-1999")], hidden[node("co-1999")]]).toEqual([0, 1]);
    expect(selection).toEqual([node("co-5")]);
    expect(countShown(store)).toBe(12_999);
  });

  it("takes several pages at once where each drawing takes long, and leaves time between", async () => {
    let now = 0;
    const drawings: number[] = [];
    const { store, actions } = open(63_000, {
      now: () => now,
      drawn: async () => {
        drawings.push(countShown(store));
        now += 30;
        await breath();
      },
    });
    await actions.overview();
    await actions.loadAll();
    expect(drawings[0]).toBe(2000);
    expect(drawings.at(-1)).toBe(63_000);
    // 14 pages.
    expect(drawings.length).toBeLessThan(10);
  });

  it("lets the page have its turn every few rows", async () => {
    let now = 0;
    // Each look at the clock finds it a millisecond later.
    const { store, actions } = open(13_000, { now: () => now++ });
    await actions.overview();
    let turns = 0;
    let counting = setImmediate(function count() {
      turns += 1;
      counting = setImmediate(count);
    });
    await actions.loadAll();
    clearImmediate(counting);
    expect(countShown(store)).toBe(13_000);
    // 13,000 nodes and edges, and a place for each, in steps of 200 rows, six steps a turn.
    expect(turns).toBeGreaterThan(20);
  });
});

describe("seats", () => {
  const graph = (pairs: readonly (readonly [number, number])[], size: number) => {
    const whole = emptyGraph();
    mergeSubgraph(
      whole,
      subgraphOf(
        Array.from({ length: size }, (_, id) => [`co-${id}`, "Company", 1]),
        pairs.map(([a, b], at) => [`s-${at}`, "SUBSIDIARY_OF", `co-${a % size}`, `co-${b % size}`]),
      ),
    );
    return whole;
  };
  const pairs = fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 });

  it("give every node a place, move none that has one, and are the same for the same input", () => {
    fc.assert(
      fc.property(pairs, (links) => {
        const whole = graph(links, 40);
        const place = () => {
          const positions = PlaceColumn.of([10, 20, -300, 40]);
          new Seats(positions, 40).place(whole, positions, [...Array(40).keys()]);
          return pairsOf(positions, 40);
        };
        const positions = place();
        expect(positions.slice(0, 4)).toEqual([10, 20, -300, 40]);
        expect(positions.some(Number.isNaN)).toBe(false);
        expect(place()).toEqual(positions);
      }),
    );
  });

  it("put a node near the neighbour that has a place, and not on it", () => {
    const whole = graph([[0, 1]], 2);
    const positions = PlaceColumn.of([500, 500]);
    new Seats(positions, 2).place(whole, positions, [0, 1]);
    const distance = Math.hypot(positions.x(1) - 500, positions.y(1) - 500);
    expect(distance).toBeGreaterThan(20);
    expect(distance).toBeLessThan(80);
  });

  it("leave room around a hub with a thousand neighbours", () => {
    const links = Array.from({ length: 999 }, (_, at) => [at + 1, 0] as const);
    const whole = graph(links, 1000);
    const positions = PlaceColumn.of([0, 0]);
    new Seats(positions, 1000).place(whole, positions, [...Array(1000).keys()]);
    const cells = new Set(
      Array.from({ length: 1000 }, (_, node) => `${Math.round(positions.x(node) / 18)} ${Math.round(positions.y(node) / 18)}`),
    );
    expect(cells.size).toBe(1000);
  });
});
