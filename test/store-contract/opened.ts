import { afterAll, beforeAll } from "vitest";
import type { CypherQuery, GraphStore, ReadLimits } from "#graph/store/store.ts";
import type { Open, StoreUnderTest } from "./contract.ts";

/** Opens a store before the tests of a section, filled by `fill`, and closes it after them. */
export function openedStore(open: Open, fill: (store: GraphStore) => Promise<unknown> = async () => {}) {
  let opened: StoreUnderTest | undefined;
  beforeAll(async () => {
    opened = await open();
    await fill(opened.store);
  });
  afterAll(async () => {
    await opened?.store.close();
    await opened?.dispose?.();
  });
  const current = (): StoreUnderTest => {
    if (!opened) throw new Error("the store is opened before the tests, not while they are collected");
    return opened;
  };
  const rows = async (text: string, parameters: CypherQuery["parameters"] = {}, limits: ReadLimits = {}) =>
    (await current().store.read({ text, parameters }, limits)).rows;
  return {
    current,
    store: () => current().store,
    rows,
    /** The single value of a query with one row and one column. */
    value: async (text: string, parameters: CypherQuery["parameters"] = {}) => (await rows(text, parameters))[0]?.[0],
    count: async (label: string) => (await rows(`MATCH (n:${label}) RETURN count(n) AS n`))[0]?.[0],
  };
}

/** The error a promise ends with; throws when it does not fail. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it succeeded");
}
