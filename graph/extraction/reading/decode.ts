import { DocumentUnreadable } from "./unreadable.ts";

/** A byte order mark stays in the text: offsets are into the file as given. */
const decoderOf = (encoding: string) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return decoderOf(encoding).decode(bytes);
  } catch {
    return null;
  }
}

/** Place of the first occurrence of a character, counted as editors do. */
function placeOf(text: string, character: string): { row: number; column: number } {
  const before = text.slice(0, text.indexOf(character));
  const lineStart = before.lastIndexOf("\n") + 1;
  return { row: before.split("\n").length, column: before.length - lineStart + 1 };
}

/** More damaged characters than this share: the file is no damaged UTF-8, it is in another encoding. */
const damageAtMost = 0.01;

/**
 * Bytes of a text file as text: UTF-8 with or without byte order mark, unchanged; else GB18030. UTF-8 with a few broken bytes is refused
 * with the place of the first, since as GB18030 it would read as other characters. Throws DocumentUnreadable.
 */
export function decodeDocument(bytes: Uint8Array, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new DocumentUnreadable({ file, fault: "the text is UTF-16", remedy: "save it as UTF-8 or GB18030" });
  const text = decodeAs("utf-8", bytes) ?? decodeOther(bytes, file);
  if (text.includes("\0"))
    throw new DocumentUnreadable({
      file,
      fault: "it holds NUL characters, so it is no text",
      remedy: "give a text file",
      ...placeOf(text, "\0"),
    });
  return text;
}

function decodeOther(bytes: Uint8Array, file: string): string {
  const damaged = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const broken = damaged.split("\uFFFD").length - 1;
  const other = broken > damaged.length * damageAtMost ? decodeAs("gb18030", bytes) : null;
  if (other !== null) return other;
  throw new DocumentUnreadable({
    file,
    fault: "these bytes are neither UTF-8 nor GB18030",
    remedy: "save the text as UTF-8",
    ...placeOf(damaged, "\uFFFD"),
  });
}

/** The encoding that a page names for itself in its first bytes. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

/** Bytes of a page as text: the encoding that it names, if its bytes are in it, else as `decodeDocument` finds. Throws DocumentUnreadable. */
export function decodePage(bytes: Uint8Array, file: string): string {
  const named = namedEncoding(bytes);
  if (named !== null && !/^utf-?8$/i.test(named)) {
    try {
      return decoderOf(named).decode(bytes);
    } catch {
      // An encoding that does not exist, or that the page is not in: its bytes decide.
    }
  }
  return decodeDocument(bytes, file);
}
