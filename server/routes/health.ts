import { integrityOf } from "#graph/changes/integrity.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import { health } from "#graph/model/api-answers.ts";
import { searchState } from "#graph/queries/search/search.ts";
import { endpoint } from "../http/endpoint.ts";

export const healthRoute = endpoint({
  method: "get",
  path: "/health",
  summary: "Whether the store answers, and what it holds",
  answer: health,
  run: async ({ around, asked: { store } }) => {
    const [{ engine, version }, { revision, ...summary }] = await Promise.all([store.describe(), storeSummary(store)]);
    return {
      status: "ok",
      engine,
      version,
      revision: revision?.number ?? 0,
      revisedAt: revision?.at ?? null,
      ...summary,
      applying: summary.applying || around.applying.isUnderWay,
      integrity: integrityOf(store),
      search: searchState(store),
    };
  },
});
