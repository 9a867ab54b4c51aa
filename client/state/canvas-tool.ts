import { createStore } from "zustand/vanilla";

/** What a drag on the canvas does: move the picture, or select what a box or a lasso encloses. */
export type CanvasTool = "box" | "lasso";

/** Not part of the exploration: undo leaves the tool in the hand. */
export const canvasTool = createStore<{ tool: CanvasTool | null }>(() => ({ tool: null }));

/** Takes a tool, or puts it back when it is in the hand already. */
export const takeTool = (tool: CanvasTool): void => canvasTool.setState((it) => ({ tool: it.tool === tool ? null : tool }));

/** Whether there was a tool to put back. */
export function dropTool(): boolean {
  const had = canvasTool.getState().tool !== null;
  if (had) canvasTool.setState({ tool: null });
  return had;
}
