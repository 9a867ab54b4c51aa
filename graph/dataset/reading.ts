import { type Dataset, type TableName, tableNames } from "#graph/model/dataset.ts";
import { Judge } from "./judge.ts";
import type { Known } from "./known.ts";
import type { Locate, RawRecord } from "./locator.ts";
import { ProblemList } from "./problem.ts";
import type { OpenTables, TableRows } from "./rows.ts";
import type { DatasetSource, OwnerTable } from "./source.ts";

export interface ReadProgress {
  /** File under way. */
  file: string;
  done: number;
  total: number;
}

interface Piece {
  rows: TableRows;
  /** Number in the whole table of its first record. */
  from: number;
}

const ownedTables: readonly TableName[] = ["documents", "entities", "constraints"];

/** Reads open tables in the model's order, judges each record, and hands on what it read. */
export class Reading implements DatasetSource {
  readonly warnings = new ProblemList();
  private readonly open: OpenTables;
  private readonly problems: ProblemList;
  private readonly judge: Judge;
  private readonly pieces = new Map<TableName, Piece[]>();
  /** Of each folder, the ids in its datasets table. */
  private readonly heads = new Map<number, unknown[]>();
  private judged = false;

  constructor(open: OpenTables, { problems, known }: { problems: ProblemList; known: (() => Promise<Known>) | undefined }) {
    this.open = open;
    this.problems = problems;
    this.judge = new Judge({ locate: this.locate, known, problems, warnings: this.warnings });
  }

  private readonly locate: Locate = (table, index, field) => {
    const piece = this.pieces.get(table)?.findLast((it) => it.from <= index);
    if (piece === undefined) return { file: `${table}.csv`, row: 1, column: 1 };
    return { file: piece.rows.file, ...piece.rows.place(index - piece.from, field) };
  };

  /** What a folder declares belongs to the one dataset that its datasets table names. */
  private own({ table, group }: TableRows, records: RawRecord[]): void {
    if (group === undefined) return;
    if (table === "datasets" && !this.judged) this.heads.set(group, [...(this.heads.get(group) ?? []), ...records.map((it) => it.id)]);
    const heads = this.heads.get(group) ?? [];
    if (heads.length !== 1 || heads[0] === undefined || !ownedTables.includes(table)) return;
    for (const record of records) record.dataset ??= heads[0];
  }

  /** Judges all records once. What is handed on is to be used only when no problem was found in the end. */
  async judgeAll(
    onRows: <T extends TableName>(table: T, rows: Dataset[T]) => void,
    onProgress?: (progress: ReadProgress) => void,
  ): Promise<void> {
    const total = this.open.tables.length;
    let done = 0;
    for (const table of tableNames) {
      const pieces: Piece[] = [];
      this.pieces.set(table, pieces);
      let from = 0;
      for (const rows of this.open.tables.filter((it) => it.table === table)) {
        onProgress?.({ file: rows.file, done, total });
        pieces.push({ rows, from });
        for await (const records of rows.batches(this.problems)) {
          this.own(rows, records);
          onRows(table, await this.judge.judge(table, records));
          from += records.length;
        }
        done += 1;
      }
    }
    this.judge.finish();
    this.judged = true;
  }

  /** Reads a table again, after all were judged. */
  async *rows<T extends TableName>(table: T): AsyncGenerator<Dataset[T]> {
    const silent = new ProblemList();
    for (const { rows } of this.pieces.get(table) ?? [])
      for await (const records of rows.batches(silent)) {
        this.own(rows, records);
        yield this.judge.typed(table, records);
      }
  }

  numberOf(table: OwnerTable, id: string): number {
    return this.judge.numberOf(table, id);
  }
}
