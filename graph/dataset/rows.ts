import type { TableName } from "#graph/model/dataset.ts";
import type { RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";

/** The records of one table in one file, as they stand there. */
export interface TableRows {
  table: TableName;
  /** What problems call the file: its name, or the sheet's. */
  file: string;
  /** Number of the folder or workbook it belongs to, where what that declares belongs to the one dataset it names. */
  group?: number;
  /** Reads from the start, some records at a time; may be asked again. Faults of the format go into `problems`. */
  batches: (problems: ProblemList) => AsyncIterable<RawRecord[]> | Iterable<RawRecord[]>;
  /** Where a record that was read stands (its number here, from 0), and in it a field. */
  place: (index: number, field?: string) => { row: number; column: number };
}

/** A dataset's tables laid open: the headings are read and right, the rows are not read yet. */
export interface OpenTables {
  tables: TableRows[];
  /** Each file, with the hash of its bytes. */
  sources: { name: string; sha256: string }[];
}

/** What a format that is held in memory as a whole may have, all tables together. */
export const memoryRows = 100_000;
