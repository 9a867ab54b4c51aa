import { describe, expect, it } from "vitest";
import { groundOf, noGround } from "#graph/analysis/ground.ts";
import { type Known, unknownOf } from "#graph/analysis/unknown.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Reliability } from "#graph/vocabulary/marks.ts";
import { type UnknownCode, unknownShort, unknowns } from "#graph/vocabulary/unknowns.ts";

const nothing = (kind: EntityKind, part: Partial<Known> = {}): Known => ({
  entity: { kind, attributes: {} },
  degrees: [],
  metrics: [],
  ground: noGround,
  today: "2026-01-01",
  ...part,
});
const codes = (known: Known) => unknownOf(known).map(({ code }) => code);
const link = (relation: string, direction: "in" | "out") => ({ relation, direction, count: 1 });
type Said = Parameters<typeof groundOf>[0];
const evidence = (document: string, reliability: Reliability) => ({ document, reliability });

describe("what is not known", () => {
  it.each([
    ["IndustrialChain", ["no_leader", "no_chain_chief", "no_member"]],
    ["IndustryCluster", ["no_leader", "no_member"]],
    ["Company", ["no_supplier", "no_owner"]],
    ["Industry", ["no_revenue"]],
    ["Project", ["no_state", "no_location", "no_builder"]],
    ["Region", []],
  ] as const)("of a %s that nothing is said of is %j", (kind, expected) => {
    expect(codes(nothing(kind))).toEqual(expected);
  });

  it("goes when the store holds it", () => {
    expect(codes(nothing("IndustrialChain", { degrees: [link("LEADS_CHAIN", "in")] }))).toEqual(["no_chain_chief"]);
    expect(codes(nothing("Company", { degrees: [link("SUPPLIES", "in"), link("SUBSIDIARY_OF", "out")] }))).toEqual([]);
    const degrees = [link("BUILDS", "in"), link("LOCATED_IN", "out")];
    expect(codes(nothing("Project", { degrees, entity: { kind: "Project", attributes: { state: "completed" } } }))).toEqual([]);
  });

  it("is not looked for in a collective entity", () => {
    expect(codes(nothing("Project", { entity: { kind: "Project", collective: true, attributes: {} } }))).toEqual([]);
  });

  it("counts an unknown state as no state, and a target revenue as no revenue", () => {
    expect(codes(nothing("Project", { entity: { kind: "Project", attributes: { state: "unknown" } } }))).toContain("no_state");
    expect(codes(nothing("Industry", { metrics: [{ name: "营业收入", modality: "target", period: "2030" }] }))).toEqual(["no_revenue"]);
  });

  it("names a target past its period without a result, and no other", () => {
    const target = { name: "研发投入强度", modality: "target", period: "2024" } as const;
    expect(codes(nothing("Region", { metrics: [target] }))).toEqual(["target_without_result"]);
    expect(codes(nothing("Region", { metrics: [target], today: "2024-12-31" }))).toEqual([]);
    expect(codes(nothing("Region", { metrics: [target, { ...target, modality: "actual" }] }))).toEqual([]);
    expect(codes(nothing("Region", { metrics: [target, { ...target, modality: "actual", period: "2023" }] }))).toHaveLength(1);
    expect(
      codes(
        nothing("Region", {
          metrics: [
            { ...target, period: "2024/2026" },
            { ...target, modality: "actual", period: "2026" },
          ],
          today: "2027-01-01",
        }),
      ),
    ).toEqual([]);
  });

  it("misses a later figure once the next should be out, of what goes on and not of what happened once", () => {
    const actual = { name: "营业收入", modality: "actual", period: "2023" } as const;
    const on = (today: string, metrics: Known["metrics"], kind: EntityKind = "Industry") => codes(nothing(kind, { metrics, today }));
    expect(on("2025-06-30", [actual])).toEqual([]);
    expect(on("2025-07-31", [actual])).toEqual(["no_later_figure"]);
    expect(on("2025-07-31", [actual, { ...actual, period: "2024" }])).toEqual([]);
    expect(on("2025-07-31", [actual, { ...actual, period: "2024", region: "region-x" as never }])).toEqual(["no_later_figure"]);
    expect(on("2025-07-31", [actual], "Event")).toEqual([]);
    expect(on("2025-07-31", [{ ...actual, name: "面积" }], "Region")).toEqual([]);
  });

  it("has a short word for the canvas for every code, in both languages", () => {
    expect(unknownShort("no_chain_chief", "zh")).toBe("链长？");
    for (const code of Object.keys(unknowns) as UnknownCode[]) {
      expect(unknownShort(code, "zh")).toMatch(/^\p{Script=Han}{2,4}？$/u);
      expect(unknownShort(code, "en")).toMatch(/^[A-Z].*\?$/);
    }
  });

  it("points at an entity that rests on one low source, or on weak inference alone", () => {
    const stated = { status: "stated", confidence: 1 } as const;
    const weak: Said[number] = { status: "inferred", confidence: 0.5, evidence: [evidence("d1", "high")] };
    const on = (statements: Said) => codes(nothing("Region", { ground: groundOf(statements) }));
    expect(on([{ ...stated, evidence: [evidence("d1", "low")] }])).toEqual(["single_weak_source"]);
    expect(on([{ ...stated, evidence: [evidence("d1", "low"), evidence("d2", "low")] }])).toEqual([]);
    expect(on([{ ...stated, evidence: [evidence("d1", "high")] }])).toEqual([]);
    expect(on([weak])).toEqual(["single_weak_source"]);
    expect(on([weak, { ...stated, evidence: [evidence("d1", "high")] }])).toEqual([]);
  });
});
