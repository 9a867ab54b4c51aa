import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphAsOf } from "#graph/queries/as-of.ts";
import { NotInStore } from "#graph/queries/fault.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { openSomeStore, wipe } from "../changes/some-store.ts";
import { asOfSuite, noFilters } from "./as-of-suite.ts";

describe("the graph as of a revision", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());

  asOfSuite(
    async (): Promise<GraphStore> => {
      await wipe(opened.store);
      return opened.store;
    },
    { numRuns: 15 },
  );

  it("is refused for a revision that never was", async () => {
    for (const revision of [0, 99]) await expect(graphAsOf(opened, { ...noFilters, revision })).rejects.toThrow(NotInStore);
  });
});
