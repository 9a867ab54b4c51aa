import SwaggerParser from "@apidevtools/swagger-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiError } from "#graph/model/api-error.ts";
import { type OpenApp, openApp } from "./open-app.ts";

let open: OpenApp;
beforeAll(async () => {
  open = await openApp();
});
afterAll(() => open.close());

const errorOf = (response: { body: unknown }) => apiError.parse(response.body).error;

describe("what comes in", () => {
  it.each([
    ["/graph?limit=0", "limit"],
    ["/graph?limit=10001", "limit"],
    ["/graph?limit=1.5", "limit"],
    ["/graph?limit=-1", "limit"],
    ["/graph?limit=", "limit"],
    ["/graph?limit=5&limit=6", "limit"],
    ["/graph?kinds=Company,Planet", "kinds.1"],
    ["/graph?relations=EATS", "relations.0"],
    ["/graph?status=rumoured", "status.0"],
    ["/graph?minConfidence=1.1", "minConfidence"],
    ["/graph?at=yesterday", "at"],
    ["/graph?cursor=forged", "cursor"],
    ["/graph?cursor=WzEsMl0.AAAAAAAAAAAAAAAA", "cursor"],
    ["/entities/co-ganfeng/neighbours?cursor=forged", "cursor"],
    ["/entities/co-ganfeng/neighbours?limit=0", "limit"],
    ["/entities/co-ganfeng/neighbours?direction=sideways", "direction"],
    ["/entities/co-ganfeng/neighbours?relation=EATS", "relation.0"],
    ["/entities/co-ganfeng/neighbours?kind=Planet", "kind.0"],
    ["/search?q=", "q"],
    ["/search", "q"],
    ["/search?q=a&limit=10001", "limit"],
    ["/search?q=a&kinds=Planet", "kinds.0"],
    ["/paths?from=co-ganfeng", "to"],
    ["/paths?from=a&to=b&maxLength=0", "maxLength"],
    ["/paths?from=a&to=b&maxLength=11", "maxLength"],
    ["/paths?from=a&to=b&limit=0", "limit"],
    ["/paths?from=a&to=b&relations=EATS", "relations.0"],
    ["/revisions/first", "number"],
    ["/revisions/compare?from=1", "to"],
    ["/revisions/compare?from=-1&to=1", "from"],
    ["/graph?revision=0", "revision"],
    ["/freshness?asOf=soon", "asOf"],
    ["/freshness?limit=0", "limit"],
    ["/templates/dataset.xlsx?language=fr", "language"],
    ["/export?format=odt", "format"],
    ["/graph?revision=first", "revision"],
    ["/notes?limit=0", "limit"],
    ["/notes?about=", "about.0"],
  ])("refuses %s with 400 and names %s", async (path, name) => {
    const response = await open.api.get(`/api/v1${path}`);
    expect(response.status).toBe(400);
    expect(errorOf(response)).toMatchObject({ code: "invalid_input", details: [{ path: name }] });
  });

  it("refuses a cursor of another question", async () => {
    const { body } = await open.api.get("/api/v1/graph?limit=2");
    expect((await open.api.get(`/api/v1/graph?limit=2&kinds=Company&cursor=${body.next}`)).status).toBe(400);
    expect((await open.api.get(`/api/v1/graph?limit=3&cursor=${body.next}`)).status).toBe(200);
  });

  it.each([
    "/graph?limit=1",
    "/graph?limit=10000",
    "/paths?from=co-ganfeng&to=chain-li&maxLength=10",
    "/paths?from=co-ganfeng&to=chain-li&maxLength=1",
  ])("accepts the bound itself in %s", async (path) => expect((await open.api.get(`/api/v1${path}`)).status).toBe(200));

  it.each([
    { limit: 0 },
    { limit: 10_001 },
    { limit: "5" },
    { timeoutMs: 0 },
    { timeoutMs: 60_001 },
    { query: "" },
    { query: 5 },
    { parameters: [] },
  ])("refuses the query body %j with 400", async (part) => {
    const response = await open.api.post("/api/v1/cypher").send({ query: "RETURN 1 AS one", ...part });
    expect(response.status).toBe(400);
    expect(errorOf(response).code).toBe("invalid_input");
  });

  it.each([
    ["/graph/by-ids", { ids: [] }],
    ["/graph/by-ids", { ids: [""] }],
    ["/graph/by-ids", { ids: "co-steel" }],
    ["/statements/by-ids", { ids: [] }],
    ["/statements/by-ids", { ids: Array.from({ length: 2001 }, (_, at) => `st-${at}`) }],
  ])("refuses ids that cannot be meant: %s %j", async (path, body) => {
    const response = await open.api.post(`/api/v1${path}`).send(body);
    expect([response.status, errorOf(response).code]).toEqual([400, "invalid_input"]);
  });

  it("refuses a body that is not JSON with 400, and one beyond 1 MB with 413", async () => {
    const broken = await open.api.post("/api/v1/cypher").set("Content-Type", "application/json").send('{"query": ');
    expect([broken.status, errorOf(broken).code]).toEqual([400, "invalid_input"]);
    const large = await open.api.post("/api/v1/cypher").send({ query: "x".repeat(1_100_000) });
    expect([large.status, errorOf(large).code]).toEqual([413, "too_large"]);
    expect((await open.api.post("/api/v1/cypher")).status).toBe(400);
  });

  it("reads an address that cannot be decoded as invalid", async () => {
    expect((await open.api.get("/api/v1/entities/%E0%A4%A")).status).toBe(400);
  });
});

