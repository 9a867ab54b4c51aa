import { z } from "zod";
import * as answers from "#graph/model/api-answers.ts";
import { freshnessAnswer } from "#graph/model/freshness.ts";
import { date, periodBounds } from "#graph/model/period.ts";
import { document, documents } from "#graph/queries/documents.ts";
import { freshness } from "#graph/queries/freshness.ts";
import { compareRevisions, history, revision, revisions, statementHistory } from "#graph/queries/revisions.ts";
import { endpoint, type Surroundings } from "../http/endpoint.ts";
import * as input from "../http/input.ts";

const today = ({ now }: Surroundings): string => now().toISOString().slice(0, 10);

/** Where what the graph says comes from: documents, and the revisions that wrote it. */
export const sources = [
  endpoint({
    method: "get",
    path: "/documents",
    summary: "Every source with what rests on it",
    answer: answers.documentsAnswer,
    run: ({ asked, around }) => documents(asked, { texts: around.texts }),
  }),
  endpoint({
    method: "get",
    path: "/documents/{id}",
    summary: "A source with its paragraphs, its text where supplied, and where statements stand in it",
    params: z.object({ id: input.id }),
    answer: answers.documentAnswer,
    faults: [404],
    run: ({ asked, around, input: { id } }) => document(asked, { id, texts: around.texts }),
  }),
  endpoint({
    method: "get",
    path: "/freshness",
    summary: "What has gone stale, the worst first, with the source to look for; and who has been silent",
    query: z.object({
      asOf: date.optional().describe("The day that ages are counted to; today when left out"),
      limit: input.limit(100),
    }),
    answer: freshnessAnswer,
    run: ({ asked, around, input: { asOf, limit } }) =>
      freshness(asked, { asOf: asOf === undefined ? today(around) : periodBounds(asOf).end, limit }),
  }),
  endpoint({
    method: "get",
    path: "/entities/{id}/history",
    summary: "What revisions changed of an entity",
    params: z.object({ id: input.id }),
    answer: answers.historyAnswer,
    faults: [404],
    run: ({ asked, input: { id } }) => history(asked, id),
  }),
  endpoint({
    method: "get",
    path: "/statements/{id}/history",
    summary: "What revisions changed of a statement or metric, a withdrawn one too",
    params: z.object({ id: input.id }),
    answer: answers.historyAnswer,
    faults: [404],
    run: ({ asked, input: { id } }) => statementHistory(asked, id),
  }),
  endpoint({
    method: "get",
    path: "/revisions",
    summary: "What each seed or apply did, the newest first",
    answer: answers.revisionsAnswer,
    run: ({ asked }) => revisions(asked),
  }),
  // Before the call below, which would read "compare" as a number.
  endpoint({
    method: "get",
    path: "/revisions/compare",
    summary: "The net difference between two revisions; 0 is the empty store",
    query: z.object({ from: input.revisionOrNone, to: input.revisionOrNone }),
    answer: answers.comparisonAnswer,
    faults: [404],
    run: ({ asked, input: between }) => compareRevisions(asked, between),
  }),
  endpoint({
    method: "get",
    path: "/revisions/{number}",
    summary: "One revision with its changes",
    params: z.object({ number: input.revisionNumber }),
    answer: answers.revisionAnswer,
    faults: [404],
    run: ({ asked, input: { number } }) => revision(asked, number),
  }),
];
