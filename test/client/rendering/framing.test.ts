import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf } from "#client/rendering/framing.ts";
import { toScreen, type View } from "#client/rendering/view.ts";

const size = { width: 830, height: 820 };
const bars = [
  { x: 6, y: 6, width: 140, height: 44 },
  { x: 430, y: 6, width: 396, height: 44 },
  { x: 6, y: 704, width: 142, height: 110 },
  { x: 236, y: 774, width: 590, height: 40 },
];
/** A narrow window whose lower part lies under a sheet. */
const narrow = {
  size: { width: 820, height: 947 },
  bars: [
    { x: 6, y: 6, width: 348, height: 56 },
    { x: 351, y: 6, width: 463, height: 56 },
    { x: 6, y: 62, width: 56, height: 188 },
    { x: 758, y: 62, width: 56, height: 170 },
    { x: -6, y: 354, width: 832, height: 599 },
  ],
};
const windows = [{ size, bars }, narrow];
const around = (points: readonly (readonly [number, number])[]) => ({
  count: points.length,
  x: (node: number) => points[node]?.[0] ?? 0,
  y: (node: number) => points[node]?.[1] ?? 0,
});
const disc = around(
  Array.from({ length: 60 }, (_, at) => [380 * Math.cos(at) * Math.sqrt(at / 60), 390 * Math.sin(at) * Math.sqrt(at / 60)]),
);
const all = ({ count }: { count: number }) => [...Array(count).keys()];

describe("the frame that the camera is sent to", () => {
  it("has every node in view and none under a floating bar", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...windows),
        (points, { size, bars }) => {
          const positions = around(points);
          const frame = frameOf(positions, all(positions), size, bars);
          if (frame === null) throw new Error("no frame");
          const view: View = { ...frame, ...size, dpr: 1 };
          for (const node of all(positions)) {
            const { x, y } = toScreen(view, positions.x(node), positions.y(node));
            expect(x).toBeGreaterThan(0);
            expect(x).toBeLessThan(size.width);
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(size.height);
            for (const bar of bars) expect(x > bar.x && x < bar.x + bar.width && y > bar.y && y < bar.y + bar.height).toBe(false);
          }
        },
      ),
    );
  });

  it("is the same wherever the camera stood before", () => {
    const before: View = { x: 300, y: -200, scale: 0.41, ...size, dpr: 1 };
    expect(frameOf(disc, all(disc), before, bars)).toEqual(frameOf(disc, all(disc), size, bars));
  });

  it("gives no room away for a box in a corner that no node comes near", () => {
    const corner = [{ x: 6, y: 704, width: 142, height: 110 }];
    const line = around([
      [-300, 0],
      [300, 0],
    ]);
    expect(frameOf(line, [0, 1], size, corner)).toEqual(frameOf(line, [0, 1], size, []));
  });

  it("does not blow a single node up, and has none to show without nodes", () => {
    expect(frameOf(around([[5, 7]]), [0], size, [])?.scale).toBeLessThan(2);
    expect(frameOf(disc, [], size, bars)).toBeNull();
  });
});
