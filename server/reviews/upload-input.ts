import { readKnown } from "#graph/changes/known.ts";
import type { ReviewInput } from "#graph/changes/review/input.ts";
import { type Problem, problemLine, problemTotal } from "#graph/dataset/problem.ts";
import { readUploads } from "#graph/dataset/upload.ts";
import { accepted, formatOf } from "#graph/extraction/reading/read-document.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { Asked } from "#graph/queries/rows.ts";
import { HttpFault } from "../http/fault.ts";
import type { Uploaded, UploadedFile } from "../http/upload.ts";
import type { DocumentInputOptions } from "./document-input.ts";

export interface UploadInput {
  input: ReviewInput;
  title: string;
  sources: Revision["sources"];
}

const endingOf = (name: string): string => /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
/** Of the dataset formats; documents have their own. */
const datasetEndings: readonly string[] = ["zip", "csv", "xlsx", "json", "jsonl"];
const stemOf = (name: string): string => name.replace(/\.\w+$/, "");

type Reading = Pick<DocumentInputOptions, "reader">;

/** Reads an upload into what is to be reviewed: a dataset, or what a document proposes. Throws HttpFault, with places in `details`. */
export async function inputOf(asked: Asked, upload: Uploaded, reading: Reading): Promise<UploadInput> {
  try {
    return await read(asked, upload, reading);
  } catch (error) {
    throw error instanceof RangeError ? tooDeep : error;
  }
}

async function read(asked: Asked, upload: Uploaded, { reader }: Reading): Promise<UploadInput> {
  const { files, fields } = unwrap(upload);
  const [file] = files;
  if (file === undefined) throw nothing;
  const documents = files.filter((it) => formatOf(it.name) !== null);
  if (documents.length === 0) {
    if (files.length === 1 && !datasetEndings.includes(endingOf(file.name))) throw unknownType(file.name);
    return datasetInput(asked, files, fields);
  }
  if (files.length > 1) throw oneAtATime;
  // The segmenter's dictionary and the rules are loaded when a document first comes.
  const { documentInput } = await import("./document-input.ts");
  return documentInput(asked, { file, fields, reader });
}

/** A JSON body may name what it holds: `{"dataset": …, "title"}` or `{"document": {"name", "text", "published"}}`. */
function unwrap(upload: Uploaded): Uploaded {
  const [file] = upload.files;
  if (file === undefined || upload.files.length > 1 || endingOf(file.name) !== "json") return upload;
  const body = Buffer.from(file.bytes)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const parsed = /^\s*\{\s*"format"/.test(body) ? null : parsedJson(body);
  if (typeof parsed !== "object" || parsed === null) return upload;
  const { dataset, document, title } = parsed as { dataset?: unknown; document?: unknown; title?: unknown };
  const fields: Record<string, string> = { ...upload.fields, ...(typeof title === "string" ? { title } : {}) };
  if (typeof dataset === "object" && dataset !== null)
    return { files: [{ name: file.name, bytes: Buffer.from(JSON.stringify(dataset, null, 1)) }], fields };
  if (typeof document !== "object" || document === null) return upload;
  const { name, text, published } = document as Record<string, unknown>;
  if (typeof name !== "string" || typeof text !== "string" || name === "") throw nameless;
  const dated: Record<string, string> = typeof published === "string" ? { published } : {};
  return { files: [{ name: endingOf(name) === "txt" ? name : `${name}.txt`, bytes: Buffer.from(text) }], fields: { ...fields, ...dated } };
}

/** Null for what is none: reading it as a dataset says where the fault is. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isMapping = ({ name }: UploadedFile): boolean => /\.mapping\.json$/i.test(name);

/** A dataset of any format; a foreign table comes with its mapping, as a file `*.mapping.json` or as the text of the field `mapping`. */
async function datasetInput({ store }: Asked, files: UploadedFile[], fields: Uploaded["fields"]): Promise<UploadInput> {
  const mapping = fields.mapping ? [{ name: "upload.mapping.json", bytes: Buffer.from(fields.mapping) }] : [];
  const { dataset, problems, sources } = await readUploads({ files: [...files, ...mapping], known: () => readKnown(store) });
  if (problems.length > 0) throw refused(problems);
  const tables = files.filter((it) => !isMapping(it));
  const name = tables.length === 1 ? stemOf((tables[0] as UploadedFile).name) : "upload";
  return { input: { origin: "dataset", dataset, name }, title: fields.title ?? name, sources };
}

const shownProblems = 1000;

/** The places as `file:row:column`, the first thousand, and how many there are. */
function refused(problems: readonly Problem[]): HttpFault {
  const total = problemTotal(problems);
  const [first] = problems as [Problem];
  return new HttpFault({
    status: 400,
    code: "invalid_input",
    message: `the dataset is not valid: ${total} ${total === 1 ? "problem" : "problems"}, the first is ${problemLine(first)}`,
    remedy: `correct what \`details\` names${total > shownProblems ? ` (the first ${shownProblems} of ${total})` : ""} and upload it again; nothing was written`,
    details: problems
      .slice(0, shownProblems)
      .map((it) => ({ path: `${it.file}:${it.row}:${it.column}`, message: it.message, fault: it.fault })),
  });
}

const unknownType = (name: string): HttpFault =>
  new HttpFault({
    status: 415,
    code: "unsupported_type",
    message: `"${name}" is neither data nor a document that can be read`,
    remedy: `send data as ${datasetEndings.map((it) => `.${it}`).join(", ")}, or a document as ${accepted}`,
  });
const bad = (message: string, remedy: string): HttpFault => new HttpFault({ status: 400, code: "invalid_input", message, remedy });
const nothing = bad("the upload holds no file", "send a dataset or a document; GET /api/v1/openapi.json says in which forms");
const tooDeep = bad(
  "the upload is nested more deeply than it can be read",
  "send tables of records, as GET /api/v1/export?format=json gives them",
);
const oneAtATime = bad("a document comes alone", "upload documents one by one, and datasets apart from them");
const nameless = bad("`document` needs a `name` and a `text`", 'send {"document": {"name": "…", "text": "…", "published": "2024-03"}}');
