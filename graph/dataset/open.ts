import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { fault } from "#graph/model/dataset-fault.ts";
import { openCsvTable } from "./csv.ts";
import { inspectText, textOf } from "./decode.ts";
import { tableNamed } from "./headings.ts";
import { openJson } from "./json.ts";
import { openJsonLines } from "./jsonl.ts";
import { type ProblemList, wholeFile } from "./problem.ts";
import type { OpenTables, TableRows } from "./rows.ts";
import type { SourceFile } from "./source-file.ts";
import { openWorkbook } from "./workbook.ts";

/** The files of one folder, or of an archive of one. */
export interface SourceFolder {
  name: string;
  files: SourceFile[];
}

const csvName = /\.csv$/i;
const acceptedTables = tableNames.map((table) => `${table}.csv`).join(", ");

async function openFolder(
  { name, files }: SourceFolder,
  { label, group, problems }: { label: (file: string) => string; group: number; problems: ProblemList },
): Promise<OpenTables | null> {
  const open: OpenTables = { tables: [], sources: [] };
  let complete = true;
  const byTable = new Map<TableName, SourceFile>();
  for (const file of files.filter((it) => csvName.test(it.name))) {
    const table = tableNamed(file.name.replace(csvName, ""));
    const twin = table === undefined ? undefined : byTable.get(table);
    if (table === undefined) problems.add(wholeFile(label(file.name), fault("no_table", { accepted: acceptedTables })));
    else if (twin !== undefined) problems.add(wholeFile(label(file.name), fault("same_table", { other: twin.name })));
    else byTable.set(table, file);
  }
  if (byTable.size === 0) problems.add(wholeFile(name, fault("folder_no_table", { accepted: acceptedTables })));
  for (const table of tableNames) {
    const file = byTable.get(table);
    if (file === undefined) continue;
    const { sha256, encoding, fault: unreadable } = await inspectText(file);
    open.sources.push({ name: label(file.name), sha256 });
    if (encoding === null) problems.add(wholeFile(label(file.name), unreadable));
    const rows = encoding === null ? null : await openCsvTable(file, { table, label: label(file.name), encoding, problems });
    if (rows === null) complete = false;
    else open.tables.push({ ...rows, group });
  }
  return complete ? open : null;
}

/** Opens folders of CSV tables as one dataset. Null when something stands in the way of judging the rows. */
export async function openFolders(folders: readonly SourceFolder[], problems: ProblemList): Promise<OpenTables | null> {
  const opened: (OpenTables | null)[] = [];
  for (const [group, folder] of folders.entries()) {
    const label = (file: string): string => (folders.length > 1 ? `${folder.name}/${file}` : file);
    opened.push(await openFolder(folder, { label, group, problems }));
  }
  const complete = opened.filter((it) => it !== null);
  if (complete.length < opened.length) return null;
  return { tables: complete.flatMap((it) => it.tables), sources: complete.flatMap((it) => it.sources) };
}

/** JSON beyond this is not even parsed. */
const longestJson = 256 << 20;

type Opener = (file: SourceFile, problems: ProblemList) => Promise<OpenTables | null>;

const textFile =
  (open: (file: SourceFile, given: { encoding: "utf-8" | "gb18030"; problems: ProblemList }) => Promise<TableRows[] | null>): Opener =>
  async (file, problems) => {
    const { sha256, encoding, fault: unreadable } = await inspectText(file);
    if (encoding === null) {
      problems.add(wholeFile(file.name, unreadable));
      return null;
    }
    const tables = await open(file, { encoding, problems });
    return tables === null ? null : { tables, sources: [{ name: file.name, sha256 }] };
  };

const json = textFile(async (file, { encoding, problems }) => {
  if (file.size <= longestJson) return openJson(await textOf(file, encoding), { file: file.name, problems });
  problems.add(wholeFile(file.name, fault("json_too_large", { megabytes: Math.round(file.size / 1e6) })));
  return null;
});
const jsonLines = textFile((file, { encoding, problems }) => openJsonLines(file, { encoding, label: file.name, problems }));

/** How a dataset in one file is opened, by the ending of its name. */
export const openers: Readonly<Record<string, Opener>> = {
  json,
  jsonl: jsonLines,
  ndjson: jsonLines,
  xlsx: openWorkbook,
};

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
