import type { Dictionary } from "../dictionary/dictionary.ts";
import { extract } from "../extract.ts";
import type { Extraction } from "../extraction.ts";
import type { AskOptions, Endpoint } from "../reader/endpoint.ts";
import { readAgain } from "../reader/read-again.ts";
import { type ReadDocument, readDocument } from "../reading/read-document.ts";
import type { KnownIndex } from "./known.ts";
import { type Proposals, standingDocument, toDataset } from "./to-dataset.ts";

export interface ExtractedDocument {
  document: ReadDocument;
  extraction: Extraction;
}

interface ExtractDocumentOptions {
  /** File name; its ending tells the format. */
  name: string;
  bytes: Uint8Array;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as a person gives it; wins over what the document says. */
  published?: string | undefined;
  /** The names that are known. */
  dictionary: Dictionary;
  /** Tells whether this very document is known: then the names that hold in it alone count too. */
  known: KnownIndex;
  /** The second reader; null: rules alone. */
  endpoint?: Endpoint | null;
  asking?: AskOptions;
}

const byPerson = "随文件给出";

/** Reads a document and what it says. Nothing is written. Throws DocumentUnreadable. */
export async function extractDocument({
  name,
  bytes,
  published,
  dictionary,
  known,
  endpoint = null,
  asking = {},
}: ExtractDocumentOptions): Promise<ExtractedDocument> {
  const document = await readDocument({ name, bytes });
  const given = published === undefined ? document.published : { value: published, basis: byPerson };
  const found = extract({
    text: document.text,
    // Only a file that marks its headings knows their kinds better than the text tells.
    ...(document.marked ? { paragraphs: document.paragraphs } : {}),
    ...(given === null ? {} : { published: given.value }),
    dictionary,
    document: standingDocument(document, known)?.id,
  });
  const rules = given === null ? found : { ...found, published: given };
  const extraction = endpoint === null ? rules : await readAgain({ text: document.text, rules, endpoint }, asking);
  return { document, extraction };
}

/** The document's own title, else its headline. */
function titleOf({ document, extraction }: ExtractedDocument): string | null {
  const headline = extraction.paragraphs.find((it) => it.kind === "headline");
  return document.title ?? (headline === undefined ? null : document.text.slice(headline.start, headline.end));
}

/** What an extracted document proposes, as a dataset that the model accepts. */
export function proposalsOf(extracted: ExtractedDocument, known: KnownIndex): Proposals {
  const { document, extraction } = extracted;
  const { value, basis } = extraction.published;
  return toDataset({
    extraction,
    known,
    document: {
      file: document.file,
      sha256: document.sha256,
      characters: document.characters,
      title: titleOf(extracted),
      published: value === null ? null : { value, basis: basis ?? "" },
    },
  });
}
