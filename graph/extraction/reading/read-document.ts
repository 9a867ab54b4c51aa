import { createHash } from "node:crypto";
import type { ExtractedParagraph } from "../extraction.ts";
import { blocksOf } from "./blocks.ts";
import { decodeDocument, decodePage } from "./decode.ts";
import { type Published, publishedIn } from "./publication-date.ts";
import { DocumentUnreadable } from "./unreadable.ts";

/** What one file format gives. */
export interface ReadText {
  text: string;
  paragraphs: ExtractedParagraph[];
  /** As the file marks it; null: it marks none. */
  title: string | null;
  published: Published | null;
  /** Whether the kinds of the paragraphs are the file's own marks; false: all are `body`, for a closer look. */
  marked: boolean;
}

export interface ReadDocument extends ReadText {
  /** Base name. */
  file: string;
  format: DocumentFormat;
  /** Of the file's bytes, lower-case hex. */
  sha256: string;
  /** Length of `text` in UTF-16 code units. Of a .txt the text is the decoded file, unchanged. */
  characters: number;
}

export const documentFormats = ["txt", "html", "docx", "pdf"] as const;
export type DocumentFormat = (typeof documentFormats)[number];
export const accepted = ".txt, .html, .htm, .docx or .pdf";

const bytesAtMost = 20 * 1024 * 1024;
const charactersAtMost = 2_000_000;

const formatOfEnding: Readonly<Record<string, DocumentFormat>> = { txt: "txt", html: "html", htm: "html", docx: "docx", pdf: "pdf" };

/** The format that a file's name tells; null when it is none that can be read. */
export const formatOf = (name: string): DocumentFormat | null => formatOfEnding[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ""] ?? null;

const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((it, index) => bytes[index] === it.charCodeAt(0));

/** A file that is something else than its name says would come out as nonsense. */
function checkContent(bytes: Uint8Array, format: DocumentFormat, file: string): void {
  const is = startsWith(bytes, "%PDF-") ? "pdf" : startsWith(bytes, "PK\x03\x04") ? "docx" : null;
  const claims = format === "pdf" || format === "docx" ? format : null;
  if (is === claims) return;
  const found = is === "pdf" ? "a PDF" : is === "docx" ? "an archive" : `no ${format === "pdf" ? "PDF" : "Word document"}`;
  throw new DocumentUnreadable({
    file,
    fault: `its name ends in .${format}, but it is ${found}`,
    remedy: `give it the ending of what it is: ${accepted}`,
  });
}

async function readAs(format: DocumentFormat, bytes: Uint8Array, file: string): Promise<ReadText> {
  // Their libraries are large, and most documents need none of them.
  if (format === "docx") return (await import("./docx.ts")).readDocx(bytes, file);
  if (format === "pdf") return (await import("./pdf.ts")).readPdf(bytes, file);
  if (format === "html") return (await import("./html.ts")).readHtml(decodePage(bytes, file));
  const text = decodeDocument(bytes, file);
  return { text, paragraphs: blocksOf(text), title: null, published: publishedIn(text), marked: false };
}

/**
 * Bytes of a document as text with rough paragraphs. Offsets of a .txt are into the file as given; of the other formats into the text
 * that was taken out of them, which is the same for the same bytes. Throws DocumentUnreadable.
 */
export async function readDocument({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ReadDocument> {
  const file = name.split(/[\\/]/).at(-1) as string;
  const format = formatOf(file);
  const refuse = (fault: string, remedy: string): never => {
    throw new DocumentUnreadable({ file, fault, remedy });
  };
  if (format === null) return refuse("its ending names no format of a document", `give ${accepted}; save an older .doc as .docx`);
  if (bytes.length === 0) refuse("it is empty", "give a file with text");
  if (bytes.length > bytesAtMost)
    refuse(`it has ${bytes.length} bytes; ${bytesAtMost} are the limit`, "split it, or give its text as .txt");
  checkContent(bytes, format, file);
  const read = await readAs(format, bytes, file);
  if (read.text.trim() === "") refuse("it holds no text", "give a document with text");
  if (read.text.length > charactersAtMost) refuse(`it has ${read.text.length} characters; ${charactersAtMost} are the limit`, "split it");
  return { ...read, file, format, sha256: createHash("sha256").update(bytes).digest("hex"), characters: read.text.length };
}
