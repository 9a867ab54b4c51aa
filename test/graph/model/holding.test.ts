import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Holding, holdingOf } from "#graph/model/holding.ts";
import { date, period, periodBounds } from "#graph/model/period.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";

const nothing = { subject: {}, object: {} };
const of = (predicate: string, properties: Record<string, string | number> = {}, ends: { subject: Holding; object: Holding } = nothing) =>
  holdingOf({ statement: { predicate, properties }, ends });

describe("when a relation holds", () => {
  it.each([
    ["ISSUES", { date: "2023-07-14" }, { from: "2023-07-14" }],
    ["ESTABLISHES", { year: 2024 }, { from: "2024" }],
    ["RANKED_IN", { editionYear: 2023, position: 3 }, { from: "2023" }],
    ["HOSTS", { time: "2024-Q3" }, { from: "2024-07" }],
    ["ATTRACTS", { time: "2023-H2" }, { from: "2023-07" }],
    ["APPLIES_TO", { period: "2024/2026" }, { from: "2024", to: "2026" }],
    ["RECOGNIZED_AS", { period: "2023-Q1/2024-H1" }, { from: "2023-01", to: "2024-06" }],
  ])("%s %j: from the beginning of the time that it names, until the end that it names", (predicate, properties, holding) => {
    expect(of(predicate, properties)).toEqual(holding);
  });

  it("what a plan covers holds in the plan's period, a part of a happening from its date", () => {
    const plan = { from: "2024", to: "2026" };
    expect(of("COVERS", {}, { subject: plan, object: {} })).toEqual(plan);
    expect(of("IMPLEMENTS", {}, { subject: {}, object: plan })).toEqual(plan);
    expect(of("INVOLVES", {}, { subject: { from: "2022-04-23" }, object: {} })).toEqual({ from: "2022-04-23" });
    expect(of("PART_OF_PLAN", {}, { subject: { from: "2025-03" }, object: plan })).toEqual({ from: "2025-03" });
  });

  it("a plan may be issued before its period begins, and a partner is no part of a plan", () => {
    const plan = { from: "2026", to: "2028" };
    expect(of("ISSUES", {}, { subject: {}, object: plan })).toEqual({});
    expect(of("PARTNERS_WITH", {}, { subject: plan, object: plan })).toEqual({});
  });

  it("what is implemented in a year of a plan holds from that year until the plan ends", () => {
    expect(of("IMPLEMENTS", { period: "2025" }, { subject: {}, object: { from: "2024", to: "2026" } })).toEqual({
      from: "2025",
      to: "2026",
    });
  });

  it("an attribute holds from the date that tells of it unless its source says otherwise, whatever happens meanwhile", () => {
    const ends = { subject: { from: "2022" }, object: {} };
    const level = { predicate: "level", properties: {} };
    expect(holdingOf({ statement: level, ends })).toEqual({});
    expect(holdingOf({ statement: level, ends, since: "2021-05" })).toEqual({ from: "2021-05" });
    expect(holdingOf({ statement: { ...level, validFrom: "2020" }, ends, since: "2021-05" })).toEqual({ from: "2020" });
    expect(holdingOf({ statement: { ...level, validTo: "2020" }, ends, since: "2021-05" })).toEqual({ to: "2020" });
  });
});

const someDate = fc
  .record({ year: fc.integer({ min: 1990, max: 2040 }), month: fc.integer({ min: 1, max: 12 }), precise: fc.boolean() })
  .map(({ year, month, precise }) => (precise ? `${year}-${String(month).padStart(2, "0")}` : String(year)));
const maybe = fc.option(someDate, { nil: undefined });
const someHolding = fc.record({ from: maybe, to: maybe });
const somePeriod = fc.oneof(
  someDate,
  fc.tuple(someDate, fc.constantFrom("Q1", "Q4", "H1", "H2")).map(([at, part]) => `${at.slice(0, 4)}-${part}`),
  fc.tuple(someDate, someDate).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
);
const someStatement = fc.record({
  predicate: fc.constantFrom(...relationTypes),
  validFrom: maybe,
  validTo: maybe,
  properties: fc.dictionary(fc.constantFrom("period", "time", "date", "year"), somePeriod),
});

describe("the rule", () => {
  it("changes no date that a source gives, makes only dates, and none that end before they begin", () => {
    fc.assert(
      fc.property(someStatement, someHolding, someHolding, (statement, subject, object) => {
        const { from, to } = holdingOf({ statement, ends: { subject, object } });
        if (statement.validFrom !== undefined) expect(from).toBe(statement.validFrom);
        if (statement.validTo !== undefined) expect(to).toBe(statement.validTo);
        for (const bound of [from, to]) if (bound !== undefined) expect(date.safeParse(bound).success).toBe(true);
        const given = statement.validFrom !== undefined && statement.validTo !== undefined;
        if (from !== undefined && to !== undefined && !given) expect(periodBounds(from).start <= periodBounds(to).end).toBe(true);
      }),
    );
  });

  it("once it has been applied, applying it again changes nothing", () => {
    fc.assert(
      fc.property(someStatement, someHolding, someHolding, (statement, subject, object) => {
        const once = holdingOf({ statement, ends: { subject, object } });
        const given = { ...statement, validFrom: once.from, validTo: once.to };
        const twice = holdingOf({ statement: given, ends: { subject, object } });
        if (once.from !== undefined) expect(twice.from).toBe(once.from);
        if (once.to !== undefined) expect(twice.to).toBe(once.to);
      }),
    );
  });

  it("takes every period of the vocabulary's form", () => {
    fc.assert(fc.property(somePeriod, (text) => period.safeParse(text).success));
  });
});
