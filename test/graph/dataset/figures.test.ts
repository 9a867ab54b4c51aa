import { describe, expect, it } from "vitest";
import { parseDate, parsePeriod } from "#graph/dataset/written/calendar.ts";
import { parseFigure } from "#graph/dataset/written/figure.ts";

describe("figures as people write them", () => {
  it.each([
    ["797亿元", 79_700_000_000, "CNY", "="],
    ["1.1亿元", 110_000_000, "CNY", "="],
    ["500万美元", 5_000_000, "USD", "="],
    ["1.2万亿元", 1.2e12, "CNY", "="],
    ["3亿5000万元", 350_000_000, "CNY", "="],
    ["¥1,234.5", 1234.5, "CNY", "="],
    ["１，２３４．５", 1234.5, null, "="],
    ["13%左右", 13, "%", "≈"],
    ["约13％", 13, "%", "≈"],
    ["6家以上", 6, "家", ">="],
    ["不少于6家", 6, "家", ">="],
    ["30余家", 30, "家", ">"],
    ["100多万吨", 1_000_000, "t", ">"],
    ["超九成", 90, "%", ">"],
    ["八成五", 85, "%", "="],
    ["百分之十三", 13, "%", "="],
    ["不超过5%", 5, "%", "<="],
    ["不足10家", 10, "家", "<"],
    ["下降30%", -30, "%", "="],
    ["同比增长8.5%", 8.5, "%", "="],
    ["-2.5%", -2.5, "%", "="],
    ["十二家", 12, "家", "="],
    ["两百万元", 2_000_000, "CNY", "="],
    ["2×100万千瓦", 2000, "MW", "="],
    ["年产2万吨", 20_000, "t/a", "="],
    ["5万吨/年", 50_000, "t/a", "="],
    ["年产10GWh", 10, "GWh/a", "="],
    ["12平方公里", 12, "km²", "="],
    ["3000亩", 3000, "亩", "="],
    ["114个", 114, "个", "="],
    ["7.97e10", 79_700_000_000, null, "="],
    ["0", 0, null, "="],
  ])("reads %s", (text, value, unit, op) => {
    expect(parseFigure(text)).toEqual({ value, unit, op });
  });

  it.each(["10-20亿元", "5~8家", "数十家", "亿元", "", "3万5", "一百二", "12,34", "797亿金币", "约6家以上", "2024年3月"])(
    "refuses %s rather than guess",
    (text) => {
      expect(parseFigure(text)).toHaveProperty("fault");
    },
  );
});

describe("dates and periods as people write them", () => {
  it.each([
    ["2024", "2024"],
    ["2024年", "2024"],
    ["2024年3月", "2024-03"],
    ["2024/3", "2024-03"],
    ["2024-3", "2024-03"],
    ["2024.3", "2024-03"],
    ["２０２４年３月", "2024-03"],
    ["2024年3月5日", "2024-03-05"],
    ["2024/3/15", "2024-03-15"],
    ["20240315", "2024-03-15"],
    ["二〇二四年三月十五日", "2024-03-15"],
  ])("reads the date %s", (text, value) => {
    expect(parseDate(text)).toEqual({ value });
  });

  it.each([
    ["2024年度", "2024"],
    ["2024年3月份", "2024-03"],
    ["2024年一季度", "2024-Q1"],
    ["2024年第三季度", "2024-Q3"],
    ["2024Q4", "2024-Q4"],
    ["2024年上半年", "2024-H1"],
    ["2024年下半年", "2024-H2"],
    ["2024年前三季度", "2024-Q1/2024-Q3"],
    ["2024年1-9月", "2024-01/2024-09"],
    ["2024—2026年", "2024/2026"],
    ["2024-2026", "2024/2026"],
    ["2024年至2026年", "2024/2026"],
    ["2023年3月-2024年9月", "2023-03/2024-09"],
  ])("reads the period %s", (text, value) => {
    expect(parsePeriod(text)).toEqual({ value });
  });

  it.each(["3月", "3月5日", "一季度", "上半年"])("asks for the year of %s", (text) => {
    const read = parsePeriod(text);
    if ("value" in read) throw new Error(`read as ${read.value}`);
    expect(read.fault("period")).toEqual({ code: "no_year", parameters: { field: "period", given: `"${text}"` } });
  });

  it.each(["2024-13", "2024年2月30日", "24年3月", "2026—2024年", "去年", "202403", "年底"])("refuses %s", (text) => {
    expect(parsePeriod(text)).toHaveProperty("fault");
    expect(parseDate(text)).toHaveProperty("fault");
  });
});
