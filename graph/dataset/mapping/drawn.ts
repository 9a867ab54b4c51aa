import type { TableName } from "#graph/model/dataset.ts";
import type { RawRecord } from "../locator.ts";
import type { TableRows } from "../rows.ts";

/** Where a record came from: the row that first gave it, and the column behind each of its fields. */
export interface Origin {
  row: number;
  columns: ReadonlyMap<string, number>;
}

/** The records of one table that were drawn out of foreign rows, each once. */
export class Drawn {
  readonly records: RawRecord[] = [];
  private readonly origins: Origin[] = [];
  private readonly numbers = new Map<string, number>();

  /** The record with this key, added when there is none. */
  offer(key: string, origin: Origin, make: () => RawRecord): RawRecord {
    const number = this.numbers.get(key);
    if (number !== undefined) return this.records[number] as RawRecord;
    const record = make();
    this.numbers.set(key, this.records.length);
    this.records.push(record);
    this.origins.push(origin);
    return record;
  }

  asRows(table: TableName, file: string): TableRows {
    return {
      table,
      file,
      batches: () => [this.records],
      place: (index, field) => {
        const origin = this.origins[index];
        return { row: origin?.row ?? 1, column: (field === undefined ? undefined : origin?.columns.get(field)) ?? 1 };
      },
    };
  }
}
