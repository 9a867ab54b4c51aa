import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toneCode } from "#client/rendering/tones.ts";
import { largestRadius, nodeRadius } from "#client/rendering/view.ts";
import { plainStyle } from "#client/state/slices/style.ts";
import { choiceOf, chosen, needOf } from "#client/styling/choice.ts";
import { JoinedValues } from "#client/styling/joined-values.ts";
import { radiusScale, roundBelow, smallestRadius } from "#client/styling/radius-scale.ts";
import type { ColourRule, MeasureKey, SizeRule } from "#client/styling/rule.ts";
import { rules } from "#client/styling/rules.ts";
import { breaksOf, stepOf } from "#client/styling/steps.ts";
import { withUnknown } from "#client/styling/styled.ts";
import type { StyleFiguresAnswer, StyleGroupsAnswer } from "#graph/model/style-values.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";

const cypher = { query: "RETURN 1 AS one", parameters: {} };
const revenue: MeasureKey = { measure: "营业收入", unit: "CNY", modality: "actual" };
const figures = (values: Record<string, number>, part: Partial<StyleFiguresAnswer> = {}): StyleFiguresAnswer => ({
  ...revenue,
  kinds: ["Company"],
  values: {
    id: Object.keys(values),
    value: Object.values(values),
    op: Object.keys(values).map(() => "="),
    period: Object.keys(values).map((_, at) => String(2022 + at)),
  },
  several: 0,
  cypher,
  ...part,
});
const groups = (by: StyleGroupsAnswer["by"], keys: readonly string[], values: Record<string, number>): StyleGroupsAnswer => ({
  by,
  kinds: ["Company"],
  groups: keys.map((key) => ({ key, name: key, nameEn: null, shortName: null, count: 1 })),
  values: { id: Object.keys(values), group: Object.values(values) },
  cypher,
});

const ids = ["a", "b", "c", "region"];
const kind = Uint8Array.from(["Company", "Company", "Company", "Region"] as const, (one) => entityKinds.indexOf(one));
const loaded = { nodes: { id: ids }, nodeCount: ids.length };
function joined(answer: StyleFiguresAnswer | StyleGroupsAnswer): JoinedValues {
  const values = new JoinedValues(answer);
  while (!values.advance(loaded, 2));
  return values;
}
const size = (id: string) => chosen("size", id).rule as SizeRule;
const colour = (id: string) => chosen("colour", id).rule as ColourRule;
const input = (values: JoinedValues | null) => ({ count: ids.length, kind, values });

