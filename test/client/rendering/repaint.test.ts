import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Repaint } from "#client/rendering/repaint.ts";
import { view } from "./small-graph.ts";

const nothing = { choose: null, write: false };
const elsewhere = { ...view, x: view.x + 10 };

/** After the first frame of a canvas; `rested` is called to ask for one in full. */
function painting() {
  const rested = vi.fn();
  const repaint = new Repaint(rested);
  const first = repaint.begin(view);
  return { repaint, rested, first };
}

describe("what of a frame is made anew", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is all of the first one, and nothing of one that only fades", () => {
    const { repaint, first } = painting();
    expect(first).toEqual({ choose: "all", write: true });
    expect(repaint.begin(view)).toEqual(nothing);
  });

  it("is only the writing while nodes travel, and the names where all have arrived", () => {
    const { repaint } = painting();
    repaint.travelled(false);
    expect(repaint.begin(view)).toEqual({ choose: null, write: true });
    repaint.travelled(true);
    expect(repaint.begin(view)).toEqual({ choose: "all", write: true });
  });

  it("are the names once after they have changed", () => {
    const { repaint } = painting();
    repaint.text();
    expect(repaint.begin(view)).toEqual({ choose: "all", write: true });
    expect(repaint.begin(view)).toEqual(nothing);
  });

  it("is what the pointer lights once after it has moved on, unless all is chosen anyhow", () => {
    const { repaint } = painting();
    repaint.hover();
    expect(repaint.begin(view)).toEqual({ choose: "hover", write: true });
    expect(repaint.begin(view)).toEqual(nothing);
    repaint.hover();
    repaint.text();
    expect(repaint.begin(view)).toEqual({ choose: "all", write: true });
    expect(repaint.begin(view)).toEqual(nothing);
  });

  it("is the writing alone where the same names take other colours or other places", () => {
    const { repaint } = painting();
    repaint.writing();
    expect(repaint.begin(view)).toEqual({ choose: null, write: true });
    expect(repaint.begin(elsewhere)).toEqual({ choose: null, write: true });
    expect(repaint.begin(elsewhere)).toEqual(nothing);
  });

  it("keeps the names while the view moves, and chooses them once it has rested", () => {
    const { repaint, rested } = painting();
    repaint.moved();
    repaint.text();
    expect(repaint.moving).toBe(true);
    // The names that stand are carried along frame by frame; what the pointer lights does not wait.
    expect(repaint.begin(elsewhere)).toEqual({ choose: null, write: true });
    expect(repaint.begin(elsewhere)).toEqual({ choose: null, write: true });
    repaint.hover();
    expect(repaint.begin(elsewhere)).toEqual({ choose: "hover", write: true });
    expect(rested).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(rested).toHaveBeenCalledOnce();
    expect(repaint.moving).toBe(false);
    expect(repaint.begin(elsewhere)).toEqual({ choose: "all", write: true });
    expect(repaint.begin(elsewhere)).toEqual(nothing);
  });

  it("does not take a pause within a movement for its end", () => {
    const { repaint, rested } = painting();
    for (let step = 0; step < 10; step++) {
      repaint.moved();
      vi.advanceTimersByTime(100);
    }
    expect(rested).not.toHaveBeenCalled();
    expect(repaint.moving).toBe(true);
    vi.runAllTimers();
    expect(rested).toHaveBeenCalledOnce();
  });

  it("is all at once where somebody cannot wait for rest, and then nobody asks again", () => {
    const { repaint, rested } = painting();
    repaint.moved();
    repaint.atOnce();
    expect(repaint.begin(elsewhere)).toEqual({ choose: "all", write: true });
    vi.runAllTimers();
    expect(rested).not.toHaveBeenCalled();
  });

  it("is asked for by nobody once the canvas has gone", () => {
    const { repaint, rested } = painting();
    repaint.moved();
    repaint.cancel();
    vi.runAllTimers();
    expect(rested).not.toHaveBeenCalled();
  });
});
