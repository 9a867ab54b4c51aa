import { z } from "zod";
import { metric } from "#graph/model/metric.ts";
import * as answers from "#graph/model/style-values.ts";
import { styleFigures, styleMeasures } from "#graph/queries/style-figures.ts";
import { styleGroups } from "#graph/queries/style-groups.ts";
import { unknownList } from "#graph/queries/unknown-list.ts";
import { endpoint } from "../http/endpoint.ts";
import * as input from "../http/input.ts";

const { unit, modality } = metric.shape;

/** What style rules and marks draw besides the graph itself. */
export const styling = [
  endpoint({
    method: "get",
    path: "/style-values/measures",
    summary: "Measures that entities have figures of, each in one unit and one modality",
    answer: answers.styleMeasuresAnswer,
    run: ({ asked }) => styleMeasures(asked),
  }),
  endpoint({
    method: "get",
    path: "/style-values/figures",
    summary: "The latest figure of each entity, of one measure in one unit and one modality",
    query: z.object({ measure: z.string().min(1).max(200), unit, modality }),
    answer: answers.styleFiguresAnswer,
    run: ({ asked, input: which }) => styleFigures(asked, which),
  }),
  endpoint({
    method: "get",
    path: "/style-values/groups",
    summary: "To which chain, park or state of a project each entity belongs",
    query: z.object({ by: z.enum(answers.groupings) }),
    answer: answers.styleGroupsAnswer,
    run: ({ asked, input: { by } }) => styleGroups(asked, by),
  }),
  endpoint({
    method: "get",
    path: "/unknown",
    summary: "What is not known of which entity, the most connected first",
    query: z.object({ limit: input.limit(2000) }),
    answer: answers.unknownListAnswer,
    run: ({ asked, around, input: { limit } }) => unknownList(asked, { limit, today: around.now().toISOString().slice(0, 10) }),
  }),
];
