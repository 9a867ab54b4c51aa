import type { CanvasOptions, GraphCanvas } from "./interface.ts";

export type * from "./interface.ts";

/** Makes the canvas inside `options.container`. Make it at page start, while data are on their way. */
export function createGraphCanvas(options: CanvasOptions): GraphCanvas {
  throw new Error(`Drawing refused: the canvas in ${options.container.tagName} has no layer yet.`);
}
