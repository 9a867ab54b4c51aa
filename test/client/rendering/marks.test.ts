import { describe, expect, it } from "vitest";
import { Emphasis } from "#client/rendering/emphasis.ts";
import { changeMarks, type Marks } from "#client/rendering/interface.ts";
import { drawnFrom, square } from "./small-graph.ts";

const derived = (marks: Marks | null) => {
  const drawn = drawnFrom(square());
  const emphasis = new Emphasis();
  emphasis.marks = marks;
  emphasis.derive(drawn);
  return { emphasis, drawn };
};
const index = (entry: number) => entry & 0xffffff;

describe("marks of a change", () => {
  it("make the rest step back, and nothing steps back without them", () => {
    expect(derived(null).emphasis.dims).toBe(false);
    expect(derived({ nodes: new Map(), edges: new Map() }).emphasis.dims).toBe(true);
  });

  it("bring up marked edges with both ends, though the ends themselves stay as they are", () => {
    const { emphasis, drawn } = derived({ nodes: new Map(), edges: new Map([[0, "added"]]) });
    const ends = [drawn.edges.source(0), drawn.edges.target(0)];
    expect([...emphasis.nodes.keys()].sort()).toEqual(ends.sort());
    expect(emphasis.nodeEntries().map((entry) => entry >>> 28)).toEqual([0, 0]);
  });

  it.each(changeMarks)("tell the graphics card of %s at a node and at an edge", (mark) => {
    const { emphasis, drawn } = derived({ nodes: new Map([[1, mark]]), edges: new Map([[0, mark]]) });
    const number = changeMarks.indexOf(mark);
    const node = emphasis.nodeEntries().find((entry) => index(entry) === 1) as number;
    expect(node >>> 28).toBe(number + 1);
    const [edge] = emphasis.edgeEntries(drawn) as [number];
    expect([(edge >>> 30) & 1, (edge >>> 26) & 3]).toEqual([1, number]);
  });

  it("are forgotten with the graph that they mark", () => {
    const { emphasis } = derived({ nodes: new Map([[1, "removed"]]), edges: new Map() });
    emphasis.clear();
    expect(emphasis.marks).toBeNull();
  });
});
