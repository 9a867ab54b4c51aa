import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "#graph/store/open-store.ts";
import { freePort } from "#scripts/neo4j/bolt.ts";
import { missingForJava } from "#scripts/neo4j/jars.ts";
import { type LocalServer, startLocalNeo4j } from "#scripts/neo4j/local-server.ts";
import { answersSuite } from "#test/server/answers-suite.ts";
import { keptSuite } from "#test/server/kept-suite.ts";
import { type OpenApp, openApp } from "#test/server/open-app.ts";
import { styleValuesSuite } from "#test/server/style-values-suite.ts";

/** A server of its own: these tests stop it and start it again. */
const lib = fileURLToPath(new URL("../../.data/neo4j/lib", import.meta.url));
const missing = missingForJava(lib);
if (missing && process.env.CI === "true") throw new Error(`no Neo4j: ${missing.fault}; ${missing.remedy}`);

describe.skipIf(missing)("the API over a Neo4j of its own", () => {
  let home: string;
  let port: number;
  let server: LocalServer;
  const start = () => startLocalNeo4j({ home, lib, port, heapMb: 256 });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "atlas-api-neo4j-"));
    port = await freePort();
    server = await start();
  });
  afterAll(async () => {
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  describe("on a server that runs", () => {
    answersSuite("neo4j", () => openApp(server));
  });

  const openEmptied = async (): Promise<OpenApp> => {
    const store = await openStore({ dataDir: home, neo4j: server });
    await store.write((transaction) => transaction.run({ text: "MATCH (n) DETACH DELETE n" }));
    await store.close();
    return openApp(server);
  };

  describe("with what people keep", () => {
    keptSuite(openEmptied);
  });

  describe("what styles ask of a server that runs", () => {
    styleValuesSuite(openEmptied);
  });

  describe("on a server that stops and comes back", () => {
    let open: OpenApp;
    beforeAll(async () => {
      open = await openEmptied();
    });
    afterAll(() => open.close());

    it("answers 503 with a remedy while it is away, and answers again without a restart of the API", async () => {
      expect((await open.api.get("/api/v1/health")).body).toMatchObject({ engine: "neo4j", counts: { entities: 12 } });
      await server.stop();
      for (const path of ["/health", "/graph", "/search?q=新钢"]) {
        const { status, body } = await open.api.get(`/api/v1${path}`);
        expect([path, status, body.error?.code]).toEqual([path, 503, "store_unavailable"]);
        expect(body.error.remedy).not.toBe("");
      }
      server = await start();
      expect((await open.api.get("/api/v1/health")).status).toBe(200);
      expect((await open.api.get("/api/v1/graph?limit=1")).body.total).toEqual({ nodes: 12, edges: 13 });
    }, 180_000);

    it("refuses writes and stops a query at its time", async () => {
      const post = (body: object) => open.api.post("/api/v1/cypher").send(body);
      expect((await post({ query: "CREATE (n:Entity)" })).status).toBe(422);
      const slow = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b * c) AS s";
      expect((await post({ query: slow, timeoutMs: 500 })).status).toBe(408);
    });
  });
});
