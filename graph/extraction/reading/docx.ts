import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { blocksOf } from "./blocks.ts";
import { publishedIn } from "./publication-date.ts";
import type { ReadText } from "./read-document.ts";
import { DocumentUnreadable } from "./unreadable.ts";

/** A small file can unpack to any size: refused before it is unpacked. */
const unpackedAtMost = 200 * 1024 * 1024;

/** What the archive says it holds, without unpacking it. */
function contentsOf(bytes: Uint8Array): { names: Set<string>; size: number } {
  const names = new Set<string>();
  let size = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.add(name);
      size += originalSize;
      return false;
    },
  });
  return { names, size };
}

/** The text of a Word document, a paragraph and a table cell each a block of its own. Offsets are into this text. Throws DocumentUnreadable. */
export async function readDocx(bytes: Uint8Array, file: string): Promise<ReadText> {
  const refuse = (fault: string, remedy: string, cause?: unknown): never => {
    throw new DocumentUnreadable({ file, fault, remedy, cause });
  };
  let contents: ReturnType<typeof contentsOf>;
  try {
    contents = contentsOf(bytes);
  } catch (cause) {
    return refuse("it is no .docx file: it is no archive, or a damaged one", "save it again as .docx, or give its text as .txt", cause);
  }
  if (!contents.names.has("[Content_Types].xml")) refuse("it is an archive but no .docx file", "give a Word document");
  if (contents.size > unpackedAtMost)
    refuse(`it unpacks to ${contents.size} bytes; ${unpackedAtMost} are the limit`, "give its text as .txt");
  const { value } = await mammoth
    .extractRawText({ buffer: Buffer.from(bytes) })
    .catch((cause: unknown) => refuse("its text cannot be read", "save it again as .docx, or give its text as .txt", cause));
  return { text: value, paragraphs: blocksOf(value), title: null, published: publishedIn(value), marked: false };
}
