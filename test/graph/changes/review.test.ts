import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { discard, rebase } from "#graph/changes/review/decide.ts";
import { ChangeSetClosed, ChangeSetUnknown, ReviewOutdated, ReviewRefused } from "#graph/changes/review/faults.ts";
import { propose } from "#graph/changes/review/propose.ts";
import { listChangeSets, readChangeSet } from "#graph/changes/review/read.ts";
import { ChangeSetStale } from "#graph/changes/settle.ts";
import { reviewedChangeSet } from "#graph/model/review.ts";
import { reviewing } from "./reviewing.ts";
import { openSomeStore, wipe } from "./some-store.ts";
import { sourceOf } from "./two-sources.ts";

const at = new Date("2024-05-01T00:00:00Z");
const pair = { companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } };

describe("reviewing a change set", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());
  beforeEach(() => wipe(opened.store));

  const { plant, proposed, apply: applied, decided, reread } = reviewing(() => opened.store);

  it("a proposal is kept as it is read, valid by its schema, and changes nothing", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    expect(reviewedChangeSet.safeParse(set).error).toBeUndefined();
    expect(await reread(set.id)).toEqual(set);
    expect(set).toMatchObject({ state: "open", version: 0, basedOn: 0, stale: false, decided: { accepted: 0, rejected: 0, open: 4 } });
    expect(set.needs["statements:st-1"]?.sort()).toEqual(["documents:doc-1", "entities:co-a", "entities:co-b"]);
    expect(set.refs.map((it) => it.id).sort()).toEqual(["co-a", "co-b"]);
    expect(set.documents).toEqual({ "doc-1": "doc-1" });
    expect((await opened.store.read({ text: "MATCH (n:Entity) RETURN count(n) AS n" })).rows).toEqual([[0]]);
    expect((await listChangeSets(opened.store, { state: "open" })).map((it) => it.id)).toEqual([set.id]);
    expect(await listChangeSets(opened.store, { state: "applied" })).toEqual([]);
  });

  it("accepting takes along what is needed and says so, rejecting what hangs on it", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const accepted = await decided(set, { change: "statements:st-1", decision: "accepted" });
    expect(accepted.version).toBe(1);
    expect(accepted.decided.map((it) => [it.change, it.decision?.decision, it.because]).sort()).toEqual([
      ["documents:doc-1", "accepted", "statements:st-1"],
      ["entities:co-a", "accepted", "statements:st-1"],
      ["entities:co-b", "accepted", "statements:st-1"],
      ["statements:st-1", "accepted", null],
    ]);
    const rejected = await decided({ id: set.id, version: 1 }, { change: "entities:co-a", decision: "rejected" });
    expect(rejected.decided.map((it) => [it.change, it.decision?.decision]).sort()).toEqual([
      ["entities:co-a", "rejected"],
      ["statements:st-1", "rejected"],
    ]);
    expect((await reread(set.id)).decided).toEqual({ accepted: 2, rejected: 2, open: 0 });
  });

  it("a decision that is taken back takes back what it carried along", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await decided(set, { change: "statements:st-1", decision: "accepted" });
    await decided({ id: set.id, version: 1 }, { change: "statements:st-1", decision: null });
    expect((await reread(set.id)).decisions).toEqual({});
    await decided({ id: set.id, version: 2 }, { change: "entities:co-a", decision: "rejected" });
    await decided({ id: set.id, version: 3 }, { change: "entities:co-a", decision: null });
    expect((await reread(set.id)).decisions).toEqual({});
  });

  it("of two who decide at once one is refused, whoever comes first, and nothing is overwritten", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    const both = await Promise.allSettled([
      decided(set, { change: "entities:co-a", decision: "accepted" }),
      decided(set, { change: "entities:co-a", decision: "rejected" }),
    ]);
    expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((it) => it.status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toBeInstanceOf(ReviewOutdated);
    const won = both[0]?.status === "fulfilled" ? "accepted" : "rejected";
    expect((await reread(set.id)).decisions["entities:co-a"]?.decision).toBe(won);
    for (const order of [0, 1])
      await expect(decided({ id: set.id, version: order === 0 ? 0 : 7 }, { change: "entities:co-a", decision: null })).rejects.toThrow(
        ReviewOutdated,
      );
  });

  it("applies everything that is not rejected as one revision, and is closed then", async () => {
    const set = await proposed(
      sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b", "co-c"], subsidiaries: pair.subsidiaries }),
    );
    await decided(set, { change: "entities:co-c", decision: "rejected" });
    const { revision, left } = await applied(set.id);
    expect(revision).toMatchObject({ number: 1, author: "甲", tallies: { entities: { added: 2 }, statements: { added: 1 } } });
    expect(left).toEqual(["entities:co-c"]);
    expect(await checkProjection(opened.store)).toEqual([]);
    expect(await reread(set.id)).toMatchObject({ state: "applied", revision: 1, stale: false });
    await expect(applied(set.id)).rejects.toThrow(ChangeSetClosed);
    await expect(decided({ id: set.id, version: 3 }, { change: "entities:co-c", decision: null })).rejects.toThrow(ChangeSetClosed);
    await expect(discard(opened.store, { id: set.id, by: "甲", now: at })).rejects.toThrow(ChangeSetClosed);
  });

  it("applies only what was accepted, or only what is named with what that needs", async () => {
    const set = await proposed(
      sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b", "co-c"], subsidiaries: pair.subsidiaries }),
    );
    await decided(set, { change: "entities:co-c", decision: "accepted" });
    expect((await applied(set.id, "decided")).revision?.tallies.entities.added).toBe(1);
    await discard(opened.store, { id: set.id, by: "甲", now: at });
    const again = await proposed(
      sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b", "co-c"], subsidiaries: pair.subsidiaries }),
    );
    const { revision, left } = await applied(again.id, ["statements:st-1"]);
    expect(revision?.tallies).toMatchObject({ entities: { added: 2 }, statements: { added: 1 }, documents: { added: 1 } });
    expect(left).toEqual([]);
  });

  it("what nobody has decided stays open, compared with the new revision, and is applied later", async () => {
    const set = await proposed(
      sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b", "co-c"], subsidiaries: pair.subsidiaries }),
    );
    await decided(set, { change: "statements:st-1", decision: "accepted" }, { change: "entities:co-c", decision: "rejected" });
    const second = await proposed(sourceOf({ id: "second", document: "doc-2", companies: ["co-d", "co-e"] }));
    await decided(second, { change: "entities:co-d", decision: "accepted" });
    expect((await applied(set.id, "decided")).left).toEqual(["entities:co-c"]);
    expect(await reread(set.id)).toMatchObject({ state: "applied" });
    const anew = await rebase(opened.store, { id: second.id, by: "甲", now: at });
    expect((await applied(second.id, "decided")).left).toEqual(expect.arrayContaining(["entities:co-e"]));
    const rest = await reread(second.id);
    expect(rest).toMatchObject({ state: "open", revision: null, basedOn: 2, stale: false });
    expect(rest.version).toBeGreaterThan(anew.version);
    expect(rest.changes.map((it) => it.id)).toContain("entities:co-e");
    expect(rest.changes.map((it) => it.id)).not.toContain("entities:co-d");
    expect((await applied(second.id)).revision?.number).toBe(3);
    expect(await reread(second.id)).toMatchObject({ state: "applied", revision: 3 });
    expect(await checkProjection(opened.store)).toEqual([]);
  });

  it("one that the store has left behind is refused, re-based with its decisions, and applied then", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await decided(set, { change: "statements:st-1", decision: "rejected" }, { change: "entities:co-b", decision: "accepted" });
    await plant(sourceOf({ id: "second", document: "doc-2", companies: ["co-b"] }));
    expect((await reread(set.id)).stale).toBe(true);
    await expect(applied(set.id)).rejects.toThrow(ChangeSetStale);
    const anew = await rebase(opened.store, { id: set.id, by: "乙", now: at });
    expect(anew).toMatchObject({ basedOn: 1, stale: false, version: 4, silenced: 0 });
    expect(Object.fromEntries(Object.entries(anew.decisions).map(([id, it]) => [id, it.decision]))).toEqual({
      "statements:st-1": "rejected",
    });
    expect(anew.changes.map((it) => it.id).sort()).toEqual(["documents:doc-1", "entities:co-a", "statements:st-1"]);
    expect((await applied(set.id)).revision?.number).toBe(2);
  });

  it("a correction is judged as a dataset's row is, and applied in place of the proposal", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", companies: ["co-a"], revenue: { "m-1": 100 } }));
    const proposal = set.changes.find((it) => it.id === "metrics:m-1")?.after;
    const correct = (edited: object, version: number) =>
      decided({ id: set.id, version }, { change: "metrics:m-1", decision: "accepted", edited: { ...proposal, ...edited } as never });
    await expect(correct({ unit: "根" }, 0)).rejects.toThrow(/Correction refused: metrics:m-1: metrics.unit/);
    await expect(correct({ id: "m-2" }, 0)).rejects.toThrow(/keeps the id/);
    await expect(correct({ subject: "co-z" }, 0)).rejects.toThrow(ReviewRefused);
    await correct({ value: 120 }, 0);
    expect((await reread(set.id)).decisions["metrics:m-1"]?.edited).toMatchObject({ value: 120 });
    await applied(set.id);
    expect((await opened.store.read({ text: "MATCH (m:MetricObservation) RETURN m.value AS v" })).rows).toEqual([[120]]);
    expect(await checkProjection(opened.store)).toEqual([]);
  });

  it("a conflict shows what it disagrees with", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a"], revenue: { "m-1": 100 } }));
    const set = await proposed(sourceOf({ id: "second", document: "doc-2", revenue: { "m-2": 97 } }));
    expect(set.changes.find((it) => it.id === "metrics:m-2")?.kind).toBe("conflict");
    expect(set.conflictsWith).toEqual({ "metrics:m-2": ["m-1"] });
    expect(set.rivals["m-1"]).toMatchObject({ value: 100 });
    expect(set.documents).toEqual({ "doc-1": "doc-1", "doc-2": "doc-2" });
  });

  it("a document only adds: it withdraws nothing, rewrites nothing, and what is known gets one more evidence", async () => {
    await plant(
      sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b", "st-2": "co-b co-a" } }),
    );
    const again = sourceOf({ id: "", document: "doc-1" });
    again.statements.push({
      id: "st-9",
      subject: "co-a",
      predicate: "SUBSIDIARY_OF",
      object: "co-b",
      status: "inferred",
      confidence: 0.5,
      basis: "b",
    });
    again.evidence.push({ statement: "st-9", document: "doc-1", start: 7, end: 9 });
    const set = await proposed(again, "document");
    expect(set.changes.map((it) => [it.id, it.kind])).toEqual([["statements:st-1", "changed"]]);
    expect(set.changes[0]?.after).toMatchObject({ status: "stated", confidence: 1, evidence: [{ start: 0 }, { start: 7 }] });
    const more = sourceOf({ id: "", document: "doc-2", companies: ["co-c"], subsidiaries: { "st-8": "co-a co-b" } });
    more.entities.push({ id: "co-a", kind: "Company", name: "别名" });
    const second = await proposed(more, "document");
    expect(second.changes.map((it) => [it.id, it.kind]).sort()).toEqual([
      ["documents:doc-2", "added"],
      ["entities:co-c", "added"],
      ["statements:st-1", "changed"],
    ]);
    await applied(second.id);
    expect(await checkProjection(opened.store)).toEqual([]);
  });

  it("what a person accepted from a document is not withdrawn by a dataset that speaks for the document", async () => {
    const first = sourceOf({ id: "first", document: "doc-1", ...pair });
    await plant(first);
    const more = sourceOf({ id: "", document: "doc-1", companies: ["co-c"], subsidiaries: { "st-8": "co-a co-c" } });
    await applied((await proposed(more, "document")).id);
    expect((await plant(sourceOf({ id: "first", document: "doc-1", ...pair }))).revision).toBeNull();
  });

  it("a revert is a change set like any other", async () => {
    await plant(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await plant(sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b"] }));
    const set = await propose({
      store: opened.store,
      input: { origin: "revert", number: 2 },
      author: "甲",
      title: "t",
      sources: [],
      now: at,
    });
    expect(set.changes.map((it) => [it.id, it.kind])).toEqual([["statements:st-1", "added"]]);
    expect((await applied(set.id)).revision?.number).toBe(3);
    const input = { origin: "revert", number: 99 } as const;
    await expect(propose({ store: opened.store, input, author: "甲", title: "t", sources: [], now: at })).rejects.toThrow("no revision 99");
  });

  it("knows no change set that was never made, and no change that is not in it", async () => {
    expect(await readChangeSet(opened.store, "cs-none")).toBeNull();
    await expect(decided({ id: "cs-none", version: 0 }, { change: "x", decision: null })).rejects.toThrow(ChangeSetUnknown);
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await expect(decided(set, { change: "entities:co-z", decision: "accepted" })).rejects.toThrow('"entities:co-z" is no change');
  });

  it("an apply that accepts nothing leaves the review open, with its decisions", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await decided(set, { change: "statements:st-1", decision: "rejected" });
    for (const accept of [[], "decided"] as const) expect((await applied(set.id, accept)).revision).toBeNull();
    expect(await reread(set.id)).toMatchObject({ state: "open", revision: null, decided: { rejected: 1 } });
    expect((await applied(set.id)).revision?.number).toBe(1);
  });

  it("a discarded one is closed and leaves the store as it was", async () => {
    const set = await proposed(sourceOf({ id: "first", document: "doc-1", ...pair }));
    await discard(opened.store, { id: set.id, by: "甲", now: at });
    expect(await reread(set.id)).toMatchObject({ state: "discarded", revision: null });
    await expect(rebase(opened.store, { id: set.id, by: "甲", now: at })).rejects.toThrow(ChangeSetClosed);
  });
});
