/** The documents' texts that the user has supplied. */
export interface SuppliedTexts {
  /** Decoded as UTF-8, unchanged, so that offsets fit. */
  readonly bySha256: ReadonlyMap<string, string>;
  /** File names without their ending, with the hash of the file. */
  readonly sha256ByName: ReadonlyMap<string, string>;
}

export interface DocumentTexts {
  read(): Promise<SuppliedTexts>;
}

export const noTexts: DocumentTexts = { read: async () => ({ bySha256: new Map(), sha256ByName: new Map() }) };

interface Named {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly sha256: string | null;
}

/** A file named like the document (its id, title or the last part of its address) whose hash is another than the dataset's. */
export function hashMismatch(texts: SuppliedTexts, { id, title, url, sha256 }: Named): boolean {
  if (sha256 === null || texts.bySha256.has(sha256)) return false;
  const page = url
    ?.split(/[?#]/)[0]
    ?.split("/")
    .at(-1)
    ?.replace(/\.\w+$/, "");
  const names = [id, id.replace(/^doc-/, ""), title, ...(page ? [page] : [])];
  return names.some((name) => texts.sha256ByName.has(name));
}
