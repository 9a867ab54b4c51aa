import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { calls } from "./api/calls.ts";
import { queryClient } from "./api/queries.ts";
import { App } from "./app.tsx";
import { findCommunities } from "./communities/find-communities.ts";
import { startTexts } from "./i18n/index.ts";
import { runLayout } from "./layouts/run-layout.ts";
import { drawn } from "./panels/canvas/drawn.ts";
import { canvasHandle } from "./panels/canvas/handle.ts";
import { Idle } from "./rendering/idle.ts";
import { turn } from "./slices/in-slices.ts";
import { type Actions, createActions } from "./state/actions.ts";
import { type AtlasStore, createAtlasStore } from "./state/atlas.ts";
import { AtlasProvider } from "./state/context.tsx";
import { leaveCypher } from "./state/leave-cypher.ts";
import { applyPreferences, preferences } from "./state/preferences.ts";
import { makeRoomAhead } from "./state/room-ahead.ts";
import { followLocation } from "./state/screen.ts";

/** The whole application in an element: its state, its actions, its panels. */
export async function mountAtlas(root: HTMLElement): Promise<{ store: AtlasStore; actions: Actions }> {
  applyPreferences(preferences.getState());
  await startTexts();

  const store = createAtlasStore();
  const actions = createActions(store, {
    calls,
    layOut: runLayout,
    findCommunities,
    now: () => performance.now(),
    reducedMotion: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
    aspect: () => canvasHandle.aspect(),
    drawn,
  });
  leaveCypher(
    store,
    () => performance.now(),
    (work) => void turn().then(work),
  );
  const room = new Idle(() => makeRoomAhead(store.getState().graph));
  store.subscribe((state, before) => {
    if (state.graph !== before.graph) room.ask();
  });
  followLocation();
  // Asked for before the first render, so that the data travel while the canvas is made.
  void actions.overview();
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <AtlasProvider value={{ store, actions }}>
        <App />
      </AtlasProvider>
    </QueryClientProvider>,
  );
  return { store, actions };
}
