import { explorationOf } from "./atlas.ts";
import { useAtlasLater } from "./context.tsx";
import { countVisible, type VisibleCounts } from "./visible.ts";

/** What is on the canvas; a panel that reads it renders only when a count has changed. */
export const useVisibleCounts = (): VisibleCounts => useAtlasLater((state) => countVisible(state.graph, explorationOf(state)));
