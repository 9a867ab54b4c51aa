import { explorationOf } from "./atlas.ts";
import { useAtlas } from "./context.tsx";
import { countVisible, type VisibleCounts } from "./visible.ts";

/** What is on the canvas; a panel that reads it renders only when a count has changed. */
export const useVisibleCounts = (): VisibleCounts => useAtlas((state) => countVisible(state.graph, explorationOf(state)));
