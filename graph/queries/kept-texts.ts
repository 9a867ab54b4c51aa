import type { GraphStore } from "#graph/store/store.ts";
import type { DocumentTexts, SuppliedTexts } from "./document-texts.ts";
import { ask, textOf } from "./rows.ts";

export const keptTextsCypher = `MATCH (t:DocumentText)
RETURN t.id AS sha256, t.name AS name`;

export const keptTextCypher = `MATCH (t:DocumentText {id: $sha256})
RETURN t.text AS text`;

export const keepTextCypher = `MERGE (t:DocumentText {id: $sha256})
SET t.name = $name, t.text = $text`;

export interface SuppliedText {
  /** Of the file's bytes. */
  sha256: string;
  /** File name without its ending. */
  name: string;
  /** As offsets count it. */
  text: string;
}

/** Keeps the text of a document that a person supplied, by the hash of its file. It is no part of any dataset, export or checksum. */
export async function keepText(store: GraphStore, { sha256, name, text }: SuppliedText): Promise<void> {
  await store.write((transaction) => transaction.run({ text: keepTextCypher, parameters: { sha256, name, text } }));
}

/** The texts that a store keeps. Each is read from it once. */
export function keptTexts(store: GraphStore): DocumentTexts {
  const known = new Map<string, string>();
  return {
    async read(): Promise<SuppliedTexts> {
      const listed = await ask({ store }, keptTextsCypher);
      for (const { sha256 } of listed) {
        if (known.has(textOf(sha256))) continue;
        const [row] = await ask({ store }, keptTextCypher, { sha256 });
        if (row !== undefined) known.set(textOf(sha256), textOf(row.text));
      }
      return { bySha256: known, sha256ByName: new Map(listed.map(({ sha256, name }) => [textOf(name), textOf(sha256)])) };
    },
  };
}

/** Texts of two places as one. */
export const joinedTexts = (first: DocumentTexts, second: DocumentTexts): DocumentTexts => ({
  async read() {
    const [one, two] = await Promise.all([first.read(), second.read()]);
    return {
      bySha256: new Map([...two.bySha256, ...one.bySha256]),
      sha256ByName: new Map([...two.sha256ByName, ...one.sha256ByName]),
    };
  },
});
