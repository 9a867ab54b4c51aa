import { createHash } from "node:crypto";
import { TextDecoder } from "node:util";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import type { SourceFile } from "./source-file.ts";

export type Encoding = "utf-8" | "gb18030";

/** What one reading of a text file's bytes tells. */
export type TextFacts = { sha256: string } & (
  | { encoding: Encoding; fault: null }
  /** Why it cannot be read as text. */
  | { encoding: null; fault: DatasetFault }
);

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** Whether all bytes can be read so, fed chunk by chunk. */
class Trial {
  private readonly decoder: TextDecoder;
  fits = true;
  constructor(encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }
  /** Without a chunk: the end. */
  feed(chunk?: Uint8Array): void {
    if (!this.fits) return;
    try {
      this.decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      this.fits = false;
    }
  }
}

async function isGb18030(file: SourceFile): Promise<boolean> {
  const trial = new Trial("gb18030");
  for await (const chunk of file.chunks()) trial.feed(chunk);
  trial.feed();
  return trial.fits;
}

/** Hash and encoding of a text file: UTF-8 with or without a byte order mark, else GB18030 as Chinese spreadsheets write it. */
export async function inspectText(file: SourceFile): Promise<TextFacts> {
  const hash = createHash("sha256");
  const utf8 = new Trial("utf-8");
  let first = new Uint8Array();
  for await (const chunk of file.chunks()) {
    hash.update(chunk);
    utf8.feed(chunk);
    if (first.byteLength === 0) first = chunk.slice(0, 4096);
  }
  utf8.feed();
  const sha256 = hash.digest("hex");
  const refused = (code: "utf16" | "utf16_or_no_text" | "half_utf8" | "unknown_encoding"): TextFacts => ({
    sha256,
    encoding: null,
    fault: fault(code, {}),
  });
  if (startsWith(first, 0xff, 0xfe) || startsWith(first, 0xfe, 0xff)) return refused("utf16");
  if (first.includes(0)) return refused("utf16_or_no_text");
  if (utf8.fits) return { sha256, encoding: "utf-8", fault: null };
  if (startsWith(first, 0xef, 0xbb, 0xbf)) return refused("half_utf8");
  return (await isGb18030(file)) ? { sha256, encoding: "gb18030", fault: null } : refused("unknown_encoding");
}

/** The text of a file, chunk by chunk, without a byte order mark. */
export async function* textChunks(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of file.chunks()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

export async function textOf(file: SourceFile, encoding: Encoding): Promise<string> {
  return new TextDecoder(encoding).decode(await file.bytes());
}

/** Bytes in memory as text: UTF-8, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
