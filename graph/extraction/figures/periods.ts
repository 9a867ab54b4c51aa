import type { Span } from "../extraction.ts";
import { type Clock, countedYears, isAhead, monthForDay, wholeYear, yearFor, yearOf } from "./clock.ts";
import { chineseNumber } from "./numerals.ts";

/** A time that a text names. */
export interface TimeMark extends Span {
  /** `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM`, `YYYY-MM-DD` or `start/end`; null for a relative word without a date to stand on. */
  readonly period: string | null;
  /** 到2026年, 截至6月底: an end, not a duration. */
  readonly until: boolean;
  /** Lies ahead of the document's date. */
  readonly future: boolean;
  /** 去年, 今年, 上半年: resolved against the document's date or the year named last. */
  readonly relative: boolean;
}

type Reading = (match: RegExpExecArray, clock: Clock) => string | null;

const two = (value: number | string): string => String(value).padStart(2, "0");
const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? 0));
const ordinal: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, "1": 1, "2": 2, "3": 3, "4": 4, 首: 1 };
const numeral = "[一二两三四五六七八九十\\d]+";
const dash = "\\s*[-—–~～至到]{1,2}\\s*";

/** A quarter or half that is printed by its months is still one: 1—3月 → Q1. */
const months = (year: number, first: number, last: number): string =>
  first === 1 && last === 3
    ? `${year}-Q1`
    : first === 1 && last === 6
      ? `${year}-H1`
      : `${year}-${two(first)}${first === last ? "" : `/${year}-${two(last)}`}`;

/** The parts of a year as they are printed after its name (去年上半年) or alone (上半年), and what they make of the year. */
const parts: readonly [source: string, of: (year: number, match: RegExpExecArray) => string][] = [
  ["上半年", (year) => `${year}-H1`],
  ["下半年", (year) => `${year}-H2`],
  ["[前头](?:三个?季度|三季)|1\\s*[-—–~至到]\\s*3季度", (year) => `${year}-Q1/${year}-Q3`],
  ["[前头]两个?季度", (year) => `${year}-H1`],
  ["首季(?!度)", (year) => `${year}-Q1`],
  ["第?([一二三四1-4首])个?季度", (year, m) => `${year}-Q${ordinal[m[1] as string]}`],
  [`[前头](${numeral})个?月`, (year, m) => months(year, 1, number(m[1] as string))],
  [`(\\d{1,2})月?份?${dash}(\\d{1,2})月份?`, (year, m) => months(year, Number(m[1]), Number(m[2]))],
  ["(\\d{1,2})月(\\d{1,2})[日号]", (year, m) => `${year}-${two(m[1] as string)}-${two(m[2] as string)}`],
  ["(\\d{1,2})月(?:[底末份初]|[上中下]旬)?(?![\\d至—-])", (year, m) => `${year}-${two(m[1] as string)}`],
];

const named = (source: string, yearIn: (match: RegExpExecArray, clock: Clock) => number | null): [string, Reading][] =>
  parts.map(([part, of]) => [
    `${source}${part.includes("|") ? `(?:${part})` : part}`,
    (match, clock) => {
      const year = yearIn(match, clock);
      const rest = new RegExp(`(?:${part})$`).exec(match[0]);
      return year === null || rest === null ? null : of(year, rest);
    },
  ]);
const alone: [string, Reading][] = parts.map(([part, of]) => [
  part,
  (match, clock) => {
    const year = yearFor(clock, (it) => valid(of(it, match)) ?? String(it));
    return year === null ? null : of(year, match);
  },
]);

const shifted =
  (years: number) =>
  (_: RegExpExecArray, { published }: Clock): number | null => {
    const year = yearOf(published);
    return year === null ? null : year + years;
  };
const asPeriod =
  (yearIn: (match: RegExpExecArray, clock: Clock) => number | null): Reading =>
  (match, clock) =>
    yearIn(match, clock)?.toString() ?? null;
const counted =
  (direction: 1 | -1): Reading =>
  (match, clock) =>
    countedYears(clock, number((match[1] ?? match[2]) as string), direction);

const fiveYears: Readonly<Record<string, number>> = { 十一五: 2006, 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026, 十六五: 2031 };
const plan = (name: string | undefined): number => fiveYears[name as string] ?? 0;

