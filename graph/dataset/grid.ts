import type { TableName } from "#graph/model/dataset.ts";
import { fault } from "#graph/model/dataset-fault.ts";
import { parseCell, parseProperty } from "./cells.ts";
import { type Column, columns } from "./columns.ts";
import { columnNamed } from "./headings.ts";
import type { RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";

/** The heading of a table in a CSV file or a sheet. */
export interface Heading {
  table: TableName;
  file: string;
  columns: (Column | undefined)[];
  /** Number of each column, from 1. */
  numbers: ReadonlyMap<string, number>;
  predicateAt: number;
}

/** Reads a heading in Chinese or English. Null when a required column is missing: what the rows say cannot be judged then. */
export function readHeading(
  cells: readonly string[],
  { table, file, problems }: { table: TableName; file: string; problems: ProblemList },
): Heading | null {
  const accepted = new Map(columns[table].map((column) => [column.name, column]));
  const numbers = new Map<string, number>();
  const known = cells.map((cell, index) => {
    const heading = cell.trim();
    const name = columnNamed(table, heading);
    const column = name === undefined ? undefined : accepted.get(name);
    const place = { file, row: 1, column: index + 1 };
    if (column === undefined) {
      const names = columns[table].filter((it) => !it.property).map((it) => it.name);
      const code = table === "statements" ? "unknown_statement_column" : "unknown_column";
      problems.add({ ...place, fault: fault(code, { column: heading, accepted: names.join(", ") }) });
    } else if (numbers.has(column.name)) problems.add({ ...place, fault: fault("column_twice", { column: heading }) });
    else numbers.set(column.name, index + 1);
    return column;
  });
  // A metric's unit may stand in the figure itself: 797亿元.
  const missing = columns[table].filter((it) => it.required && !numbers.has(it.name) && !(table === "metrics" && it.name === "unit"));
  for (const { name } of missing) problems.add({ file, row: 1, column: 1, fault: fault("no_column", { column: name }) });
  if (missing.length > 0) return null;
  return { table, file, columns: known, numbers, predicateAt: (numbers.get("predicate") ?? 0) - 1 };
}

/** One row as a record; null when it is blank. Cells beyond the heading are reported. */
export function readRow(
  cells: readonly string[],
  { heading, row, problems }: { heading: Heading; row: number; problems: ProblemList },
): RawRecord | null {
  const { columns: known, file } = heading;
  const record: RawRecord = {};
  const properties: Record<string, string | number> = {};
  let blank = true;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = (cells[at] as string).trim();
    if (cell === "") continue;
    blank = false;
    const column = known[at];
    if (column === undefined) continue;
    if (column.property) properties[column.name] = parseProperty(cells[heading.predicateAt]?.trim() ?? "", column.name, cell);
    else record[column.name] = parseCell(column.type, cell);
  }
  if (cells.length > known.length && cells.slice(known.length).some((cell) => cell.trim() !== ""))
    problems.add({ file, row, column: known.length + 1, fault: fault("too_many_cells", { cells: cells.length, columns: known.length }) });
  if (blank) return null;
  if (heading.table === "statements") record.properties = properties;
  return record;
}
