import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { QueryInvalid } from "#graph/store/store.ts";
import type { Open, Test } from "./contract.ts";
import { failureOf, openedStore } from "./opened.ts";

export function writingContract(open: Open, test: Test): void {
  const { current, store, count, value } = openedStore(open);

  test("writes all of a transaction, and gives back what the work returns", async () => {
    const answer = await store().write(async (transaction) => {
      await transaction.run({ text: "UNWIND range(1, 100) AS n CREATE (:Written {n: n})" });
      await transaction.run({ text: "MATCH (w:Written) WHERE w.n > 90 DETACH DELETE w" });
      return "done";
    });
    expect(answer).toBe("done");
    expect(await count("Written")).toBe(90);
  });

  test("leaves nothing of a transaction whose work throws, and passes the error on", async () => {
    const fault = new Error("changed my mind");
    const failed = store().write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Torn {n: 1})-[:TO]->(:Torn {n: 2})" });
      throw fault;
    });
    expect(await failureOf(failed)).toBe(fault);
    expect(await count("Torn")).toBe(0);
  });

  test("leaves nothing of a transaction one of whose statements is wrong", async () => {
    const failed = store().write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Halfway)" });
      await transaction.run({ text: "CREATE (:Halfway" });
    });
    expect(await failureOf(failed)).toBeInstanceOf(QueryInvalid);
    expect(await count("Halfway")).toBe(0);
  });

  test("lets a transaction see its own writes, and nobody else before its end", async () => {
    let outside: unknown;
    const inside = await store().write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Hidden)" });
      outside = await count("Hidden");
      const { rows } = await transaction.run({ text: "MATCH (h:Hidden) RETURN count(h) AS n" });
      return rows[0]?.[0];
    });
    expect({ inside, outside, after: await count("Hidden") }).toEqual({ inside: 1, outside: 0, after: 1 });
  });

  test("tells a transaction the ids at the ends of an edge it has just made", async () => {
    const edge = await store().write(async (transaction) => {
      const text = "CREATE (:End {id: 'from'})-[e:JOINS {id: 'joint'}]->(:End {id: 'to'}) RETURN e AS e";
      return (await transaction.run({ text })).rows[0]?.[0];
    });
    expect(edge).toMatchObject({ $edge: "joint", type: "JOINS", source: "from", target: "to" });
  });

  test("shows a write to the read that follows it", async () => {
    for (let n = 1; n <= 10; n++) {
      await store().write((transaction) => transaction.run({ text: "MERGE (s:Step) SET s.n = $n", parameters: { n } }));
      expect(await value("MATCH (s:Step) RETURN s.n AS n")).toBe(n);
    }
  });

  test("runs writes one after another, in the order they came, also past one that fails", async () => {
    const seen: string[] = [];
    const step = (name: string, fails = false) =>
      store().write(async (transaction) => {
        seen.push(`${name} begins`);
        // Time for another to come in between, if it could.
        await sleep(100);
        await transaction.run({ text: "CREATE (:Queued {name: $name})", parameters: { name } });
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    await Promise.allSettled([step("a"), step("b", true), step("c")]);
    expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    expect(await value("MATCH (q:Queued) WITH q ORDER BY q.name RETURN collect(q.name) AS names")).toEqual(["a", "c"]);
  });

  test("gives all rows of a statement in a transaction, however many", async () => {
    const length = await store().write(async (transaction) => {
      const { rows, truncated } = await transaction.run({ text: "UNWIND range(1, 25000) AS n RETURN n AS n" });
      return truncated ? "truncated" : rows.length;
    });
    expect(length).toBe(25_000);
  });

  test("takes records as lists of columns or of maps, thousands at once", async () => {
    const maps = Array.from({ length: 5000 }, (_, n) => ({ id: `m${n}`, n, name: `名${n}` }));
    const ids = maps.map(({ id }) => id);
    await store().prepare();
    await store().write(async (transaction) => {
      await transaction.run({ text: "UNWIND $maps AS map MERGE (n:Entity {id: map.id}) SET n:Loaded SET n += map", parameters: { maps } });
      const text = "UNWIND range(0, size($ids) - 1) AS i MATCH (n:Entity {id: $ids[i]}) SET n.twice = 2 * n.n";
      await transaction.run({ text, parameters: { ids: ids.slice(0, 50) } });
    });
    expect(await count("Loaded")).toBe(5000);
    expect(await value("MATCH (n:Loaded) WHERE n.twice IS NOT NULL RETURN sum(n.twice) AS twice")).toBe(49 * 50);
  });

  test("holds what was written after it was closed and opened again", async () => {
    await store().write((transaction) => transaction.run({ text: "CREATE (:Kept {name: '长存'})" }));
    await store().close();
    const again = await current().reopen();
    try {
      expect((await again.read({ text: "MATCH (k:Kept) RETURN k.name AS name" })).rows).toEqual([["长存"]]);
    } finally {
      await again.close();
    }
  });
}
