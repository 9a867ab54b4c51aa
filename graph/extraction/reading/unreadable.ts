/** A document that cannot be read as text. Row and column count from 1; a fault of the whole file is at 1:1. */
export class DocumentUnreadable extends Error {
  readonly file: string;
  readonly row: number;
  readonly column: number;
  readonly fault: string;
  readonly remedy: string;
  constructor({
    file,
    fault,
    remedy,
    row = 1,
    column = 1,
    cause,
  }: {
    file: string;
    fault: string;
    remedy: string;
    row?: number;
    column?: number;
    cause?: unknown;
  }) {
    super(`Reading ${file} (${row}:${column}): ${fault}; ${remedy}`, { cause });
    this.name = "DocumentUnreadable";
    this.file = file;
    this.row = row;
    this.column = column;
    this.fault = fault;
    this.remedy = remedy;
  }
}
