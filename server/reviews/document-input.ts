import { hash } from "node:crypto";
import { readClaimsFromStore, readNamedFromStore } from "#graph/changes/read-store.ts";
import { buildDictionary, type Dictionary } from "#graph/extraction/dictionary/dictionary.ts";
import { extractDocument, proposalsOf } from "#graph/extraction/proposals/extract-document.ts";
import { indexKnown, type KnownIndex } from "#graph/extraction/proposals/known.ts";
import type { Endpoint } from "#graph/extraction/reader/endpoint.ts";
import { date } from "#graph/model/period.ts";
import { InputInvalid } from "#graph/queries/fault.ts";
import { keepText } from "#graph/queries/kept-texts.ts";
import { perRevision } from "#graph/queries/per-revision.ts";
import type { Asked } from "#graph/queries/rows.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { UploadedFile } from "../http/upload.ts";
import type { UploadInput } from "./upload-input.ts";

/** The names that documents are read against; worked out once a revision. */
const knownNames = perRevision(async ({ store }) => {
  const tables = await readNamedFromStore(store);
  return { tables, dictionary: buildDictionary(tables) };
});

interface Known {
  names: { dictionary: Dictionary; known: KnownIndex };
  /** When this very file was published, where the store holds it. */
  published: string | undefined;
}

/** What the store knows, as far as it matters for this file: all names, and the claims of the document that it is, if it is known. */
async function knownFor(store: GraphStore, bytes: Uint8Array): Promise<Known> {
  const { tables, dictionary } = await knownNames(store);
  const sha256 = hash("sha256", bytes, "hex");
  const standing = tables.documents.find((it) => it.sha256 === sha256);
  const claims = standing === undefined ? { statements: [], metrics: [], evidence: [] } : await readClaimsFromStore(store, standing.id);
  return { names: { dictionary, known: indexKnown({ ...tables, ...claims }) }, published: standing?.published };
}

export interface DocumentInputOptions {
  file: UploadedFile;
  fields: Readonly<Record<string, string>>;
  /** The second reader, where there is one. */
  reader: Endpoint | null;
}

/** Reads a document into what it proposes, and keeps its text, so that the words can be shown. Throws DocumentUnreadable. */
export async function documentInput({ store, signal }: Asked, { file, fields, reader }: DocumentInputOptions): Promise<UploadInput> {
  const given = fields.published;
  if (given !== undefined && given !== "" && !date.safeParse(given).success)
    throw new InputInvalid({
      path: "published",
      fault: `"${given}" is no date`,
      remedy: "give YYYY, YYYY-MM or YYYY-MM-DD, or leave it open",
    });
  const { names, ...stored } = await knownFor(store, file.bytes);
  const published = given || stored.published;
  const extracted = await extractDocument({
    ...file,
    ...names,
    endpoint: reader,
    ...(published ? { published } : {}),
    ...(signal === undefined ? {} : { asking: { signal } }),
  });
  const { dataset, remarks } = proposalsOf(extracted, names.known);
  const { sha256, text } = extracted.document;
  const name = file.name.replace(/\.\w+$/, "");
  await keepText(store, { sha256, name, text });
  return {
    input: { origin: "document", dataset, name, remarks },
    title: fields.title ?? dataset.documents[0]?.title ?? name,
    sources: [{ name: file.name, sha256 }],
  };
}