describe("what is not there", () => {
  it.each([
    "/entities/co-nobody",
    "/entities/co-nobody/neighbours",
    "/entities/co-nobody/history",
    "/statements/st-nothing",
    "/statements/st-withdrawn",
    "/documents/doc-none",
    "/revisions/99",
    "/revisions/compare?from=0&to=99",
    "/graph?revision=99",
    "/statements/st-nothing/history",
    "/views/view-none",
    "/paths?from=co-nobody&to=co-steel",
    "/paths?from=co-steel&to=co-nobody",
    "/no/such/call",
  ])("answers 404 for %s", async (path) => {
    const response = await open.api.get(`/api/v1${path}`);
    expect([response.status, errorOf(response).code]).toEqual([404, "not_found"]);
  });

  it("answers 404 as JSON below /api and for another method", async () => {
    expect(errorOf(await open.api.get("/api/v2/graph")).code).toBe("not_found");
    expect(errorOf(await open.api.delete("/api/v1/graph")).code).toBe("not_found");
  });

  it("says on / that the client has not been built", async () => {
    expect(errorOf(await open.api.get("/")).remedy).toContain("npm start");
  });
});

describe("a person's Cypher", () => {
  const post = (path: string, body: object) => open.api.post(`/api/v1${path}`).send(body);

  it.each([
    "CREATE (n:Entity)",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.x = 1 RETURN n",
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
  ])("is refused with 422 and a position when it writes: %s", async (query) => {
    for (const path of ["/cypher", "/cypher/explain"]) {
      const response = await post(path, { query });
      expect(response.status, path).toBe(422);
      expect(errorOf(response).details[0]?.position, path).toMatchObject({ line: 1 });
    }
    expect((await open.api.get("/api/v1/health")).body.counts.entities).toBe(12);
  });

  it("is 422 with a position when it is wrong, and when a parameter is missing", async () => {
    const wrong = await post("/cypher", { query: "MATCH (n RETURN n" });
    expect([wrong.status, errorOf(wrong).code]).toEqual([422, "query_invalid"]);
    expect(errorOf(wrong).details[0]?.position).toBeDefined();
    const missing = await post("/cypher", { query: "MATCH (n:Entity {id: $id}) RETURN n AS n" });
    expect([missing.status, errorOf(missing).code]).toEqual([422, "query_invalid"]);
    expect(errorOf(missing).message).toContain("id");
  });

  it("marks nodes, edges and paths, and draws them with the ends that the rows leave out", async () => {
    const { body } = await post("/cypher", {
      query: "MATCH p = (a:Entity {id: 'proj-salt'})-[r]->(b:Entity) RETURN p AS path, r AS edge, b.id AS id",
    });
    expect(body.rows[0][0]).toEqual({ $path: ["proj-salt", "st-8", "park-carbon"] });
    expect(body.rows[0][1]).toMatchObject({ $edge: "st-8", type: "LOCATED_IN", source: "proj-salt", target: "park-carbon" });
    expect(body.graph.nodes.id.sort()).toEqual(["park-carbon", "proj-salt"]);
    const edges = await post("/cypher", { query: "MATCH (:Entity)-[r:BUILDS]->(:Entity) RETURN collect(r) AS edges" });
    expect(edges.body.graph.edges.id.sort()).toEqual(["st-4", "st-5"]);
    expect(edges.body.graph.nodes.id).toHaveLength(4);
  });

  it("leaves what is not an entity to the table", async () => {
    const { body } = await post("/cypher", { query: "MATCH (n:Entity)-[h:HAS_METRIC]->(m) RETURN n AS n, h AS h, m AS m" });
    expect(body.rows).toHaveLength(4);
    expect(new Set(body.graph.nodes.id)).toEqual(new Set(["ind-li", "region-jia"]));
    expect(body.graph.edges.id).toEqual([]);
  });

  it("keeps to its row limit and says so", async () => {
    const { body } = await post("/cypher", { query: "MATCH (n:Entity) RETURN n.id AS id", limit: 5 });
    expect([body.rows.length, body.summary.truncated]).toEqual([5, true]);
    expect((await post("/cypher", { query: "MATCH (n:Entity) RETURN n.id AS id", limit: 12 })).body.summary.truncated).toBe(false);
  });

  it("is stopped at its time limit with 408", async () => {
    const response = await post("/cypher", {
      query: "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b * c) AS s",
      timeoutMs: 300,
    });
    expect([response.status, errorOf(response).code]).toEqual([408, "timed_out"]);
    expect((await open.api.get("/api/v1/graph?limit=1")).status).toBe(200);
  });

  it("is explained without running", async () => {
    const { status, body } = await post("/cypher/explain", { query: "MATCH (n:Entity) RETURN n.id AS id" });
    expect(status).toBe(200);
    expect(body.plan.operator).toEqual(expect.any(String));
  });
});

