import { beforeAll, describe, expect, it } from "vitest";
import { formatCount } from "#client/format/figure.ts";
import { startTexts } from "#client/i18n/index.ts";
import { textsIn } from "#client/i18n/use-translation.ts";

describe("texts", () => {
  beforeAll(startTexts);

  it("are of their language and of their parameters, however often they were asked for", () => {
    const asked = ["en", "zh", "en"] as const;
    const told = (count: number) => asked.map((language) => textsIn(language).t("time.undatedSaid", { count, number: String(count) }));
    const [one, two, again] = [told(1), told(2), told(1)];
    expect(again).toEqual(one);
    expect(new Set([one[0], one[1], two[0], two[1]]).size).toBe(4);
    for (const text of two) expect(text).toContain("2");
  });

  it("write counts with a thin space between thousands, and small ones as they are", () => {
    expect([0, 7, 999, 1_000, 1_234_567].map(formatCount)).toEqual(["0", "7", "999", "1\u2009000", "1\u2009234\u2009567"]);
  });
});
