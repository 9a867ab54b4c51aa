import { health } from "#graph/model/api-answers.ts";
import { storeSummary } from "#graph/queries/store-summary.ts";
import { endpoint } from "../http/endpoint.ts";

export const healthRoute = endpoint({
  method: "get",
  path: "/health",
  summary: "Whether the store answers, and what it holds",
  answer: health,
  run: async ({ asked }) => {
    const [described, summary] = await Promise.all([asked.store.describe(), storeSummary(asked)]);
    return { status: "ok", engine: described.engine, version: described.version, ...summary };
  },
});
