import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clausesOf, joinClauses } from "#graph/store/cypher/clauses.ts";
import { parseTree, render } from "#graph/store/cypher/tree.ts";
import { orHopsApart } from "#graph/store/embedded/asked-apart.ts";
import { translate } from "#graph/store/embedded/dialect.ts";
import { EngineRefusal } from "#graph/store/embedded/engine-process.ts";
import { hopsApart } from "#graph/store/embedded/hops.ts";
import { openStore } from "#graph/store/open-store.ts";
import { type CypherQuery, type GraphStore, QueryRefused } from "#graph/store/store.ts";
import { writeSupplyChain } from "#test/store-contract/fixture.ts";
import { groups } from "#test/store-contract/questions/groups.ts";
import { patterns } from "#test/store-contract/questions/patterns.ts";

/** A store that `write` filled, for the tests around it. */
function filled(write: (store: GraphStore) => Promise<unknown>): (query: CypherQuery) => Promise<unknown[][]> {
  let dataDir: string;
  let store: GraphStore;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "atlas-rows-"));
    store = await openStore({ dataDir });
    await write(store);
  });
  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return async (query) => (await store.read(query)).rows;
}

describe("a pattern of several hops around a hub, in the embedded engine", () => {
  const leaves = 300;
  const read = filled((store) =>
    store.write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Hub {at: 0})" });
      await transaction.run({ text: `MATCH (h:Hub) UNWIND range(1, ${leaves}) AS at CREATE (h)-[:HAS]->(:Leaf {at: at})` });
    }),
  );
  const ask = (text: string) => read({ text });
  const pairs = leaves * (leaves - 1);

  it.each([
    ["between named ends", "MATCH (a)-[r]-(b)-[q]-(c) RETURN count(*) AS total", pairs],
    ["with nothing named", "MATCH (:Leaf)--()--(:Leaf) RETURN count(*) AS total", pairs],
    ["with conditions in the middle", "MATCH (a)--(h:Hub|Leaf {at: 0} WHERE h.at < 1)--(c) RETURN count(h) AS total", pairs],
    ["that may be missing", "MATCH (h:Hub) OPTIONAL MATCH (a)--(h)--(c) RETURN count(c) AS total", pairs],
    ["of which one end is known", "MATCH (a:Leaf {at: 7})-[r]-(b)-[q]-(c) RETURN count(c) AS total", leaves - 1],
    ["beside another pattern", "MATCH (a)--(b)--(c), (h:Hub) WHERE b = h RETURN count(h) AS total", pairs],
  ])("is answered %s", async (_, text, total) => {
    expect(await ask(text)).toEqual([[total]]);
  });

  it("is refused where it is named as a path, with what to do, and the store answers on", async () => {
    const refused = await ask("MATCH p = (a)--(b)--(c) RETURN count(p) AS total").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(QueryRefused);
    expect(String(refused)).toContain("given no name");
    expect(await ask("MATCH (n) RETURN count(n) AS total")).toEqual([[leaves + 1]]);
  });
});

describe("a read that is asked again", () => {
  const text = "MATCH (a)--(b)--(c) RETURN 1 AS one";
  const tooMany = new EngineRefusal({ kind: "invalid", message: "task panicked: MAX_CAPACITY", line: null, column: null });

  it("has the time that the first try left, so that both together keep to the limit", async () => {
    const given: number[] = [];
    const answer = await orHopsApart({ text, translation: translate(text, { limited: true }), timeoutMs: 1_000 }, async (_, timeoutMs) => {
      given.push(timeoutMs);
      await new Promise((resolve) => setTimeout(resolve, 60));
      if (given.length === 1) throw tooMany;
      return "answered";
    });
    expect(answer).toBe("answered");
    expect(given[0]).toBe(1_000);
    expect(given[1]).toBeLessThan(950);
  });

  it("is asked once where there is nothing to take apart", async () => {
    const whole = "MATCH (a)--(b) RETURN 1 AS one";
    let asked = 0;
    const refused = orHopsApart({ text: whole, translation: translate(whole, { limited: true }), timeoutMs: 1_000 }, async () => {
      asked += 1;
      throw tooMany;
    });
    await expect(refused).rejects.toBe(tooMany);
    expect(asked).toBe(1);
  });
});

describe("patterns with each hop apart", () => {
  const read = filled(writeSupplyChain);
  const apart = (text: string): string => {
    let number = 0;
    const fresh = (): string => {
      number += 1;
      return `hop${number}`;
    };
    const clauses = clausesOf(parseTree(text)).map((it) =>
      it.keyword.endsWith("MATCH") ? { ...it, body: hopsApart(it.body, fresh) } : it,
    );
    return render(joinClauses(clauses));
  };

  it("are written with each node's conditions once, and a name for one that had none", () => {
    expect(apart("MATCH (a:A)-[:X]->(:B {k: 1})<-[:Y]-(c)--(d), (e)-[r*1..2]-(f) RETURN a").replaceAll(" ", "")).toBe(
      "MATCH(a:A)-[:X]->(hop1:B{k:1}),(hop1)<-[:Y]-(c),(c)--(d),(e)-[r*1..2]-(f)RETURNa",
    );
  });

  it("leave alone what is one thing: a named path, a shortest path, a part that repeats", () => {
    for (const pattern of ["p = (a)--(b)--(c)", "shortestPath((a)-[*]-(b))", "(a) ((x)--(y)){1,2} (b)"])
      expect(apart(`MATCH ${pattern} RETURN 1`)).toBe(`MATCH ${pattern} RETURN 1`);
  });

  const further = [
    "MATCH (a:Company)-[:PRODUCES]->(p)<-[:PRODUCES]-(b:Company) RETURN a.id AS a, p.id AS p, b.id AS b ORDER BY a, p, b",
    "MATCH (a)--(b)--(c) RETURN count(*) AS n",
    "MATCH (a)-[r]-(b)-[q]-(c)-[s]-(d) RETURN a.id AS a, count(*) AS n ORDER BY a",
    "MATCH (a:Company)-->(:Region)-->(r) RETURN a.id AS a, r.id AS r ORDER BY a",
    "MATCH (c:Company) OPTIONAL MATCH (c)-[:PRODUCES]->(p)-[:INPUT_OF]->(q) RETURN c.id AS c, q.id AS q ORDER BY c, q",
    "MATCH (a:Company)-[*1..2]-(b)--(c) RETURN a.id AS a, count(*) AS n ORDER BY a",
  ].map((text) => ({ text, parameters: {} }));
  const questions = [...patterns, ...groups].map(({ text, parameters = {} }) => ({ text, parameters }));

  it.each([...further, ...questions].filter(({ text }) => apart(text) !== render(parseTree(text))))(
    "answer as they do in one: $text",
    async ({ text, parameters }) => {
      expect(await read({ text: apart(text), parameters })).toEqual(await read({ text, parameters }));
    },
  );
});
