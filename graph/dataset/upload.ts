import { unzip } from "fflate";
import { fault } from "#graph/model/dataset-fault.ts";
import type { Known } from "./known.ts";
import { isMappingName, mappingNameOf, openMapped } from "./mapping/open.ts";
import { endingOf, openers, openFolders } from "./open.ts";
import { ProblemList, wholeFile } from "./problem.ts";
import { type ReadDataset, readOpened } from "./read.ts";
import type { OpenTables } from "./rows.ts";
import { fileInMemory, type SourceFile } from "./source-file.ts";
import { unzippedSize } from "./zip.ts";

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

/** An archive that unpacks to more than this is refused unread. */
const largestUnpacked = 400 << 20;

const unpacked = (bytes: Uint8Array): Promise<Record<string, Uint8Array>> =>
  new Promise((resolve, reject) => unzip(bytes, (error, files) => (error === null ? resolve(files) : reject(error))));

const nameIn = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The files of an archive, folders laid flat; what a packing program added for itself is passed over. */
async function filesOf({ name, bytes }: UploadedFile, problems: ProblemList): Promise<UploadedFile[] | null> {
  const size = unzippedSize(bytes);
  if (size === null || size > largestUnpacked) {
    const what = size === null ? fault("not_archive", {}) : fault("archive_too_large", { megabytes: Math.round(size / 1e6) });
    problems.add(wholeFile(name, what));
    return null;
  }
  try {
    const files = Object.entries(await unpacked(bytes));
    return files
      .filter(([path]) => !path.endsWith("/") && !path.startsWith("__MACOSX/") && !nameIn(path).startsWith("."))
      .map(([path, content]) => ({ name: nameIn(path), bytes: content }));
  } catch {
    problems.add(wholeFile(name, fault("archive_broken", {})));
    return null;
  }
}

async function openUploaded(files: readonly UploadedFile[], problems: ProblemList, archive?: string): Promise<OpenTables | null> {
  const [first] = files;
  if (first === undefined) {
    problems.add(wholeFile(archive ?? "upload", fault("nothing_sent", {})));
    return null;
  }
  const ending = endingOf(first.name);
  if (files.length === 1 && ending === "zip" && archive === undefined) {
    const inside = await filesOf(first, problems);
    return inside === null ? null : openUploaded(inside, problems, first.name);
  }
  const mappings = files.filter((it) => isMappingName(it.name)).map((it) => fileInMemory(it.name, it.bytes));
  const held = files.filter((it) => !isMappingName(it.name)).map((it): SourceFile => fileInMemory(it.name, it.bytes));
  const [mapping] = mappings;
  if (mapping !== undefined) {
    const [table] = held;
    if (mappings.length === 1 && held.length === 1 && table !== undefined) return openMapped(table, mapping, problems);
    problems.add(wholeFile(mapping.name, fault("mapping_alone", {})));
    return null;
  }
  if (held.every((it) => endingOf(it.name) === "csv")) return openFolders([{ name: "upload", files: held }], problems);
  const [file] = held as [SourceFile];
  const open = openers[ending];
  if (files.length === 1 && open !== undefined) return open(file, problems);
  const what = fault(files.length > 1 ? "several_no_tables" : "no_format", {});
  problems.add(wholeFile(files.length > 1 ? files.map((it) => it.name).join(", ") : file.name, what));
  return null;
}

/**
 * Reads a dataset out of uploaded files: one of any format, an archive of CSV tables, the tables themselves, or a foreign table with its
 * mapping (`*.mapping.json`). The same judgement as `readDataset`.
 */
export async function readUploads({
  files,
  known,
}: {
  files: readonly UploadedFile[];
  known?: () => Promise<Known>;
}): Promise<ReadDataset> {
  const problems = new ProblemList();
  return readOpened(await openUploaded(files, problems), problems, known === undefined ? {} : { known });
}

/** The same for one file, and its mapping where it needs one. */
export function readUpload({
  mapping,
  known,
  ...file
}: UploadedFile & { mapping?: UploadedFile; known?: () => Promise<Known> }): Promise<ReadDataset> {
  const files = mapping === undefined ? [file] : [file, { ...mapping, name: mappingNameOf(file.name) }];
  return readUploads({ files, ...(known === undefined ? {} : { known }) });
}
