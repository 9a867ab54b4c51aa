import { graphByIds, graphByIdsRequest, statementsByIds, statementsByIdsRequest } from "#graph/model/by-ids.ts";
import * as queries from "#graph/queries/by-ids.ts";
import { endpoint } from "../http/endpoint.ts";

/** What a saved view or a link names, read by its ids. */
export const byIds = [
  endpoint({
    method: "post",
    path: "/graph/by-ids",
    summary: "These entities with every edge between two of them; of those that are gone, what they were merged into",
    body: graphByIdsRequest,
    bodyMb: 8,
    answer: graphByIds,
    faults: [413],
    run: ({ asked, input: { ids } }) => queries.graphByIds(asked, ids),
  }),
  endpoint({
    method: "post",
    path: "/statements/by-ids",
    summary: "These statements with the places of their evidence, without the words of documents",
    body: statementsByIdsRequest,
    answer: statementsByIds,
    faults: [413],
    run: ({ asked, input: { ids } }) => queries.statementsByIds(asked, ids),
  }),
];
