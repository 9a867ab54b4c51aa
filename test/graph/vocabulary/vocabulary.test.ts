import { describe, expect, it } from "vitest";
import { entityKinds, families, kinds } from "#graph/vocabulary/kinds.ts";
import { measures, units } from "#graph/vocabulary/measures.ts";
import { relationPropertyNames, relations, relationTypes } from "#graph/vocabulary/relations.ts";

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

describe("the vocabulary", () => {
  it("has the fifteen kinds, each with a prefix, glyphs and labels of its own", () => {
    expect(entityKinds).toHaveLength(15);
    for (const pick of ["zh", "en", "prefix"] as const) expect(new Set(entityKinds.map((kind) => kinds[kind][pick])).size).toBe(15);
    for (const language of ["zh", "en"] as const) expect(new Set(entityKinds.map((kind) => kinds[kind].glyph[language])).size).toBe(15);
  });

  it("dates an attribute by a date of the same kind, which is dated by itself", () => {
    for (const kind of entityKinds)
      for (const [name, { since }] of Object.entries(kinds[kind].properties)) {
        if (since === undefined) continue;
        expect(kinds[kind].properties[since], `${kind} ${name}`).toMatchObject({ type: "date", since });
      }
    expect(kinds.Event.properties.date?.since, "a happening is announced before its date").toBeUndefined();
  });

  it("tells kinds of one family apart by colour, and every fill stands out from its canvas by 4.5 : 1", () => {
    for (const theme of ["light", "dark"] as const) {
      const canvas = { light: "#FAFAF7", dark: "#14171A" }[theme];
      expect(new Set(entityKinds.map((kind) => kinds[kind].colour[theme])).size).toBe(15);
      for (const kind of entityKinds) expect(contrast(kinds[kind].colour[theme], canvas), `${kind} ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(new Set(Object.values(families).map((family) => family.shape)).size).toBe(Object.keys(families).length);
  });

  it("joins relations to known kinds only, and labels both directions in both languages", () => {
    for (const type of relationTypes) {
      const { from, to, zh, en, inverse } = relations[type];
      expect(from.length, type).toBeGreaterThan(0);
      expect(to.length, type).toBeGreaterThan(0);
      for (const kind of [...from, ...to]) expect(entityKinds, type).toContain(kind);
      for (const label of [zh, en, inverse.zh, inverse.en]) expect(label, type).not.toBe("");
    }
  });

  it("distinguishes statements only by properties that the relation has", () => {
    for (const type of relationTypes) {
      for (const name of relations[type].distinguishing ?? []) expect(Object.keys(relations[type].properties), type).toContain(name);
    }
  });

  it("keeps own properties of relations clear of the common columns of a statement", () => {
    const common = ["id", "subject", "predicate", "object", "value", "status", "confidence", "basis", "rank", "validFrom", "validTo"];
    expect(relationPropertyNames.filter((name) => common.includes(name))).toEqual([]);
  });

  it("measures only in dimensions that a unit has", () => {
    const dimensions = new Set<string>(Object.values(units).map((unit) => unit.dimension));
    for (const [name, measure] of Object.entries(measures)) expect(dimensions.has(measure.dimension), name).toBe(true);
  });
});
