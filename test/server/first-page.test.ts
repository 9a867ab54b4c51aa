import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { searchedEntitiesCypher } from "#graph/queries/search/index-entities.ts";
import { warmSearch } from "#graph/queries/search/search.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { UnderWay } from "#server/http/under-way.ts";
import { type OpenApp, openApp } from "./open-app.ts";

let open: OpenApp;
beforeAll(async () => {
  open = await openApp();
});
afterAll(() => open.close());

/** The store, whose names are read when they are let through. */
function withHeldNames() {
  let letThrough: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const texts: string[] = [];
  const store: GraphStore = {
    ...open.store,
    read: async (query, limits) => {
      texts.push(query.text);
      if (query.text === searchedEntitiesCypher) await held;
      return open.store.read(query, limits);
    },
  };
  return { store, texts, letThrough: () => letThrough() };
}

describe("the first page of the graph", () => {
  it("comes while the search index is being built, and health tells how far that is", async () => {
    const { store, letThrough } = withHeldNames();
    const api = open.app({ store });
    const warmed = warmSearch({ store });
    expect((await api.get("/api/v1/graph?limit=3&count=false").expect(200)).body.nodes.id.length).toBeGreaterThanOrEqual(3);
    expect((await api.get("/api/v1/health")).body.search).toEqual({ ready: false, done: 0, total: null });
    const early = api.get("/api/v1/search?q=赣锋锂业").then(({ body }) => body.hits[0].id);
    letThrough();
    expect(await early).toBe("co-ganfeng");
    await warmed;
    expect((await api.get("/api/v1/health")).body.search).toEqual({ ready: true, done: 12, total: 12 });
  });

  it("is not held up by a count of the whole graph that nobody asked for", async () => {
    const { store, texts } = withHeldNames();
    const api = open.app({ store });
    await api.get("/api/v1/graph?limit=3&count=false&status=stated").expect(200);
    expect(texts.filter((text) => text.includes("count("))).toEqual([]);
    await api.get("/api/v1/graph?limit=3&status=stated").expect(200);
    expect(texts.filter((text) => text.includes("count("))).toHaveLength(2);
    await api.get("/api/v1/graph?limit=2&status=stated").expect(200);
    expect(texts.filter((text) => text.includes("count("))).toHaveLength(2);
  });
});

describe("what can wait", () => {
  const answering = () => {
    const listeners: (() => void)[] = [];
    const response = { once: (_event: string, listener: () => void) => listeners.push(listener) };
    return { response, end: () => listeners.forEach((listener) => void listener()) };
  };
  const settled = async (promise: Promise<void>) => Promise.race([promise.then(() => true), Promise.resolve(false)]);

  it("begins when what was asked for first is answered, or when nobody asks", async () => {
    const underWay = new UnderWay();
    const request = answering();
    underWay.handler({} as never, request.response as never, () => {});
    const first = underWay.firstAnswered(10);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await settled(first)).toBe(false);
    request.end();
    await first;
    await new UnderWay().firstAnswered(10);
  });

  it("gives way to a request, and does not wait for ever on a busy server", async () => {
    const underWay = new UnderWay();
    await underWay.giveWay();
    const request = answering();
    underWay.handler({} as never, request.response as never, () => {});
    const from = performance.now();
    await underWay.giveWay();
    const waitedMs = performance.now() - from;
    expect(waitedMs).toBeGreaterThan(50);
    expect(waitedMs).toBeLessThan(1000);
  });
});
