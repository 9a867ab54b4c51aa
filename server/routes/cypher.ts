import { z } from "zod";
import { explainAnswer } from "#graph/model/api-answers.ts";
import { cypherResult } from "#graph/model/cypher-result.ts";
import { drawnOf } from "#graph/queries/drawn.ts";
import { shown } from "#graph/queries/shown.ts";
import { endpoint } from "../http/endpoint.ts";

/** The longest that a query of a person may run. */
export const maxTimeoutMs = 60_000;

const query = z.string().min(1).max(100_000);
const parameters = z.record(z.string(), z.json()).default({});

/** What a person types. The store refuses writes by grammar, runs it apart, and stops it when the client goes away. */
export const cypher = [
  endpoint({
    method: "post",
    path: "/cypher",
    summary: "Runs a read query",
    body: z.object({
      query,
      parameters,
      limit: z.int().min(1).max(10_000).default(10_000),
      timeoutMs: z.int().min(1).max(maxTimeoutMs).default(10_000),
    }),
    answer: cypherResult,
    faults: [408, 413, 422],
    run: async ({ asked, input }) => {
      const limits = { rows: input.limit, timeoutMs: input.timeoutMs, origin: "user", signal: asked.signal } as const;
      const result = await asked.store.read({ text: input.query, parameters: input.parameters }, limits);
      const { columns, rows, truncated, elapsedMs, notifications } = result;
      const graph = await drawnOf(asked, rows, { cypher: shown(input.query, input.parameters), truncated });
      return { columns, rows, graph, summary: { elapsedMs, rows: rows.length, truncated, notifications } };
    },
  }),
  endpoint({
    method: "post",
    path: "/cypher/explain",
    summary: "Plan and notifications of a query, without running it",
    body: z.object({ query, parameters }),
    answer: explainAnswer,
    faults: [413, 422],
    run: ({ asked, input }) => asked.store.explain({ text: input.query, parameters: input.parameters }),
  }),
];
