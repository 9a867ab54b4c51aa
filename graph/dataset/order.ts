import { type Dataset, type TableName, tableNames } from "#graph/model/dataset.ts";

const fieldsOf: Readonly<Record<TableName, readonly string[]>> = {
  datasets: ["id"],
  documents: ["id"],
  paragraphs: ["document", "start", "id"],
  entities: ["id"],
  aliases: ["entity", "surface", "scope", "scopeOf"],
  constraints: ["kind", "left", "right"],
  statements: ["id"],
  metrics: ["id"],
  evidence: ["statement", "document", "start", "row", "end", "paragraph"],
};

const compare = (a: unknown, b: unknown): number => {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return (a as string | number) < (b as string | number) ? -1 : 1;
};

/** The one order in which records are written: by id, evidence by its place. */
export function inOrder(dataset: Dataset): Dataset {
  const sorted = tableNames.map((table) => {
    const rows = dataset[table] as Record<string, unknown>[];
    const byFields = (a: Record<string, unknown>, b: Record<string, unknown>): number => {
      for (const field of fieldsOf[table]) {
        const order = compare(a[field], b[field]);
        if (order !== 0) return order;
      }
      return 0;
    };
    return [table, [...rows].sort(byFields)];
  });
  return Object.fromEntries(sorted) as Dataset;
}
