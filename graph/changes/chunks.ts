import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Change } from "#graph/model/change-set.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const changesAtOnce = 2000;
/** JSON longer than this is kept compressed: `gzip:` and base64. */
const plainLimit = 64 * 1024;
const packed = "gzip:";

export async function packJson(value: unknown): Promise<string> {
  const text = JSON.stringify(value);
  if (text.length <= plainLimit) return text;
  return packed + (await pack(text, { level: 1 })).toString("base64");
}

export async function unpackJson(text: string, naming?: string): Promise<unknown> {
  if (!text.startsWith(packed)) return JSON.parse(text);
  const plain = await unpack(Buffer.from(text.slice(packed.length), "base64"));
  return naming === undefined || plain.includes(JSON.stringify(naming)) ? JSON.parse(plain.toString()) : [];
}

/** Properties of one node that holds some of a revision's changes. */
export interface Chunk {
  revision: number;
  part: number;
  changes: string;
}

/** A revision's changes as its chunks; evidence is inside before and after. */
export async function* packChanges(revision: number, changes: readonly Change[]): AsyncGenerator<Chunk> {
  for (let at = 0, part = 0; at < changes.length; at += changesAtOnce, part += 1) {
    const kept = changes.slice(at, at + changesAtOnce).map(({ evidence: _, ...change }) => change);
    yield { revision, part, changes: await packJson(kept) };
  }
}

/** Changes of chunks; `naming` skips chunks that do not hold this id, which spares parsing them. */
export async function unpackChanges(texts: readonly string[], { naming }: { naming?: string } = {}): Promise<Change[]> {
  const changes: Change[] = [];
  for (const text of texts)
    for (const change of (await unpackJson(text, naming)) as Omit<Change, "evidence">[])
      changes.push({ ...change, evidence: ((change.after ?? change.before)?.evidence ?? []) as Change["evidence"] });
  return changes;
}
