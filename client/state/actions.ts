import { arranging } from "./actions/arranging.ts";
import { weighing } from "./actions/evidence.ts";
import { expanding } from "./actions/expanding.ts";
import { fetching } from "./actions/fetching.ts";
import { grouping } from "./actions/grouping.ts";
import { loadingAll } from "./actions/loading-all.ts";
import { opening } from "./actions/opening.ts";
import { findingPaths } from "./actions/paths.ts";
import { selecting } from "./actions/selecting.ts";
import { createStage } from "./actions/stage.ts";
import { styling } from "./actions/styling.ts";
import { viewing } from "./actions/viewing.ts";
import type { AtlasDeps, AtlasStore } from "./atlas.ts";

/** One function per intent of a person; everything that changes the view goes through here. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(store: AtlasStore, deps: AtlasDeps) {
  const stage = createStage(store, deps);
  const expansions = expanding(stage);
  return {
    ...fetching(stage),
    ...expansions,
    ...viewing(stage),
    ...selecting(stage),
    ...grouping(stage, expansions.expand),
    ...arranging(stage),
    ...findingPaths(stage),
    ...loadingAll(stage),
    ...weighing(stage),
    ...opening(stage),
    ...styling(stage),
  };
}
