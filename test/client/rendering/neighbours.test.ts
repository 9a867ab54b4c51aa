import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generate } from "#client/playground/generate.ts";
import { graphOf } from "#client/playground/scene.ts";
import { bendParallel } from "#client/rendering/bends.ts";
import { Emphasis } from "#client/rendering/emphasis.ts";
import { nodeStyles } from "#client/rendering/shaders/node.ts";
import { drawnFrom, nothingHidden, square } from "./small-graph.ts";

describe("the index of neighbours", () => {
  it("answers for any graph what a scan of its edges answers, also when edges come in two parts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 60 }), fc.integer(), (nodes, edges, seed) => {
        const drawn = drawnFrom(generate({ nodes, edges, seed }));
        drawn.edges.append(generate({ nodes, edges: 7, seed: seed + 1 }).edges);
        drawn.adjacency.extend(drawn.edges, drawn.nodes);
        for (let node = 0; node < nodes; node += 1) {
          const found: number[] = [];
          drawn.adjacency.forEach(node, (edge) => found.push(edge));
          const scanned: number[] = [];
          for (let edge = 0; edge < drawn.edges.count; edge += 1) {
            if (drawn.edges.source(edge) === node) scanned.push(edge);
            if (drawn.edges.target(edge) === node) scanned.push(edge);
          }
          expect(found.sort((a, b) => a - b)).toEqual(scanned);
          expect(drawn.adjacency.degree(node)).toBe(scanned.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("parallel edges", () => {
  it("lie on either side of the straight line, whatever way they run", () => {
    const drawn = drawnFrom(square());
    const { edges } = drawn;
    expect(bendParallel(drawn)).toEqual([0, 1]);
    // Seen from its own source each bends to its left or right: opposite directions, same sign, different sides.
    expect([edges.bend(0), edges.bend(1)]).toEqual([-1, -1]);
    expect([edges.bend(2), edges.bend(3)]).toEqual([0, 0]);
  });

  it("keep the middle one of three straight", () => {
    const graph = square();
    graph.edges.source = new Uint32Array([0, 0, 0, 0]);
    graph.edges.target = new Uint32Array([1, 1, 1, 3]);
    const drawn = drawnFrom(graph);
    const { edges } = drawn;
    expect(bendParallel(drawn)).toEqual([0, 2]);
    expect([edges.bend(0), edges.bend(1), edges.bend(2)]).toEqual([-2, 0, 2]);
  });

  it("bend alike in every order in which nodes and edges may come", () => {
    const names = ["a", "b", "c"];
    const links = ["ab", "ba", "ab", "bc", "cb", "ab"].map((ends, at) => ({ id: `e${at}`, ends }));
    const bends = (nodeOrder: readonly string[], edgeOrder: readonly (typeof links)[number][]) => {
      const graph = graphOf(
        nodeOrder.map((name, at) => [name, "Company", 100 * at, 0]),
        edgeOrder.map(({ ends }) => [nodeOrder.indexOf(ends[0] as string), "PARTNERS_WITH", nodeOrder.indexOf(ends[1] as string)]),
      );
      const drawn = drawnFrom({
        ...graph,
        nodes: { ...graph.nodes, id: [...nodeOrder] },
        edges: { ...graph.edges, id: edgeOrder.map(({ id }) => id) },
      });
      bendParallel(drawn);
      return Object.fromEntries(edgeOrder.map(({ id }, edge) => [id, drawn.edges.bend(edge)]));
    };
    const shuffled = <T>(of: T[]) => fc.shuffledSubarray(of, { minLength: of.length });
    fc.assert(
      fc.property(shuffled(names), shuffled(links), (nodes, edges) => {
        expect(bends(nodes, edges)).toEqual(bends(names, links));
      }),
    );
  });

  it("bend an edge that was alone when a second one comes", () => {
    const drawn = drawnFrom(square());
    const { edges, adjacency, nodes } = drawn;
    bendParallel(drawn);
    const more = square().edges;
    edges.append({
      ...more,
      id: ["new"],
      source: new Uint32Array([3]),
      target: new Uint32Array([0]),
      type: new Uint8Array([7]),
      status: new Uint8Array(1),
      confidence: new Float32Array([1]),
    });
    adjacency.extend(edges, nodes);
    expect(bendParallel(drawn, 4)).toEqual([3, 4]);
    expect(edges.bend(3)).not.toBe(0);
  });
});

describe("what stands out", () => {
  const derived = (change: (emphasis: Emphasis) => void, filters = nothingHidden): Emphasis => {
    const drawn = drawnFrom(square());
    drawn.visibility.set(filters, drawn.nodes);
    const emphasis = new Emphasis();
    change(emphasis);
    emphasis.derive(drawn);
    return emphasis;
  };

  it("is a selected node, its edges and their other ends, and the rest steps back", () => {
    const emphasis = derived((it) => {
      it.selection = [1];
    });
    expect(emphasis.dims).toBe(true);
    expect([...emphasis.nodes.keys()].sort()).toEqual([0, 1]);
    expect(emphasis.nodes.get(1)).toBe(nodeStyles.selected);
    expect([...emphasis.edges.keys()].sort()).toEqual([0, 1]);
  });

  it("does not push the picture back for a hover alone", () => {
    const emphasis = derived((it) => {
      it.hoveredNode = 2;
    });
    expect(emphasis.dims).toBe(false);
    expect(emphasis.nodes.get(2)).toBe(nodeStyles.hovered);
    expect(emphasis.nodes.get(0)).toBe(nodeStyles.lit);
  });

  it("leaves out edges that a filter hides, with their ends", () => {
    const emphasis = derived(
      (it) => {
        it.selection = [0];
      },
      { ...nothingHidden, minConfidence: 0.7 },
    );
    expect(emphasis.edges.has(2)).toBe(false);
    expect(emphasis.nodes.has(2)).toBe(false);
  });

  it("puts the strongest style last, so that it is drawn on top", () => {
    const emphasis = derived((it) => {
      it.selection = [0];
      it.hoveredNode = 1;
    });
    const styles = emphasis.nodeEntries().map((entry) => entry >>> 24);
    expect(styles).toEqual([...styles].sort((a, b) => a - b));
    expect((emphasis.nodeEntries().at(-1) as number) & 0xff_ff_ff).toBe(1);
  });
});
