import type { Span } from "../extraction.ts";

const longest = 4000;
const sentenceEnd = /[。！？；\n]/g;

/** Cuts a span that is too long at the ends of sentences, or where it must. */
function* cut(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > longest) {
    const ends = [...text.slice(from, from + longest).matchAll(sentenceEnd)];
    const to = from + (ends.length === 0 ? longest : (ends.at(-1)?.index ?? 0) + 1);
    yield { start: from, end: to };
    from = to;
  }
  if (end > from) yield { start: from, end };
}

/** A text in parts that one question can hold: whole paragraphs, in order, each part as long as it may be. */
export function partsOf(text: string, paragraphs: readonly Span[]): Span[] {
  const parts: { start: number; end: number }[] = [];
  for (const paragraph of paragraphs.length === 0 ? [{ start: 0, end: text.length }] : paragraphs)
    for (const span of cut(text, paragraph)) {
      const last = parts.at(-1);
      if (last !== undefined && span.start >= last.end && span.end - last.start <= longest) last.end = span.end;
      else parts.push({ ...span });
    }
  return parts;
}
