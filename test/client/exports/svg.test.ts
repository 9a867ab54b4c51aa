import fc from "fast-check";
import i18next from "i18next";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import type { Pen } from "#client/exports/svg/blocks.ts";
import { curveOf, edgeMarkup, lineKindOf } from "#client/exports/svg/edges.ts";
import { legend } from "#client/exports/svg/legend.ts";
import { element, escaped } from "#client/exports/svg/markup.ts";
import { paintOf } from "#client/exports/svg/paint.ts";
import { nodeMarkup, outline } from "#client/exports/svg/shapes.ts";
import { startTexts } from "#client/i18n/index.ts";
import { Adjacency } from "#client/rendering/adjacency.ts";
import { EdgeColumns, edgeEnded, NodeColumns } from "#client/rendering/columns.ts";
import type { Drawn, Standing } from "#client/rendering/emphasis.ts";
import { tokensOf } from "#client/rendering/theme.ts";
import { toneCode, toneColours } from "#client/rendering/tones.ts";
import { Visibility } from "#client/rendering/visibility.ts";
import { Wear } from "#client/rendering/wear.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";

const view = { x: 0, y: 0, scale: 1, width: 400, height: 400, dpr: 1 };
const rest: Standing = { nodes: new Map(), edges: new Map(), dims: false, marks: null };
const look = { theme: "light", language: "zh", tokens: tokensOf("light") } as const;

/** Two companies 200 apart, and an edge of this status and confidence from the left one to the right one. */
function pair({ status, confidence, type = 0 }: { status: number; confidence: number; type?: number }): Drawn {
  const nodes = new NodeColumns();
  nodes.append(
    { id: ["a", "b"], kind: Uint8Array.of(0, 0), name: ["甲", "乙"], nameEn: [null, null], degree: Uint32Array.of(1, 1) },
    Float32Array.of(-100, 0, 100, 0),
  );
  const edges = new EdgeColumns();
  edges.append({
    id: ["e"],
    type: Uint8Array.of(type),
    source: Uint32Array.of(0),
    target: Uint32Array.of(1),
    status: Uint8Array.of(status),
    confidence: Float32Array.of(confidence),
  });
  return { nodes, edges, adjacency: new Adjacency(), visibility: new Visibility(), wear: new Wear() };
}

/** What ends markup, what XML forbids, and what is only a letter. */
const hostileLetters = ["<", ">", "&", '"', "'", "/", "]", " ", "a", "甲", "😀", "\u0000", "\u000b", "\ufffe", "\n"];

describe("markup", () => {
  it("holds any text as text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...hostileLetters), maxLength: 12 }), (text) => {
        const { childNodes } = parseFragment(element("text", { "data-id": text }, escaped(text)));
        expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(["text"]);
        expect((childNodes[0] as { childNodes: { nodeName: string }[] }).childNodes.every(({ nodeName }) => nodeName === "#text")).toBe(
          true,
        );
      }),
    );
  });

  it("lets no element stand open that HTML would not close", () => {
    expect(element("ul")).toBe("<ul></ul>");
    expect(element("path", { d: "M0 0" })).toBe('<path d="M0 0"/>');
  });
});

describe("a line", () => {
  it("means evidence: solid, dashed, dotted, thin", () => {
    const of = (status: number, confidence: number) => {
      const drawn = pair({ status, confidence });
      return [
        lineKindOf(drawn, 0),
        /stroke-dasharray="([\d ]+)"/.exec(edgeMarkup({ drawn, standing: rest, thickness: "even" }, 0, view, look))?.[1],
      ];
    };
    expect(of(0, 1)).toEqual(["stated", undefined]);
    expect(of(1, 0.95)).toEqual(["inferred", "5 4"]);
    expect(of(1, 0.5)).toEqual(["weak", "2 4"]);
    expect(of(2, 1)).toEqual(["reference", undefined]);
  });

  it("is broken by two bars where its statement holds no longer, and the legend says what that means", async () => {
    const markup = (drawn: Drawn) => edgeMarkup({ drawn, standing: rest, thickness: "even" }, 0, view, look);
    const drawn = pair({ status: 1, confidence: 0.95 });
    expect(markup(drawn)).not.toContain("data-ended");
    (drawn.edges.words as Uint32Array)[2] = (drawn.edges.words[2] as number) | edgeEnded;
    expect(markup(drawn)).toContain("data-ended");
    await startTexts();
    const pen = { width: () => 40, write: (text: string) => ({ markup: text, height: 12 }) } as unknown as Pen;
    const { markup: words } = legend(
      { kinds: new Set(), lines: new Set(), tones: new Set(), marks: new Set(["ended", "noted"]), unknown: { drawn: 3, total: 8 } },
      [],
      600,
      { look, pen, t: i18next.t },
    );
    expect(words).toContain("已不成立");
    expect(words).toContain("有笔记");
    expect(words.match(/data-note/g)).toHaveLength(1);
    expect(words).toMatch(/data-unknown.*3.*8/s);
  });

  it("ends before the rims of its nodes, and further out where a ring is worn", () => {
    const drawn = pair({ status: 0, confidence: 1 });
    const plain = curveOf(drawn, rest, 0, view);
    const radius = drawn.nodes.radius(0);
    expect(plain?.from.x).toBeCloseTo(100 + radius + 2);
    expect(plain?.to.x).toBeCloseTo(300 - radius - 3);
    const ringed = curveOf(drawn, { ...rest, nodes: new Map([[1, 2]]) }, 0, view);
    expect(ringed?.to.x).toBeCloseTo(300 - radius - 6.5);
  });

  it("has no length where its nodes touch", () => {
    const drawn = pair({ status: 0, confidence: 1 });
    drawn.nodes.move(1, -95, 0);
    expect(curveOf(drawn, rest, 0, view)).toBeNull();
    expect(edgeMarkup({ drawn, standing: rest, thickness: "even" }, 0, view, look)).toBe("");
  });
});

describe("a style rule", () => {
  it("fills with its tone, and draws what it does not know hollow and dashed", () => {
    const { nodes } = pair({ status: 0, confidence: 1 });
    expect(paintOf(nodes, rest, 0, look)).toMatchObject({ fill: kinds[entityKinds[0] as "Company"].colour.light, hollow: undefined });
    nodes.style(null, Uint8Array.of(toneCode("class2"), toneCode("unknown")));
    expect(paintOf(nodes, rest, 0, look)).toMatchObject({ fill: toneColours.light.class2, hollow: undefined });
    const unknown = paintOf(nodes, rest, 1, look);
    expect(unknown).toMatchObject({ fill: toneColours.light.unknown, hollow: "dashed" });
    expect(nodeMarkup(unknown, 12, look)).toContain("stroke-dasharray");
  });

  it("makes lines as thick as their statements are sure", () => {
    const widthAt = (confidence: number) => {
      const markup = edgeMarkup({ drawn: pair({ status: 0, confidence }), standing: rest, thickness: "confidence" }, 0, view, look);
      return Number(/stroke-width="([\d.]+)"/.exec(markup)?.[1]);
    };
    expect([widthAt(1), widthAt(0.7), widthAt(0.4)]).toEqual([2.6, 1.65, 0.7]);
  });
});

describe("a shape", () => {
  it.each(["circle", "hexagon", "square", "diamond", "sheet"] as const)("%s is a closed path about as large as its radius", (shape) => {
    const path = outline(shape, 10);
    expect(path).toMatch(/^M[-\d. QLaZ]+Z$/);
    const numbers = (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(20);
  });
});
