import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import Papa from "papaparse";
import { type Dataset, type TableName, tableNames } from "#graph/model/dataset.ts";
import { printCell } from "./cells.ts";
import { columns } from "./columns.ts";
import { jsonFormat, jsonVersion } from "./json.ts";
import { inOrder } from "./order.ts";
import { printWorkbook } from "./write-workbook.ts";

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

const linesAtOnce = 5000;

/** The dataset as JSON Lines, some at a time: each line one record with the name of its table, tables in the model's order. */
export function* printJsonLines(dataset: Dataset): Generator<string> {
  for (const table of tableNames)
    for (let at = 0; at < dataset[table].length; at += linesAtOnce)
      yield dataset[table]
        .slice(at, at + linesAtOnce)
        .map((record) => `${JSON.stringify({ table, ...record })}\n`)
        .join("");
}

export const datasetFormats = ["json", "jsonl", "csv", "xlsx"] as const;
export type DatasetFormat = (typeof datasetFormats)[number];

/**
 * Writes a dataset so that `readDataset` gives it back: a folder of CSV tables, or one file. Records in one fixed order. Throws
 * WorkbookTooLarge for a workbook beyond 100,000 rows.
 */
export async function writeDataset(dataset: Dataset, { format, out }: { format: DatasetFormat; out: string }): Promise<void> {
  const sorted = inOrder(dataset);
  switch (format) {
    case "json":
      return writeFile(out, printJsonDataset(sorted));
    case "jsonl":
      return pipeline(Readable.from(printJsonLines(sorted)), createWriteStream(out));
    case "xlsx":
      return writeFile(out, await printWorkbook(sorted));
    case "csv":
      await mkdir(out, { recursive: true });
      for (const table of tableNames) await writeFile(join(out, `${table}.csv`), printCsvTable(sorted, table));
  }
}
