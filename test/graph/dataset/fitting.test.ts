import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { fitting } from "#graph/dataset/fitting.ts";
import { KeyIndex } from "#graph/dataset/key-index.ts";
import { shaped } from "#graph/dataset/shape.ts";
import { tableNames, tables } from "#graph/model/dataset.ts";
import { faultText } from "#graph/model/dataset-fault.ts";

const pool: unknown[] = [
  ...["co-a", "doc-b.c", "Co-A", "", "a".repeat(161), "a".repeat(64), "1-2 3-4", "2024", "2024-13", "2024-Q1"],
  ...["Company", "DIFFERENT_FROM", "text", "stated", "table", "high", "actual", "CNY", "global", "body", "=", "normal"],
  ...[0, 1, 0.5, 1.5, -1, Number.NaN, 2 ** 53, true, false, null, {}, { year: 2023 }, { year: true }, ["co-a"], [1]],
];
const values = fc.constantFrom(...pool);

describe("the quick look at a record", () => {
  it.each(tableNames)("of %s takes what the schema takes, and gives the same", (table) => {
    const schema = tables[table];
    const fits = fitting(schema);
    const right: Record<string, fc.Arbitrary<unknown>> = {};
    for (const [name, field] of Object.entries(schema.shape)) {
      // Mostly what fits this field, so that whole records fit often enough.
      const good = pool.filter((value) => field.safeParse(value).success);
      right[name] = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: values });
    }
    const requiredKeys = Object.keys(right).filter(
      (name) => !(schema.shape as Record<string, z.ZodType>)[name]?.safeParse(undefined).success,
    );
    let fitted = 0;
    fc.assert(
      fc.property(fc.record(right, { requiredKeys }), fc.boolean(), (record, stray) => {
        const given = stray ? { ...record, colour: "red" } : record;
        const result = schema.safeParse(given);
        const fit = fits(given);
        expect(fit !== null).toBe(result.success);
        if (fit === null) return;
        fitted += 1;
        expect(fit).toEqual(result.data);
      }),
      { numRuns: 1000 },
    );
    expect(fitted).toBeGreaterThan(20);
  });
});

describe("an index of keys", () => {
  it("keeps the first number of each key, as a map would", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (keys) => {
        const index = new KeyIndex();
        const map = new Map<string, number>();
        for (const [number, key] of keys.entries()) {
          expect(index.offer(key, number)).toBe(map.get(key) ?? -1);
          if (!map.has(key)) map.set(key, number);
        }
        for (const key of [...keys, "never offered"]) expect(index.get(key)).toBe(map.get(key) ?? -1);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a field out of bounds", () => {
  it("is named with what was given and the bound that it passes", () => {
    const told: string[] = [];
    shaped("paragraphs", { document: "doc-a", id: "p1", kind: "body", start: -5, end: 3 }, (field, what) =>
      told.push(`${field}|${faultText(what, "en")}`),
    );
    expect(told).toEqual(["start|start -5 is smaller than 0"]);
  });
});
