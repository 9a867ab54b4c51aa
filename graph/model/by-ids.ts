import { z } from "zod";
import { entityRef, statementAnswer } from "./api-answers.ts";
import { subgraph } from "./subgraph.ts";

/** So many ids in one question. */
export const mostIds = 100_000;

export const graphByIdsRequest = z.strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(mostIds) });

/**
 * Entities that were asked for, with every edge between two of them. `missing`: ids that are there no longer; where one was merged into
 * another entity, the graph holds that one in its place.
 */
export const graphByIds = z
  .strictObject({ graph: subgraph, missing: z.array(z.strictObject({ id: z.string(), mergedInto: entityRef.nullable() })) })
  .meta({ id: "GraphByIds" });
export type GraphByIds = z.infer<typeof graphByIds>;

export const mostStatements = 2000;
export const statementsByIdsRequest = z.strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(mostStatements) });

/** Statements with their evidence as the dataset holds it: places and notes, never the words of a document. */
export const statementsByIds = z
  .strictObject({ statements: z.array(statementAnswer), missing: z.array(z.string()) })
  .meta({ id: "StatementsByIds" });
export type StatementsByIds = z.infer<typeof statementsByIds>;
