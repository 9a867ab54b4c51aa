import type { ExtractedParagraph, Span } from "../extraction.ts";

const ended = /[。！？!?…；;：:”"』」）)】》]$|——$/;
const captionEnd = /(?:摄影?|供图|资料图|外景图|鸟瞰图|效果图|示意图|（图）|摄[）)])$|^(?:图为|图[①-⑨]|▲|△)/;
const credit = /(?:^|[\s　，。、（(])([\u4e00-\u9fff]{2,4})\s*[/／]?摄[）)]?$/;
const shortLine = 46;

/** The lines of a text without their surrounding blanks. */
function lines(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    const lead = /^[\s\u3000]*/.exec(match[0])?.[0].length ?? 0;
    const body = match[0].trim();
    if (body) found.push({ start: match.index + lead, end: match.index + lead + body.length });
  }
  return found;
}

/** The photographer's name and place in a caption: `… 谭某某摄`; null where none signs. */
export function creditOf(text: string, paragraph: Span): Span | null {
  const match = credit.exec(text.slice(paragraph.start, paragraph.end));
  if (!match) return null;
  const start = paragraph.start + match.index + match[0].indexOf(match[1] as string);
  return { start, end: start + (match[1] as string).length };
}

/**
 * Paragraphs of a text that came without any: a line is a paragraph; lines without a closing mark are headings, captions or cut.
 * `kinds`: what a reader of the file already knew about them.
 */
export function paragraphsOf(text: string, known?: readonly ExtractedParagraph[]): ExtractedParagraph[] {
  const found = known ? known.map((it) => ({ ...it })) : named(text, lines(text));
  return damaged(text, found);
}

function named(text: string, all: readonly Span[]): ExtractedParagraph[] {
  const firstBody = all.findIndex((it) => isProse(text, it));
  return all.map((it, index) => {
    const line = text.slice(it.start, it.end);
    if (captionEnd.test(line) && !line.includes("。")) return { ...it, kind: "caption" };
    if (isProse(text, it)) return { ...it, kind: "body" };
    if (firstBody >= 0 && index > firstBody) return { ...it, kind: isBroken(line) ? "body" : "subhead" };
    if (firstBody < 0) return { ...it, kind: index === 0 && all.length > 1 ? "headline" : "body" };
    return { ...it, kind: isLastHeading(text, all, index, firstBody) ? "headline" : "kicker" };
  });
}

const isProse = (text: string, { start, end }: Span): boolean =>
  end - start > shortLine || ended.test(text.slice(start, end)) || text.slice(start, end).includes("。");
const isBroken = (line: string): boolean => /[，、]/.test(line) && line.length > 30;

function isLastHeading(text: string, all: readonly Span[], index: number, firstBody: number): boolean {
  const following = all.slice(index + 1, firstBody).filter((it) => !captionEnd.test(text.slice(it.start, it.end)));
  return following.length === 0;
}

function damaged(text: string, paragraphs: ExtractedParagraph[]): ExtractedParagraph[] {
  let open = false;
  for (const it of paragraphs) {
    if (it.kind !== "body") {
      if (it.kind !== "caption") open = false;
      continue;
    }
    const cut = !ended.test(text.slice(it.start, it.end));
    if (open) it.damage = "承接上一段的半句";
    if (cut) it.damage = it.damage ? `${it.damage}；末句未完` : "末句未完";
    open = cut;
  }
  return paragraphs;
}
