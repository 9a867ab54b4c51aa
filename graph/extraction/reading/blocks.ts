import type { ExtractedParagraph } from "../extraction.ts";

const sentenceEnd = /[。！？；：…”』」）.!?;:]\s*$/;
const indented = /^(?:[ \t\u00a0]{2,}|\u3000)/;
/** Shorter lines are headings and list items, not lines that a program has broken. */
const brokenFrom = 18;

/** Whether a program broke a sentence between these lines: the first is long and ends in the middle, the second goes on without indent. */
const isBroken = (line: string, next: string): boolean =>
  line.trim().length >= brokenFrom && !sentenceEnd.test(line) && next.trim().length > 0 && !indented.test(next);

/**
 * Rough paragraphs of a plain text: a block between line breaks, lines that were broken in the middle of a sentence taken together.
 * Spans leave out white space at either end; every kind is `body`, which only a closer look can tell.
 */
export function blocksOf(text: string): ExtractedParagraph[] {
  const blocks: ExtractedParagraph[] = [];
  let from = 0;
  let open: { start: number; last: string } | null = null;
  const close = (end: number): void => {
    if (open === null) return;
    const words = text.slice(open.start, end);
    const start = open.start + (words.length - words.trimStart().length);
    const stop = open.start + words.trimEnd().length;
    if (stop > start) blocks.push({ start, end: stop, kind: "body" });
    open = null;
  };
  for (const line of text.split("\n")) {
    const blank = line.replace(/[\s\uFEFF]+/g, "") === "";
    if (open !== null && (blank || !isBroken((open as { last: string }).last, line))) close(from);
    if (!blank) open = { start: (open as { start: number } | null)?.start ?? from, last: line };
    from += line.length + 1;
  }
  close(text.length);
  return blocks;
}

/** A text laid out of pieces, an empty line between each, with the span of each. */
export function layOut(pieces: readonly { text: string; kind: ExtractedParagraph["kind"] }[]): {
  text: string;
  paragraphs: ExtractedParagraph[];
} {
  let text = "";
  const paragraphs: ExtractedParagraph[] = [];
  for (const piece of pieces) {
    if (text !== "") text += "\n\n";
    paragraphs.push({ start: text.length, end: text.length + piece.text.length, kind: piece.kind });
    text += piece.text;
  }
  return { text, paragraphs };
}
