import { z } from "zod";
import * as answers from "#graph/model/api-answers.ts";
import { subgraph } from "#graph/model/subgraph.ts";
import { graphAsOf } from "#graph/queries/as-of.ts";
import { entity } from "#graph/queries/entity.ts";
import { neighbours } from "#graph/queries/neighbours.ts";
import { overview } from "#graph/queries/overview.ts";
import { paths } from "#graph/queries/paths.ts";
import { questionsWithCounts } from "#graph/queries/questions.ts";
import { search } from "#graph/queries/search/search.ts";
import { start } from "#graph/queries/start.ts";
import { statement } from "#graph/queries/statement.ts";
import { vocabularyCounts } from "#graph/queries/vocabulary-counts.ts";
import { endpoint, type Surroundings } from "../http/endpoint.ts";
import { heardOf, heardQuery } from "../http/heard-input.ts";
import * as input from "../http/input.ts";

const today = ({ now }: Surroundings): string => now().toISOString().slice(0, 10);

export const reading = [
  endpoint({
    method: "get",
    path: "/vocabulary",
    summary: "Kinds, relations, measures and statuses with labels and counts",
    answer: answers.vocabularyAnswer,
    run: ({ asked }) => vocabularyCounts(asked),
  }),
  endpoint({
    method: "get",
    path: "/start",
    summary: "The chains with their companies, leaders and figures, and what is not known",
    answer: answers.startAnswer,
    run: ({ asked, around }) => start(asked, { today: today(around) }),
  }),
  endpoint({
    method: "get",
    path: "/questions",
    summary: "Saved questions with how many rows each has now",
    answer: answers.questionsAnswer,
    run: ({ asked }) => questionsWithCounts(asked),
  }),
  endpoint({
    method: "get",
    path: "/graph",
    summary: "The graph in pages, the most connected first; an edge comes with its later end",
    query: z.object({
      kinds: input.kindList,
      relations: input.relationList,
      status: input.statusList,
      minConfidence: input.minConfidence,
      at: input.day,
      revision: input.asOfRevision,
      limit: input.limit(1000),
      cursor: input.cursor,
      count: input
        .flag(true)
        .describe("false: `total` counts the page alone, and the first page does not wait for a count of the whole graph"),
    }),
    answer: subgraph,
    faults: [404],
    run: ({ asked, input: { status, revision, ...rest } }) => {
      const options = { ...rest, statuses: status };
      return revision === undefined ? overview(asked, options) : graphAsOf(asked, { ...options, revision });
    },
  }),
  endpoint({
    method: "get",
    path: "/entities/{id}",
    summary: "An entity with its statements, evidence, metrics and what is not known of it",
    params: z.object({ id: input.id }),
    query: z.object(heardQuery),
    answer: answers.entityAnswer,
    faults: [404],
    run: ({ asked, around, input: { id, ...heard } }) =>
      entity(asked, { id, texts: around.texts, today: today(around), heard: heardOf(heard) }),
  }),
  endpoint({
    method: "get",
    path: "/entities/{id}/neighbours",
    summary: "The edges of an entity with their other ends, in pages of edges",
    params: z.object({ id: input.id }),
    query: z.object({
      relation: input.relationList,
      direction: z.enum(["out", "in", "both"]).default("both"),
      kind: input.kindList,
      limit: input.limit(100),
      cursor: input.cursor,
      ...heardQuery,
    }),
    answer: subgraph,
    faults: [404],
    run: ({ asked, input: { id, relation, direction, kind, limit, cursor, ...heard } }) =>
      neighbours(asked, { id, relations: relation, direction, kinds: kind, limit, cursor, heard: heardOf(heard) }),
  }),
  endpoint({
    method: "get",
    path: "/search",
    summary: "Entities by name, short name, alias, ticker, pinyin, initials or English",
    query: z.object({
      q: z.string().trim().min(1).max(200),
      kinds: input.kindList,
      limit: input.limit(20),
    }),
    answer: answers.searchAnswer,
    run: ({ asked, input: { q, ...rest } }) => search(asked, { query: q, ...rest }),
  }),
  endpoint({
    method: "get",
    path: "/paths",
    summary: "Paths between two entities, shortest first",
    query: z.object({
      from: input.id,
      to: input.id,
      maxLength: input.maxLength,
      relations: input.relationList,
      status: input.statusList,
      minConfidence: input.minConfidence,
      at: input.day,
      direction: z.enum(["any", "forward"]).default("any"),
      avoidHubs: input.flag(false),
      limit: input.limit(10),
    }),
    answer: answers.pathsAnswer,
    faults: [404],
    run: ({ asked, input: { status, ...it } }) => paths(asked, { ...it, statuses: status }),
  }),
  endpoint({
    method: "get",
    path: "/statements/{id}",
    summary: "A statement with its evidence",
    params: z.object({ id: input.id }),
    answer: answers.statementAnswer,
    faults: [404],
    run: ({ asked, around, input: { id } }) => statement(asked, { id, texts: around.texts }),
  }),
];
