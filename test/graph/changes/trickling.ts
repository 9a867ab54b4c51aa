import { RecordHashes } from "#graph/changes/records/record-hashes.ts";
import type { DatasetSource } from "#graph/dataset/source.ts";
import { type Dataset, tableNames } from "#graph/model/dataset.ts";

/** Rows one at a time, and parts found through the numbers of their owners: as a large file is read, with every border in between. */
export const trickling = (dataset: Dataset): DatasetSource => ({
  rows: async function* (table) {
    for (const row of dataset[table]) yield [row] as never;
  },
  numberOf: (table, id) => dataset[table].findIndex((it) => it.id === id) * 3000,
});

/** The same with numbers without gaps, as files are read. */
export const numbered = (dataset: Dataset): DatasetSource => ({
  ...trickling(dataset),
  numberOf: (table, id) => dataset[table].findIndex((it) => it.id === id),
});

/** As `openHashed` takes them. */
export function hashesOf(dataset: Dataset, source: DatasetSource): RecordHashes {
  const hashes = new RecordHashes();
  const numberOf = (source.numberOf as NonNullable<DatasetSource["numberOf"]>).bind(source);
  for (const table of tableNames) for (const row of dataset[table]) hashes.take(table, [row] as never, numberOf);
  return hashes;
}

/** The same with evidence, aliases and paragraphs in another order than their owners. */
export const shuffled = (dataset: Dataset): Dataset => ({
  ...dataset,
  evidence: dataset.evidence.toReversed(),
  aliases: dataset.aliases.toReversed(),
  paragraphs: dataset.paragraphs.toReversed(),
});
