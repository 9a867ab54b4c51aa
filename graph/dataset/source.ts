import type { Dataset, TableName } from "#graph/model/dataset.ts";

/** The tables whose records have parts in other tables: paragraphs, aliases, evidence. */
export type OwnerTable = "documents" | "entities" | "statements" | "metrics";

/** A valid dataset by its rows, which are read when they are asked for: some at a time, in their order, as often as wanted. */
export interface DatasetSource {
  rows<T extends TableName>(table: T): AsyncIterable<Dataset[T]>;
  /**
   * The number of a record among those of its table, -1 for none of them: ascending in the order of the rows, with gaps. Told by a source
   * that is too large to be held.
   */
  numberOf?: (table: OwnerTable, id: string) => number;
}

/** A dataset that is held. */
export const heldSource = (dataset: Dataset): DatasetSource => ({
  rows: async function* (table) {
    if (dataset[table].length > 0) yield dataset[table];
  },
});

/** All rows of a table, where they are known to be few. */
export async function allRows<T extends TableName>(source: DatasetSource, table: T): Promise<Dataset[T]> {
  const all: Dataset[T][number][] = [];
  for await (const rows of source.rows(table)) for (const row of rows) all.push(row);
  return all as Dataset[T];
}
