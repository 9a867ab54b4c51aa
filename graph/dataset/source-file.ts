import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";

/** The bytes of a file, wherever they are. May be read more than once. */
export interface SourceFile {
  name: string;
  size: number;
  bytes: () => Promise<Uint8Array>;
  /** From a byte on, from the first one when none is given. */
  chunks: (from?: number) => AsyncIterable<Uint8Array>;
}

const piece = 1 << 18;

export async function fileOnDisk(path: string, name = basename(path)): Promise<SourceFile> {
  return {
    name,
    size: (await stat(path)).size,
    bytes: () => readFile(path),
    chunks: (from = 0) => createReadStream(path, { highWaterMark: piece, start: from }),
  };
}

export function fileInMemory(name: string, bytes: Uint8Array): SourceFile {
  return {
    name,
    size: bytes.byteLength,
    bytes: async () => bytes,
    chunks: async function* (from = 0) {
      for (let at = from; at < bytes.byteLength; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

/** Hash of the file's bytes, lower-case hex. */
export async function sha256Of(file: SourceFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.chunks()) hash.update(chunk);
  return hash.digest("hex");
}
