import type { Named } from "../entities.ts";
import type { Span } from "../extraction.ts";
import type { Figure } from "../figures/figures.ts";
import type { TimeMark } from "../figures/periods.ts";
import type { Mention } from "../names/mention.ts";
import type { Report } from "../report.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFrame, isOrigin, ownTimes } from "./when.ts";

/** One figure with the words around it. */
export interface Place {
  readonly figure: Figure;
  readonly sentence: Sentence;
  readonly clause: Span;
  /** Between the figure before (or the clause's beginning) and this one. */
  readonly left: string;
  readonly leftStart: number;
  /** From the figure to the next mark. */
  readonly right: string;
  /** The whole clause, and the sentence before it. */
  readonly clauseText: string;
  readonly beforeText: string;
  readonly own: TimeMark | null;
  readonly carried: TimeMark | null;
  /** `carried` stands in the paragraph of the figure. */
  readonly sameParagraph: boolean;
}

const carriedBetween = /^(?:、|和|及|与|以及|，|；|\s|[一二三四]期|(?:同比|分别|其中|增长|下降)(?=、))*$/;
const elliptic =
  /^(?:(?:增加?|增长|提高|提升|上?升|跃升?|攀升|扩大?|发展|壮大|回升|飙升|拓展|下?降|降低|回落|减少?|缩减)(?:到|至)|的|[一二三四]期|建成|达产|投产|全部|届时|后|合计|总计|三者|两者|加起来|和|与|及|以及|[，；、\s]|其中|预计|力争|争取|确保|计划|全年|同期|上年|到|将|有望|可|已|突破|超过?|达到?|为|约|由|从|目前的?|实现|完成|分别|即|至|是|也|又|再|进一步|去年同期|上年同期|今年|以来|会|不|低于|较|比)*$/;

/** After 目前 the time before it dates nothing more. */
const now = /目前|如今|现有|现已/;

/** Places of the figures that measure something, in text order. */
export function placesOf(report: Report): Place[] {
  const places: Place[] = [];
  const dated = ownTimes(report, { start: 0, end: report.text.length });
  const frames = dated.filter((it) => it.period !== null && isFrame(report, it));
  const within = ({ start, end }: Span): TimeMark[] => dated.filter((it) => it.start >= start && it.end <= end);
  for (const figure of report.figures) {
    const sentence = report.sentences.find((it) => it.start <= figure.start && figure.end <= it.end);
    if (!sentence) continue;
    const clause = sentence.clauses.find((it) => it.start <= figure.start && figure.end <= it.end) ?? sentence;
    const previous = places.findLast((it) => it.figure.role === "measure")?.figure;
    const opened = labelled(report.text, sentence, clause.start);
    const leftStart = Math.max(opened, previous && previous.end <= figure.start ? previous.end : 0);
    const spent = (it: TimeMark): boolean => previous !== undefined && it.end <= previous.start && isOrigin(report, it);
    const times = within(sentence).filter((it) => it.end <= figure.start && !spent(it));
    const asOfNow = now.test(report.text.slice(times.at(-1)?.end ?? figure.start, figure.start));
    const inClause = within(clause).filter((it) => !spent(it));
    const earlier = frames.filter((it) => it.end <= sentence.start);
    const inParagraph = earlier.filter((it) => it.start >= sentence.paragraph.start).at(-1);
    places.push({
      figure,
      sentence,
      clause,
      left: report.text.slice(leftStart, figure.start),
      leftStart,
      right: rightOf(report.text, figure.end, sentence.end),
      clauseText: report.text.slice(clause.start, Math.min(clause.end, figure.end + 20)),
      beforeText: report.text.slice(sentence.start, clause.start),
      own: asOfNow ? null : (times.at(-1) ?? inClause.at(0) ?? null),
      carried:
        inParagraph ??
        earlier.findLast((it) => !it.future && !it.until && !/-\d\d(?:-\d\d)?$/.test(it.period?.split("/")[0] ?? "")) ??
        null,
      sameParagraph: inParagraph !== undefined,
    });
  }
  return places;
}

/** 营业收入：86.4亿元 — the label before a colon belongs to what follows it. */
function labelled(text: string, sentence: Sentence, start: number): number {
  if (!/[：:]/.test(text[start - 1] ?? "")) return start;
  const label = sentence.clauses.find((it) => it.end === start);
  return label && label.end - label.start <= 18 ? label.start : start;
}

const rightOf = (text: string, from: number, until: number): string =>
  /^[^，。；：、！？\n]*/.exec(text.slice(from, Math.min(until, from + 40)))?.[0] ?? "";

/** Whether a figure only continues a list: 797亿元、485亿元. */
export const continues = ({ left }: Place): boolean => carriedBetween.test(left);

/** Whether a figure leaves out its measure because one was named just before: 预计全年突破2100亿元. */
export function isElliptic(report: Report, { left, leftStart, figure }: Place): boolean {
  const times = report.times.filter((it) => it.start >= leftStart && it.end <= figure.start);
  return elliptic.test(times.reduce((words, it) => words.replace(report.slice(it), ""), left));
}

/** Mentions in a span, in text order. */
export const mentionsWithin = (report: Report, { start, end }: Span): Mention[] =>
  report.mentions.filter((it) => it.start >= start && it.end <= end);

/** What stands for a whole document: its zone or its region. */
export const homeEntity = (report: Report): Named | null => report.home.park ?? report.region;
