import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, parse } from "node:path";
import type { DocumentTexts, SuppliedTexts } from "#graph/queries/document-texts.ts";

interface TextFile {
  stamp: string;
  sha256: string;
  text: string;
}

const textEndings = new Set([".txt", ".md"]);
/** A newspaper page has some thousand characters; what is larger is no document of ours. */
const largestBytes = 5_000_000;

/** Texts in a folder, told apart by the hash of their file. A file is read again when its size or time has changed. */
export function documentFolder(folder: string): DocumentTexts {
  const known = new Map<string, TextFile>();
  return {
    async read(): Promise<SuppliedTexts> {
      const names = (await readdir(folder).catch(() => [])).filter((name) => textEndings.has(parse(name).ext));
      for (const name of known.keys()) if (!names.includes(name)) known.delete(name);
      await Promise.all(names.map((name) => refresh(known, folder, name)));
      const files = [...known];
      return {
        bySha256: new Map(files.map(([, { sha256, text }]) => [sha256, text])),
        sha256ByName: new Map(files.map(([name, { sha256 }]) => [parse(name).name, sha256])),
      };
    },
  };
}

async function refresh(known: Map<string, TextFile>, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const { size, mtimeMs } = await stat(path);
  const stamp = `${size} ${mtimeMs}`;
  if (known.get(name)?.stamp === stamp || size > largestBytes) return;
  const bytes = await readFile(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // A byte order mark stays: offsets count it.
  known.set(name, { stamp, sha256, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) });
}
