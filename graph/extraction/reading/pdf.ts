import { fileURLToPath } from "node:url";
import { extractTextItems, getDocumentProxy, type StructuredTextItem } from "unpdf";
import type { ParagraphKind } from "#graph/vocabulary/marks.ts";
import { layOut } from "./blocks.ts";
import { plainIdeographs } from "./plain-ideographs.ts";
import { publishedIn } from "./publication-date.ts";
import type { ReadText } from "./read-document.ts";
import { DocumentUnreadable } from "./unreadable.ts";

interface Line {
  text: string;
  page: number;
  left: number;
  right: number;
  y: number;
  size: number;
}

const sentenceEnd = /[。！？；…”』」!?;]\s*$/;
const latin = /[\p{Script=Latin}\d,.%]$/u;
const pageNumber = /^[\s—–\-·.第]*\d{1,4}[\s—–\-·.页]*$/;

/** Items of a page as lines: an item that ends a line says so, and one on another height begins a new one. */
function linesOf(items: readonly StructuredTextItem[], page: number): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const { str, x, y, width, fontSize, hasEOL } of items) {
    if (open !== null && str !== "" && Math.abs(open.y - y) > fontSize * 0.5) {
      lines.push(open);
      open = null;
    }
    if (str !== "") {
      open ??= { text: "", page, left: x, right: x, y, size: fontSize };
      open.text += plainIdeographs(str);
      open.right = Math.max(open.right, x + width);
    }
    if (hasEOL && open !== null) {
      lines.push(open);
      open = null;
    }
  }
  if (open !== null) lines.push(open);
  const filled = lines.filter((it) => it.text.trim() !== "");
  return filled.filter((it, index) => !((index === 0 || index === filled.length - 1) && filled.length > 1 && pageNumber.test(it.text)));
}

/** Whether a paragraph goes on from one line to the next. */
function goesOn(line: Line, next: Line, left: number): boolean {
  if (Math.abs(line.size - next.size) > line.size * 0.1) return false;
  if (next.page !== line.page || next.y > line.y) return !sentenceEnd.test(line.text) && next.left <= left + line.size;
  const gap = line.y - next.y;
  return gap < line.size * 2.2 && next.left <= left + line.size && next.right - line.right < line.size * 2;
}

const joined = (text: string, next: string): string =>
  latin.test(text.trimEnd()) && /^[\p{Script=Latin}]/u.test(next.trimStart())
    ? `${text.trimEnd()} ${next.trimStart()}`
    : text.trimEnd() + next.trimStart();

function paragraphsOf(lines: readonly Line[]): { text: string; size: number; page: number }[] {
  const paragraphs: { text: string; size: number; page: number }[] = [];
  let last: Line | null = null;
  let left = 0;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open !== undefined && last !== null && goesOn(last, line, left)) {
      open.text = joined(open.text, line.text);
      left = Math.min(left, line.left);
    } else {
      paragraphs.push({ text: line.text.trim(), size: line.size, page: line.page });
      left = line.left;
    }
    last = line;
  }
  return paragraphs;
}

/** The size in which most characters are printed. */
function bodySize(lines: readonly Line[]): number {
  const bySize = new Map<number, number>();
  for (const { size, text } of lines) bySize.set(size, (bySize.get(size) ?? 0) + text.length);
  return [...bySize].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The text layer of a PDF as paragraphs, lines joined. Offsets are into this text. Throws DocumentUnreadable. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<ReadText> {
  // pdf.js takes the bytes over and refuses a Buffer, whose own slice() would be one: it gets a copy in a plain array.
  const pages = await extractTextItemsOf(new Uint8Array(bytes), file);
  const lines = pages.flatMap((items, page) => linesOf(items, page));
  if (lines.length === 0)
    throw new DocumentUnreadable({
      file,
      fault:
        "the PDF has no text layer that can be read: its pages are pictures, or its fonts name their characters by tables outside the file",
      remedy: "run it through text recognition first, or give its text as .txt",
    });
  const body = bodySize(lines);
  const largest = Math.max(...lines.filter((it) => it.page === 0).map((it) => it.size));
  const kindOf = ({ size, page }: { size: number; page: number }): ParagraphKind =>
    page === 0 && size === largest && size > body * 1.15 ? "headline" : size > body * 1.1 ? "subhead" : "body";
  const pieces = paragraphsOf(lines).map((it) => ({ text: it.text, kind: kindOf(it) }));
  const { text, paragraphs } = layOut(pieces);
  const title = pieces.find((it) => it.kind === "headline")?.text ?? null;
  return { text, paragraphs, title, published: publishedIn(text), marked: title !== null };
}

/** Adobe's tables for Chinese fonts that name their characters by them and not in the file; taken from pdfjs-dist 6.1.200, licence beside them. */
const characterTables = fileURLToPath(new URL("cmaps/", import.meta.url));

async function extractTextItemsOf(bytes: Uint8Array, file: string): Promise<StructuredTextItem[][]> {
  try {
    const proxy = await getDocumentProxy(bytes, { verbosity: 0, cMapUrl: characterTables, cMapPacked: true });
    const { items } = await extractTextItems(proxy);
    await proxy.cleanup();
    return items;
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === "PasswordException";
    throw new DocumentUnreadable({
      file,
      fault: locked ? "the PDF asks for a password" : "it is no PDF, or a damaged one",
      remedy: locked ? "save it without a password" : "save it again, or give its text as .txt",
      cause,
    });
  }
}
