import { z } from "zod";
import * as answers from "#graph/model/api-answers.ts";
import { document, documents } from "#graph/queries/documents.ts";
import { history, revision, revisions } from "#graph/queries/revisions.ts";
import { endpoint } from "../http/endpoint.ts";
import * as input from "../http/input.ts";

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
    path: "/entities/{id}/history",
    summary: "What revisions changed of an entity",
    params: z.object({ id: input.id }),
    answer: answers.historyAnswer,
    faults: [404],
    run: ({ asked, input: { id } }) => history(asked, id),
  }),
  endpoint({
    method: "get",
    path: "/revisions",
    summary: "What each seed or apply did, the newest first",
    answer: answers.revisionsAnswer,
    run: ({ asked }) => revisions(asked),
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
