import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginsNearly, matchTier, tiers } from "#client/panels/palette/match.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 5, maxLength: 12 });

describe("what was typed, in a title", () => {
  it("is found in either language, the closer the better", () => {
    const title = ["显示选中的部分", "Fit the selection"];
    expect(matchTier("Fit the selection", title)).toBe(tiers.exact);
    expect(matchTier("fit", title)).toBe(tiers.beginning);
    expect(matchTier("selection", title)).toBe(tiers.word);
    expect(matchTier("选中", title)).toBe(tiers.inside);
    expect(matchTier("fts", title)).toBe(tiers.initials);
    expect(matchTier("selcetion", title)).toBe(tiers.near);
    expect(matchTier("selection fit", title)).toBe(tiers.word);
    expect(matchTier("paths", title)).toBe(0);
    expect(matchTier("  ", title)).toBe(0);
  });

  it("is found whatever part of the title it is", () => {
    fc.assert(
      fc.property(word, word, fc.nat(), fc.nat(), (one, other, a, b) => {
        const title = `${one} ${other}`;
        const [from, to] = [a % title.length, (a % title.length) + 1 + (b % (title.length - (a % title.length)))];
        const part = title.slice(from, to);
        if (part.trim() !== "") expect(matchTier(part, [title])).toBeGreaterThan(0);
      }),
    );
  });

  it("may have one letter wrong, missing, too many, or swapped", () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(..."abcdefghxyz"), (text, place, letter) => {
        const at = place % (text.length - 1);
        const slips = [
          text.slice(0, at) + letter + text.slice(at + 1),
          text.slice(0, at) + text.slice(at + 1),
          text.slice(0, at) + letter + text.slice(at),
          text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
        ];
        for (const slip of slips) expect([slip, beginsNearly(text, slip)]).toEqual([slip, true]);
      }),
    );
  });

  it("is not taken for a slip when it is short, or two letters are wrong", () => {
    expect(beginsNearly("paths", "pat")).toBe(false);
    expect(beginsNearly("selection", "sxlxction")).toBe(false);
    expect(beginsNearly("筛选文字", "筛远文字")).toBe(false);
  });
});
