import { z } from "zod";
import { metric } from "#graph/model/metric.ts";
import * as answers from "#graph/model/style-values.ts";
import { tableFiguresAnswer, tableStatesAnswer } from "#graph/model/table-facts.ts";
import { styleFigures, styleMeasures } from "#graph/queries/style-figures.ts";
import { styleGroups } from "#graph/queries/style-groups.ts";
import { tableFigures, tableStates } from "#graph/queries/table-facts.ts";
import { unknownList } from "#graph/queries/unknown-list.ts";
import { endpoint } from "../http/endpoint.ts";
import { heardOf, heardQuery } from "../http/heard-input.ts";
import * as input from "../http/input.ts";

const { unit, modality } = metric.shape;

/** What style rules, marks and the table show besides the graph itself; all of it under the same clocks and trust as an entity is told. */
export const styling = [
  endpoint({
    method: "get",
    path: "/style-values/measures",
    summary: "Measures that entities have figures of, each in one unit and one modality",
    query: z.object(heardQuery),
    answer: answers.styleMeasuresAnswer,
    run: ({ asked, input }) => styleMeasures(asked, { heard: heardOf(input) }),
  }),
  endpoint({
    method: "get",
    path: "/style-values/figures",
    summary: "The latest figure of each entity, of one measure in one unit and one modality",
    query: z.object({ measure: z.string().min(1).max(200), unit, modality, ...heardQuery }),
    answer: answers.styleFiguresAnswer,
    run: ({ asked, input: { measure, unit, modality, ...heard } }) =>
      styleFigures(asked, { measure, unit, modality, heard: heardOf(heard) }),
  }),
  endpoint({
    method: "get",
    path: "/style-values/groups",
    summary: "To which chain, park or state of a project each entity belongs",
    query: z.object({ by: z.enum(answers.groupings), ...heardQuery }),
    answer: answers.styleGroupsAnswer,
    run: ({ asked, input: { by, ...heard } }) => styleGroups(asked, { by, heard: heardOf(heard) }),
  }),
  endpoint({
    method: "get",
    path: "/unknown",
    summary: "What is not known of which entity, the most connected first",
    query: z.object({ limit: input.limit(2000), ...heardQuery }),
    answer: answers.unknownListAnswer,
    run: ({ asked, around, input: { limit, ...heard } }) =>
      unknownList(asked, { limit, today: around.now().toISOString().slice(0, 10), heard: heardOf(heard) }),
  }),
  endpoint({
    method: "get",
    path: "/table/figures",
    summary: "The figures of all entities, those of the most connected first",
    query: z.object({ limit: input.limit(10_000), ...heardQuery }),
    answer: tableFiguresAnswer,
    run: ({ asked, input: { limit, ...heard } }) => tableFigures(asked, { limit, heard: heardOf(heard) }),
  }),
  endpoint({
    method: "get",
    path: "/table/states",
    summary: "How far projects and funds are",
    query: z.object({ limit: input.limit(10_000), ...heardQuery }),
    answer: tableStatesAnswer,
    run: ({ asked, input: { limit, ...heard } }) => tableStates(asked, { limit, heard: heardOf(heard) }),
  }),
];
