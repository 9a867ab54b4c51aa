import type { OwnerTable } from "#graph/dataset/source.ts";
import type { Dataset } from "#graph/model/dataset.ts";

/** Where the things stand that belong to the records of a table. */
export const partTables = { documents: "paragraphs", entities: "aliases", statements: "evidence", metrics: "evidence" } as const;
export type PartTables = typeof partTables;
export type PartTable = PartTables[OwnerTable];

/** And whose they are. */
export const owners: Readonly<Record<PartTable, readonly OwnerTable[]>> = {
  paragraphs: ["documents"],
  aliases: ["entities"],
  evidence: ["statements", "metrics"],
};

const ownerFields = { paragraphs: "document", aliases: "entity", evidence: "statement" } as const;

export const ownerIdIn = (table: PartTable, part: Dataset[PartTable][number]): string =>
  (part as unknown as Record<string, string>)[ownerFields[table]] as string;
