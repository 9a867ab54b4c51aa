import type { Dataset, TableName } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { Check, OutsideAsked } from "./check.ts";
import { checkAlias, checkConstraint, checkDatasetHead, checkDocument, checkEntity, checkParagraph } from "./check-entities.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkMetric } from "./check-metrics.ts";
import { checkStatement } from "./check-statements.ts";
import { type Known, nothingKnown } from "./known.ts";
import type { Locate, RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";
import { shaped } from "./shape.ts";
import type { OwnerTable } from "./source.ts";

const checks: { readonly [T in TableName]: (check: Check, record: Dataset[T][number]) => void } = {
  datasets: checkDatasetHead,
  documents: checkDocument,
  paragraphs: checkParagraph,
  entities: checkEntity,
  aliases: checkAlias,
  constraints: checkConstraint,
  statements: checkStatement,
  metrics: checkMetric,
  evidence: checkEvidence,
};

/**
 * Judges records as they come, against schemas, vocabulary, each other and what a store holds, keeping a few bytes of each. Tables come
 * one after another in the order of the model. `known` is asked only when a record refers to something that was not declared.
 */
export class Judge {
  private readonly check: Check;
  private readonly known: (() => Promise<Known>) | undefined;
  private readonly locate: Locate;
  private readonly problems: ProblemList;
  private readonly warnings: ProblemList;
  private readonly counts = new Map<TableName, number>();

  constructor({
    locate,
    known,
    problems,
    warnings,
  }: {
    locate: Locate;
    known: (() => Promise<Known>) | undefined;
    problems: ProblemList;
    warnings: ProblemList;
  }) {
    this.locate = locate;
    this.known = known;
    this.problems = problems;
    this.warnings = warnings;
    const nameOf = (table: TableName, index: number): string => {
      const { file, row } = locate(table, index);
      return `${file}:${row}`;
    };
    this.check = new Check({ known: known === undefined ? nothingKnown : undefined, nameOf });
  }

  /** The next records of a table, typed and with defaults; to be used only when no problem is found in the end. */
  async judge<T extends TableName>(table: T, records: readonly RawRecord[]): Promise<Dataset[T]> {
    const typed = new Array<Dataset[T][number]>(records.length);
    const from = this.counts.get(table) ?? 0;
    this.check.table = table;
    for (const [at, record] of records.entries()) {
      this.check.index = from + at;
      try {
        typed[at] = this.judgeOne(table, record);
      } catch (error) {
        if (!(error instanceof OutsideAsked)) throw error;
        this.check.known = (await this.known?.()) ?? nothingKnown;
        this.check.faults.length = 0;
        this.check.remarks.length = 0;
        typed[at] = this.judgeOne(table, record);
      }
      if (this.check.faults.length > 0 || this.check.remarks.length > 0) this.hand(table);
    }
    this.counts.set(table, from + records.length);
    return typed as Dataset[T];
  }

  /** Records that were judged before and found right, typed again. */
  typed<T extends TableName>(table: T, records: readonly RawRecord[]): Dataset[T] {
    this.check.table = table;
    // Of all tables, only a statement is typed with the help of others.
    if (table === "statements") return records.map((record) => this.judgeOne(table, record)) as Dataset[T];
    return records.map((record) => shaped(table, record, this.report)) as Dataset[T];
  }

  /** The number of a record that was judged, in its table; -1 for none. */
  numberOf(table: OwnerTable, id: string): number {
    return this.check.declared[table].get(id);
  }

  private readonly report = (field: string, what: DatasetFault): void => this.check.report(field, what);

  private judgeOne<T extends TableName>(table: T, record: RawRecord): Dataset[T][number] {
    const typed = shaped(table, record, this.report);
    checks[table](this.check, typed);
    return typed;
  }

  private hand(table: TableName): void {
    const { faults, remarks, index } = this.check;
    for (const { field, fault: what } of faults) this.problems.add({ ...this.locate(table, index, field), fault: what }, field);
    for (const { field, fault: what } of remarks) this.warnings.add({ ...this.locate(table, index, field), fault: what }, field);
    faults.length = 0;
    remarks.length = 0;
  }

  /** After the last record: reports what no evidence backs, and forgets what only judging needs. */
  finish(): void {
    for (const table of ["statements", "metrics"] as const)
      for (let index = 0; index < (this.counts.get(table) ?? 0); index += 1)
        if (this.check.declared.backed[table].at(index) === 0 && this.check.declared.statuses[table].at(index) !== undefined)
          this.problems.add({
            ...this.locate(table, index, "id"),
            fault: fault(table === "statements" ? "statement_unbacked" : "metric_unbacked", {}),
          });
    this.check.endJudgement();
  }
}
