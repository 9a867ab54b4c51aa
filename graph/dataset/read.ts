import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Dataset, emptyDataset, type TableName, tableNames } from "#graph/model/dataset.ts";
import { type CsvTable, readCsvTable } from "./csv.ts";
import { decodeText } from "./decode.ts";
import { readJsonDataset } from "./json.ts";
import type { Known } from "./known.ts";
import { asDataset, type Locate, type Place, type RawDataset } from "./locator.ts";
import { type Problem, ProblemList } from "./problem.ts";
import { validateDataset } from "./validate.ts";

export interface ReadProgress {
  /** File under way. */
  file: string;
  done: number;
  total: number;
}

export interface ReadOptions {
  onProgress?: (progress: ReadProgress) => void;
  /** What the store holds; asked only when the files refer to something that they do not declare. */
  known?: () => Promise<Known>;
}

export interface ReadDataset {
  dataset: Dataset;
  problems: Problem[];
  warnings: Problem[];
  /** Each file read, with the hash of its bytes. */
  sources: { name: string; sha256: string }[];
}

interface Origin {
  file: string;
  rows: number[];
  columnNumbers: ReadonlyMap<string, number>;
  /** Index of its first record in the joined table. */
  from: number;
}

const emptyRaw = (): RawDataset => emptyDataset() as unknown as RawDataset;

/** Tables of one or more folders laid end to end, and where each record came from. */
class JoinedTables {
  readonly raw: RawDataset = emptyRaw();
  private readonly origins = new Map<TableName, Origin[]>();

  add(table: TableName, { records, rows, columnNumbers }: CsvTable, file: string): void {
    const origin = { file, rows, columnNumbers, from: this.raw[table].length };
    this.origins.set(table, [...(this.origins.get(table) ?? []), origin]);
    for (const record of records) this.raw[table].push(record);
  }

  readonly locate: Locate = (table, index, field): Place => {
    const origin = this.origins.get(table)?.findLast((it) => it.from <= index);
    if (origin === undefined) return { file: `${table}.csv`, row: 1, column: 1 };
    const column = field === undefined ? 1 : (origin.columnNumbers.get(field) ?? 1);
    return { file: origin.file, row: origin.rows[index - origin.from] ?? 1, column };
  };
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What a folder declares belongs to the one dataset that its datasets.csv names, where several folders are read together. */
function nameDataset(tables: ReadonlyMap<TableName, CsvTable>): void {
  const heads = tables.get("datasets")?.records ?? [];
  const id = heads.length === 1 ? heads[0]?.id : undefined;
  if (id === undefined) return;
  for (const table of ["documents", "entities", "constraints"] as const)
    for (const record of tables.get(table)?.records ?? []) record.dataset ??= id;
}

async function readFolders(folders: readonly string[], { onProgress, known }: ReadOptions): Promise<ReadDataset> {
  const joined = new JoinedTables();
  const problems = new ProblemList();
  const sources: ReadDataset["sources"] = [];
  let complete = true;
  for (const [number, folder] of folders.entries()) {
    const label = (name: string): string => (folders.length > 1 ? `${basename(folder)}/${name}` : name);
    const present = new Set((await readdir(folder)).filter((name) => name.endsWith(".csv")));
    const accepted = tableNames.map((table) => `${table}.csv`);
    for (const name of [...present].filter((it) => !accepted.includes(it)).sort())
      problems.add({ file: label(name), row: 1, column: 1, message: `no table of a dataset; accepted: ${accepted.join(", ")}` });
    if (!accepted.some((name) => present.has(name)))
      problems.add({
        file: basename(folder),
        row: 1,
        column: 1,
        message: `the folder holds no table of a dataset (${accepted.join(", ")})`,
      });
    const tables = new Map<TableName, CsvTable>();
    for (const [index, table] of tableNames.entries()) {
      const name = `${table}.csv`;
      if (!present.has(name)) continue;
      onProgress?.({ file: label(name), done: number * tableNames.length + index, total: folders.length * tableNames.length });
      const bytes = await readFile(join(folder, name));
      sources.push({ name: label(name), sha256: sha256(bytes) });
      const read = readCsvTable({ text: decodeText(bytes), table, file: label(name), problems });
      complete &&= read.complete;
      tables.set(table, read);
    }
    nameDataset(tables);
    for (const [table, read] of tables) joined.add(table, read, label(`${table}.csv`));
  }
  if (!complete) return { dataset: asDataset(joined.raw), problems: problems.toArray(), warnings: [], sources };
  return { ...(await validateDataset(joined.raw, { locate: joined.locate, known, found: problems })), sources };
}

async function readJsonFile(path: string, { known }: ReadOptions): Promise<ReadDataset> {
  const bytes = await readFile(path);
  const problems = new ProblemList();
  const file = basename(path);
  const sources = [{ name: file, sha256: sha256(bytes) }];
  const read = readJsonDataset({ text: decodeText(bytes), file, problems });
  if (read === null) return { dataset: emptyDataset(), problems: problems.toArray(), warnings: [], sources };
  return { ...(await validateDataset(read.raw, { locate: read.locate, known, found: problems })), sources };
}

const wholeFault = (path: string, message: string): ReadDataset => ({
  dataset: emptyDataset(),
  problems: [{ file: basename(path), row: 1, column: 1, message }],
  warnings: [],
  sources: [],
});

/**
 * Reads and validates a dataset: a folder of CSV tables, several folders as one, or a .json file. All faults are returned together, none
 * is thrown; the dataset is to be used only when there are no problems.
 */
export async function readDataset(source: string | readonly string[], options: ReadOptions = {}): Promise<ReadDataset> {
  const paths = typeof source === "string" ? [source] : source;
  const kinds = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  const missing = paths.find((_, index) => kinds[index] === null);
  if (missing !== undefined) return wholeFault(missing, "no such file or folder");
  if (kinds.every((it) => it?.isDirectory())) return readFolders(paths, options);
  const [path] = paths as [string];
  if (paths.length > 1 || !path.endsWith(".json"))
    return wholeFault(path, "a dataset is a folder of CSV tables or a .json file; other formats are not built");
  return readJsonFile(path, options);
}
