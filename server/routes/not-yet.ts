import { z } from "zod";
import { freshnessAnswer } from "#graph/model/freshness.ts";
import { endpoint } from "../http/endpoint.ts";
import { HttpFault } from "../http/fault.ts";
import * as input from "../http/input.ts";

const notBuilt = (what: string, remedy: string) => async (): Promise<never> => {
  throw new HttpFault({ status: 501, code: "not_built", message: `${what} is not built yet`, remedy });
};

/** Calls whose function is still to come. */
export const notYet = [
  endpoint({
    method: "get",
    path: "/freshness",
    summary: "What has gone stale, the worst first, with the source to look for",
    query: z.object({ asOf: input.day, limit: input.limit(100) }),
    answer: freshnessAnswer,
    faults: [501],
    run: notBuilt("freshness", "GET /entities/{id} tells the period of each metric"),
  }),
  endpoint({
    method: "get",
    path: "/templates/dataset.xlsx",
    summary: "A workbook with a sheet a table, headings filled in",
    query: z.object({ language: z.enum(["zh", "en"]).default("zh") }),
    sends: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    faults: [501],
    run: notBuilt("the template", "npm run export -- --format csv writes the tables with their headings"),
  }),
];