/** Longest first: the first reading that matches at a place wins. */
const readings: readonly [source: string, read: Reading][] = [
  [`(20\\d{2})\\s*年?${dash}(20\\d{2})\\s*年?`, (m) => `${m[1]}/${m[2]}`],
  ...named("20\\d{2}年", (m) => Number(m[0].slice(0, 4))),
  ["(20\\d{2})年(?:度|全年)?(?:底|末|初|年底)?", (m) => m[1] as string],
  ['[“"]?(十[一二三四五六]五)[”"]?(时?期?末|收官之年)', (m) => String(plan(m[1]) + 4)],
  ['[“"]?(十[一二三四五六]五)[”"]?(开局之年)', (m) => String(plan(m[1]))],
  ['[“"]?(十[一二三四五六]五)[”"]?(?:时期|期间|以来)?', (m) => `${plan(m[1])}/${plan(m[1]) + 4}`],
  [`(?:未来|今后)的?(${numeral})年(?:内|间)?`, counted(1)],
  [`(?:用|利用)(${numeral})年(?:左右)?(?:的?时间)?|(?:用|利用)?(${numeral})年(?:左右)?(?:之?内)`, counted(1)],
  [`(?:近|过去|近来|这|刚刚过去的)的?(${numeral})年(?:来|间|里|时间)?`, counted(-1)],
  [`(?<![二三四五六七八九\\d])([二两三四五六七八十])年(?:来|间)(?!的?努力)`, counted(-1)],
  ...named("去年", shifted(-1)),
  ...named("今年", shifted(0)),
  ...named("明年", shifted(1)),
  ["前年(?:底|末)?", asPeriod(shifted(-2))],
  ["去年(?:年?底|年?末|全年)?|上年(?:度|全年)?(?!同期)|过去的?一年|这一年|一年来", asPeriod(shifted(-1))],
  ["今年以来|年初以来|开年以来", sinceJanuary],
  ["今年(?:年?底|年?末|年内|全年)?|本年度?|年内|年[底末]前", asPeriod(shifted(0))],
  ["年[底末](?!会)", asPeriod((_, clock) => wholeYear(clock))],
  ["明年(?:年?底|年?末|全年)?", asPeriod(shifted(1))],
  ["(?<![成产投达营用工设效标])后年(?![产处可销均])", asPeriod(shifted(2))],
  ...alone,
  ["全年", asPeriod((_, clock) => wholeYear(clock))],
  ["同日|当天|当日", (_, { month }) => month],
  ["昨[日天]", (_, { published }) => (published && published.length >= 7 ? published.slice(0, 7) : null)],
  [
    "(\\d{1,2})日",
    (m, clock) => {
      const month = monthForDay(clock, Number(m[1]));
      return month && `${month}-${two(m[1] as string)}`;
    },
  ],
];

/** 今年以来: from January to the month of the document; the year where the month is unknown. */
function sinceJanuary(_: RegExpExecArray, { published }: Clock): string | null {
  return published && published.length >= 7 ? `${published.slice(0, 4)}-01/${published.slice(0, 7)}` : (published?.slice(0, 4) ?? null);
}

const any = new RegExp(readings.map(([source]) => `(?:${source.replaceAll(/\((?!\?)/g, "(?:")})`).join("|"), "g");
const single = readings.map(([source, read]) => [new RegExp(`^(?:${source})$`), read] as const);
const reach = 14;

/** Every time that a text names, in order. `published`: the document's date, as precise as it is known. */
export function timeMarksOf(text: string, published: string | null): TimeMark[] {
  const clock: Clock = { published, sentenceYear: null, earlierYear: null, month: null, ahead: "", behind: "" };
  const now = yearOf(published);
  const found: TimeMark[] = [];
  let last = 0;
  for (const match of text.matchAll(any)) {
    const words = match[0];
    const start = match.index;
    const end = start + words.length;
    if (/[\d.]/.test(text[start - 1] ?? "") || isNoTime(text, start, words)) continue;
    const between = text.slice(last, start);
    last = end;
    if (/[。！？\n]/.test(between)) {
      clock.earlierYear = clock.sentenceYear ?? clock.earlierYear;
      clock.sentenceYear = null;
    }
    if (between.includes("\n")) clock.month = null;
    clock.ahead = /[^，。；\n]*$/.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? "";
    clock.behind = text.slice(end, end + 4).replace(/^，/, "");
    for (const [shape, read] of single) {
      const exactMatch = shape.exec(words);
      if (!exactMatch) continue;
      const period = valid(read(exactMatch, clock));
      const stated = /截[至止]到?$/.test(text.slice(Math.max(0, start - 3), start));
      const until = stated || /[到至]$/.test(text.slice(Math.max(0, start - 1), start)) || /[底末前]$/.test(words);
      const relative = !/20\d\d/.test(words);
      found.push({ start, end, period, until, future: period !== null && !stated && isAhead(period, published, until), relative });
      if (period === null || isCompared(text, start, end)) break;
      const month = /^\d{4}-\d\d/.exec(period)?.[0];
      if (month && !period.includes("/")) clock.month = month;
      const year = Number(period.slice(0, 4));
      if (!until && !period.includes("/") && (now === null || year <= now) && /20\d\d|去年|今年|上年|过去的?一年/.test(words))
        clock.sentenceYear = year;
      break;
    }
  }
  return found;
}

/** 比上年, 较去年同期: the time that something is measured against. */
export const isCompared = (text: string, start: number, end: number): boolean =>
  /(?:比|较|与|同|相当于|超|相比)$/.test(text.slice(Math.max(0, start - 3), start)) || /^(?:相比|的?同期)/.test(text.slice(end, end + 3));

const valid = (period: string | null): string | null =>
  period?.split("/").every((part) => /^\d{4}(?:-(?:[QH]\d|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?$/.test(part)) ? period : null;

/** 第二季度擂台赛, 12月龄 and the like name no time; 季度 in a title and 5日均 neither. */
const isNoTime = (text: string, start: number, words: string): boolean =>
  (/季度/.test(words) && text[start - 1] === "“") ||
  (/^\d{1,2}日$/.test(words) && (/[月\d第A-Za-z—-]/.test(text[start - 1] ?? "") || /[均产元本]/.test(text[start + words.length] ?? "")));
