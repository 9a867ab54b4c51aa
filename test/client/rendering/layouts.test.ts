import { describe, expect, it } from "vitest";
import { layouts } from "#client/layouts/index.ts";
import type { Layout, LayoutInput } from "#client/layouts/layout.ts";
import { generate } from "#client/playground/generate.ts";
import { nodeRadius } from "#client/rendering/view.ts";

const still = { signal: { aborted: false }, onProgress: () => undefined };
const layoutNamed = (id: string): Layout => layouts.find((layout) => layout.id === id) as Layout;
const force = layoutNamed("force");

function input(nodes: number, edges: number, more: Partial<LayoutInput> = {}): LayoutInput {
  const graph = generate({ nodes, edges, seed: 11 });
  return {
    count: nodes,
    radius: Float32Array.from(graph.nodes.degree, nodeRadius),
    kind: graph.nodes.kind,
    source: graph.edges.source,
    target: graph.edges.target,
    type: graph.edges.type,
    selected: new Uint32Array(0),
    stage: null,
    positions: null,
    fixed: null,
    aspect: 1,
    seed: 5,
    ...more,
  };
}

function overlaps(positions: Float32Array, radius: Float32Array): number {
  let count = 0;
  for (let i = 0; i < radius.length; i += 1) {
    for (let j = i + 1; j < radius.length; j += 1) {
      const distance = Math.hypot(
        (positions[2 * i] as number) - (positions[2 * j] as number),
        (positions[2 * i + 1] as number) - (positions[2 * j + 1] as number),
      );
      if (distance < (radius[i] as number) + (radius[j] as number)) count += 1;
    }
  }
  return count;
}

const extent = (positions: Float32Array, axis: 0 | 1): number => {
  const values = [...positions].filter((_, i) => i % 2 === axis);
  return Math.max(...values) - Math.min(...values);
};

describe.each(layouts)("the layout $id", (layout) => {
  it("gives the same picture for the same seed, and a place to every node", async () => {
    const { positions: one } = await layout.run(input(60, 80), still);
    const { positions: two } = await layout.run(input(60, 80), still);
    expect([...one]).toEqual([...two]);
    expect([...one].every(Number.isFinite)).toBe(true);
  });

  it("leaves no two nodes on each other", async () => {
    const given = input(200, 320);
    expect(overlaps((await layout.run(given, still)).positions, given.radius)).toBe(0);
  });

  it("does not move what is fixed", async () => {
    const positions = Float32Array.from({ length: 80 }, (_, i) => 40 * i);
    const fixed = Uint8Array.from({ length: 40 }, (_, i) => (i < 30 ? 1 : 0));
    const { positions: answer } = await layout.run(input(40, 50, { positions, fixed }), still);
    expect([...answer.subarray(0, 60)]).toEqual([...positions.subarray(0, 60)]);
  });

  it("has an answer for a graph without nodes and for one without edges", async () => {
    expect((await layout.run(input(0, 0), still)).positions).toHaveLength(0);
    expect(overlaps((await layout.run(input(12, 0), still)).positions, input(12, 0).radius)).toBe(0);
  });
});

describe("the force layout", () => {
  it("places a new node near the neighbour that has a place", async () => {
    const given = input(3, 0, {
      source: new Uint32Array([1]),
      target: new Uint32Array([2]),
      positions: new Float32Array([0, 0, 900, 400, Number.NaN, Number.NaN]),
      fixed: new Uint8Array([1, 1, 0]),
    });
    const { positions: answer } = await force.run(given, still);
    expect(Math.hypot((answer[4] as number) - 900, (answer[5] as number) - 400)).toBeLessThan(200);
  });

  it("puts separate components side by side, none upon another", async () => {
    const pairs = 30;
    const given = input(2 * pairs, 0, {
      source: Uint32Array.from({ length: pairs }, (_, i) => 2 * i),
      target: Uint32Array.from({ length: pairs }, (_, i) => 2 * i + 1),
      aspect: 2,
    });
    const { positions: answer } = await force.run(given, still);
    expect(overlaps(answer, given.radius)).toBe(0);
    expect(extent(answer, 0) / extent(answer, 1)).toBeGreaterThan(1.3);
  });

  it("stops when it is told to", async () => {
    const signal = { aborted: false };
    let reports = 0;
    await force.run(input(1_500, 3_000), {
      signal,
      onProgress: () => {
        reports += 1;
        signal.aborted = true;
      },
    });
    expect(reports).toBeLessThanOrEqual(2);
  });

  it("keeps two groups apart that one link joins", async () => {
    const clique = (first: number): [number, number][] =>
      Array.from({ length: 28 }, (_, k) => [first + (k % 8), first + ((k + 1 + Math.floor(k / 8)) % 8)]);
    const links = [...clique(0), ...clique(8), [0, 8] as [number, number]];
    const given = input(16, 0, { source: Uint32Array.from(links, ([s]) => s), target: Uint32Array.from(links, ([, t]) => t) });
    const { positions: answer } = await force.run(given, still);
    const middle = (from: number, axis: number): number =>
      Array.from({ length: 8 }, (_, i) => answer[2 * (from + i) + axis] as number).reduce((a, b) => a + b) / 8;
    const between = Math.hypot(middle(0, 0) - middle(8, 0), middle(0, 1) - middle(8, 1));
    const within =
      Array.from({ length: 8 }, (_, i) =>
        Math.hypot((answer[2 * i] as number) - middle(0, 0), (answer[2 * i + 1] as number) - middle(0, 1)),
      ).reduce((a, b) => a + b) / 8;
    expect(between).toBeGreaterThan(1.4 * within);
  });
});
