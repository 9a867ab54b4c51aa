import { describe, expect, it } from "vitest";
import type { PointerAt } from "#client/rendering/host.ts";
import type { CanvasEvent } from "#client/rendering/interface.ts";
import { pointerEvents } from "#client/rendering/pointer.ts";

/** Node 1 lies left of x = 100, node 2 right of it. */
function pointed() {
  const events: CanvasEvent["type"][] = [];
  const pointer = pointerEvents({
    nodeAt: (x) => (x < 100 ? 1 : 2),
    pillAt: () => null,
    edgeAt: () => null,
    hover: () => undefined,
    drag: () => undefined,
    dropped: () => undefined,
    cursor: () => undefined,
    emit: ({ type }) => events.push(type),
  });
  const at = (x: number, shiftKey = false) =>
    ({ x, y: 0, original: { button: 0, shiftKey }, hold: () => undefined }) as unknown as PointerAt;
  return { events, pointer, at };
}

describe("two clicks soon after one another", () => {
  it("are a double click on one node", () => {
    const { events, pointer, at } = pointed();
    pointer.click(at(50));
    pointer.doubleClick(at(52));
    expect(events).toEqual(["node-click", "node-double-click"]);
  });

  it("are two clicks on two nodes, or while Shift adds to the selection", () => {
    for (const [x, shift] of [
      [150, false],
      [50, true],
    ] as const) {
      const { events, pointer, at } = pointed();
      pointer.click(at(50, shift));
      pointer.doubleClick(at(x, shift));
      expect(events).toEqual(["node-click", "node-click"]);
    }
  });
});
