import { expect } from "vitest";
import { QueryCancelled } from "#graph/store/store.ts";
import type { Open, Test } from "./contract.ts";
import { writeSupplyChain } from "./fixture.ts";
import { openedStore } from "./opened.ts";

export function readingContract(open: Open, test: Test): void {
  const { store, rows, value } = openedStore(open, writeSupplyChain);

  test("names the columns in the order of RETURN, also when no row comes", async () => {
    const { columns, rows: none, truncated } = await store().read({ text: "MATCH (n:Nothing) RETURN n.b AS b, n.a AS a" });
    expect({ columns, none, truncated }).toEqual({ columns: ["b", "a"], none: [], truncated: false });
  });

  test("reads texts, numbers, truth values and null", async () => {
    expect(await rows("RETURN 'x' AS a, 7 AS b, -2.5 AS c, true AS d, false AS e, null AS f")).toEqual([["x", 7, -2.5, true, false, null]]);
  });

  test("reads lists and maps with everything in them", async () => {
    expect(await rows("RETURN [1, 'a', null, [2, 3]] AS list, {k: 1, m: {inner: ['x']}} AS map")).toEqual([
      [[1, "a", null, [2, 3]], { k: 1, m: { inner: ["x"] } }],
    ]);
  });

  test("hands rows on in their order, some at a time, and keeps none", async () => {
    const portions: unknown[][] = [];
    const query = { text: "UNWIND range(1, 9001) AS number RETURN number AS number, 'x' AS text" };
    const kept = await store().read(query, { rows: 9000, onRows: (some) => portions.push(some) });
    expect(kept).toMatchObject({ columns: ["number", "text"], rows: [] });
    expect(portions.length).toBeGreaterThan(2);
    expect(portions.flat()).toEqual(Array.from({ length: 9000 }, (_, index) => [index + 1, "x"]));
  });

  test("hands on no row of a read that was cancelled", async () => {
    const stopping = new AbortController();
    let taken = 0;
    const query = { text: "UNWIND range(1, 200000) AS number RETURN number AS number" };
    const onRows = (some: unknown[]): void => {
      taken += some.length;
      stopping.abort();
    };
    await expect(store().read(query, { rows: 200_000, onRows, signal: stopping.signal })).rejects.toThrow(QueryCancelled);
    const before = taken;
    await store().read({ text: "RETURN 1 AS one" });
    expect(taken).toBe(before);
    expect(taken).toBeLessThan(200_000);
  });

  test("reads a node with its id, its labels and its properties", async () => {
    expect(await rows("MATCH (n:Company {id: 'c2'}) RETURN n AS n")).toEqual([
      [
        {
          $node: "c2",
          labels: ["Company", "Entity"],
          properties: { id: "c2", name: "乙电池", founded: 2009, revenue: 16.5, ownership: "private" },
        },
      ],
    ]);
  });

  test("reads an edge with the ids of its ends, although no node is returned", async () => {
    expect(await rows("MATCH (:Company {id: 'c1'})-[e:PRODUCES {year: 2010}]->() RETURN e AS e")).toEqual([
      [{ $edge: "e1", type: "PRODUCES", source: "c1", target: "p1", properties: { id: "e1", year: 2010, confidence: 0.9 } }],
    ]);
  });

  test("reads an edge in its stored direction when it is matched from its end", async () => {
    const [row] = await rows("MATCH (p:Product {id: 'p1'})<-[e:PRODUCES]-() RETURN e AS e, p.id AS p");
    expect(row?.[0]).toMatchObject({ source: "c1", target: "p1" });
  });

  test("reads a path as the ids of its nodes and edges in turn", async () => {
    expect(await value("MATCH p = (:Company {id: 'c2'})-[:LOCATED_IN]->()-[:PART_OF]->() RETURN p AS p")).toEqual({
      $path: ["c2", "e8", "r2", "e12", "r3"],
    });
  });

  test("reads nodes and edges inside lists and maps", async () => {
    const text = "MATCH (c:Company {id: 'c4'})-[e:PRODUCES]->(p) RETURN {pair: [c, p], edge: e} AS found";
    expect(await value(text)).toMatchObject({
      pair: [{ $node: "c4" }, { $node: "p3" }],
      edge: { $edge: "e4", source: "c4", target: "p3" },
    });
  });

  test("names a revision by its number, and a node without an id by the engine's key after #", async () => {
    await store().write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Revision {number: 12}), (:Nameless {x: 1})" });
    });
    expect(await value("MATCH (n:Revision) RETURN n AS n")).toMatchObject({ $node: "12", properties: { number: 12 } });
    expect(await value("MATCH (n:Nameless) RETURN n AS n")).toMatchObject({ $node: expect.stringMatching(/^#./), properties: { x: 1 } });
  });

  test("passes every kind of parameter in and out unchanged", async () => {
    const given = { text: "锂'\"\\\n", whole: 3, part: 0.25, yes: true, nothing: null, list: ["a", "b"], map: { k: [1, 2] } };
    const names = Object.keys(given);
    const text = `RETURN ${names.map((name) => `$${name} AS ${name}`).join(", ")}`;
    expect(await rows(text, given)).toEqual([Object.values(given)]);
  });

  test("takes whole numbers for integers, and others for floats", async () => {
    expect(await rows("RETURN $n / 2 AS whole, -$n / 2 AS negative, $f / 2 AS part", { n: 7, f: 7.5 })).toEqual([[3, -3, 3.75]]);
    expect(await value("UNWIND $list AS n WITH n / 2 AS half RETURN collect(half) AS halves", { list: [5, 6] })).toEqual([2, 3]);
    expect(await value("RETURN $m.n / 4 AS quarter", { m: { n: 9 } })).toBe(2);
  });

  test("passes integers beyond 2^53 in and out exactly, as bigint or as {$integer}", async () => {
    const [big, least] = ["9007199254740993", "-9223372036854775808"];
    expect(await value("RETURN $n AS n", { n: BigInt(big) })).toEqual({ $integer: big });
    expect(await value("RETURN $n AS n", { n: { $integer: least } })).toEqual({ $integer: least });
    expect(await value("RETURN $n - 1 AS n", { n: BigInt(big) })).toEqual({ $integer: "9007199254740992" });
    expect(await value("RETURN $n - 2 AS n", { n: BigInt(big) })).toBe(Number.MAX_SAFE_INTEGER);
    await store().write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Big {n: $n})", parameters: { n: BigInt(big) } });
    });
    expect(await value("MATCH (b:Big) RETURN b.n AS n")).toEqual({ $integer: big });
  });

  test("keeps Chinese texts, labels, types and property names", async () => {
    await store().write(async (transaction) => {
      await transaction.run({
        text: "CREATE (:`企业` {id: 'z1', `名称`: '新材料（集团）'})-[:`供应` {id: 'z2'}]->(:`企业` {id: 'z3', `名称`: '𠮷电'})",
      });
    });
    expect(await rows("MATCH (a:企业)-[e:供应]->(b:`企业`) RETURN a.名称 AS 甲, type(e) AS 关系, b.`名称` AS 乙")).toEqual([
      ["新材料（集团）", "供应", "𠮷电"],
    ]);
  });

  test("finds a single Chinese character with CONTAINS", async () => {
    expect(await rows("MATCH (n:Entity) WHERE n.name CONTAINS $c RETURN n.id AS id ORDER BY id", { c: "锂" })).toEqual([["c1"], ["p1"]]);
  });

  test("reads in parallel without mixing answers", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => value("RETURN $n * 10 AS n", { n })));
    expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => n * 10));
  });
}
