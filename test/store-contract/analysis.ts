import { expect } from "vitest";
import type { Value } from "#graph/model/cypher-result.ts";
import type { Open, Test } from "./contract.ts";
import { writeSupplyChain } from "./fixture.ts";
import { openedStore } from "./opened.ts";
import { groups } from "./questions/groups.ts";
import { patterns } from "./questions/patterns.ts";
import { values } from "./questions/values.ts";

const questions = [...groups, ...patterns, ...values];

/** Each query runs as a person would send it. */
export function analysisContract(open: Open, test: Test): void {
  const { rows } = openedStore(open, writeSupplyChain);

  for (const { asks, text, parameters = {}, rows: expected } of questions) {
    test(`answers ${asks}`, async () => {
      const answer = await rows(text, parameters, { origin: "user" });
      if (/ORDER BY/.test(text)) expect(answer).toEqual(expected);
      else expect(inOrder(answer)).toEqual(inOrder(expected));
    });
  }

  test("answers the same to the application and to a person", async () => {
    for (const { text, parameters = {} } of questions) {
      expect(inOrder(await rows(text, parameters)), text).toEqual(inOrder(await rows(text, parameters, { origin: "user" })));
    }
  });
}

/** Without ORDER BY the rows of a query have no order. */
const inOrder = (rows: Value[][]) => [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
