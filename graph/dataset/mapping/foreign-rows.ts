import { fault } from "#graph/model/dataset-fault.ts";
import { csvRows } from "../csv.ts";
import { inspectText, textChunks } from "../decode.ts";
import { type ProblemList, wholeFile } from "../problem.ts";
import { memoryRows } from "../rows.ts";
import { type SourceFile, sha256Of } from "../source-file.ts";
import { readSheets } from "../workbook.ts";
import type { Mapping } from "./schema.ts";
import { type Cells, foldedHeading } from "./template.ts";

/** A row of a foreign table, blank and skipped ones left out. */
export interface ForeignRow {
  /** In the file, from 1. */
  row: number;
  cells: Cells;
}

export interface ForeignTable {
  /** What problems call it: the file, or the sheet. */
  file: string;
  sha256: string;
  /** Number of a column by its folded heading, from 1; undefined when the table lacks it. */
  columnOf: (column: string) => number | undefined;
  headings: string[];
  rows: ForeignRow[];
}

interface Grid {
  file: string;
  sha256: string;
  rows: string[][];
}

async function csvGrid(file: SourceFile, problems: ProblemList): Promise<Grid | null> {
  const { sha256, encoding, fault: unreadable } = await inspectText(file);
  if (encoding === null) {
    problems.add(wholeFile(file.name, unreadable));
    return null;
  }
  const rows: string[][] = [];
  for await (const { cells, faults } of csvRows(textChunks(file, encoding))) {
    for (const found of faults) problems.add({ file: file.name, column: 1, ...found });
    for (const line of cells) rows.push(line.map((cell) => cell.trim()));
    if (rows.length > memoryRows * 2) break;
  }
  return { file: file.name, sha256, rows };
}

async function sheetGrid(file: SourceFile, { sheet }: Mapping["table"], problems: ProblemList): Promise<Grid | null> {
  const sheets = await readSheets(file, problems);
  if (sheets === null) return null;
  const found = sheet === undefined ? sheets[0] : sheets.find((it) => it.name === sheet);
  if (found !== undefined) return { file: found.name, sha256: await sha256Of(file), rows: found.rows };
  problems.add(wholeFile(file.name, fault("mapped_sheet_missing", { sheet: sheet ?? "", has: sheets.map((it) => it.name).join(", ") })));
  return null;
}

/** Reads the table that a mapping is about: a CSV file, or a sheet of a workbook. Null when it cannot be; the reason is in `problems`. */
export async function readForeignTable(file: SourceFile, { table }: Mapping, problems: ProblemList): Promise<ForeignTable | null> {
  const grid = /\.xlsx$/i.test(file.name) ? await sheetGrid(file, table, problems) : await csvGrid(file, problems);
  if (grid === null) return null;
  const headings = (grid.rows[table.heading - 1] ?? []).map(foldedHeading);
  const numbers = new Map<string, number>();
  for (const [at, heading] of headings.entries()) if (heading !== "" && !numbers.has(heading)) numbers.set(heading, at + 1);
  const below = grid.rows.slice(table.heading);
  if (below.length > memoryRows) {
    problems.add(wholeFile(grid.file, fault("too_many_mapped_rows", { rows: below.length, most: memoryRows })));
    return null;
  }
  const filledDown = table.fillDown.map((name) => numbers.get(foldedHeading(name)) ?? 0).filter((number) => number > 0);
  const above = new Map<number, string>();
  const rows: ForeignRow[] = [];
  for (const [at, line] of below.entries()) {
    if (line.every((cell) => cell === "")) continue;
    const own = [...line];
    for (const number of filledDown) {
      if ((own[number - 1] ?? "") === "") own[number - 1] = above.get(number) ?? "";
      else above.set(number, own[number - 1] as string);
    }
    const cells: Cells = (column) => own[(numbers.get(column) ?? 0) - 1] ?? "";
    if (table.skip.some(({ column, is }) => is.includes(cells(foldedHeading(column))))) continue;
    rows.push({ row: table.heading + at + 1, cells });
  }
  return { file: grid.file, sha256: grid.sha256, columnOf: (column) => numbers.get(column), headings, rows };
}
