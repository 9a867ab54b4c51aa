import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributesHeard } from "#graph/queries/attributes-heard.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";

const told = { legalName: "甲股份有限公司", ownership: "private", founded: "2000-03-02", address: "某路一号" };
const rows = Object.entries(told).map(([predicate, value]) => ({
  id: `st-${predicate}`,
  subject: "co-a",
  predicate,
  value,
  status: "stated",
  confidence: 1,
  rank: "normal",
  reliability: "high",
  drawn: true,
  documents: ["doc-a"],
}));

describe("attributes that are heard", () => {
  it("stand in the order in which a stored entity tells them, whichever statement came first", () => {
    const order = Object.keys(kinds.Company.properties).filter((name) => name in told);
    expect(order).toHaveLength(rows.length);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (some) => {
        const heard = attributesHeard("Company", some);
        expect(Object.keys(heard)).toEqual(order);
        expect(heard).toEqual(told);
      }),
    );
  });
});
