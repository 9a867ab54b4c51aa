import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Dataset, emptyDataset, type TableName } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import type { Known } from "./known.ts";
import { mappingNameOf, openMapped } from "./mapping/open.ts";
import { endingOf, openers, openFolders, type SourceFolder } from "./open.ts";
import { type Problem, ProblemList, wholeFile } from "./problem.ts";
import { Reading, type ReadProgress } from "./reading.ts";
import type { OpenTables } from "./rows.ts";
import { type DatasetSource, heldSource } from "./source.ts";
import { fileOnDisk } from "./source-file.ts";

export type { ReadProgress };

export interface ReadOptions {
  onProgress?: (progress: ReadProgress) => void;
  /** What the store holds; asked only when the files refer to something that they do not declare. */
  known?: () => Promise<Known>;
  /** Path of the mapping file through which a foreign table is read; without it, one that lies beside the table (`ledger.mapping.json`). */
  mapping?: string;
  /** Rows as they were judged, while no problem was found: each once, the tables in the model's order. */
  onRows?: OnRows;
}

/** `numberOf` tells the number of a record in its table, -1 for none of those that passed so far. */
export type OnRows = <T extends TableName>(table: T, rows: Dataset[T], numberOf: NonNullable<DatasetSource["numberOf"]>) => void;

export interface Findings {
  problems: Problem[];
  warnings: Problem[];
  /** Each file read, with the hash of its bytes. */
  sources: { name: string; sha256: string }[];
}

export interface ReadDataset extends Findings {
  dataset: Dataset;
}

/** A dataset that was read and judged, and is not held: its rows are read again, some at a time, when they are asked for. */
export interface OpenDataset extends Findings {
  /** To be asked only when there is no problem. */
  source: DatasetSource;
}

const acceptedSources =
  "a folder of CSV tables, a file .json, .jsonl, .ndjson or .xlsx, or a .csv or .xlsx file with a mapping (NAME.mapping.json beside it, or --mapping)";

async function mappingFor(path: string, given: string | undefined): Promise<string | null> {
  if (given !== undefined) return given;
  const beside = join(dirname(path), mappingNameOf(basename(path)));
  return (await stat(beside).catch(() => null)) === null || !/\.(?:csv|xlsx)$/i.test(path) ? null : beside;
}

async function openSource(paths: readonly string[], given: string | undefined, problems: ProblemList): Promise<OpenTables | null> {
  const refuse = (path: string, what: DatasetFault): null => {
    problems.add(wholeFile(basename(resolve(path)), what));
    return null;
  };
  const kinds = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  const missing = paths.find((_, index) => kinds[index] === null);
  if (missing !== undefined) return refuse(missing, fault("no_file", {}));
  if (kinds.every((it) => it?.isDirectory())) {
    const folders = paths.map(async (path): Promise<SourceFolder> => {
      const names = (await readdir(path)).filter((name) => endingOf(name) === "csv").sort();
      return { name: basename(resolve(path)), files: await Promise.all(names.map((name) => fileOnDisk(join(path, name)))) };
    });
    return openFolders(await Promise.all(folders), problems);
  }
  const [path] = paths as [string];
  const mapping = paths.length > 1 ? null : await mappingFor(path, given);
  if (mapping !== null) {
    if ((await stat(mapping).catch(() => null)) === null) return refuse(mapping, fault("no_mapping_file", {}));
    return openMapped(await fileOnDisk(path), await fileOnDisk(mapping), problems);
  }
  const open = openers[endingOf(path)];
  if (paths.length > 1 || open === undefined) return refuse(path, fault("no_source", { accepted: acceptedSources }));
  return open(await fileOnDisk(path), problems);
}

/** Reads open tables, judges them, and keeps all rows. */
export async function readOpened(open: OpenTables | null, problems: ProblemList, { known, onProgress }: ReadOptions): Promise<ReadDataset> {
  const dataset = emptyDataset();
  if (open === null) return { dataset, problems: problems.toArray(), warnings: [], sources: [] };
  const reading = new Reading(open, { problems, known });
  await reading.judgeAll((table, rows) => {
    const held = dataset[table] as unknown[];
    for (const row of rows) held.push(row);
  }, onProgress);
  return { dataset, problems: problems.toArray(), warnings: reading.warnings.toArray(), sources: open.sources };
}

/**
 * Reads and validates a dataset: a folder of CSV tables, several folders as one, or one file. All faults are returned together, none
 * is thrown; the dataset is to be used only when there are no problems.
 */
export async function readDataset(source: string | readonly string[], options: ReadOptions = {}): Promise<ReadDataset> {
  const problems = new ProblemList();
  const open = await openSource(typeof source === "string" ? [source] : source, options.mapping, problems);
  return readOpened(open, problems, options);
}

/**
 * The same without holding the rows: some bytes a row stay in memory, whatever its size. CSV and JSON Lines are read as they stream;
 * JSON and workbooks are held while they are open.
 */
export async function openDataset(
  source: string | readonly string[],
  { known, onProgress, mapping, onRows }: ReadOptions = {},
): Promise<OpenDataset> {
  const problems = new ProblemList();
  const open = await openSource(typeof source === "string" ? [source] : source, mapping, problems);
  if (open === null) return { problems: problems.toArray(), warnings: [], sources: [], source: heldSource(emptyDataset()) };
  const reading = new Reading(open, { problems, known });
  const numberOf = reading.numberOf.bind(reading);
  await reading.judgeAll((table, rows) => {
    if (problems.isEmpty) onRows?.(table, rows, numberOf);
  }, onProgress);
  return {
    problems: problems.toArray(),
    warnings: reading.warnings.toArray(),
    sources: open.sources,
    source: reading,
  };
}
