import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dimming, tokensOf } from "#client/rendering/theme.ts";

const css = readFileSync("client/styles/tokens.css", "utf8");

/** Custom properties of the first block with this selector. */
function tokensIn(selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`client/styles/tokens.css has no block ${selector}`);
  const block = css.slice(from, css.indexOf("}", from));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name as string, (value as string).toLowerCase()]),
  );
}

const named = {
  canvas: "canvas",
  ink: "ink",
  ink2: "ink-2",
  inkDim: "ink-dim",
  glyph: "glyph",
  accent: "accent",
  highlight: "hl",
  highlightLine: "hl-line",
  edge: "edge",
  edgeLow: "edge-low",
  edgeHot: "edge-hot",
  edgeHotLow: "edge-hot-low",
  pill: "raised",
  pillLine: "line-3",
  added: "added",
  changed: "changed",
  removed: "removed",
  conflict: "conflict",
  unknown: "unknown",
  onMark: "on-mark",
} as const;

describe.each([
  ["light", ":root"],
  ["dark", '[data-theme="dark"]'],
] as const)("the drawing in the %s theme", (theme, selector) => {
  const tokens = tokensIn(selector);

  it("has the colours of the interface", () => {
    const drawn = Object.fromEntries(Object.entries(tokensOf(theme)).map(([name, colour]) => [name, colour.toLowerCase()]));
    expect(drawn).toEqual(Object.fromEntries(Object.entries(named).map(([name, token]) => [name, tokens.get(token)])));
  });

  it("dims as the interface says", () => {
    expect(dimming[theme]).toEqual({
      fill: Number.parseInt(tokens.get("dim") ?? "", 10) / 100,
      edge: Number(tokens.get("dim-edge")),
    });
  });
});
