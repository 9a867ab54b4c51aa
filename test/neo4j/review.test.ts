import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { decide, discard } from "#graph/changes/review/decide.ts";
import { ReviewOutdated } from "#graph/changes/review/faults.ts";
import { readChangeSet } from "#graph/changes/review/read.ts";
import { openNeo4jStore } from "#graph/store/neo4j/neo4j-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { reviewing } from "../graph/changes/reviewing.ts";
import { sourceOf } from "../graph/changes/two-sources.ts";
import { openWipedStore, provided, settingsOrThrow } from "./wiped-store.ts";

const server = provided();
const missing = "missing" in server ? ` (skipped: ${server.missing})` : "";

describe.skipIf(missing !== "")(`reviewing on Neo4j${missing}`, () => {
  let store: GraphStore;
  let other: GraphStore;
  beforeAll(async () => {
    store = await openWipedStore();
    await store.prepare();
    other = await openNeo4jStore(settingsOrThrow());
  });
  afterAll(async () => {
    await store.close();
    await other.close();
  });
  const { plant, proposed, apply, decided, edited, reread, rows, now } = reviewing(() => store);
  const pair = { companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } };

  it("two copies of the server that decide at once never overwrite one another", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    for (let version = 0; version < 4; version += 1) {
      const by = (at: GraphStore, name: string) =>
        decide(at, { id: set.id, version, decisions: [{ change: "entities:co-a", decision: "accepted" }], by: name, now });
      const both = await Promise.allSettled(version % 2 === 0 ? [by(store, "甲"), by(other, "乙")] : [by(other, "乙"), by(store, "甲")]);
      expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
      for (const it of both) if (it.status === "rejected") expect(it.reason).toBeInstanceOf(ReviewOutdated);
      const won = both[0]?.status === "fulfilled" ? 0 : 1;
      const name = version % 2 === won ? "甲" : "乙";
      expect(await readChangeSet(other, set.id)).toMatchObject({ version: version + 1, decisions: { "entities:co-a": { by: name } } });
    }
    await discard(store, { id: set.id, by: "甲", now });
  }, 240_000);

  it("of two who apply at once one makes the revision", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const both = await Promise.allSettled([apply(set.id), apply(set.id)]);
    expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await rows("MATCH (r:Revision) RETURN r.number AS n")).toEqual([[1]]);
    expect(await reread(set.id)).toMatchObject({ state: "applied", revision: 1 });
    expect(await checkProjection(store)).toEqual([]);
  }, 240_000);

  it("remembers rejections, merges and splits as the embedded store does", async () => {
    const more = sourceOf({ id: "second", document: "doc-2", companies: ["co-c"], subsidiaries: { "st-2": "co-c co-b" } });
    const set = await proposed(more);
    await decided(set, { change: "statements:st-2", decision: "rejected" });
    await apply(set.id);
    expect((await plant(more)).revision).toBeNull();
    await edited({ do: "merge", from: "co-c" as never, into: "co-a" as never });
    expect(await checkProjection(store)).toEqual([]);
    expect((await plant(sourceOf({ id: "first", document: "doc-1", ...pair }))).revision).toBeNull();
    const into = { id: "co-d", kind: "Company", name: "新公司" };
    await edited({ do: "split", from: "co-a" as never, into, claims: ["st-1"] });
    expect(await rows("MATCH (a:Entity)-[:SUBSIDIARY_OF]->(b:Entity) RETURN a.id AS a, b.id AS b")).toEqual([["co-d", "co-b"]]);
    expect(await checkProjection(store)).toEqual([]);
  }, 240_000);
});
