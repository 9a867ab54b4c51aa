import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { type Calls, calls } from "#client/api/calls.ts";
import { communitiesOf } from "#client/communities/communities.ts";
import { startTexts } from "#client/i18n/index.ts";
import { createActions } from "#client/state/actions.ts";
import { createAtlasStore } from "#client/state/atlas.ts";
import { AtlasProvider } from "#client/state/context.tsx";
import { setLanguage } from "#client/state/preferences.ts";

/** A panel with its state around it, in one language; `answers` stand in for the server, by name of the call. */
export async function renderPanel(panel: ReactNode, options: { language?: "zh" | "en"; answers?: Partial<Calls> } = {}) {
  const language = options.language ?? "zh";
  await startTexts();
  setLanguage(language);
  Object.assign(calls, options.answers);
  const store = createAtlasStore();
  const actions = createActions(store, {
    calls,
    layOut: async (_, input) => ({ positions: new Float32Array(2 * input.count), guides: [] }),
    findCommunities: async (input) => communitiesOf(input),
    now: () => 0,
    reducedMotion: () => true,
    aspect: () => 1,
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <QueryClientProvider client={client}>
      <AtlasProvider value={{ store, actions }}>{panel}</AtlasProvider>
    </QueryClientProvider>,
  );
  return { store, actions, ...view };
}
