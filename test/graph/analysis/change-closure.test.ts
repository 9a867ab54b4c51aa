import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closureOf, needsOf } from "#graph/analysis/change-closure.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";

const changeOf = (table: Change["record"]["table"], id: string, before: RecordContent | null, after: RecordContent | null): Change => ({
  id: `${table}:${id}`,
  kind: before === null ? "added" : after === null ? "removed" : "changed",
  record: { table, id },
  before,
  after,
  evidence: [],
});
const claim = (subject: string, object: string, document = "doc-1"): RecordContent => ({
  subject,
  predicate: "SUBSIDIARY_OF",
  object,
  evidence: [{ document }],
});
const ids = (carried: readonly { change: string }[]): string[] => carried.map((it) => it.change).sort();

describe("what changes need of one another", () => {
  it("a new claim needs its new entities and its new document", () => {
    const needs = needsOf([
      changeOf("documents", "doc-1", null, { id: "doc-1" }),
      changeOf("entities", "co-a", null, { id: "co-a" }),
      changeOf("statements", "s-1", null, claim("co-a", "co-known")),
    ]);
    expect(needs.get("statements:s-1")?.sort()).toEqual(["documents:doc-1", "entities:co-a"]);
    expect(needs.size).toBe(1);
  });

  it("an entity that goes needs that nothing names it any more", () => {
    const needs = needsOf([
      changeOf("entities", "co-a", { id: "co-a" }, null),
      changeOf("statements", "s-1", claim("co-a", "co-b"), null),
      changeOf("statements", "s-2", claim("co-a", "co-c"), claim("co-b", "co-c")),
      changeOf("metrics", "m-1", { subject: "co-b" }, { subject: "co-c" }),
    ]);
    expect(needs.get("entities:co-a")?.sort()).toEqual(["statements:s-1", "statements:s-2"]);
  });

  it("evidence in a paragraph that a changed document brings needs that document", () => {
    const needs = needsOf([
      changeOf("documents", "doc-1", { id: "doc-1" }, { id: "doc-1", paragraphs: [{ id: "p-1" }] }),
      changeOf("statements", "s-1", null, { ...claim("co-a", "co-b"), evidence: [{ document: "doc-1", paragraph: "p-1" }] }),
    ]);
    expect(needs.get("statements:s-1")).toEqual(["documents:doc-1"]);
  });

  it("an alias that holds in a new document needs it", () => {
    const needs = needsOf([
      changeOf("documents", "doc-1", null, { id: "doc-1" }),
      changeOf("entities", "co-a", null, { id: "co-a", aliases: [{ surface: "甲", scope: "document", scopeOf: "doc-1" }] }),
    ]);
    expect(needs.get("entities:co-a")).toEqual(["documents:doc-1"]);
  });

  it("in a merger the entity that goes and the one that takes over go together, and evidence is not lost on the way", () => {
    const needs = needsOf([
      changeOf("entities", "co-a", { id: "co-a" }, null),
      changeOf("entities", "co-b", { id: "co-b" }, { id: "co-b", mergedFrom: ["co-a"] }),
      changeOf("statements", "s-1", claim("co-a", "co-c"), null),
      changeOf("statements", "s-2", claim("co-b", "co-c"), { ...claim("co-b", "co-c"), evidence: [{ document: "doc-2" }] }),
    ]);
    const all = ["entities:co-a", "entities:co-b", "statements:s-1", "statements:s-2"];
    expect(ids(closureOf(needs, { accept: "entities:co-b" }))).toEqual(all);
    expect(ids(closureOf(needs, { reject: "statements:s-2" }))).toEqual([
      "entities:co-a",
      "entities:co-b",
      "statements:s-1",
      "statements:s-2",
    ]);
  });

  it("says which decision carried a change along", () => {
    const needs = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
    ]);
    expect(closureOf(needs, { accept: "a" })).toEqual([
      { change: "a", because: null },
      { change: "b", because: "a" },
      { change: "c", because: "a" },
    ]);
    expect(closureOf(needs, { reject: ["c", "b"] })).toEqual([
      { change: "c", because: null },
      { change: "b", because: null },
      { change: "a", because: "b" },
    ]);
  });
});

describe("decisions over any needs", () => {
  const names = [..."abcdefgh"];
  const someNeeds = fc.dictionary(fc.constantFrom(...names), fc.subarray(names)).map((it) => new Map(Object.entries(it)));
  const someIds = fc.subarray(names, { minLength: 1 });

  it("deciding what was decided along once more decides nothing new", () => {
    fc.assert(
      fc.property(someNeeds, someIds, fc.boolean(), (needs, chosen, accepting) => {
        const decide = (them: string[]) => ids(closureOf(needs, accepting ? { accept: them } : { reject: them }));
        expect(decide(decide(chosen))).toEqual(decide(chosen));
      }),
    );
  });

  it("deciding more never decides less", () => {
    fc.assert(
      fc.property(someNeeds, someIds, someIds, fc.boolean(), (needs, some, others, accepting) => {
        const decide = (them: string[]) => ids(closureOf(needs, accepting ? { accept: them } : { reject: them }));
        const more = new Set(decide([...some, ...others]));
        expect(decide(some).every((it) => more.has(it))).toBe(true);
      }),
    );
  });

  it("what is accepted lacks nothing, and what is left of a rejection lacks nothing either", () => {
    fc.assert(
      fc.property(someNeeds, someIds, (needs, chosen) => {
        const accepted = new Set(ids(closureOf(needs, { accept: chosen })));
        for (const it of accepted) for (const other of needs.get(it) ?? []) expect(accepted.has(other)).toBe(true);
        const rejected = new Set(ids(closureOf(needs, { reject: chosen })));
        for (const it of names.filter((name) => !rejected.has(name)))
          for (const other of needs.get(it) ?? []) expect(rejected.has(other)).toBe(false);
      }),
    );
  });

  it("accepting one takes along another exactly when rejecting the other takes along the one", () => {
    fc.assert(
      fc.property(someNeeds, fc.constantFrom(...names), fc.constantFrom(...names), (needs, one, other) => {
        const takes = ids(closureOf(needs, { accept: one })).includes(other);
        expect(ids(closureOf(needs, { reject: other })).includes(one)).toBe(takes);
      }),
    );
  });
});
