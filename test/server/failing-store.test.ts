import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer, get as httpGet, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiError } from "#graph/model/api-error.ts";
import { noTexts } from "#graph/queries/document-texts.ts";
import { type GraphStore, StoreUnavailable } from "#graph/store/store.ts";
import { createApp } from "#server/app.ts";
import { startServer } from "#server/main.ts";
import { type OpenApp, openApp } from "./open-app.ts";

let open: OpenApp;
beforeAll(async () => {
  open = await openApp();
});
afterAll(() => open.close());

/** The store, that can be told to stop answering. */
function stoppable(store: GraphStore): { store: GraphStore; stop: (stopped: boolean) => void } {
  let stopped = false;
  const gone = () => new StoreUnavailable({ operation: "Reading", fault: "the database does not answer", remedy: "start it again" });
  const guarded = new Proxy(store, {
    get(target, name) {
      const value = target[name as keyof GraphStore] as unknown;
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        if (stopped) throw gone();
        return value.apply(target, args);
      };
    },
  });
  return {
    store: guarded,
    stop(it) {
      stopped = it;
    },
  };
}

describe("a store that stops answering", () => {
  it("gives 503 with a remedy and Retry-After on every call, and is used again when it is back", async () => {
    const { store, stop } = stoppable(open.store);
    const api = open.app({ store });
    expect((await api.get("/api/v1/search?q=新钢")).body.total).toBe(1);
    stop(true);
    for (const path of ["/health", "/graph", "/entities/co-steel", "/search?q=新钢", "/questions", "/start", "/documents"]) {
      const response = await api.get(`/api/v1${path}`);
      expect(response.status, path).toBe(503);
      expect(response.headers["retry-after"], path).toBeDefined();
      expect(apiError.parse(response.body).error).toMatchObject({ code: "store_unavailable", remedy: "start it again" });
    }
    stop(false);
    expect((await api.get("/api/v1/health")).status).toBe(200);
    expect((await api.get("/api/v1/search?q=新钢")).body.total).toBe(1);
  });

  it("hides what is not known to be safe to tell behind a generic 500 with a request id", async () => {
    const store = { ...open.store, read: async () => Promise.reject(new Error("secret path")) } as unknown as GraphStore;
    const { status, body } = await open.app({ store }).get("/api/v1/graph");
    expect([status, apiError.parse(body).error.code]).toEqual([500, "internal"]);
    expect(JSON.stringify(body)).not.toContain("secret");
  });
});

/** Processes that this one has started, where the system tells. */
const children = (): number[] =>
  existsSync("/proc/self/task")
    ? readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").split(" ").filter(Boolean).map(Number)
    : [];

describe("the embedded engine's process", () => {
  it.skipIf(!existsSync(`/proc/self/task/${process.pid}/children`))("may be killed: the next calls are answered by a new one", async () => {
    const own = await openApp();
    const before = children();
    await own.api.get("/api/v1/health").expect(200);
    for (const pid of before.slice(-1)) process.kill(pid, "SIGKILL");
    const answers = await Promise.all(Array.from({ length: 5 }, () => own.api.get("/api/v1/graph?limit=2")));
    for (const { status } of answers) expect([200, 503]).toContain(status);
    expect((await own.api.get("/api/v1/health")).body.counts.entities).toBe(12);
    expect(children()).not.toEqual(before);
    await own.close();
  });
});

describe("a client that goes away", () => {
  it("has its query stopped in the store", async () => {
    let aborted: () => void = () => {};
    const stopped = new Promise<void>((resolve) => {
      aborted = resolve;
    });
    let reading: () => void = () => {};
    const begun = new Promise<void>((resolve) => {
      reading = resolve;
    });
    const read: GraphStore["read"] = (_query, limits) => {
      reading();
      return new Promise((_, reject) => {
        limits?.signal?.addEventListener("abort", () => {
          aborted();
          reject(new Error("stopped"));
        });
      });
    };
    const app = createApp({
      store: { ...open.store, read } as unknown as GraphStore,
      config: { editorToken: null },
      documents: noTexts,
      logger: pino({ level: "silent" }),
      now: () => new Date(),
      version: "0.0.0",
    });
    const server = createServer(app).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const call = httpRequest({ port, method: "POST", path: "/api/v1/cypher", headers: { "Content-Type": "application/json" } });
    call.on("error", () => {});
    call.end(JSON.stringify({ query: "RETURN 1 AS one" }));
    await begun;
    call.destroy();
    await stopped;
    server.close();
  });
});

describe("a server", () => {
  it("tells its address, answers there, and says what to do when its port is taken", async () => {
    const options = {
      config: { host: "127.0.0.1", port: 0, documentsDir: null, editorToken: null },
      store: open.store,
      logger: pino({ level: "silent" }),
      version: "0.0.0",
    };
    const server = await startServer(options);
    const [response] = await once(httpGet(`${server.url}/api/v1/health`), "response");
    expect(response.statusCode).toBe(200);
    response.resume();
    const port = Number(new URL(server.url).port);
    await expect(startServer({ ...options, config: { ...options.config, port } })).rejects.toThrow(/another process holds the port.*PORT/);
    await server.close();
    const again = await startServer({ ...options, config: { ...options.config, port } });
    await again.close();
  });
});
