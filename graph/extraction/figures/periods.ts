import type { Span } from "../extraction.ts";
import { chineseNumber } from "./numerals.ts";

/** A time that a text names. */
export interface TimeMark extends Span {
  /** `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM`, `YYYY-MM-DD` or `start/end`; null for a relative word without a date to stand on. */
  readonly period: string | null;
  /** 到2026年, 截至6月底: an end, not a duration. */
  readonly until: boolean;
  /** Lies behind the document's date. */
  readonly future: boolean;
  /** 去年, 今年, 上半年: resolved against the document's date or the year named last. */
  readonly relative: boolean;
}

interface Clock {
  /** Of the document; null when it is unknown. */
  readonly published: string | null;
  /** Year named last before this place. */
  year: number | null;
}

type Reading = (match: RegExpExecArray, clock: Clock) => string | null;

const yearOf = (published: string | null): number | null => (published ? Number(published.slice(0, 4)) : null);
const two = (value: number | string): string => String(value).padStart(2, "0");
const shifted =
  (years: number): Reading =>
  (_, { published }) => {
    const year = yearOf(published);
    return year === null ? null : String(year + years);
  };
const within =
  (reading: (year: number, match: RegExpExecArray) => string | null): Reading =>
  (match, { year, published }) => {
    const base = year ?? yearOf(published);
    return base === null ? null : reading(base, match);
  };
const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? 0));
const ordinal: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, "1": 1, "2": 2, "3": 3, "4": 4, 首: 1 };

/** Span of years told by a count: 未来三年, 近五年. */
const years =
  (from: number): Reading =>
  (match, { published }) => {
    const year = yearOf(published);
    const count = number(match[1] as string);
    if (year === null || count === 0) return null;
    if (count === 1) return String(from > 0 ? year : year - 1);
    return from > 0 ? `${year}/${year + count - 1}` : `${year - count}/${year - 1}`;
  };

const fiveYears: Readonly<Record<string, number>> = { 十一五: 2006, 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026, 十六五: 2031 };

/** Longest first: the first reading that matches at a place wins. */
const readings: readonly [source: string, read: Reading][] = [
  ["(20\\d{2})\\s*年?\\s*[-—–~至到]{1,2}\\s*(20\\d{2})\\s*年?", (m) => `${m[1]}/${m[2]}`],
  ["(20\\d{2})年(\\d{1,2})月(\\d{1,2})[日号]", (m) => `${m[1]}-${two(m[2] as string)}-${two(m[3] as string)}`],
  ["(20\\d{2})年1\\s*[-—–~至到]{1,2}\\s*(\\d{1,2})月份?", (m) => `${m[1]}-01/${m[1]}-${two(m[2] as string)}`],
  ["(20\\d{2})年(\\d{1,2})月[底末份]?", (m) => `${m[1]}-${two(m[2] as string)}`],
  ["(20\\d{2})年上半年", (m) => `${m[1]}-H1`],
  ["(20\\d{2})年下半年", (m) => `${m[1]}-H2`],
  ["(20\\d{2})年前三季度", (m) => `${m[1]}-01/${m[1]}-09`],
  ["(20\\d{2})年第?([一二三四1-4首])个?季度", (m) => `${m[1]}-Q${ordinal[m[2] as string]}`],
  ["(20\\d{2})年度?[底末初]?", (m) => m[1] as string],
  ['[“"]?(十[一二三四五六]五)[”"]?(时?期?末|收官之年)', (m) => String((fiveYears[m[1] as string] ?? 0) + 4)],
  ['[“"]?(十[一二三四五六]五)[”"]?(?:时期|期间|以来)?', (m) => `${fiveYears[m[1] as string]}/${(fiveYears[m[1] as string] ?? 0) + 4}`],
  ["(?:未来|今后)([一二两三四五六七八九十\\d]+)年", years(1)],
  ["(?:近|过去|近来)([一二两三四五六七八九十\\d]+)年(?:来|间)?", years(-1)],
  ["去年上半年", within2(-1, "-H1")],
  ["去年下半年", within2(-1, "-H2")],
  ["去年第?([一二三四])季度", (m, clock) => withYear(clock, -1, `-Q${ordinal[m[1] as string]}`)],
  ["去年(\\d{1,2})月", (m, clock) => withYear(clock, -1, `-${two(m[1] as string)}`)],
  ["前年", shifted(-2)],
  ["去年(?:底|末|全年)?|上年度?(?!同期)|过去的?一年|过去一年", shifted(-1)],
  ["今年上半年", within2(0, "-H1")],
  ["今年下半年", within2(0, "-H2")],
  ["今年前三季度", (_, clock) => spanOf(clock, "01", "09")],
  ["今年第?([一二三四首])个?季度", (m, clock) => withYear(clock, 0, `-Q${ordinal[m[1] as string]}`)],
  ["今年1\\s*[-—–~至到]{1,2}\\s*(\\d{1,2})月份?", (m, clock) => spanOf(clock, "01", two(m[1] as string))],
  ["今年(\\d{1,2})月[底末份]?", (m, clock) => withYear(clock, 0, `-${two(m[1] as string)}`)],
  ["今年以来", sinceJanuary],
  ["今年(?:底|末|年底|全年)?|本年度?|年内|年底前", shifted(0)],
  ["明年(?:底|末)?", shifted(1)],
  ["后年", shifted(2)],
  ["上半年", within((year) => `${year}-H1`)],
  ["下半年", within((year) => `${year}-H2`)],
  ["前三季度", within((year) => `${year}-01/${year}-09`)],
  ["第?([一二三四首])个?季度", within((year, m) => `${year}-Q${ordinal[m[1] as string]}`)],
  ["1\\s*[-—–~至到]{1,2}\\s*(\\d{1,2})月份?", within((year, m) => `${year}-01/${year}-${two(m[1] as string)}`)],
  ["(\\d{1,2})月(\\d{1,2})[日号]", within((year, m) => `${year}-${two(m[1] as string)}-${two(m[2] as string)}`)],
  ["(\\d{1,2})月[底末份初]?(?![\\d至—-])", within((year, m) => `${year}-${two(m[1] as string)}`)],
  ["全年", within((year) => String(year))],
];

