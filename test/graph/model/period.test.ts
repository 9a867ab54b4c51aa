import { describe, expect, it } from "vitest";
import { period, periodBounds } from "#graph/model/period.ts";

describe("a period", () => {
  it.each([
    ["2023", "2023-01-01", "2023-12-31"],
    ["2024-Q1", "2024-01-01", "2024-03-31"],
    ["2023-H2", "2023-07-01", "2023-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2024-03-18", "2024-03-18", "2024-03-18"],
    ["2024/2026", "2024-01-01", "2026-12-31"],
    ["2023-Q4/2024-02", "2023-10-01", "2024-02-29"],
  ])("%s runs from %s to %s", (text, start, end) => {
    expect(period.safeParse(text).success).toBe(true);
    expect(periodBounds(text)).toEqual({ start, end });
  });

  it.each(["23", "2024-13", "2024-Q5", "2024/2025/2026", "2024-H3", "去年", ""])("%s is refused", (text) => {
    expect(period.safeParse(text).success).toBe(false);
  });
});
