import express, { type Request, type RequestHandler } from "express";
import multer from "multer";
import { HttpFault } from "./fault.ts";

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

/** What a body held: the files of a form with its fields, or one file sent as it is. */
export interface Uploaded {
  files: UploadedFile[];
  fields: Readonly<Record<string, string>>;
}

export const nothingUploaded: Uploaded = { files: [], fields: {} };

/** The ending that a file sent as raw bytes gets from its media type. */
export const endings: Readonly<Record<string, string>> = {
  "application/json": "json",
  "application/x-ndjson": "jsonl",
  "application/jsonl": "jsonl",
  "application/zip": "zip",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "text/csv": "csv",
  "text/html": "html",
  "text/plain": "txt",
};

const form = "multipart/form-data";
const mostFiles = 100;

/** Reads a form, or raw bytes of a media type of `endings`, into `request.body` as Uploaded; all of it within `limit` bytes. */
export function uploadBody(limit: number): RequestHandler {
  const files = multer({
    storage: multer.memoryStorage(),
    defParamCharset: "utf8",
    limits: { fileSize: limit, files: mostFiles, fields: 20, fieldSize: 1024 * 1024 },
  }).any();
  const raw = express.raw({ limit, type: () => true });
  return (request, response, next) => {
    if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
    const type = mediaType(request);
    const done = (read: () => Uploaded) => (error?: unknown) => {
      if (error !== undefined) return next(type === form ? formFault(error, limit) : error);
      request.body = read();
      next();
    };
    if (type === form) {
      cutBeyond(request, limit, next);
      return files(
        request,
        response,
        done(() => formOf(request)),
      );
    }
    if (endings[type] === undefined) throw unsupported(type);
    return raw(
      request,
      response,
      done(() => ({
        files: [{ name: nameOf(request, type), bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.of() }],
        fields: {},
      })),
    );
  };
}

const mediaType = (request: Request): string => (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** The form parser bounds each file; together, and without a length told beforehand, they are counted here. */
function cutBeyond(request: Request, limit: number, next: (error: unknown) => void): void {
  let received = 0;
  let cut = false;
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (cut || received <= limit) return;
    cut = true;
    request.unpipe();
    next(tooLarge(limit));
  });
}

function formOf(request: Request): Uploaded {
  const files = (request.files ?? []) as Express.Multer.File[];
  const fields = Object.entries((request.body ?? {}) as Record<string, unknown>).filter(
    (it): it is [string, string] => typeof it[1] === "string",
  );
  return { files: files.map((it) => ({ name: baseName(it.originalname), bytes: it.buffer })), fields: Object.fromEntries(fields) };
}

/** Browsers send a path for a folder's files. */
const baseName = (path: string): string => path.split(/[\\/]/).at(-1) || "file";

function nameOf(request: Request, type: string): string {
  const { name } = request.query;
  const given = typeof name === "string" ? baseName(name.slice(0, 200)) : "upload";
  return /\.\w{2,6}$/.test(given) ? given : `${given}.${endings[type]}`;
}

const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

const tooLarge = (limit: number): HttpFault =>
  new HttpFault({
    status: 413,
    code: "too_large",
    message: `the upload is larger than ${megabytes(limit)}`,
    remedy: "send it in parts, or seed it from a folder or a .jsonl file with npm run seed",
  });

const unsupported = (type: string): HttpFault =>
  new HttpFault({
    status: 415,
    code: "unsupported_type",
    message: type === "" ? "the upload has no Content-Type" : `an upload of type ${type} is not read`,
    remedy: `send multipart/form-data with files, or one of ${Object.keys(endings).join(", ")}`,
  });

/** The files are kept in memory, so whatever the form's parser throws is about the form. */
function formFault(error: unknown, limit: number): unknown {
  if (error instanceof HttpFault || !(error instanceof Error)) return error;
  const { code, field } = error as { code?: unknown; field?: unknown };
  if (code === "LIMIT_FILE_SIZE") return tooLarge(limit);
  return new HttpFault({
    status: 400,
    code: "invalid_input",
    message: `the form cannot be read: ${error.message}${typeof field === "string" ? ` (${field})` : ""}`,
    remedy: `send multipart/form-data with its boundary, at most ${mostFiles} files and plain text fields`,
  });
}
