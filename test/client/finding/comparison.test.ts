import { describe, expect, it } from "vitest";
import { alignMetrics } from "#client/panels/compare/aligned-metrics.ts";
import { alignRelations } from "#client/panels/compare/aligned-relations.ts";
import type { EntityAnswer, MetricAnswer } from "#graph/model/api-answers.ts";

const metric = (id: string, change: Partial<MetricAnswer> = {}) =>
  ({
    id,
    name: "营业收入",
    value: 1,
    unit: "CNY",
    op: "=",
    modality: "actual",
    period: "2023",
    regionRef: null,
    denominatorRef: null,
    planRef: null,
    productRef: null,
    ...change,
  }) as MetricAnswer;
const rows = (one: MetricAnswer[], other: MetricAnswer[]) =>
  alignMetrics(one, other).map((row) => [row.one.map(({ id }) => id).join(), row.other.map(({ id }) => id).join(), row.unlike.join()]);

describe("figures of two entities", () => {
  it("stand in one row where everything but the value is the same", () => {
    expect(rows([metric("a", { value: 5 })], [metric("b", { value: 7 })])).toEqual([["a", "b", ""]]);
  });

  it.each([
    ["modality", { modality: "target" }],
    ["basis", { basis: "规上工业" }],
    ["unit", { unit: "USD" }],
    ["period", { period: "2022" }],
    ["product", { productRef: { id: "prod-x" } }],
    ["denominator", { denominatorRef: { id: "ind-x" } }],
  ] as [string, Partial<MetricAnswer>][])("stand apart where the %s differs, and say so on both sides", (facet, change) => {
    const found = rows([metric("a")], [metric("b", change)]);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(["a", "", facet]);
    expect(found).toContainEqual(["", "b", facet]);
  });

  it("keep a contradiction beside the preferred figure, and tell a measure that only one side has", () => {
    expect(rows([metric("a"), metric("a2", { value: 2 })], [metric("b", { name: "产量" })])).toEqual([
      ["", "b", ""],
      ["a,a2", "", ""],
    ]);
  });
});

const ref = (id: string) => ({ id, kind: "Company", name: id, nameEn: null });
const side = (id: string, ties: readonly [string, string, string | null][]) =>
  ({
    entity: { id },
    statements: ties.map(([statement, subject, object]) => ({
      id: statement,
      subject,
      subjectRef: ref(subject),
      objectRef: object === null ? null : ref(object),
    })),
  }) as unknown as EntityAnswer;

describe("relations of two entities", () => {
  it("part into those between them, those with shared neighbours and those of one alone; attributes have no other end", () => {
    const one = side("a", [
      ["s1", "a", "b"],
      ["s2", "a", "m"],
      ["s3", "x", "a"],
      ["s4", "a", null],
    ]);
    const other = side("b", [
      ["s1", "a", "b"],
      ["s5", "b", "m"],
      ["s6", "b", "y"],
    ]);
    const { between, shared, onlyOne, onlyOther } = alignRelations(one, other);
    expect(between.map(({ statement, direction }) => [statement.id, direction])).toEqual([["s1", "out"]]);
    expect(shared.map(({ entity }) => entity.id)).toEqual(["m"]);
    expect(onlyOne.map(({ entity, one: ties }) => [entity.id, ties[0]?.direction])).toEqual([["x", "in"]]);
    expect(onlyOther.map(({ entity }) => entity.id)).toEqual(["y"]);
  });
});
