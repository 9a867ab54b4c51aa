import { describe, expect, it } from "vitest";
import { attributeOf, endsProblem, statement, statementKey, valueProblem } from "#graph/model/statement.ts";

const parsed = (over: Record<string, unknown>) =>
  statement.parse({ id: "s-1", subject: "co-a", predicate: "PARTNERS_WITH", object: "co-b", status: "stated", confidence: 1, ...over });

describe("a statement against the vocabulary", () => {
  it("names an unknown relation", () => {
    expect(endsProblem("INVENTED", "Company", "Company")).toBe("INVENTED is not a relation of the vocabulary");
  });

  it("names the wrong end and what is accepted there", () => {
    expect(endsProblem("BUILDS", "Region", "Project")).toBe("BUILDS starts at Company, not at Region");
    expect(endsProblem("BUILDS", "Company", "Fund")).toBe("BUILDS ends at Project, Park, Platform, not at Fund");
    expect(endsProblem("BUILDS", "Company", "Project")).toBeNull();
  });

  it("knows which attributes a kind has, and what each accepts", () => {
    const ownership = attributeOf("Company", "ownership");
    expect(ownership).toBeDefined();
    if (ownership === undefined) return;
    expect(valueProblem(ownership, "国有")).toBe("one of central_soe, provincial_soe, municipal_soe, private, foreign");
    expect(valueProblem(ownership, "municipal_soe")).toBeNull();
    expect(attributeOf("Region", "ownership")).toBeUndefined();
  });

  it("refuses an unknown field by its name", () => {
    const result = statement.safeParse({ ...parsed({}), invented: 1 });
    expect(result.error?.issues[0]?.message).toContain('"invented"');
  });
});

describe("the natural key of a statement", () => {
  it("is the same for a symmetric relation in either order", () => {
    expect(statementKey(parsed({ subject: "co-b", object: "co-a" }))).toBe(statementKey(parsed({})));
  });

  it("keeps the direction of any other relation", () => {
    const there = parsed({ predicate: "SUBSIDIARY_OF" });
    const back = parsed({ predicate: "SUBSIDIARY_OF", subject: "co-b", object: "co-a" });
    expect(statementKey(there)).not.toBe(statementKey(back));
  });

  it("tells two editions of one ranking apart, and not two notes on one ranking", () => {
    const ranked = (editionYear: string, position: number) =>
      statementKey(parsed({ predicate: "RANKED_IN", object: "rec-a", properties: { editionYear, position } }));
    expect(ranked("2023", 122)).not.toBe(ranked("2024", 122));
    expect(ranked("2023", 122)).toBe(ranked("2023", 123));
  });

  it("of an attribute holds its value: two tickers are two statements", () => {
    const ticker = (value: string) => statementKey(parsed({ predicate: "tickers", object: undefined, value }));
    expect(ticker("002460.SZ")).not.toBe(ticker("01772.HK"));
  });
});
