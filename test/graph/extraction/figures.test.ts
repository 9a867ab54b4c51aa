import { describe, expect, it } from "vitest";
import { figuresOf } from "#graph/extraction/figures/figures.ts";
import { timeMarksOf } from "#graph/extraction/figures/periods.ts";

const one = (text: string) => {
  const [figure] = figuresOf(text);
  return figure && [figure.op, figure.value, figure.printed.unit, figure.raw];
};

describe("figures", () => {
  it.each([
    ["总投资达272亿元", "=", 27_200_000_000, "CNY", "272亿元"],
    ["力争突破2000亿元", ">", 200_000_000_000, "CNY", "突破2000亿元"],
    ["增长约5.8%", "≈", 5.8, "%", "约5.8%"],
    ["达到22%以上", ">=", 22, "%", "22%以上"],
    ["比重超九成", ">", 90, "%", "超九成"],
    ["近一半", "≈", 50, "%", "近一半"],
    ["百余名工人", ">", 100, "人", "百余名"],
    ["占地320余亩", ">", 320, "亩", "320余亩"],
    ["2×100万千瓦机组", "=", 2000, "MW", "2×100万千瓦"],
    ["募集500万美元", "=", 5_000_000, "USD", "500万美元"],
    ["万吨高纯盐", "=", 10_000, "t", "万吨"],
    ["增长百分之八点七", "=", 8.7, "%", "百分之八点七"],
    ["投了12个亿", "=", 1_200_000_000, "CNY", "12个亿"],
  ])("reads %s with its operator, in base units", (text, op, value, unit, raw) => {
    expect(one(text)).toEqual([op, value, unit, raw]);
  });

  it.each(["2024年5月20日", "排名第122位", "成立公司", "5G工厂", "三位一体", "项目建设"])("finds no figure in %s", (text) => {
    expect(figuresOf(text)).toEqual([]);
  });

  it("tells a threshold that names a class from a figure", () => {
    expect(figuresOf("签约亿元以上项目64个").map((it) => [it.role, it.value])).toEqual([
      ["class", 100_000_000],
      ["measure", 64],
    ]);
  });
});

describe("times", () => {
  const period = (text: string, published: string | null = "2024-03") => timeMarksOf(text, published).map((it) => it.period);
  it.each([
    ["去年", "2023"],
    ["今年", "2024"],
    ["今年一季度", "2024-Q1"],
    ["未来三年", "2024/2026"],
    ["2023年上半年", "2023-H1"],
    ["去年7月", "2023-07"],
    ["“十四五”末", "2025"],
    ["2月20日", "2024-02-20"],
    ["12月底前建成", "2024-12"],
  ])("resolves %s against the document's date", (text, wanted) => {
    expect(period(text)).toEqual([wanted]);
  });

  it("takes a month that is named alone for the last one of its name", () => {
    expect(period("1—10月", "2024-11")).toEqual(["2024-01/2024-10"]);
    expect(period("12月18日", "2024-01-06")).toEqual(["2023-12-18"]);
    expect(period("前11个月", "2024-01-06")).toEqual(["2023-01/2023-11"]);
  });

  it("reads three months as a quarter, and a lone day in the month named before it", () => {
    expect(period("前三个月", "2024-05")).toEqual(["2024-Q1"]);
    expect(period("6月17日出发，19日签约", "2024-06-20")).toEqual(["2024-06-17", "2024-06-19"]);
    expect(period("前三季度", "2024-11")).toEqual(["2024-Q1/2024-Q3"]);
  });

  it("takes no 后年 out of 建成后年产能", () => {
    expect(period("建成后年产能")).toEqual([]);
  });

  it("leaves a relative word open where the document has no date", () => {
    expect(period("去年", null)).toEqual([null]);
    expect(period("2023年", null)).toEqual(["2023"]);
  });
});
