import { describe, expect, it } from "vitest";
import { NodeColumns, nodePinned, toneShift } from "#client/rendering/columns.ts";
import { tokensOf } from "#client/rendering/theme.ts";
import { classTones, stepTones, type Tone, toneCode, toneColours, tones } from "#client/rendering/tones.ts";
import { nodeRadius } from "#client/rendering/view.ts";
import { contrast, deficiencies, distance } from "./colour-vision.ts";
import { square } from "./small-graph.ts";

const outlines: readonly Tone[] = ["rest", "unknown"];
const pairs = (all: readonly Tone[]) => all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

describe.each(["light", "dark"] as const)("tones in the %s theme", (theme) => {
  const colours = toneColours[theme];

  it("stand out from the canvas by 4.5 : 1, and glyphs from those that are filled", () => {
    for (const tone of tones) {
      expect(contrast(colours[tone], tokensOf(theme).canvas), tone).toBeGreaterThanOrEqual(4.5);
      if (!outlines.includes(tone)) expect(contrast(colours[tone], tokensOf(theme).glyph), tone).toBeGreaterThanOrEqual(4.7);
    }
  });

  it.each(Object.keys(deficiencies) as (keyof typeof deficiencies)[])("stay apart within a rule for a %s eye", (deficiency) => {
    for (const filled of [classTones, stepTones]) {
      for (const [one, other] of pairs([...filled, "neutral"]))
        expect(distance(colours[one], colours[other], deficiency), `${one} ${other}`).toBeGreaterThanOrEqual(
          filled === stepTones && other === "neutral" ? 4.8 : 7.3,
        );
    }
  });

  it("are far apart for other eyes", () => {
    for (const [one, other] of pairs([...classTones, "neutral"])) expect(distance(colours[one], colours[other])).toBeGreaterThanOrEqual(14);
    for (const [one, other] of pairs([...stepTones, "neutral"])) expect(distance(colours[one], colours[other])).toBeGreaterThanOrEqual(9);
  });

  it("have steps that grow away from the canvas, so that more is stronger", () => {
    const strength = stepTones.map((tone) => contrast(colours[tone], tokensOf(theme).canvas));
    expect(strength).toEqual([...strength].sort((a, b) => a - b));
  });
});

describe("a style in the columns", () => {
  const columns = () => {
    const nodes = new NodeColumns();
    nodes.append(square().nodes, square().positions);
    nodes.takeDirty(() => undefined);
    return nodes;
  };
  const toneAt = (nodes: NodeColumns, node: number) => ((nodes.words[4 * node + 3] as number) >> toneShift) & 15;
  const dirty = (nodes: NodeColumns) => {
    let rows = 0;
    nodes.takeDirty((_, count) => {
      rows += count;
    });
    return rows;
  };

  it("gives radius and tone, and leaves kind and pin as they are", () => {
    const nodes = columns();
    nodes.mark(2, nodePinned, true);
    nodes.style(Float32Array.of(5, 6, 7, 8), Uint8Array.of(0, 1, 2, 14));
    expect([0, 1, 2, 3].map((node) => nodes.radius(node))).toEqual([5, 6, 7, 8]);
    expect([0, 1, 2, 3].map((node) => toneAt(nodes, node))).toEqual([0, 1, 2, 14]);
    expect(nodes.kind(2)).toBe(square().nodes.kind[2]);
    expect((nodes.words[11] as number) & nodePinned).not.toBe(0);
  });

  it("is gone without a trace when it is taken away", () => {
    const nodes = columns();
    const before = nodes.words.slice();
    nodes.style(Float32Array.of(5, 6, 7, 8), Uint8Array.of(3, 3, 3, 3));
    nodes.style(null, null);
    expect(nodes.words).toEqual(before);
  });

  it("leaves nodes beyond its end sized by degree and coloured by kind", () => {
    const nodes = columns();
    nodes.style(Float32Array.of(5), Uint8Array.of(toneCode("unknown")));
    expect(nodes.radius(3)).toBeCloseTo(nodeRadius(square().nodes.degree[3] as number), 5);
    expect(toneAt(nodes, 3)).toBe(0);
  });

  it("uploads one row for one recoloured node, and nothing for the same style again", () => {
    const nodes = columns();
    nodes.style(null, Uint8Array.of(0, 2));
    expect(dirty(nodes)).toBe(1);
    nodes.style(null, Uint8Array.of(0, 2));
    expect(dirty(nodes)).toBe(0);
  });
});
