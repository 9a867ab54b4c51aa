import Papa from "papaparse";
import type { TableName } from "#graph/model/dataset.ts";
import { parseCell, parseProperty } from "./cells.ts";
import { type Column, columns } from "./columns.ts";
import type { RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";

export interface CsvTable {
  records: RawRecord[];
  /** Row in the file of each record; the heading is row 1. */
  rows: number[];
  /** Number of each column, from 1. */
  columnNumbers: ReadonlyMap<string, number>;
  /** False when a required column is missing: what the rows say cannot be judged then. */
  complete: boolean;
}

interface Heading {
  known: (Column | undefined)[];
  numbers: Map<string, number>;
  complete: boolean;
}

function readHeading(cells: readonly string[], table: TableName, file: string, problems: ProblemList): Heading {
  const accepted = new Map(columns[table].map((column) => [column.name, column]));
  const numbers = new Map<string, number>();
  const known = cells.map((cell, index) => {
    const name = cell.trim();
    const column = accepted.get(name);
    const place = { file, row: 1, column: index + 1 };
    if (column === undefined) {
      const names = columns[table].filter((it) => !it.property).map((it) => it.name);
      const more = table === "statements" ? ", or an own property of a relation" : "";
      problems.add({ ...place, message: `unknown column "${name}"; accepted: ${names.join(", ")}${more}` });
    } else if (numbers.has(name)) problems.add({ ...place, message: `column "${name}" stands twice` });
    else numbers.set(name, index + 1);
    return column;
  });
  const missing = columns[table].filter((column) => column.required && !numbers.has(column.name));
  for (const { name } of missing) problems.add({ file, row: 1, column: 1, message: `column "${name}" is missing` });
  return { known, numbers, complete: missing.length === 0 };
}

/** Reads the text of a CSV file. Faults go into `problems`; records with a wrong cell are returned without it. */
export function readCsvTable({
  text,
  table,
  file,
  problems,
}: {
  text: string;
  table: TableName;
  file: string;
  problems: ProblemList;
}): CsvTable {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: "," });
  for (const error of errors)
    if (error.type === "Quotes")
      problems.add({ file, row: (error.row ?? 0) + 1, column: 1, message: `${error.message} (check the quotes)` });
  const [first, ...lines] = data;
  if (first === undefined || (first.length === 1 && first[0] === "")) {
    problems.add({ file, row: 1, column: 1, message: "the file is empty; its first row must name the columns" });
    return { records: [], rows: [], columnNumbers: new Map(), complete: false };
  }
  const { known, numbers, complete } = readHeading(first, table, file, problems);
  const predicateAt = (numbers.get("predicate") ?? 0) - 1;
  const records: RawRecord[] = [];
  const rows: number[] = [];
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell === "")) continue;
    const row = index + 2;
    if (cells.length > known.length)
      problems.add({
        file,
        row,
        column: known.length + 1,
        message: `${cells.length} cells, but the heading names ${known.length} columns`,
      });
    const record: RawRecord = {};
    const properties: Record<string, string | number> = {};
    for (const [at, column] of known.entries()) {
      const cell = cells[at]?.trim() ?? "";
      if (column === undefined) continue;
      if (cell === "") continue;
      if (column.property) {
        properties[column.name] = parseProperty(cells[predicateAt]?.trim() ?? "", column.name, cell);
        continue;
      }
      const parsed = parseCell(column.type, cell);
      if ("fault" in parsed) problems.add({ file, row, column: at + 1, message: `${column.name}: ${parsed.fault}` });
      else record[column.name] = parsed.value;
    }
    if (table === "statements") record.properties = properties;
    records.push(record);
    rows.push(row);
  }
  return { records, rows, columnNumbers: numbers, complete };
}
