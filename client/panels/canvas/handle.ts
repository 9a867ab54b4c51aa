import { createStore } from "zustand/vanilla";
import type { GraphCanvas } from "#client/rendering/graph-canvas.ts";

/** The one drawing on the page, for what needs to ask it where things are. */
export const canvasHandle: {
  current: GraphCanvas | null;
  container: HTMLElement | null;
  /** Tells the drawing what the bars and the sheet cover now; the bars set it. */
  measureBars(): void;
  aspect(): number;
  /** CSS pixels. */
  size(): { width: number; height: number };
} = {
  current: null,
  container: null,
  measureBars: () => {},
  size: () => ({ width: canvasHandle.container?.clientWidth || 1, height: canvasHandle.container?.clientHeight || 1 }),
  aspect() {
    const box = canvasHandle.container?.getBoundingClientRect();
    return box && box.height > 0 ? box.width / box.height : 1.4;
  },
};

/** How many extents of the picture the view shows; below 1 is closer. */
export const zoomRatio = createStore<{ ratio: number }>(() => ({ ratio: 1 }));
