import { z } from "zod";
import { document, paragraph } from "./document.ts";
import { alias, constraint, entity } from "./entity.ts";
import { datasetId } from "./id.ts";
import { metric } from "./metric.ts";
import { evidence, statement } from "./statement.ts";

/** Who speaks: a dataset speaks completely for the documents it lists, and for no others. */
export const datasetHead = z.strictObject({
  id: datasetId,
  title: z.string().min(1).max(200),
  titleEn: z.string().max(200).optional(),
  licence: z.string().max(100).optional(),
});
export type DatasetHead = z.infer<typeof datasetHead>;

/** The tables of a dataset, in the order in which they are read and checked. One CSV file, sheet or JSON array each. */
export const tables = {
  datasets: datasetHead,
  documents: document,
  paragraphs: paragraph,
  entities: entity,
  aliases: alias,
  constraints: constraint,
  statements: statement,
  metrics: metric,
  evidence,
} as const;
export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

export type Dataset = { [T in TableName]: z.infer<(typeof tables)[T]>[] };

export const emptyDataset = (): Dataset => ({
  datasets: [],
  documents: [],
  paragraphs: [],
  entities: [],
  aliases: [],
  constraints: [],
  statements: [],
  metrics: [],
  evidence: [],
});
