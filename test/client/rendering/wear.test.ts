import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generate } from "#client/playground/generate.ts";
import { nodesIn } from "#client/rendering/area.ts";
import { nodePinned, nodeStacked } from "#client/rendering/columns.ts";
import { Grid } from "#client/rendering/picking.ts";
import { toScreen } from "#client/rendering/view.ts";
import { Wear } from "#client/rendering/wear.ts";
import { drawnFrom, nothingHidden, square, view } from "./small-graph.ts";

const worn = (drawn: ReturnType<typeof drawnFrom>, bit: number) =>
  Array.from({ length: drawn.nodes.count }, (_, node) => node).filter((node) => ((drawn.nodes.words[4 * node + 3] as number) & bit) !== 0);

describe("pins and stacks", () => {
  it("are worn by the nodes named last, whatever was named before", () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat({ max: 3 })), { minLength: 1 }), (rounds) => {
        const drawn = drawnFrom(square());
        for (const round of rounds) {
          drawn.wear.setPinned(drawn.nodes, new Set(round));
          drawn.wear.setCounts(drawn.nodes, new Map(round.map((node) => [node, 2])));
        }
        const last = [...(rounds.at(-1) as number[])].sort();
        expect(worn(drawn, nodePinned)).toEqual(last);
        expect(worn(drawn, nodeStacked)).toEqual(last);
      }),
    );
  });

  it("leave kind, shape and whether a node is hidden as they were", () => {
    const drawn = drawnFrom(square());
    drawn.visibility.set({ ...nothingHidden, shownNodes: Uint8Array.of(1, 1, 0, 1) }, drawn.nodes);
    drawn.wear.setPinned(drawn.nodes, new Set([2, 3]));
    drawn.wear.setPinned(drawn.nodes, new Set([3]));
    expect(drawn.nodes.isHidden(2)).toBe(true);
    expect(drawn.nodes.kind(3)).toBe(square().nodes.kind[3]);
  });

  it("dress nodes that come after they were named", () => {
    const drawn = drawnFrom(square());
    drawn.wear.setPinned(drawn.nodes, new Set([4]));
    drawn.wear.setCounts(drawn.nodes, new Map([[5, 8]]));
    drawn.nodes.append({ ...square().nodes, id: ["e", "f"] }, new Float32Array(4));
    drawn.wear.dress(drawn.nodes, 4);
    expect(worn(drawn, nodePinned)).toEqual([4]);
    expect(worn(drawn, nodeStacked)).toEqual([5]);
  });

  it("touch nothing when the same is named again", () => {
    const drawn = drawnFrom(square());
    const wear = new Wear();
    wear.setPinned(drawn.nodes, new Set([1]));
    drawn.nodes.takeDirty(() => undefined);
    wear.setPinned(drawn.nodes, new Set([1]));
    const rows: number[] = [];
    drawn.nodes.takeDirty((row) => rows.push(row));
    expect(rows).toEqual([]);
  });
});

describe("nodes in an area", () => {
  const everywhere = [
    { x: -1e6, y: -1e6 },
    { x: 1e6, y: -1e6 },
    { x: 1e6, y: 1e6 },
    { x: -1e6, y: 1e6 },
  ];

  it("are those whose middle lies in the rectangle, as a look at every node finds them", () => {
    const drawn = drawnFrom(generate({ nodes: 300, edges: 300, seed: 4 }));
    const grid = new Grid();
    const side = fc.integer({ min: -50, max: 450 });
    fc.assert(
      fc.property(side, side, side, side, (x1, y1, x2, y2) => {
        const corners = [
          { x: x1, y: y1 },
          { x: x2, y: y1 },
          { x: x2, y: y2 },
          { x: x1, y: y2 },
        ];
        const expected = Array.from({ length: 300 }, (_, node) => node).filter((node) => {
          const at = toScreen(view, drawn.nodes.x(node), drawn.nodes.y(node));
          return at.x > Math.min(x1, x2) && at.x < Math.max(x1, x2) && at.y > Math.min(y1, y2) && at.y < Math.max(y1, y2);
        });
        expect(nodesIn(drawn, grid, view, corners)).toEqual(expected);
      }),
    );
  });

  it("follow a lasso that bends inwards", () => {
    const drawn = drawnFrom(square());
    // Around the corners but not around the lower left one: node 0 stands at 100, 300.
    const lasso = [
      { x: 50, y: 50 },
      { x: 350, y: 50 },
      { x: 350, y: 350 },
      { x: 200, y: 350 },
      { x: 200, y: 200 },
      { x: 50, y: 200 },
    ];
    expect(nodesIn(drawn, new Grid(), view, lasso)).toEqual([1, 2, 3]);
  });

  it("are shown ones only", () => {
    const drawn = drawnFrom(square());
    drawn.visibility.set(
      { ...nothingHidden, shownNodes: Uint8Array.of(1, 0, 1, 1), hiddenKinds: new Set([drawn.nodes.kind(2)]) },
      drawn.nodes,
    );
    expect(nodesIn(drawn, new Grid(), view, everywhere)).toEqual([0, 3]);
  });

  it("are none where nothing is enclosed", () => {
    expect(nodesIn(drawnFrom(square()), new Grid(), view, everywhere.slice(0, 2))).toEqual([]);
  });
});
