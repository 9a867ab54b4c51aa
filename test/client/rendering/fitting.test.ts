import { describe, expect, it, vi } from "vitest";
import { Fitting } from "#client/rendering/fitting.ts";

/** A camera that shows what it is sent to, and bars that push it by so many layout units. */
function around() {
  const at = { pushed: 0, nowMs: 0, stands: true };
  const send = vi.fn();
  const fitting = new Fitting({
    frame: (nodes) => (nodes?.length === 0 ? null : { x: at.pushed, y: 0, scale: 1 }),
    send,
    standsFor: () => at.stands,
    nowMs: () => at.nowMs,
  });
  fitting.fit([1, 2], { animateMs: 240 });
  return { at, send, fitting };
}

describe("bringing nodes into view", () => {
  it("brings them out from under a bar that grows right afterwards, once", () => {
    const { at, send, fitting } = around();
    expect(send.mock.calls).toEqual([[{ x: 0, y: 0, scale: 1 }, { animateMs: 240 }]]);
    [at.pushed, at.nowMs] = [30, 200];
    fitting.barsChanged();
    expect(send).toHaveBeenLastCalledWith({ x: 30, y: 0, scale: 1 }, expect.anything());
    fitting.barsChanged();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("brings nobody back who has moved on, and follows no bar that grows for another reason", () => {
    const moved = around();
    Object.assign(moved.at, { pushed: 30, stands: false });
    moved.fitting.barsChanged();
    const later = around();
    Object.assign(later.at, { pushed: 30, nowMs: 5000 });
    later.fitting.barsChanged();
    expect([moved.send.mock.calls.length, later.send.mock.calls.length]).toEqual([1, 1]);
  });

  it("stays where it is without nodes", () => {
    const { send, fitting } = around();
    fitting.fit([], { animateMs: 0 });
    expect(send).toHaveBeenCalledOnce();
  });
});
