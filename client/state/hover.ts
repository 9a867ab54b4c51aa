import { createStore } from "zustand/vanilla";

/** What the pointer or an opened line points at, in a list or on the canvas. Panels read it through subscriptions, never through a render. */
export const hover = createStore<{ node: number | null; edge: number | null }>(() => ({ node: null, edge: null }));

export const setHovered = (node: number | null): void => {
  if (hover.getState().node !== node) hover.setState({ node });
};

/** The statement whose evidence is open in a list. */
export const setPointedEdge = (edge: number | null): void => {
  if (hover.getState().edge !== edge) hover.setState({ edge });
};