describe("writing over HTTP", () => {
  const calls = [
    ["get", "/changes"],
    ["post", "/changes"],
    ["get", "/changes/some"],
    ["post", "/changes/some/decisions"],
    ["post", "/changes/some/answers"],
    ["post", "/changes/some/rebase"],
    ["post", "/changes/some/discard"],
    ["post", "/changes/some/apply"],
    ["post", "/revisions/1/revert"],
    ["post", "/edits"],
    ["post", "/views"],
    ["put", "/views/view-some"],
    ["delete", "/views/view-some"],
    ["post", "/notes"],
    ["put", "/notes/note-some"],
    ["delete", "/notes/note-some"],
  ] as const;

  it.each(calls)("%s %s: 403 on a read-only server, 401 without token, 403 with a wrong one", async (method, path) => {
    const readOnly = await open.api[method](`/api/v1${path}`).set("Authorization", "Bearer whatever-it-is");
    expect([readOnly.status, errorOf(readOnly).code]).toEqual([403, "forbidden"]);
    expect(errorOf(readOnly).remedy).toContain("EDITOR_TOKEN");
    const api = open.app({ config: { editorToken: "correct-horse" } });
    const without = await api[method](`/api/v1${path}`);
    expect([without.status, without.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
    for (const wrong of ["Bearer wrong-horse", "Bearer correct-hors", "Bearer correct-horse1"])
      expect((await api[method](`/api/v1${path}`).set("Authorization", wrong)).status).toBe(403);
    expect((await api[method](`/api/v1${path}`).set("Authorization", "Basic correct-horse")).status).toBe(401);
    const right = await api[method](`/api/v1${path}`).set("Authorization", "Bearer correct-horse");
    expect([401, 403]).not.toContain(right.status);
  });
});

describe("the frame of every answer", () => {
  it("limits the rate with 429 and Retry-After", async () => {
    const api = open.app({ rateLimits: { windowMs: 60_000, limit: 2, loopbackLimit: 3 } });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await api.get("/api/v1/graph?limit=1")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await api.get("/api/v1/graph?limit=1");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(errorOf(refused).code).toBe("too_many_requests");
  });

  it("carries a request id, a strict content security policy, and no HSTS", async () => {
    const { headers } = await open.api.get("/api/v1/health").set("X-Request-Id", "from-a-proxy-1");
    expect(headers["x-request-id"]).toBe("from-a-proxy-1");
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers).not.toHaveProperty("strict-transport-security");
    expect(headers).not.toHaveProperty("x-powered-by");
    const other = await open.api.get("/api/v1/nothing").set("X-Request-Id", "bad id\twith blanks");
    expect(errorOf(other).requestId).toBe(other.headers["x-request-id"]);
    expect(other.headers["x-request-id"]).not.toContain("bad");
  });

  it("compresses larger answers", async () => {
    const { headers } = await open.api.get("/api/v1/graph").set("Accept-Encoding", "br, gzip");
    expect(headers["content-encoding"]).toBe("br");
  });

  it("describes itself in OpenAPI that a validator accepts", async () => {
    const { body } = await open.api.get("/api/v1/openapi.json");
    expect(Object.keys(body.paths).length).toBeGreaterThan(15);
    await SwaggerParser.validate(structuredClone(body));
    const limit = body.paths["/graph"].get.parameters.find((it: { name: string }) => it.name === "limit");
    expect(limit).toMatchObject({ in: "query", required: false });
    const count = body.paths["/graph"].get.parameters.find((it: { name: string }) => it.name === "count");
    const { Subgraph, Health } = body.components.schemas;
    for (const told of [count, Subgraph.properties.uncounted, Health.properties.search]) expect(told.description).toMatch(/\w{3}/);
  });
});