describe("the list of style rules", () => {
  it("names each rule of a channel once, in both languages, and knows the usual style", () => {
    const names = rules.map(({ channel, id }) => `${channel} ${id}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { label } of rules) expect(label.zh !== "" && label.en !== "").toBe(true);
    for (const channel of ["size", "colour", "thickness"] as const)
      expect(chosen(channel, plainStyle[channel]).rule.id).toBe(plainStyle[channel]);
  });

  it("asks the store for nothing where the usual rules do, and for one measure, unit and modality by a figure", () => {
    expect(needOf(chosen("size", "degree"))).toBeNull();
    expect(needOf(chosen("colour", "kind"))).toBeNull();
    expect(needOf(chosen("colour", "chain"))).toEqual({ groups: "chain" });
    expect(needOf(chosen("size", choiceOf(size("measure|a|CNY|actual"), revenue)))).toEqual({ figures: revenue });
  });

  it("comes back from a saved choice, whatever the measure is called", () => {
    const name = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !text.includes("|"));
    fc.assert(
      fc.property(name, (measure) => {
        const of = { measure, unit: "t/a", modality: "design_capacity" } as const;
        expect(chosen("colour", choiceOf(colour("measure|a|CNY|actual"), of)).figures).toEqual(of);
      }),
    );
  });

  it.each(["", "shine", "measure", "measure|营业收入", "measure|营业收入|万元|actual", "measure|营业收入|CNY|wished"])(
    "falls back to the usual rule for %j, which this version does not know",
    (choice) => expect(chosen("size", choice)).toEqual({ rule: size("degree"), figures: null }),
  );
});

describe("sizes", () => {
  it("are by degree without a column, and all alike when even", () => {
    expect(size("degree").derive(input(null)).radius).toBeNull();
    expect(new Set(size("even").derive(input(null)).radius)).toHaveProperty("size", 1);
    expect(nodeRadius(1e6)).toBeLessThanOrEqual(largestRadius);
  });

  it("of amounts have areas in proportion", () => {
    const { radius } = size("measure|营业收入|CNY|actual").derive(input(joined(figures({ a: 400, b: 100 }))));
    expect((radius?.[0] as number) / (radius?.[1] as number)).toBeCloseTo(2, 5);
    expect(radius?.[0]).toBe(largestRadius);
  });

  it("mark as unknown what could have a figure and has none, and only that", () => {
    const { unknown } = size("measure|营业收入|CNY|actual").derive(input(joined(figures({ a: 400 }))));
    expect([...(unknown ?? [])]).toEqual([0, 1, 1, 0]);
    expect([...(withUnknown(null, unknown) ?? [])]).toEqual([0, toneCode("unknown"), toneCode("unknown"), 0]);
  });

  it("never draw an unknown figure as the least of the known", () => {
    const { radius } = size("measure|营业收入|CNY|actual").derive(input(joined(figures({ a: 400, b: 0 }))));
    expect(radius?.[2]).not.toBe(radius?.[1]);
  });

  it("grow with the figure and stay within bounds, also below zero", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { minLength: 2 }), fc.constantFrom("CNY", "%"), (values, unit) => {
        const { radius, stops } = radiusScale(values, unit);
        const sorted = [...values].sort((a, b) => a - b).map(radius);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
        for (const one of [...sorted, ...stops.map((stop) => stop.radius)]) {
          expect(one).toBeGreaterThanOrEqual(smallestRadius);
          expect(one).toBeLessThanOrEqual(largestRadius);
        }
        for (const stop of stops) expect(stop.radius).toBe(radius(stop.value));
      }),
    );
  });

  it("tell in the legend of which years the figures are", () => {
    const { legend } = size("measure|营业收入|CNY|actual").derive(input(joined(figures({ a: 1, b: 2, c: 3 }, { several: 1 }))));
    expect(legend).toMatchObject({ periods: ["2024", "2022"], several: 1, figures: revenue });
  });
});

describe("colours", () => {
  it("give each of the largest groups its own, an outline to the rest and to what is in several", () => {
    const keys = Array.from({ length: 9 }, (_, at) => `chain-${at}`);
    const { tone, legend } = colour("chain").derive(input(joined(groups("chain", keys, { a: 0, b: 8, c: -1 }))));
    expect([...(tone ?? [])]).toEqual([toneCode("class1"), toneCode("rest"), toneCode("rest"), toneCode("neutral")]);
    expect(legend.filter(({ tone: one }) => one.startsWith("class"))).toHaveLength(7);
  });

  it("draw what could belong and belongs to none as unknown, and what cannot as neutral", () => {
    const { tone } = colour("park").derive(input(joined(groups("park", ["p"], { a: 0 }))));
    expect([...(tone ?? [])]).toEqual(["class1", "unknown", "unknown", "neutral"].map((one) => toneCode(one as "class1")));
  });

  it("give figures steps between round numbers, with every tone that is drawn in the legend", () => {
    const { tone, legend } = colour("measure|营业收入|CNY|actual").derive(input(joined(figures({ a: 3e8, b: 7e9, c: 9e10 }))));
    expect(tone?.[0]).toBeLessThan(tone?.[1] as number);
    const told = legend.map((entry) => toneCode(entry.tone));
    for (const code of tone ?? []) expect(told).toContain(code);
    expect(legend.map(({ label }) => label.zh).join()).toContain("50亿元");
  });

  it("round down, never up, beside a power of ten too", () => {
    for (const [value, round] of [
      [999_999_999, 5e8],
      [1e9, 1e9],
      [1000, 1000],
      [999.9999, 500],
      [-999_999_999, -5e8],
    ] as const)
      expect(roundBelow(value)).toBe(round);
  });

  it("part figures at rising round breaks, none of which parts nothing off", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }), (values) => {
        const breaks = breaksOf(values, 4);
        expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
        expect(new Set(values.map((value) => stepOf(breaks, value))).size).toBe(breaks.length + 1);
        for (const one of breaks) expect(roundBelow(one)).toBe(one);
      }),
    );
  });
});

describe("values joined to the graph in portions", () => {
  it("are the same whatever the portions, also for nodes that come later", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (portion) => {
        const values = new JoinedValues(figures({ c: 1, later: 2 }));
        while (!values.advance(loaded, portion));
        const more = { nodes: { id: [...ids, "later", "last"] }, nodeCount: 6 };
        while (!values.advance(more, portion));
        expect([...values.row.slice(0, 6)]).toEqual([-1, -1, 0, -1, 1, -1]);
      }),
    );
  });
});
