import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generate } from "#client/playground/generate.ts";
import { bendParallel } from "#client/rendering/bends.ts";
import { edgeAt } from "#client/rendering/edge-picking.ts";
import { nearestInDirection } from "#client/rendering/nearest.ts";
import { Grid } from "#client/rendering/picking.ts";
import { nodeScale, toScreen, toWorld, type View } from "#client/rendering/view.ts";
import { drawnFrom, nothingHidden, square, view } from "./small-graph.ts";

describe("picking a node", () => {
  it("finds what a look at every node finds, at any zoom", () => {
    const { nodes, visibility } = drawnFrom(generate({ nodes: 300, edges: 300, seed: 4 }));
    const grid = new Grid();
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 500, noNaN: true }),
        fc.double({ min: -100, max: 500, noNaN: true }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (x, y, scale) => {
          const zoomed: View = { ...view, x: 0, y: 0, scale };
          let best: { node: number; distance: number } | null = null;
          for (let node = 0; node < nodes.count; node += 1) {
            const at = toScreen(zoomed, nodes.x(node), nodes.y(node));
            const distance = Math.hypot(at.x - x, at.y - y);
            if (distance <= nodes.radius(node) * nodeScale(scale) + 2 && (best === null || distance < best.distance))
              best = { node, distance };
          }
          expect(grid.nodeAt(nodes, visibility, zoomed, x, y)).toBe(best?.node ?? null);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("finds a moved node where it is now and no longer where it was", () => {
    const { nodes, visibility } = drawnFrom(square());
    const grid = new Grid();
    expect(grid.nodeAt(nodes, visibility, view, 100, 300)).toBe(0);
    nodes.move(0, 100, 100);
    grid.moved(0);
    expect(grid.nodeAt(nodes, visibility, view, 100, 300)).toBeNull();
    expect(grid.nodeAt(nodes, visibility, view, 200, 200)).toBe(0);
  });

  it("finds nodes that came after the grid was built", () => {
    const { nodes, visibility } = drawnFrom(square());
    const grid = new Grid();
    grid.nodeAt(nodes, visibility, view, 0, 0);
    nodes.append({ ...square().nodes, id: ["new"] }, new Float32Array([100, 100]));
    expect(grid.nodeAt(nodes, visibility, view, 200, 200)).toBe(4);
  });

  it("passes over hidden nodes", () => {
    const { nodes, visibility } = drawnFrom(square());
    visibility.set({ ...nothingHidden, hiddenKinds: new Set([nodes.kind(0)]) }, nodes);
    expect(new Grid().nodeAt(nodes, visibility, view, 100, 300)).toBeNull();
  });
});

describe("picking an edge", () => {
  it("takes a straight edge within five pixels and nothing beyond", () => {
    const drawn = drawnFrom(square());
    expect(edgeAt(drawn, view, 200, 204, drawn.edges.count)).toBe(3);
    expect(edgeAt(drawn, view, 230, 280, drawn.edges.count)).toBeNull();
  });

  it("takes a bent edge on its curve", () => {
    const drawn = drawnFrom(square());
    bendParallel(drawn);
    const above = edgeAt(drawn, view, 200, 300 - 7.5, drawn.edges.count);
    const below = edgeAt(drawn, view, 200, 300 + 7.5, drawn.edges.count);
    expect([above, below].sort()).toEqual([0, 1]);
  });

  it("tries only the candidates it is given", () => {
    const drawn = drawnFrom(square());
    expect(edgeAt(drawn, view, 200, 200, [2])).toBeNull();
  });
});

describe("coordinates", () => {
  it("come back from the screen as they went there", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: 0.01, max: 8, noNaN: true }),
        (x, y, scale) => {
          const there = toScreen({ ...view, scale }, x, y);
          const back = toWorld({ ...view, scale }, there.x, there.y);
          expect(back.x).toBeCloseTo(x, 5);
          expect(back.y).toBeCloseTo(y, 5);
        },
      ),
    );
  });

  it("lead an arrow key to the neighbour in that direction, up being up on the screen", () => {
    const drawn = drawnFrom(square());
    expect(nearestInDirection(drawn, view, 0, "up")).toBe(2);
    expect(nearestInDirection(drawn, view, 0, "right")).toBe(1);
    expect(nearestInDirection(drawn, view, 0, "left")).toBeNull();
  });
});
