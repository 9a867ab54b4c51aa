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
  size() {
    const { width, height } = canvasHandle.current?.size() ?? { width: 0, height: 0 };
    return { width: width || 1, height: height || 1 };
  },
  aspect() {
    const { width, height } = canvasHandle.size();
    return width > 1 && height > 1 ? width / height : 1.4;
  },
};

/** How many extents of the picture the view shows; below 1 is closer. */
export const zoomRatio = createStore<{ ratio: number }>(() => ({ ratio: 1 }));
