import { describe, expect, it } from "vitest";
import { rivalFigures, rivalsOf } from "#graph/analysis/rivals.ts";
import type { MetricAnswer, StatementAnswer } from "#graph/model/api-answers.ts";

const statement = (id: string, part: Partial<StatementAnswer>): StatementAnswer =>
  ({
    id,
    subject: "co-x",
    predicate: "ownership",
    subjectRef: { kind: "Company" },
    rank: "normal",
    derived: [],
    confidence: 1,
    assertedAt: "2024",
    evidence: [],
    ...part,
  }) as unknown as StatementAnswer;
const figure = (id: string, part: Partial<MetricAnswer>): MetricAnswer =>
  ({
    id,
    name: "营业收入",
    period: "2023",
    modality: "actual",
    rank: "normal",
    derived: [],
    confidence: 1,
    assertedAt: "2024",
    evidence: [],
    conflictsWith: [],
    ...part,
  }) as unknown as MetricAnswer;
const ids = (of: readonly { id: string }[] | undefined) => of?.map(({ id }) => id);

describe("what stands against a statement", () => {
  it("is another value at the same time, and what follows when it has ended", () => {
    const before = statement("s-1", { value: "provincial_soe", validTo: "2022" });
    const after = statement("s-2", { value: "central_soe", validFrom: "2022" });
    const doubt = statement("s-3", { value: "private", validFrom: "2022", assertedAt: "2025" });
    const rivals = rivalsOf([before, after, doubt]);
    // Of two that follow, the one that is preferred.
    expect(rivals.get("s-1")).toMatchObject({ conflicts: [], followedBy: { id: "s-3" } });
    expect(ids(rivals.get("s-2")?.conflicts)).toEqual(["s-3"]);
    expect(ids(rivals.get("s-3")?.conflicts)).toEqual(["s-2"]);
  });

  it("is nothing for lists, for relations that may hold many times, and for the same value said twice", () => {
    const tickers = [statement("s-1", { predicate: "tickers", value: "1" }), statement("s-2", { predicate: "tickers", value: "2" })];
    const builds = ["a", "b"].map((object) => statement(object, { predicate: "BUILDS", object: object as never }));
    const same = [statement("s-3", { value: "private" }), statement("s-4", { value: "private" })];
    expect(rivalsOf([...tickers, ...builds, ...same]).size).toBe(0);
  });

  it("leaves out what is deprecated", () => {
    expect(rivalsOf([statement("s-1", { value: "a" }), statement("s-2", { value: "b", rank: "deprecated" })]).size).toBe(0);
  });
});

describe("what stands against a figure", () => {
  it("is a figure of the same key, and the actual one of a forecast for the same scope and period", () => {
    const actual = figure("m-1", { conflictsWith: ["m-2"] });
    const rival = figure("m-2", { conflictsWith: ["m-1"], assertedAt: "2025" });
    const forecast = figure("m-3", { modality: "forecast" });
    const elsewhere = figure("m-4", { modality: "forecast", basis: "规上" });
    const next = figure("m-5", { modality: "forecast", period: "2024" });
    const target = figure("m-6", { modality: "target" });
    const all = [actual, rival, forecast, elsewhere, next, target];
    expect(ids(rivalFigures(actual, all))).toEqual(["m-2", "m-3"]);
    expect(ids(rivalFigures(forecast, all))).toEqual(["m-2", "m-1"]);
    for (const it_ of [elsewhere, next, target]) expect(rivalFigures(it_, all)).toEqual([]);
  });
});
