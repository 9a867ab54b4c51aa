import type { Dataset, TableName } from "#graph/model/dataset.ts";

/** Where a field of a record stands. */
export interface Place {
  file: string;
  row: number;
  column: number;
}

/** Tells where record `index` of a table stands, and in it a field (the record's first place when none is named). */
export type Locate = (table: TableName, index: number, field?: string) => Place;

/** A record as it comes out of a file, before it is checked. */
export type RawRecord = Record<string, unknown>;
export type RawDataset = { [T in TableName]: RawRecord[] };

/** Places for a dataset that comes from no file: the table's name, and the record's number as its row. */
export const placesOfRecords: Locate = (table, index) => ({ file: table, row: index + 1, column: 1 });

/** Unchecked records as a dataset; only after validation found nothing. */
export const asDataset = (raw: RawDataset): Dataset => raw as unknown as Dataset;
