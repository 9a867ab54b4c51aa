import type { Named } from "../entities.ts";
import type { Span } from "../extraction.ts";
import type { Figure } from "../figures/figures.ts";
import type { TimeMark } from "../figures/periods.ts";
import type { Mention } from "../names/mention.ts";
import type { Report } from "../report.ts";
import type { Sentence } from "../text/sentences.ts";
import { ownTimes } from "./when.ts";

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
}

const carriedBetween = /^(?:、|和|及|与|以及|，|；|\s)*$/;

/** Places of the figures that measure something, in text order. */
export function placesOf(report: Report): Place[] {
  const places: Place[] = [];
  for (const figure of report.figures) {
    const sentence = report.sentences.find((it) => it.start <= figure.start && figure.end <= it.end);
    if (!sentence) continue;
    const clause = sentence.clauses.find((it) => it.start <= figure.start && figure.end <= it.end) ?? sentence;
    const previous = places.at(-1)?.figure;
    const leftStart = Math.max(clause.start, previous && previous.end <= figure.start ? previous.end : 0);
    const times = ownTimes(report, sentence).filter((it) => it.end <= figure.start);
    const inClause = ownTimes(report, clause);
    const paragraphTimes = ownTimes(report, { start: sentence.paragraph.start, end: sentence.start });
    places.push({
      figure,
      sentence,
      clause,
      left: report.text.slice(leftStart, figure.start),
      leftStart,
      right: rightOf(report.text, figure.end, sentence.end),
      clauseText: report.text.slice(clause.start, Math.min(clause.end, figure.end + 20)),
      beforeText: report.text.slice(sentence.start, clause.start),
      own: times.at(-1) ?? inClause.at(0) ?? null,
      carried: paragraphTimes.at(-1) ?? null,
    });
  }
  return places;
}

const rightOf = (text: string, from: number, until: number): string =>
  /^[^，。；：、！？\n]*/.exec(text.slice(from, Math.min(until, from + 40)))?.[0] ?? "";

/** Whether a figure only continues a list: 797亿元、485亿元. */
export const continues = ({ left }: Place): boolean => carriedBetween.test(left);

/** Mentions in a span, in text order. */
export const mentionsWithin = (report: Report, { start, end }: Span): Mention[] =>
  report.mentions.filter((it) => it.start >= start && it.end <= end);

/** What stands for a whole document: its zone or its region. */
export const homeEntity = (report: Report): Named | null => report.home.park ?? report.region;
