import writeWorkbook, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import { type Dataset, type TableName, tableNames } from "#graph/model/dataset.ts";
import { fault, faultText } from "#graph/model/dataset-fault.ts";
import { printCell } from "./cells.ts";
import { columns } from "./columns.ts";
import { type HeadingLanguage, headingOf, sheetNameOf } from "./headings.ts";
import { memoryRows } from "./rows.ts";

/** The dataset is larger than a workbook may be read back. */
export class WorkbookTooLarge extends Error {}

/** Characters that XML, and so a workbook, cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that have to go
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const cellOf = (value: unknown): Cell => {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  if (typeof value === "boolean") return { value, type: Boolean };
  return { value: printCell(value).replace(unwritable, ""), type: String };
};

/** The heading row of a table; the columns that must be filled stand out. */
export function headingRow(table: TableName, language: HeadingLanguage): Row {
  return columns[table].map((column) => ({
    value: headingOf(column, language),
    type: String,
    fontWeight: "bold",
    backgroundColor: column.required ? "#DCE8F7" : "#F1F1EE",
  }));
}

const widthOf = (name: string): number => (/^(?:id|name|title|subject|object|url|basis|note|surface|statement)$/.test(name) ? 26 : 14);
export const widthsOf = (table: TableName): { width: number }[] => columns[table].map(({ name }) => ({ width: widthOf(name) }));

function sheetOf(dataset: Dataset, table: TableName, language: HeadingLanguage): Sheet<Buffer> {
  const rows = (dataset[table] as Record<string, unknown>[]).map((record) => {
    const properties = (record.properties ?? {}) as Record<string, unknown>;
    return columns[table].map((column) => cellOf(column.property ? properties[column.name] : record[column.name]));
  });
  return {
    sheet: sheetNameOf(table, language),
    data: [headingRow(table, language), ...rows],
    columns: widthsOf(table),
    stickyRowsCount: 1,
  };
}

/** The dataset as an .xlsx workbook, one sheet a table, that `readDataset` gives back. Throws WorkbookTooLarge beyond 100,000 rows. */
export async function printWorkbook(dataset: Dataset, { language = "en" }: { language?: HeadingLanguage } = {}): Promise<Buffer> {
  const total = tableNames.reduce((sum, table) => sum + dataset[table].length, 0);
  if (total > memoryRows) throw new WorkbookTooLarge(faultText(fault("too_many_workbook_rows", { rows: total, most: memoryRows }), "en"));
  return writeWorkbook(tableNames.map((table) => sheetOf(dataset, table, language))).toBuffer();
}
