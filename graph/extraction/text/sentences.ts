import type { ExtractedParagraph, Span } from "../extraction.ts";

export interface Sentence extends Span {
  readonly paragraph: ExtractedParagraph;
  /** Where it stands: statements are read in `body` only. */
  readonly clauses: readonly Span[];
  /** The words break off, or begin in the middle: what crosses the break is refused. */
  readonly broken: boolean;
}

const closing: Readonly<Record<string, string>> = { "（": "）", "(": ")", "《": "》", "“": "”", "【": "】" };

/** Cuts at marks outside brackets, titles and quotations; the mark belongs to what stands before it. */
function cut(text: string, { start, end }: Span, marks: RegExp): Span[] {
  const parts: Span[] = [];
  let from = start;
  let inside: string | null = null;
  let opened = start;
  for (let at = start; at < end; at++) {
    const char = text[at] as string;
    if (inside !== null) {
      // A bracket that never closes must not swallow the paragraph.
      if (char === inside || at - opened > 90) inside = null;
      continue;
    }
    const close = closing[char];
    if (close) {
      inside = close;
      opened = at;
    } else if (marks.test(char)) {
      let stop = at + 1;
      while (stop < end && /[”」』）)。！？…—]/.test(text[stop] as string)) stop++;
      parts.push({ start: from, end: stop });
      from = stop;
      at = stop - 1;
    }
  }
  if (from < end) parts.push({ start: from, end });
  return parts.filter((it) => /[\u4e00-\u9fff\w]/.test(text.slice(it.start, it.end)));
}

const balanced = (words: string): boolean =>
  Object.entries(closing).every(([open, close]) => words.split(open).length === words.split(close).length);

/** Sentences of a paragraph with their clauses. */
export function sentencesOf(text: string, paragraph: ExtractedParagraph): Sentence[] {
  const parts = cut(text, paragraph, /[。！？!?\n]/);
  return parts.map((part, index) => ({
    ...part,
    paragraph,
    clauses: cut(text, part, /[，；;：:—…]/),
    broken:
      (index === parts.length - 1 && (paragraph.damage?.includes("末句未完") ?? false)) ||
      (index === 0 && (paragraph.damage?.includes("承接") ?? false)) ||
      !balanced(text.slice(part.start, part.end)),
  }));
}
