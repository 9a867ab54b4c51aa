import { createStore } from "zustand/vanilla";

/** The whole graph on its way to the canvas: how much of it is there, and how to stop. */
export interface Loading {
  readonly done: number;
  readonly total: number;
  cancel(): void;
}

export const loading = createStore<{ readonly present: Loading | null }>(() => ({ present: null }));
