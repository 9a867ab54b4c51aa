import { describe, expect, it } from "vitest";
import { fieldRows, typed, withField } from "#client/state/record-fields.ts";

const was = {
  id: "s-1",
  subject: "co-a",
  predicate: "state",
  value: "planned",
  status: "inferred",
  confidence: 0.7,
  properties: { year: 2023 },
};
const is = { ...was, value: "completed", status: "stated", confidence: 1, properties: { year: 2023, role: "x" } };

describe("fields of a change", () => {
  it("are only those that differ, properties among them", () => {
    expect(fieldRows("statements", was, is).map(({ path, before, after }) => [path.join("."), before, after])).toEqual([
      ["value", "planned", "completed"],
      ["status", "inferred", "stated"],
      ["confidence", 0.7, 1],
      ["properties.role", undefined, "x"],
    ]);
  });

  it("are all of a record that comes, without what names it", () => {
    expect(fieldRows("statements", null, was).map(({ path }) => path.join("."))).toEqual([
      "value",
      "status",
      "confidence",
      "properties.year",
    ]);
  });

  it("tell that aliases changed though they are as many as before", () => {
    const alias = (surface: string) => ({ id: "co-a", name: "甲", aliases: [{ surface, scope: "global" }] });
    expect(fieldRows("entities", alias("a"), alias("b"))).toEqual([{ path: ["aliases"], before: 1, after: 1 }]);
  });
});

describe("correcting a field", () => {
  it("sets it where it is, in the properties too, and leaves the rest alone", () => {
    expect(withField(was, ["properties", "year"], 2024)).toEqual({ ...was, properties: { year: 2024 } });
    expect(was.properties.year).toBe(2023);
  });

  it("takes an emptied field away, and the properties with their last one", () => {
    expect(withField(was, ["value"], undefined)).not.toHaveProperty("value");
    expect(withField(was, ["properties", "year"], undefined)).not.toHaveProperty("properties");
  });

  it("reads a number as one where it was one, and refuses what is none", () => {
    expect([typed(" 3.5 ", 1), typed("x", 1), typed("3", "a"), typed(" ", "a")]).toEqual([3.5, undefined, "3", undefined]);
  });
});
