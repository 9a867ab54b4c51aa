import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "#client/cypher/tokens.ts";
import { formatFigure, formatNumber, formatPeriod, formatShort, formatZoom } from "#client/format/figure.ts";
import { en } from "#client/i18n/en.ts";
import { zh } from "#client/i18n/zh.ts";
import { parseHistory, parseParameters } from "#client/state/workbench.ts";

const thin = "\u2009";

describe("figures", () => {
  it("use 亿 and 万 in Chinese, bn and m in English", () => {
    const revenue = { value: 79_700_000_000, unit: "CNY", op: "=" };
    expect(formatFigure(revenue, "zh")).toBe("797亿元");
    expect(formatFigure(revenue, "en")).toBe("CNY 79.7 bn");
    expect(formatFigure({ value: 5_000_000, unit: "USD" }, "zh")).toBe("500万美元");
    expect(formatFigure({ value: 5_000_000, unit: "USD" }, "en")).toBe("USD 5 m");
  });

  it("are short in narrow places only where they are large, as either language counts", () => {
    expect(formatShort(9_999, "zh")).toBe(`9${thin}999`);
    expect([formatShort(52_000, "zh"), formatShort(52_000, "en")]).toEqual(["5.2万", "52K"]);
  });

  it("always show the operator: 超, 以上 and 左右 are part of the meaning", () => {
    expect(formatFigure({ value: 90, unit: "%", op: ">" }, "zh")).toBe(`>${thin}90%`);
    expect(formatFigure({ value: 13, unit: "%", op: "≈" }, "en")).toBe(`≈${thin}13%`);
    expect(formatFigure({ value: 6, unit: "家", op: ">=" }, "zh")).toBe(`≥${thin}6家`);
  });

  it("keep a capacity in tonnes a year, with thin spaces between thousands in English", () => {
    expect(formatFigure({ value: 35_000, unit: "t/a" }, "zh")).toBe("3.5万吨/年");
    expect(formatFigure({ value: 35_000, unit: "t/a" }, "en")).toBe(`35${thin}000 t/a`);
  });

  it("write a fall with a true minus", () => {
    expect(formatNumber(-1234.5)).toBe(`−1${thin}234.5`);
  });

  it("join the ends of a period", () => {
    expect(formatPeriod("2024/2026")).toBe("2024–2026");
  });
});

describe("Cypher in colours", () => {
  it("gives the text back when its pieces are joined", () => {
    const pieces = fc.constantFrom(
      "MATCH",
      "(n:",
      "公司",
      "'a\\'b",
      '"',
      "$p",
      "[:BUILDS|SUPPORTS]",
      "{id: 1}",
      "// x\n",
      "/*",
      " ",
      "1.5e3",
      "`a b`",
      "😀",
      ".",
    );
    fc.assert(
      fc.property(
        fc.array(pieces),
        (parts) =>
          tokenize(parts.join(""))
            .map((token) => token.text)
            .join("") === parts.join(""),
      ),
    );
  });

  it("tells labels, relation types, parameters and keys apart", () => {
    const kindOf = (text: string) =>
      tokenize("MATCH (n:Company {id: $id})-[r:BUILDS|SUPPORTS]->(m) RETURN count(m)").find((token) => token.text === text)?.kind;
    expect(["MATCH", "Company", "BUILDS", "SUPPORTS", "$id", "count", "m", "id"].map(kindOf)).toEqual([
      "keyword",
      "label",
      "relation",
      "relation",
      "parameter",
      "function",
      "variable",
      "text",
    ]);
  });
});

describe("the size of the picture", () => {
  it("is told in whole percents, and is never none, however far away", () => {
    expect([4, 1, 0.514, 0.01, 0.0062, 0.00038].map(formatZoom)).toEqual(["400%", "100%", "51%", "1%", "0.6%", "0.04%"]);
  });
});

describe("texts", () => {
  const bare = (keys: object) => new Set(Object.keys(keys).map((key) => key.replace(/_(one|other)$/, "")));

  it("exist in both languages under the same keys", () => {
    expect([...bare(zh)].sort()).toEqual([...bare(en)].sort());
  });

  it("fill in the same values in both languages", () => {
    const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join();
    const english = new Map(Object.entries<string>(en));
    for (const [key, text] of Object.entries<string>(zh)) expect([key, values(english.get(key) ?? "")]).toEqual([key, values(text)]);
  });
});

describe("the workbench's memory", () => {
  it("leaves out what an older version or another page left in storage", () => {
    const good = { query: "RETURN 1", parameters: "{}", at: "2026-01-01T00:00:00Z" };
    expect(parseHistory(JSON.stringify([good, null, { query: 3 }]))).toEqual([good]);
    expect(parseHistory("no json")).toEqual([]);
    expect(parseHistory(null)).toEqual([]);
  });

  it("takes parameters only as one JSON object", () => {
    expect(parseParameters(' {"id": "co-a"} ')).toEqual({ parameters: { id: "co-a" } });
    expect(parseParameters("")).toEqual({ parameters: {} });
    expect(parseParameters("[1]")).toHaveProperty("problem");
    expect(parseParameters("{id: 1}")).toHaveProperty("problem");
  });
});
