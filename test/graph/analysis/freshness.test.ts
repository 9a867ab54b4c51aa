import { describe, expect, it } from "vitest";
import { type FreshnessFacts, type KnownEntity, type MeasuredFigure, sourcesBySilence, staleItems } from "#graph/analysis/freshness.ts";
import { monthsBetween } from "#graph/analysis/months.ts";
import { speechOf } from "#graph/analysis/speech.ts";

const asOf = "2026-11-22";
const entity = (it: Partial<KnownEntity> & Pick<KnownEntity, "id" | "kind">): [string, KnownEntity] => [
  it.id,
  { name: it.id, nameEn: null, degree: 1, collective: false, ...it },
];
const figure = (it: Partial<MeasuredFigure>): MeasuredFigure => ({
  id: "m-1",
  subject: "region-a",
  name: "研发投入强度",
  unit: "%",
  modality: "actual",
  period: "2024",
  basis: null,
  region: null,
  product: null,
  assertedAt: "2024-03",
  documents: ["doc-1"],
  ...it,
});
const factsOf = (it: Partial<FreshnessFacts>): FreshnessFacts => ({
  metrics: [],
  states: [],
  entities: new Map([
    entity({ id: "region-a", kind: "Region" }),
    entity({ id: "proj-a", kind: "Project" }),
    entity({ id: "co-a", kind: "Company" }),
  ]),
  documents: new Map(
    [
      { id: "doc-1", title: "一", publisher: "日报", url: null, published: "2026-10", form: "original" },
      { id: "doc-2", title: "二", publisher: null, url: "https://example.org/2", published: null, form: "table" },
    ].map((document) => [document.id, document]),
  ),
  lastSpoken: new Map(),
  spoken: new Map(),
  ...it,
});
const told = (facts: Partial<FreshnessFacts>): string[] =>
  staleItems(factsOf(facts), asOf).map((it) => `${it.reason} ${it.claim ?? it.about ?? it.subject.id}`);

