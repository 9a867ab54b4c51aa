import type { Figure } from "./figures.ts";
import { exact, multipleOf, numberOf } from "./numerals.ts";

const sharing = /(?<![\d.第“"A-Za-z—-])(?<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?<multiple>万|亿)?(?:、|和|及|与|以及)$/;
/** What a shared unit's own number is made of: 52家 → 52 and 家. */
const shared = /^[^\d]*(?<number>[\d.,]+)(?<multiple>万|亿)?[余多]?/;
const longestNumber = 16;

/** Figures that print their unit once for all: 60、38和6个 is three figures. Reads leftwards from one that has its unit. */
export function sharingUnit(text: string, figure: Figure): Figure[] {
  const own = shared.exec(figure.raw)?.groups;
  const value = own?.number ? numberOf(own.number) : null;
  if (!own || !value || figure.role !== "measure") return [];
  const scale = figure.value / value;
  const found: Figure[] = [];
  for (let at = figure.start; ; ) {
    const match = sharing.exec(text.slice(Math.max(0, at - longestNumber), at));
    const number = match?.groups?.number ? numberOf(match.groups.number) : null;
    if (!match || number === null) return found;
    const start = Math.max(0, at - longestNumber) + match.index;
    if (/[\n。；]\s*$/.test(text.slice(Math.max(0, start - 2), start)) || start === 0) return found;
    const raised = match.groups?.multiple;
    found.push({
      ...figure,
      start,
      end: start + (match.groups?.number?.length ?? 0) + (raised?.length ?? 0),
      value: exact(number * (raised ? (scale / multipleOf(own.multiple)) * multipleOf(raised) : scale)),
      op: "=",
      raw: match[0].replace(/(?:、|和|及|与|以及)$/, ""),
    });
    at = start;
  }
}

const rangeAhead = /\d(?:万|亿)?(?:%|个百分点|亿?元|家|个|吨|亩)?[-—–~～至]+$/;
const rangeBehind = /^[-—–~～至]+\d/;

/** 10%—12%, 3至5家: two ends of what is no one value. */
export const isRangeEnd = (text: string, { start, end }: { start: number; end: number }): boolean =>
  rangeBehind.test(text.slice(end, end + 3)) || rangeAhead.test(text.slice(Math.max(0, start - 9), start));
