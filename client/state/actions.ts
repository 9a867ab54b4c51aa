import { arranging } from "./actions/arranging.ts";
import { weighing } from "./actions/evidence.ts";
import { fetching } from "./actions/fetching.ts";
import { loadingAll } from "./actions/loading-all.ts";
import { opening } from "./actions/opening.ts";
import { findingPaths } from "./actions/paths.ts";
import { createStage } from "./actions/stage.ts";
import { styling } from "./actions/styling.ts";
import { viewing } from "./actions/viewing.ts";
import type { AtlasDeps, AtlasStore } from "./atlas.ts";

/** One function per intent of a person; everything that changes the view goes through here. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(store: AtlasStore, deps: AtlasDeps) {
  const stage = createStage(store, deps);
  return {
    ...fetching(stage),
    ...loadingAll(stage),
    ...viewing(stage),
    ...arranging(stage),
    ...findingPaths(stage),
    ...weighing(stage),
    ...opening(stage),
    ...styling(stage),
  };
}
