import Papa from "papaparse";
import type { TableName } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { type Encoding, textChunks } from "./decode.ts";
import { type Heading, readHeading, readRow } from "./grid.ts";
import { GrowingNumbers } from "./growing.ts";
import type { RawRecord } from "./locator.ts";
import { type ProblemList, wholeFile } from "./problem.ts";
import type { TableRows } from "./rows.ts";
import type { SourceFile } from "./source-file.ts";

export interface CsvRows {
  cells: string[][];
  /** Number of the first of them in the file, from 1. */
  row: number;
  /** Quotes that do not fit, by the number of their row. */
  faults: { row: number; fault: DatasetFault }[];
}

interface Parsed {
  data: string[][];
  errors: { type: string; message: string; row?: number }[];
  meta: { cursor: number };
}

/** A quote that opens and is not closed within this many characters is a fault, not a long cell. */
const longestRow = 8 << 20;
const lineEnd = (text: string): "\r\n" | "\n" | "\r" => (/\r\n|\n|\r/.exec(text)?.[0] as "\r\n" | "\n" | "\r" | undefined) ?? "\n";

/** The rows of CSV text that comes in chunks, the heading among them. */
export async function* csvRows(chunks: AsyncIterable<string>): AsyncGenerator<CsvRows> {
  let rest = "";
  let row = 1;
  let newline: "\r\n" | "\n" | "\r" | undefined;
  const parse = (text: string, last: boolean): CsvRows => {
    newline ??= lineEnd(text);
    const { data, errors, meta }: Parsed = new Papa.Parser({ delimiter: ",", newline }).parse(text, 0, !last);
    rest = last ? "" : text.slice(meta.cursor);
    const faults = errors
      .filter((it) => it.type === "Quotes" && (last || (it.row ?? 0) < data.length))
      .map((it) => ({ row: row + (it.row ?? 0), fault: fault("quotes", { why: it.message }) }));
    const read = { cells: data, row, faults };
    row += data.length;
    return read;
  };
  for await (const chunk of chunks) {
    const text = rest + chunk;
    // A line end may be cut in two.
    if (newline === undefined && /^[^\r\n]*\r?$/.test(text)) {
      rest = text;
      continue;
    }
    const read = parse(text, false);
    if (read.cells.length > 0) yield read;
    if (rest.length > longestRow) {
      yield { cells: [], row, faults: [{ row, fault: fault("open_quote", {}) }] };
      return;
    }
  }
  if (rest !== "") yield parse(rest, true);
}

const blank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

async function firstRow(file: SourceFile, encoding: Encoding): Promise<string[] | undefined> {
  for await (const { cells } of csvRows(textChunks(file, encoding))) if (cells[0] !== undefined) return cells[0];
  return undefined;
}

async function* records(
  rows: AsyncIterable<CsvRows>,
  heading: Heading,
  places: GrowingNumbers,
  problems: ProblemList,
): AsyncGenerator<RawRecord[]> {
  for await (const { cells, row: first, faults } of rows) {
    for (const found of faults) problems.add({ file: heading.file, column: 1, ...found });
    const read: RawRecord[] = [];
    for (const [at, line] of cells.entries()) {
      const row = first + at;
      if (row === 1) continue;
      const record = readRow(line, { heading, row, problems });
      if (record === null) continue;
      read.push(record);
      places.push(row);
    }
    yield read;
  }
}

/** Opens a CSV table: its heading is read. Null when it cannot be used; the reasons are in `problems`. */
export async function openCsvTable(
  file: SourceFile,
  { table, label, encoding, problems }: { table: TableName; label: string; encoding: Encoding; problems: ProblemList },
): Promise<TableRows | null> {
  const first = await firstRow(file, encoding);
  if (first === undefined || blank(first)) {
    problems.add(wholeFile(label, fault("empty_file", {})));
    return null;
  }
  const heading = readHeading(first, { table, file: label, problems });
  if (heading === null) return null;
  const rows = new GrowingNumbers();
  return {
    table,
    file: label,
    batches: (found) => {
      rows.clear();
      return records(csvRows(textChunks(file, encoding)), heading, rows, found);
    },
    place: (index, field) => ({ row: rows.at(index) ?? 1, column: (field === undefined ? undefined : heading.numbers.get(field)) ?? 1 }),
  };
}
