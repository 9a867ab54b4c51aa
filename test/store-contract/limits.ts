import { expect } from "vitest";
import { QueryCancelled, QueryTimedOut } from "#graph/store/store.ts";
import type { Open, Test } from "./contract.ts";
import { failureOf, openedStore } from "./opened.ts";

/** Would take minutes, and hardly any memory. */
const heavy = `UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b UNWIND range(1, 20000) AS c
WITH a, b, c WHERE a * b * c < 0 RETURN count(*) AS n`;
const patience = { timeout: 5_000, interval: 50 };

export function limitsContract(open: Open, test: Test): void {
  const { current, store, value } = openedStore(open);
  const numbers = (n: number, rows: number | undefined, origin: "user" | "application" = "application") =>
    store().read({ text: `UNWIND range(1, ${n}) AS n RETURN n AS n` }, { origin, ...(rows === undefined ? {} : { rows }) });
  const expectQuiet = () => expect.poll(async () => (await current().running?.()) ?? [], patience).toEqual([]);

  for (const origin of ["application", "user"] as const) {
    test(`gives at most as many rows as asked for, and tells exactly whether there were more (${origin})`, async () => {
      for (const [n, limit, kept, more] of [
        [9, 10, 9, false],
        [10, 10, 10, false],
        [11, 10, 10, true],
        [1, 1, 1, false],
        [2, 1, 1, true],
        [0, 1, 0, false],
        [6000, 5999, 5999, true],
        [6000, 6000, 6000, false],
      ] as const) {
        const { rows, truncated } = await numbers(n, limit, origin);
        expect({ n, limit, kept: rows.length, truncated, last: rows.at(-1)?.[0] ?? null }).toEqual({
          n,
          limit,
          kept,
          truncated: more,
          last: kept || null,
        });
      }
    });

    test(`ends a query past its time in the engine, and answers at once after it (${origin})`, async () => {
      expect(await failureOf(store().read({ text: heavy }, { timeoutMs: 700, origin }))).toBeInstanceOf(QueryTimedOut);
      expect(await value("RETURN 1 AS n")).toBe(1);
      expect((await store().read({ text: "RETURN 2 AS n" }, { origin })).rows).toEqual([[2]]);
      await expectQuiet();
    });

    test(`ends a cancelled query in the engine, and answers at once after it (${origin})`, async () => {
      const control = new AbortController();
      const failure = failureOf(store().read({ text: heavy }, { timeoutMs: 60_000, origin, signal: control.signal }));
      if (current().running) await expect.poll(() => current().running?.(), patience).toHaveLength(1);
      control.abort();
      expect(await failure).toBeInstanceOf(QueryCancelled);
      expect(await value("RETURN 1 AS n")).toBe(1);
      expect((await store().read({ text: "RETURN 2 AS n" }, { origin })).rows).toEqual([[2]]);
      await expectQuiet();
    });

    test(`gives the first rows of a query that would take minutes for the rest (${origin})`, async () => {
      const text = `UNWIND [1, 2, 3, 4] AS n CALL { WITH n UNWIND CASE WHEN n < 3 THEN [1] ELSE range(1, 2000000000) END AS m
WITH m WHERE m <= 1 RETURN m AS m } RETURN n AS n`;
      const { rows, truncated } = await store().read({ text }, { rows: 1, timeoutMs: 20_000, origin });
      expect([rows, truncated]).toEqual([[[1]], true]);
      await expectQuiet();
    });
  }

  test("keeps ten thousand rows unless told", async () => {
    const { rows, truncated } = await numbers(10_001, undefined);
    expect([rows.length, truncated]).toEqual([10_000, true]);
  });

  test("does not run a query that was cancelled before", async () => {
    expect(await failureOf(store().read({ text: "RETURN 1 AS n" }, { signal: AbortSignal.abort() }))).toBeInstanceOf(QueryCancelled);
  });

  test("lets no heavy query of a person stand before the application's reads and writes", async () => {
    const control = new AbortController();
    const heavyEnds = failureOf(store().read({ text: heavy }, { timeoutMs: 60_000, origin: "user", signal: control.signal }));
    const first = await Promise.race([heavyEnds.then(() => "heavy"), value("RETURN 1 AS n").then(() => "read")]);
    await store().write((transaction) => transaction.run({ text: "CREATE (:Meanwhile)" }));
    const second = await Promise.race([heavyEnds.then(() => "heavy"), value("MATCH (m:Meanwhile) RETURN count(m) AS n")]);
    control.abort();
    expect([first, second]).toEqual(["read", 1]);
    expect(await heavyEnds).toBeInstanceOf(QueryCancelled);
    await expectQuiet();
  });

  test("tells what was wrong, and how to help it, when time is up", async () => {
    const fault = await failureOf(store().read({ text: heavy }, { timeoutMs: 300, origin: "user" }));
    expect(fault).toMatchObject({ fault: expect.stringMatching(/./), remedy: expect.stringMatching(/./) });
  });
}
