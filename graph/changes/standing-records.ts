import type { DatasetSource, OwnerTable } from "#graph/dataset/source.ts";
import type { Ledger } from "./ledger.ts";
import type { HashMarks } from "./marks/hash-marks.ts";
import type { RecordHashes } from "./records/record-hashes.ts";

/** The records of a dataset's table that stand in a store as they are. */
export interface Standing {
  count: number;
  /** By number in the store: those that the dataset lists, and that need no more looking at. */
  stored: Uint8Array;
  /** Asked by number in the dataset. */
  has: (number: number) => boolean;
  /** All of the dataset's. */
  isAll: boolean;
}

export type StandingByTable = { readonly [T in OwnerTable]: Standing };

/** Nothing is known to stand: every record must be looked at. */
export const noneStands = ({ documents, entities, statements, metrics }: Pick<Ledger, OwnerTable>): StandingByTable => {
  const none = (marks: HashMarks): Standing => ({ count: 0, stored: new Uint8Array(marks.size), has: () => false, isAll: false });
  return { documents: none(documents), entities: none(entities), statements: none(statements), metrics: none(metrics) };
};

/**
 * Finds by id and hash, in two numbers a record, what of a dataset stands unchanged. Documents and entities of other datasets are listed
 * only to refer to them: they stand whatever is said of them.
 */
export function standingIn({
  hashes,
  numberOf,
  ledger,
  own,
}: {
  hashes: RecordHashes;
  numberOf: NonNullable<DatasetSource["numberOf"]>;
  ledger: Ledger;
  /** Datasets for which this one speaks. */
  own: ReadonlySet<string>;
}): StandingByTable {
  const find = (table: OwnerTable, marks: HashMarks, isOwn: (number: number) => boolean): Standing => {
    const stored = new Uint8Array(marks.size);
    const given = new Uint8Array(hashes.count(table));
    let count = 0;
    for (let number = 0; number < marks.size; number += 1) {
      const at = numberOf(table, marks.idOf(number));
      if (at < 0 || (isOwn(number) && !marks.hasHash(number, hashes.hash(table, at)))) continue;
      stored[number] = 1;
      given[at] = 1;
      count += 1;
    }
    return { count, stored, has: (number) => given[number] === 1, isAll: count === hashes.count(table) };
  };
  const always = (): boolean => true;
  return {
    documents: find("documents", ledger.documents, ledger.documents.belongingTo(own)),
    entities: find("entities", ledger.entities, ledger.entities.belongingTo(own)),
    statements: find("statements", ledger.statements, always),
    metrics: find("metrics", ledger.metrics, always),
  };
}
