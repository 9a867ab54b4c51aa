import { describe, expect, it } from "vitest";
import { notePlaces } from "#client/rendering/note-marks.ts";
import { toScreen } from "#client/rendering/view.ts";
import { drawnFrom, nothingHidden, square, view } from "./small-graph.ts";

const noted = (nodes: number[], edges: number[]) => ({ nodes: new Set(nodes), edges: new Set(edges) });

describe("sheets of notes", () => {
  it("lie at the lower right of their nodes and on their lines", () => {
    const drawn = drawnFrom(square());
    drawn.wear.noted = noted([0], [3]);
    const [atNode, onEdge] = notePlaces(drawn, view);
    const node = toScreen(view, drawn.nodes.x(0), drawn.nodes.y(0));
    expect(atNode?.x).toBeGreaterThan(node.x);
    expect(atNode?.y).toBeGreaterThan(node.y);
    const far = toScreen(view, drawn.nodes.x(3), drawn.nodes.y(3));
    expect(onEdge?.x).toBeGreaterThan(Math.min(node.x, far.x));
    expect(onEdge?.x).toBeLessThan(Math.max(node.x, far.x));
  });

  it("are gone with what a filter takes away, and stay away from what is not loaded yet", () => {
    const drawn = drawnFrom(square());
    drawn.wear.noted = noted([2, 99], [2, 99]);
    expect(notePlaces(drawn, view)).toHaveLength(2);
    drawn.visibility.set({ ...nothingHidden, shownNodes: Uint8Array.of(1, 1, 0, 1) }, drawn.nodes);
    expect(notePlaces(drawn, view)).toEqual([]);
  });

  it("are forgotten when the graph is replaced", () => {
    const drawn = drawnFrom(square());
    drawn.wear.noted = noted([0], []);
    drawn.wear.forget();
    expect(notePlaces(drawn, view)).toEqual([]);
  });
});
