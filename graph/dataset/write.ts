import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { type Dataset, type TableName, tableNames } from "#graph/model/dataset.ts";
import { printCell } from "./cells.ts";
import { columns } from "./columns.ts";
import { jsonFormat, jsonVersion } from "./json.ts";
import { inOrder } from "./order.ts";

/** One table as CSV text: a heading with the model's names, lines ended by a line feed. */
export function printCsvTable(dataset: Dataset, table: TableName): string {
  const names = columns[table];
  const cells = (dataset[table] as Record<string, unknown>[]).map((record) => {
    const properties = (record.properties ?? {}) as Record<string, unknown>;
    return names.map((column) => printCell(column.property ? properties[column.name] : record[column.name]));
  });
  return `${Papa.unparse({ fields: names.map((it) => it.name), data: cells }, { newline: "\n" })}\n`;
}

/** The dataset as one JSON object, a record a line. */
export function printJsonDataset(dataset: Dataset): string {
  const printed = tableNames.map((table) => {
    const rows = dataset[table].map((record) => `\n    ${JSON.stringify(record)}`).join(",");
    return `  ${JSON.stringify(table)}: [${rows}${rows === "" ? "" : "\n  "}]`;
  });
  return `{\n  "format": "${jsonFormat}",\n  "version": ${jsonVersion},\n${printed.join(",\n")}\n}\n`;
}

/** Writes a dataset so that `readDataset` gives it back: a folder of CSV tables, or one .json file. Records in one fixed order. */
export async function writeDataset(dataset: Dataset, { format, out }: { format: "csv" | "json"; out: string }): Promise<void> {
  const sorted = inOrder(dataset);
  if (format === "json") {
    await writeFile(out, printJsonDataset(sorted));
    return;
  }
  await mkdir(out, { recursive: true });
  for (const table of tableNames) await writeFile(join(out, `${table}.csv`), printCsvTable(sorted, table));
}
