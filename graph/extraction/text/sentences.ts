import type { ExtractedParagraph, Span } from "../extraction.ts";

export interface Sentence extends Span {
  readonly paragraph: ExtractedParagraph;
  /** Where it stands: statements are read in `body` only. */
  readonly clauses: readonly Span[];
  /** The words break off, or begin in the middle: what crosses the break is refused. */
  readonly broken: boolean;
}

const codes = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const closing = new Map(["（）", "()", "《》", "“”", "【】"].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
const closes = new Set(closing.values());
const fullStops = codes("。！？!?\n");
const clauseMarks = codes("，；;：:—…");
const trailing = codes("”」』）)。！？…—");
/** No quotation of the genre is longer: a bracket that never closes must not swallow the paragraph. */
const longestQuotation = 90;

/** Cuts at marks outside brackets, titles and quotations; the mark belongs to what stands before it. */
function cut(text: string, { start, end }: Span, marks: ReadonlySet<number>): Span[] {
  const parts: Span[] = [];
  let from = start;
  let inside = -1;
  let opened = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (inside >= 0) {
      if (code === inside || at - opened > longestQuotation) inside = -1;
      continue;
    }
    const close = closing.get(code);
    if (close !== undefined) {
      inside = close;
      opened = at;
    } else if (marks.has(code)) {
      let stop = at + 1;
      while (stop < end && trailing.has(text.charCodeAt(stop))) stop++;
      parts.push({ start: from, end: stop });
      from = stop;
      at = stop - 1;
    }
  }
  if (from < end) parts.push({ start: from, end });
  return parts.filter((it) => /[\u4e00-\u9fff\w]/.test(text.slice(it.start, it.end)));
}

/** Whether every bracket and quotation that opens also closes. */
function balanced(text: string, { start, end }: Span): boolean {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (closing.has(code)) depth++;
    else if (closes.has(code)) depth--;
  }
  return depth === 0;
}

/** Sentences of a paragraph with their clauses. */
export function sentencesOf(text: string, paragraph: ExtractedParagraph): Sentence[] {
  const parts = cut(text, paragraph, fullStops);
  return parts.map((part, index) => ({
    ...part,
    paragraph,
    clauses: cut(text, part, clauseMarks),
    broken:
      (index === parts.length - 1 && (paragraph.damage?.includes("末句未完") ?? false)) ||
      (index === 0 && (paragraph.damage?.includes("承接") ?? false)) ||
      !balanced(text, part),
  }));
}
