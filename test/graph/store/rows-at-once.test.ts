import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "#graph/store/open-store.ts";
import { type GraphStore, QueryRefused } from "#graph/store/store.ts";

describe("a pattern of several hops around a hub, in the embedded engine", () => {
  const leaves = 300;
  let dataDir: string;
  let store: GraphStore;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "atlas-rows-"));
    store = await openStore({ dataDir });
    await store.write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Hub)" });
      await transaction.run({ text: `MATCH (h:Hub) UNWIND range(1, ${leaves}) AS at CREATE (h)-[:HAS]->(:Leaf {at: at})` });
    });
  });
  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const ask = async (text: string) => (await store.read({ text })).rows;

  it("is refused with a way to write it that answers the same, and the store answers on", async () => {
    const refused = await ask("MATCH (a)-[r]-(b)-[q]-(c) RETURN count(*) AS total").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(QueryRefused);
    expect(String(refused)).toContain("(a)-[r]-(b), (b)-[q]-(c)");
    expect(await ask("MATCH (a)-[r]-(b), (b)-[q]-(c) RETURN count(*) AS total")).toEqual([[leaves * (leaves - 1)]]);
  });
});
