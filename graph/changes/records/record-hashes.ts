import { type OpenDataset, openDataset, type ReadOptions } from "#graph/dataset/read.ts";
import type { OwnerTable } from "#graph/dataset/source.ts";
import type { Dataset, TableName } from "#graph/model/dataset.ts";
import { hashVersion, ownTexts, partTexts } from "../content.ts";
import { HashSums } from "../marks/hash-sums.ts";
import { ownerIdIn, owners, type PartTable } from "./owners.ts";

type NumberOf = (table: OwnerTable, id: string) => number;

const isOwner = (table: TableName): table is OwnerTable => table in ownTexts;
const isPart = (table: TableName): table is PartTable => table in partTexts;

/** The content hash of each record of a dataset, taken as its rows pass by: some 32 bytes a record, and no record is put together. */
export class RecordHashes {
  private readonly sums = { documents: new HashSums(), entities: new HashSums(), statements: new HashSums(), metrics: new HashSums() };
  private readonly counts = { documents: 0, entities: 0, statements: 0, metrics: 0 };

  /** Takes valid rows, each once; the tables in the model's order. */
  take<T extends TableName>(table: T, rows: Dataset[T], numberOf: NumberOf): void {
    if (isOwner(table)) this.takeRecords(table, rows as Dataset[OwnerTable]);
    else if (isPart(table)) this.takeParts(table, rows as Dataset[PartTable], numberOf);
  }

  /** How many records a table holds. */
  count(table: OwnerTable): number {
    return this.counts[table];
  }

  /** By the number of a record in its table. */
  hash(table: OwnerTable, number: number): string {
    return hashVersion + this.sums[table].at(number);
  }

  private takeRecords(table: OwnerTable, records: Dataset[OwnerTable]): void {
    const textOf = ownTexts[table] as (record: object) => string;
    for (const record of records) {
      this.sums[table].add(this.counts[table], textOf(record));
      this.counts[table] += 1;
    }
  }

  private takeParts(table: PartTable, parts: Dataset[PartTable], numberOf: NumberOf): void {
    const textOf = partTexts[table] as (part: object) => string;
    for (const part of parts) {
      const id = ownerIdIn(table, part);
      for (const owner of owners[table]) {
        const number = numberOf(owner, id);
        if (number < 0) continue;
        this.sums[owner].add(number, textOf(part));
        break;
      }
    }
  }
}

/** A dataset that was read and judged, with the hashes of its records, which are right only when it has no problem. */
export interface HashedDataset extends OpenDataset {
  hashes: RecordHashes;
}

/** As `openDataset`, to be compared with a store without reading again what stands there as it is. */
export async function openHashed(source: string | readonly string[], options: ReadOptions = {}): Promise<HashedDataset> {
  const hashes = new RecordHashes();
  const opened = await openDataset(source, { ...options, onRows: (table, rows, numberOf) => hashes.take(table, rows, numberOf) });
  return { ...opened, hashes };
}
