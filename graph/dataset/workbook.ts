import readWorkbook from "read-excel-file/universal";
import { tableNames } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { readHeading, readRow } from "./grid.ts";
import { sheetNameOf, tableNamed } from "./headings.ts";
import type { RawRecord } from "./locator.ts";
import { percentagesAsText } from "./percentages.ts";
import { type ProblemList, wholeFile } from "./problem.ts";
import { memoryRows, type OpenTables, type TableRows } from "./rows.ts";
import { type SourceFile, sha256Of } from "./source-file.ts";
import { guideSheets } from "./template.ts";
import { unzippedSize } from "./zip.ts";

/** A sheet's cells as text; blank cells are empty. Rows and columns as in the sheet. */
export interface SheetCells {
  name: string;
  rows: string[][];
}

/** A workbook that unpacks to more than this is refused unread. */
const largestUnpacked = 400 << 20;

const textOfCell = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, "")
      .replace(/\.000Z$/, "Z");
  return String(cell).trim();
};

/** All sheets of a workbook. Null when it is none, or too large; the reason is in `problems`. */
export async function readSheets(file: SourceFile, problems: ProblemList): Promise<SheetCells[] | null> {
  const refuse = (what: DatasetFault): null => {
    problems.add(wholeFile(file.name, what));
    return null;
  };
  const bytes = await file.bytes();
  const size = unzippedSize(bytes);
  if (size === null) return refuse(fault("not_workbook", {}));
  if (size > largestUnpacked) return refuse(fault("workbook_too_large", { megabytes: Math.round(size / 1e6) }));
  try {
    const buffer = percentagesAsText(bytes).slice().buffer as ArrayBuffer;
    // Numbers as text: an id typed as a number stays what was typed.
    const sheets = await readWorkbook(buffer, { parseNumber: (text: string) => text });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOfCell)) }));
  } catch (error) {
    return refuse(fault("workbook_unread", { why: error instanceof Error ? error.message : String(error) }));
  }
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === "");

function openSheet({ name, rows }: SheetCells, problems: ProblemList): TableRows | null {
  const table = tableNamed(name);
  if (table === undefined) {
    const accepted = tableNames.map((it) => `${it} (${sheetNameOf(it, "zh")})`).join(", ");
    problems.add(wholeFile(name, fault("sheet_no_table", { accepted })));
    return null;
  }
  const heading = readHeading(rows[0] ?? [], { table, file: name, problems });
  if (heading === null) return null;
  const places: number[] = [];
  return {
    table,
    file: name,
    group: 0,
    batches: (found) => {
      const records: RawRecord[] = [];
      places.length = 0;
      for (const [at, row] of rows.entries()) {
        const record = at === 0 ? null : readRow(row, { heading, row: at + 1, problems: found });
        if (record === null) continue;
        records.push(record);
        places.push(at + 1);
      }
      return [records];
    },
    place: (index, field) => ({ row: places[index] ?? 1, column: (field === undefined ? undefined : heading.numbers.get(field)) ?? 1 }),
  };
}

/** Opens a workbook of one sheet a table, named and headed in Chinese or English. Blank sheets and the template's guides are passed over. */
export async function openWorkbook(file: SourceFile, problems: ProblemList): Promise<OpenTables | null> {
  const sheets = await readSheets(file, problems);
  if (sheets === null) return null;
  const filled = sheets.filter(({ name, rows }) => !guideSheets.has(name) && !rows.every(isBlank));
  const total = filled.reduce((sum, { rows }) => sum + rows.length - 1, 0);
  if (total > memoryRows) {
    problems.add(wholeFile(file.name, fault("too_many_workbook_rows", { rows: total, most: memoryRows })));
    return null;
  }
  if (filled.length === 0) {
    problems.add(wholeFile(file.name, fault("workbook_no_table", { accepted: tableNames.join(", ") })));
    return null;
  }
  const tables: (TableRows | null)[] = [];
  const named = new Map<string, string>();
  for (const sheet of filled) {
    const opened = openSheet(sheet, problems);
    const twin = opened === null ? undefined : named.get(opened.table);
    if (twin !== undefined) problems.add(wholeFile(sheet.name, fault("same_sheet", { other: twin })));
    if (opened !== null) named.set(opened.table, sheet.name);
    tables.push(twin === undefined ? opened : null);
  }
  const complete = tables.filter((it) => it !== null);
  if (complete.length < tables.length) return null;
  return { tables: complete, sources: [{ name: file.name, sha256: await sha256Of(file) }] };
}