function within2(shift: number, tail: string): Reading {
  return (_, clock) => withYear(clock, shift, tail);
}
/** 今年以来: from January to the month of the document; the year where the month is unknown. */
function sinceJanuary(_: RegExpExecArray, { published }: Clock): string | null {
  return published && published.length >= 7 ? `${published.slice(0, 4)}-01/${published.slice(0, 7)}` : (published?.slice(0, 4) ?? null);
}
function withYear({ published }: Clock, shift: number, tail: string): string | null {
  const year = yearOf(published);
  return year === null ? null : `${year + shift}${tail}`;
}
function spanOf({ published }: Clock, first: string, last: string): string | null {
  const year = yearOf(published);
  return year === null ? null : `${year}-${first}/${year}-${last}`;
}

const any = new RegExp(readings.map(([source]) => `(?:${source.replaceAll(/\((?!\?)/g, "(?:")})`).join("|"), "g");
const single = readings.map(([source, read]) => [new RegExp(`^(?:${source})$`), read] as const);

/** Every time that a text names, in order. `published`: the document's date, as precise as it is known. */
export function timeMarksOf(text: string, published: string | null): TimeMark[] {
  const clock: Clock = { published, year: null };
  const now = yearOf(published);
  const found: TimeMark[] = [];
  for (const match of text.matchAll(any)) {
    const words = match[0];
    const start = match.index;
    const end = start + words.length;
    if (/[\d.]/.test(text[start - 1] ?? "") || isNoTime(text, start, words)) continue;
    for (const [shape, read] of single) {
      const exactMatch = shape.exec(words);
      if (!exactMatch) continue;
      const period = valid(read(exactMatch, clock));
      const last = period ? Number((period.split("/").at(-1) as string).slice(0, 4)) : null;
      const ahead = text.slice(Math.max(0, start - 2), start);
      const until = /[到至]$/.test(ahead) || /[底末]$/.test(words);
      found.push({ start, end, period, until, future: last !== null && now !== null && last > now, relative: !/20\d\d/.test(words) });
      if (
        period &&
        !until &&
        !period.includes("/") &&
        (now === null || Number(period.slice(0, 4)) <= now) &&
        /20\d\d|去年|今年|上年|过去的?一年/.test(words)
      )
        clock.year = Number(period.slice(0, 4));
      break;
    }
  }
  return found;
}

/** 比上年, 较去年同期: the time that something is measured against. */
export const isCompared = (text: string, start: number, end: number): boolean =>
  /(?:比|较|与|同|相当于|超)$/.test(text.slice(Math.max(0, start - 3), start)) || /^(?:相比|的?同期)/.test(text.slice(end, end + 3));

const valid = (period: string | null): string | null =>
  period?.split("/").every((part) => !/-(?:0[0]|1[3-9]|[2-9]\d)(?:-|$)/.test(part) && !/-(?:00|3[2-9]|[4-9]\d)$/.test(part))
    ? period
    : null;

/** 第二季度擂台赛, 12月龄 and the like name no time; 季度 in a title neither. */
const isNoTime = (text: string, start: number, words: string): boolean => /季度/.test(words) && text[start - 1] === "“";
