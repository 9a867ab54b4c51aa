import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { calls } from "./api/calls.ts";
import { queryClient } from "./api/queries.ts";
import { App } from "./app.tsx";
import { findCommunities } from "./communities/find-communities.ts";
import { startTexts } from "./i18n/index.ts";
import { runLayout } from "./layouts/run-layout.ts";
import { canvasHandle } from "./panels/canvas/handle.ts";
import { createActions } from "./state/actions.ts";
import { createAtlasStore } from "./state/atlas.ts";
import { AtlasProvider } from "./state/context.tsx";
import { leaveCypher } from "./state/leave-cypher.ts";
import { applyPreferences, preferences } from "./state/preferences.ts";
import { followLocation } from "./state/screen.ts";

declare global {
  interface Window {
    /** For tests from outside and measurements: the drawing and the state, to be read and not to be changed. */
    __atlas?: { readonly canvas: typeof canvasHandle.current; readonly store: ReturnType<typeof createAtlasStore> };
  }
}

applyPreferences(preferences.getState());
await startTexts(preferences.getState().language);

const store = createAtlasStore();
const actions = createActions(store, {
  calls,
  layOut: runLayout,
  findCommunities,
  now: () => performance.now(),
  reducedMotion: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  aspect: () => canvasHandle.aspect(),
});
window.__atlas = {
  get canvas() {
    return canvasHandle.current;
  },
  store,
};

leaveCypher(store, () => performance.now());
followLocation();
// Asked for before the first render, so that the data travel while the canvas is made.
void actions.overview();

const root = document.getElementById("root");
if (root === null) throw new Error("Start refused: index.html has no element with the id root.");
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <AtlasProvider value={{ store, actions }}>
      <App />
    </AtlasProvider>
  </QueryClientProvider>,
);
