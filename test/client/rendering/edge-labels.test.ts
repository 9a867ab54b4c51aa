import { describe, expect, it } from "vitest";
import { graphOf } from "#client/playground/scene.ts";
import { chooseEdgeLabels, pointOn } from "#client/rendering/edge-labels.ts";
import { edgeStyles } from "#client/rendering/emphasis.ts";
import type { DrawnGraph } from "#client/rendering/graph-canvas.ts";
import { Names } from "#client/rendering/names.ts";
import { Occupancy } from "#client/rendering/occupancy.ts";
import type { View } from "#client/rendering/view.ts";
import { drawnFrom } from "./small-graph.ts";

/** Ten pixels a character: the happy DOM has no fonts. */
const ruler = { font: "", measureText: (text: string) => ({ width: 10 * text.length }) } as unknown as CanvasRenderingContext2D;
const view: View = { x: 300, y: 300, scale: 1, width: 700, height: 700, dpr: 1 };

/** Lines from left to right and from below upwards, so many of each, all of which cross. */
function lattice(count: number): DrawnGraph {
  const at = (line: number) => 30 + (540 * line) / Math.max(1, count - 1);
  const ends = Array.from({ length: count }, (_, line) => [
    [`左${line}`, "Company", 0, at(line)] as const,
    [`右${line}`, "Project", 600, at(line)] as const,
    [`下${line}`, "Company", at(line), 0] as const,
    [`上${line}`, "Project", at(line), 600] as const,
  ]).flat();
  const lines = Array.from({ length: count }, (_, line) => [
    [4 * line, "BUILDS", 4 * line + 1] as const,
    [4 * line + 2, "BUILDS", 4 * line + 3] as const,
  ]).flat();
  return graphOf(ends, lines);
}

function choose(graph: DrawnGraph, edges: ReadonlyMap<number, number>) {
  const drawn = drawnFrom(graph);
  const taken = new Occupancy();
  taken.clear(view.width, view.height);
  const standing = { nodes: new Map<number, number>(), edges, dims: true, marks: null };
  const labels = chooseEdgeLabels(drawn, standing, new Names(drawn.nodes, "zh", ruler), "zh", view, taken);
  return { drawn, labels };
}
const lit = (count: number) => new Map(Array.from({ length: count }, (_, edge) => [edge, edgeStyles.lit] as const));

describe("names of relations that stand out", () => {
  it("are run through by no other line where many stand out, and by no other name", () => {
    const count = 13;
    const { drawn, labels } = choose(lattice(count), lit(2 * count));
    expect(labels.length).toBeGreaterThan(count / 2);
    const middles = labels.map(({ edge, along }) => pointOn(drawn, edge, view, along));
    for (const [at, { edge, width }] of labels.entries()) {
      const { x, y } = middles[at] as { x: number; y: number };
      const isLevel = edge % 2 === 0;
      for (let other = 0; other < 2 * count; other++) {
        if (other === edge) continue;
        const on = pointOn(drawn, other, view, 0.5);
        const isOtherLevel = other % 2 === 0;
        // Across: not within the width of the name; along: not within its height.
        if (isOtherLevel !== isLevel) expect(Math.abs(isLevel ? on.x - x : on.y - y)).toBeGreaterThan(width / 2);
        else expect(Math.abs(isLevel ? on.y - y : on.x - x)).toBeGreaterThan(8);
      }
      for (const [next, point] of middles.entries()) if (next !== at) expect(Math.hypot(point.x - x, point.y - y)).toBeGreaterThan(12);
    }
  });

  it("are fewer where lines lie closer, and none where no line has room", () => {
    const named = (count: number) => choose(lattice(count), lit(2 * count)).labels.length / (2 * count);
    expect(named(24)).toBeLessThan(named(7));
    expect(named(40)).toBe(0);
  });

  it("are all there where few stand out, whatever crosses them", () => {
    expect(choose(lattice(3), lit(6)).labels).toHaveLength(6);
  });

  it("are told of the one line under the pointer in any case", () => {
    const short = graphOf(
      [
        ["甲", "Company", 290, 300],
        ["乙", "Project", 330, 300],
      ],
      [[0, "BUILDS", 1]],
    );
    expect(choose(short, lit(1)).labels).toEqual([]);
    expect(choose(short, new Map([[0, edgeStyles.hot]])).labels).toMatchObject([{ edge: 0, along: 0.5, hot: true }]);
  });
});