describe("months between", () => {
  it.each([
    ["2024", "2026-11-22", 22],
    ["2024/2026", "2026-11-22", 0],
    ["2024-Q1", "2024-06-30", 3],
    ["2024-01-31", "2024-02-29", 1],
    ["2024-03-15", "2024-04-14", 0],
    ["2026-10", "2026-11-22", 0],
    ["2026-10", "2026-11-30", 1],
  ])("%s and %s are %i, from the end of what is said", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});

describe("a target", () => {
  const target = figure({ id: "m-target", modality: "target" });
  const overdue = (...metrics: MeasuredFigure[]): boolean => told({ metrics }).includes("target_overdue m-target");

  it("is overdue when its period is over and nobody told the outcome", () => {
    expect(overdue(target)).toBe(true);
    expect(overdue({ ...target, period: "2026" })).toBe(false);
    expect(overdue({ ...target, period: null })).toBe(false);
  });

  it("is settled by an actual figure of its measure whose period covers its end, and by nothing else", () => {
    expect(overdue(target, figure({ period: "2024" }))).toBe(false);
    expect(overdue({ ...target, period: "2022/2024" }, figure({ period: "2024" }))).toBe(false);
    expect(overdue(target, figure({ period: "2023" }))).toBe(true);
    expect(overdue(target, figure({ period: "2024-H1" }))).toBe(true);
    expect(overdue(target, figure({ modality: "forecast" }))).toBe(true);
    expect(overdue(target, figure({ name: "营业收入" }))).toBe(true);
    expect(overdue(target, figure({ subject: "co-a" }))).toBe(true);
  });

  it("that is an average over years is settled by a figure of all of them", () => {
    const average = { ...target, unit: "%/a", period: "2022/2024" };
    expect(overdue(average, figure({ unit: "%/a", period: "2024" }))).toBe(true);
    expect(overdue(average, figure({ unit: "%/a", period: "2022/2024" }))).toBe(false);
  });

  it("is not settled by a figure of another basis, region or product", () => {
    for (const mark of ["basis", "region", "product"] as const) {
      expect(overdue({ ...target, [mark]: "x" }, figure({ [mark]: "y" })), mark).toBe(true);
      expect(overdue({ ...target, [mark]: "x" }, figure({ [mark]: "x" })), mark).toBe(false);
      expect(overdue({ ...target, [mark]: "x" }, figure({})), mark).toBe(false);
    }
  });
});

describe("a figure", () => {
  it("is old a year and a half after its newest period, whatever basis that has", () => {
    expect(told({ metrics: [figure({ id: "m-1", period: "2024" })] })).toEqual(["metric_old m-1"]);
    expect(told({ metrics: [figure({ id: "m-1", period: "2024" }), figure({ id: "m-2", period: "2025", basis: "x" })] })).toEqual([]);
    expect(told({ metrics: [figure({ id: "m-1", period: "2022" }), figure({ id: "m-2", period: "2023" })] })).toEqual(["metric_old m-2"]);
  });

  it("of an event, of a year's portfolio, of an area or without a period never is", () => {
    const entities = new Map([
      entity({ id: "ev-a", kind: "Event" }),
      entity({ id: "proj-99", kind: "Project", collective: true }),
      entity({ id: "region-a", kind: "Region" }),
    ]);
    const metrics = [figure({ subject: "ev-a" }), figure({ subject: "proj-99" }), figure({ name: "面积" }), figure({ period: null })];
    expect(told({ entities, metrics })).toEqual([]);
  });
});

describe("a state", () => {
  const state = { id: "st-1", subject: "proj-a", value: "trial_production", validFrom: null, assertedAt: "2025-09", documents: ["doc-1"] };

  it("of trial production is old after a year, of building after two, and of completion never", () => {
    expect(told({ states: [state] })).toEqual(["state_old st-1"]);
    expect(told({ states: [{ ...state, value: "under_construction" }] })).toEqual([]);
    expect(told({ states: [{ ...state, value: "under_construction", assertedAt: "2024-09" }] })).toEqual(["state_old st-1"]);
    expect(told({ states: [{ ...state, value: "completed", assertedAt: "2015" }] })).toEqual([]);
  });

  it("counts from the later of what it says and when it was said, and is not told where no date is known", () => {
    expect(told({ states: [{ ...state, validFrom: "2026-06" }] })).toEqual([]);
    expect(told({ states: [{ ...state, assertedAt: null }] })).toEqual([]);
  });
});

describe("who is silent", () => {
  const documents = new Map(
    [
      { id: "doc-1", title: "一", publisher: "日报", url: null, published: "2021-04", form: "original" },
      { id: "doc-2", title: "二", publisher: null, url: null, published: null, form: "table" },
      { id: "doc-3", title: "通识", publisher: null, url: null, published: "1999", form: "reference" },
    ].map((document) => [document.id, document]),
  );
  const claims = [
    { entities: ["co-a", "region-a"], documents: ["doc-1"] },
    { entities: ["co-a"], documents: ["doc-1"] },
    { entities: ["proj-a"], documents: ["doc-2"] },
    { entities: ["region-a"], documents: ["doc-3"] },
  ];
  const facts = factsOf({ documents, ...speechOf(claims, documents) });

  it("is shown at the entity of which it said most; an entity of which nobody speaks is old too", () => {
    const items = staleItems(facts, asOf);
    expect(items.map((it) => [it.reason, it.subject.id, it.about, it.months, it.source?.document])).toEqual([
      ["entity_old", "co-a", null, 66, "doc-1"],
      ["source_old", "co-a", "日报", 66, "doc-1"],
    ]);
  });

  it("is listed with what rests on it; who never gave a date comes last, general knowledge not at all", () => {
    expect(sourcesBySilence(facts, asOf)).toEqual([
      { publisher: "日报", last: "2021-04", documents: 1, claims: 2, months: 66 },
      { publisher: "二", last: null, documents: 1, claims: 1, months: null },
    ]);
  });
});

describe("severity", () => {
  it("grows with lateness and with the degree of the entity, and stays within 0 and 1", () => {
    const severityOf = (period: string, degree: number): number => {
      const entities = new Map([
        entity({ id: "region-a", kind: "Region", degree }),
        entity({ id: "co-hub", kind: "Company", degree: 100 }),
      ]);
      return staleItems(factsOf({ entities, metrics: [figure({ modality: "target", period })] }), asOf)[0]?.severity ?? -1;
    };
    expect(severityOf("2023", 5)).toBeGreaterThan(severityOf("2024", 5));
    expect(severityOf("2024", 50)).toBeGreaterThan(severityOf("2024", 5));
    expect(severityOf("1990", 100)).toBeLessThanOrEqual(1);
    // 12 months late, at the highest degree: weight 1 × ½ × 1.
    expect(severityOf("2025-11-21", 100)).toBe(0.5);
  });
});
