import { describe, expect, it } from "vitest";
import { generate } from "#client/playground/generate.ts";
import { rowTexels } from "#client/rendering/columns.ts";
import { drawnFrom, nothingHidden, square } from "./small-graph.ts";

const dirtyRows = (columns: { takeDirty(upload: (first: number, rows: number) => void): void }): [number, number][] => {
  const runs: [number, number][] = [];
  columns.takeDirty((first, rows) => runs.push([first, rows]));
  return runs;
};

describe("columns", () => {
  it("hold places, radius and kind of a node in one texel", () => {
    const { nodes } = drawnFrom(square());
    expect([nodes.x(3), nodes.y(3)]).toEqual([200, 200]);
    expect(nodes.kind(2)).toBe(square().nodes.kind[2]);
    expect(nodes.radius(3)).toBeCloseTo(8.5 + 2.1);
  });

  it("let a node grow with the links in the store, to 21 at most", () => {
    const graph = square();
    graph.nodes.degree = new Uint32Array([0, 4, 36, 10_000]);
    const { nodes } = drawnFrom(graph);
    expect([0, 1, 2, 3].map((node) => nodes.radius(node))).toEqual([8.5, 12.699999809265137, 21, 21]);
  });

  it("give up only the row of a node that was moved", () => {
    const { nodes } = drawnFrom(generate({ nodes: 3 * rowTexels, edges: 10, seed: 1 }));
    expect(dirtyRows(nodes)).toEqual([[0, 3]]);
    nodes.move(rowTexels + 5, 1, 2);
    expect(dirtyRows(nodes)).toEqual([[1, 1]]);
    expect(dirtyRows(nodes)).toEqual([]);
  });

  it("keep what they held when they outgrow their room, and ask for a new texture", () => {
    const { nodes } = drawnFrom(square());
    nodes.grown = false;
    nodes.append(generate({ nodes: 2 * rowTexels, edges: 1, seed: 1 }).nodes, new Float32Array(4 * rowTexels));
    expect(nodes.grown).toBe(true);
    expect(nodes.x(1)).toBe(200);
    expect(nodes.name[0]).toBe("甲");
    expect(nodes.count).toBe(4 + 2 * rowTexels);
  });

  it("take more room before it is needed, once three quarters of the spare room are used up", () => {
    const { nodes } = drawnFrom(generate({ nodes: 4 * rowTexels, edges: 1, seed: 1 }));
    const { room } = nodes;
    expect(room).toBe(5 * rowTexels);
    const add = (count: number) => nodes.append(generate({ nodes: count, edges: 1, seed: 1 }).nodes, new Float32Array(2 * count));
    add(0.75 * rowTexels);
    expect(nodes.growAhead()).toBe(false);
    add(1);
    expect(nodes.growAhead()).toBe(true);
    expect(nodes.room).toBeGreaterThan(room);
    expect(nodes.growAhead()).toBe(false);
    expect(nodes.x(1)).not.toBe(0);
  });

  it("mark an inference below 0.7 as weak, and one of exactly 0.7 not", () => {
    const graph = square();
    graph.edges.status = new Uint8Array([1, 1, 1, 0]);
    graph.edges.confidence = new Float32Array([0.7, 0.69, 0.95, 0.1]);
    const { edges } = drawnFrom(graph);
    expect([0, 1, 2, 3].map((edge) => ((edges.words[4 * edge + 2] as number) >> 8) & 1)).toEqual([0, 1, 0, 0]);
  });

  it("hide what a filter names, and an edge with either of its ends", () => {
    const { nodes, edges, visibility } = drawnFrom(square());
    visibility.set({ ...nothingHidden, shownNodes: Uint8Array.of(1, 1, 1), minConfidence: 0.7 }, nodes);
    expect([0, 1, 2, 3].map((node) => visibility.node(nodes, node))).toEqual([true, true, true, false]);
    expect([0, 1, 2, 3].map((edge) => visibility.edge(nodes, edges, edge))).toEqual([true, true, false, false]);
    visibility.set({ ...nothingHidden, hiddenKinds: new Set([nodes.kind(2)]) }, nodes);
    expect([0, 1, 2, 3].map((node) => visibility.node(nodes, node))).toEqual([true, true, false, true]);
  });

  it("do not lose an edge whose confidence is just the least one", () => {
    const { nodes, edges, visibility } = drawnFrom({
      ...square(),
      edges: { ...square().edges, confidence: new Float32Array([0.7, 1, 1, 1]) },
    });
    visibility.set({ ...nothingHidden, minConfidence: 0.7 }, nodes);
    expect(visibility.edge(nodes, edges, 0)).toBe(true);
  });

  it("hide relation types beyond the first 32, too", () => {
    const graph = square();
    graph.edges.type = new Uint8Array([1, 33, 34, 32]);
    const { nodes, edges, visibility } = drawnFrom(graph);
    visibility.set({ ...nothingHidden, hiddenTypes: new Set([33, 32]) }, nodes);
    expect([0, 1, 2, 3].map((edge) => visibility.edge(nodes, edges, edge))).toEqual([true, false, true, false]);
  });
});
