import { calls } from "#client/api/calls.ts";
import { queryClient } from "#client/api/queries.ts";
import type { ViewSummary } from "#graph/model/view.ts";

export { openView } from "#client/state/opened.ts";

/** The saved views, the last changed first, for whoever offers them: `openView(id)` opens one. */
export const listViews = async (): Promise<readonly ViewSummary[]> =>
  (await queryClient.fetchQuery({ queryKey: ["views"], queryFn: ({ signal }) => calls.views({ signal }), staleTime: 10_000 })).views;
