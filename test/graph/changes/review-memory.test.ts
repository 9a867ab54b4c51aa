import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { discard, rebase } from "#graph/changes/review/decide.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { reviewing } from "./reviewing.ts";
import { openSomeStore, wipe } from "./some-store.ts";
import { sourceOf } from "./two-sources.ts";

const pair = { companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } };
const source = (...claims: Partial<Parameters<typeof sourceOf>[0]>[]): RawDataset =>
  sourceOf(Object.assign({ id: "first", document: "doc-1" }, ...claims));

describe("the memory of what people rejected", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());
  beforeEach(() => wipe(opened.store));
  const { plant, proposed, apply, decided, reread, now } = reviewing(() => opened.store);
  const ids = (set: { changes: { id: string }[] }): string[] => set.changes.map((it) => it.id).sort();

  it("a rejected claim with the same evidence is not asked again, on any road, and an unchanged seed makes no revision", async () => {
    const raw = source(pair);
    const set = await proposed(raw);
    await decided(set, { change: "statements:st-1", decision: "rejected" });
    await apply(set.id);
    const { changeSet, revision } = await plant(raw);
    expect(revision).toBeNull();
    expect(changeSet).toMatchObject({ changes: [], silenced: 1, tallies: { statements: { added: 0 }, entities: { unchanged: 2 } } });
    expect(await proposed(raw)).toMatchObject({ changes: [], silenced: 1 });
    const renamed = source(pair);
    for (const it of [...renamed.statements, ...renamed.evidence])
      for (const field of ["id", "statement"]) if (it[field] === "st-1") it[field] = "st-5";
    expect(await proposed(renamed)).toMatchObject({ changes: [], silenced: 1 });
  });

  it("it holds when the change set is discarded, and when it is still open", async () => {
    const raw = source({ companies: ["co-a"], revenue: { "m-1": 100 } });
    const set = await proposed(raw);
    await decided(set, { change: "documents:doc-1", decision: "rejected" }, { change: "entities:co-a", decision: "rejected" });
    expect((await plant(raw)).revision).toBeNull();
    await discard(opened.store, { id: set.id, by: "甲", now });
    expect((await plant(raw)).revision).toBeNull();
  });

  it("other evidence or another value asks again", async () => {
    const raw = source({ companies: ["co-a"], revenue: { "m-1": 100 } });
    const set = await proposed(raw);
    await decided(set, { change: "metrics:m-1", decision: "rejected" });
    await apply(set.id);
    expect(ids(await proposed(source({ companies: ["co-a"], revenue: { "m-1": 101 } })))).toEqual(["metrics:m-1"]);
    const elsewhere = source({ companies: ["co-a"], revenue: { "m-1": 100 } });
    for (const it of elsewhere.evidence) it.start = 3;
    expect(ids(await proposed(elsewhere))).toEqual(["metrics:m-1"]);
    const second = sourceOf({ id: "second", document: "doc-2", revenue: { "m-1": 100 } });
    expect(ids(await proposed(second))).toEqual(["documents:doc-2", "metrics:m-1"]);
  });

  it("a rejected entity is silent with all that hung on it, until it changes or something new is said of it", async () => {
    const raw = source(pair);
    const set = await proposed(raw);
    await decided(set, { change: "entities:co-b", decision: "rejected" });
    await apply(set.id);
    expect(await proposed(raw)).toMatchObject({ changes: [], silenced: 2 });
    const renamed = source(pair);
    for (const it of renamed.entities) if (it.id === "co-b") it.name = "乙公司";
    expect(ids(await proposed(renamed))).toEqual(["entities:co-b", "statements:st-1"]);
    const more = source({ ...pair, subsidiaries: { "st-1": "co-a co-b", "st-2": "co-b co-a" } });
    expect(await proposed(more)).toMatchObject({ silenced: 1, needs: { "statements:st-2": ["entities:co-b"] } });
    expect(ids(await proposed(more))).toEqual(["entities:co-b", "statements:st-2"]);
  });

  it("a change and a withdrawal that were rejected are not asked again, and what stands stays", async () => {
    await plant(source({ companies: ["co-a", "co-b", "co-c"], subsidiaries: { "st-1": "co-a co-b", "st-2": "co-b co-c" } }));
    const raw = source({ companies: ["co-a", "co-b", "co-c"], subsidiaries: { "st-1": "co-a co-b" } });
    for (const it of raw.statements) it.rank = "preferred";
    const set = await proposed(raw);
    expect(ids(set)).toEqual(["statements:st-1", "statements:st-2"]);
    await decided(set, ...ids(set).map((change) => ({ change, decision: "rejected" as const })));
    expect((await apply(set.id)).revision).toBeNull();
    const { changeSet, revision } = await plant(raw);
    expect(revision).toBeNull();
    expect(changeSet).toMatchObject({ silenced: 2, tallies: { statements: { changed: 0, removed: 0, unchanged: 1 } } });
    for (const it of raw.statements) it.rank = "deprecated";
    expect(ids((await plant(raw)).changeSet)).toEqual(["statements:st-1"]);
  });

  it("a rejection that is taken back is forgotten, and a set that is compared anew still shows its own", async () => {
    const raw = source(pair);
    const set = await proposed(raw);
    await decided(set, { change: "entities:co-b", decision: "rejected" });
    const anew = await rebase(opened.store, { id: set.id, by: "甲", now });
    expect(anew).toMatchObject({ silenced: 0, decided: { rejected: 2 } });
    await decided(anew, { change: "entities:co-b", decision: null });
    expect((await reread(set.id)).decided.rejected).toBe(0);
    expect(ids(await proposed(raw))).toHaveLength(4);
  });
});
