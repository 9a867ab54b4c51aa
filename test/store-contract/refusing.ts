import { expect } from "vitest";
import { QueryInvalid, QueryRefused } from "#graph/store/store.ts";
import type { Open, Test } from "./contract.ts";
import { writeSupplyChain } from "./fixture.ts";
import { hostileQueries, innocentQueries } from "./hostile-queries.ts";
import { failureOf, openedStore } from "./opened.ts";

const census = `MATCH (n:Entity) OPTIONAL MATCH (n)-[e]->()
RETURN count(DISTINCT n) AS nodes, count(e) AS edges, sum(size(labels(n))) AS labels, count(n.stolen) AS stolen`;

export function refusingContract(open: Open, test: Test): void {
  const { store, rows, count } = openedStore(open, writeSupplyChain);
  const asUser = (text: string, parameters = {}) => store().read({ text, parameters }, { origin: "user", timeoutMs: 20_000 });

  test("refuses every write, command and way out of the database before the engine, and nothing changes", async () => {
    const before = await rows(census);
    const passed: string[] = [];
    for (const text of hostileQueries) {
      const fault = await asUser(text, { url: "file:///etc/passwd" }).catch((error: unknown) => error);
      if (!(fault instanceof QueryRefused)) passed.push(`${text} → ${fault instanceof Error ? fault.message : "ran"}`);
    }
    expect(passed).toEqual([]);
    expect(hostileQueries.length).toBeGreaterThan(40);
    expect(await rows(census)).toEqual(before);
    expect(await count("Intruder")).toBe(0);
  });

  test("refuses to explain what it refuses to run", async () => {
    const passed: string[] = [];
    for (const text of hostileQueries) {
      const fault = await store()
        .explain({ text, parameters: { url: "" } })
        .catch((error: unknown) => error);
      if (!(fault instanceof QueryRefused)) passed.push(text);
    }
    expect(passed).toEqual([]);
  });

  test("says where in the query the refused word stands, what is wrong with it and what to do", async () => {
    const fault = await failureOf(asUser("MATCH (n)\n  SET n.x = 1"));
    expect(fault).toBeInstanceOf(QueryRefused);
    expect(fault).toMatchObject({ position: { offset: 12, line: 2, column: 3 }, fault: expect.stringContaining("SET") });
    expect((fault as QueryRefused).remedy).not.toBe("");
  });

  test("lets words of writing pass where they are texts, names or comments", async () => {
    const answers: unknown[] = [];
    for (const [text] of innocentQueries) answers.push([text, (await asUser(text, { create: "parameter" })).rows[0]?.[0]]);
    expect(answers).toEqual(innocentQueries);
  });

  test("does not let the application's own reads write either: what they try is refused by the engine and does not stay", async () => {
    const tries = [
      "CREATE (i:Intruder) RETURN i.x AS x",
      "MATCH (n:Company) SET n.stolen = 1 RETURN n.id AS id",
      "MATCH (n:Company) DETACH DELETE n",
      "MERGE (i:Intruder {x: 1}) RETURN i.x AS x",
      "MATCH (n:Company {id: 'c1'})-[e]->() DELETE e",
    ];
    const before = await rows(census);
    for (const text of tries) expect(await failureOf(store().read({ text })), text).toBeInstanceOf(QueryRefused);
    expect(await rows(census)).toEqual(before);
    expect(await count("Intruder")).toBe(0);
  });

  test("keeps a value that looks like Cypher a value", async () => {
    const name = "x'}) DETACH DELETE n //";
    expect(await rows("MATCH (n:Company {name: $name}) RETURN n.id AS id", { name })).toEqual([]);
    expect((await asUser("RETURN $name AS name", { name })).rows).toEqual([[name]]);
    expect(await count("Company")).toBe(4);
  });

  test("refuses a query with a missing parameter by the name of the parameter, and takes null for one", async () => {
    const fault = await failureOf(asUser("MATCH (n:Company)\nWHERE n.id = $who RETURN n.id AS id", { other: 1 }));
    expect(fault).toBeInstanceOf(QueryInvalid);
    expect(fault).toMatchObject({ message: expect.stringContaining("who"), position: { line: 2, column: 14 } });
    expect(await failureOf(store().read({ text: "RETURN $who AS who" }))).toMatchObject({
      name: "QueryInvalid",
      message: expect.stringContaining("who"),
    });
    expect((await asUser("RETURN $who AS who", { who: null })).rows).toEqual([[null]]);
  });

  test("says where a query that is no Cypher goes wrong", async () => {
    const fault = await failureOf(asUser("MATCH (n:Company)\nRETRUN n"));
    expect(fault).toBeInstanceOf(QueryInvalid);
    expect(fault).toMatchObject({ position: { line: 2 } });
    expect(await failureOf(asUser("MATCH (n:Company RETURN n AS n"))).toBeInstanceOf(QueryInvalid);
    expect(await failureOf(asUser("RETURN missing AS x"))).toBeInstanceOf(QueryInvalid);
    expect(await failureOf(asUser("   "))).toBeInstanceOf(QueryInvalid);
  });
}
