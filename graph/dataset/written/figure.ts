import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import type { Operator } from "#graph/vocabulary/marks.ts";
import type { Unit } from "#graph/vocabulary/measures.ts";
import { chineseNumeral, plain } from "./numerals.ts";
import { readUnit } from "./units.ts";

export interface Figure {
  /** In base units. */
  value: number;
  /** Null when the figure names none. */
  unit: Unit | null;
  op: Operator;
}
export type Figured = Figure | { fault(field: string): DatasetFault };

/** What stands before or after a number and is meaning: 超 >, 以上 >=, 左右 ≈. */
const before: readonly [RegExp, Operator][] = [
  [/^(?:不少于|不低于|不小于|至少|>=|≥|≧)/, ">="],
  [/^(?:不超过|不高于|不多于|不大于|至多|最多|<=|≤|≦)/, "<="],
  [/^(?:超过|超|逾|突破|多于|大于|高于|>)/, ">"],
  [/^(?:不足|不到|低于|少于|小于|<)/, "<"],
  [/^(?:大约|约为|约|近|将近|接近|≈|~)/, "≈"],
];
const after: readonly [RegExp, Operator][] = [
  [/(?:及以上|以上|\+)$/, ">="],
  [/(?:及以下|以下|以内|之内)$/, "<="],
  [/(?:左右|上下)$/, "≈"],
];
const growth: readonly [RegExp, 1 | -1][] = [
  [/^(?:同比)?(?:增长|上升|提高|增加|上涨)/, 1],
  [/^(?:同比)?(?:下降|下滑|减少|降低|下跌)/, -1],
];

const scales: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
};
const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?|[零〇一二两三四五六七八九十百千]+`;
const term = new RegExp(`^(${number})([余多]?)(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?([余多]?)`);

interface Quantity {
  value: number;
  more: boolean;
  rest: string;
}

/** `3亿5000万` → 350000000: terms of falling scale, added up. Decimal digits are shifted as text, so that 1.1亿 is exact. */
function readQuantity(text: string): Quantity | null {
  let rest = text;
  let value: number | null = null;
  let more = false;
  let lastScale = Number.POSITIVE_INFINITY;
  for (;;) {
    const found = term.exec(rest);
    const digits = found?.[1];
    if (found === null || digits === undefined) break;
    const mantissa = /\d/.test(digits) ? digits.replaceAll(",", "") : chineseNumeral(digits);
    const scale = scales[found[3] ?? ""] ?? 0;
    // What is no numeral after a first term belongs to the unit: 万 | 千瓦.
    if (mantissa === null && value !== null) break;
    if (mantissa === null || (value !== null && (scale >= lastScale || more))) return null;
    const [, base, exponent] = /^([\d.]+)(?:[eE]([+-]?\d+))?$/.exec(String(mantissa)) ?? [];
    // 3万5 may mean 30005 or 35000.
    if (value !== null && scale === 0 && /^\d$/.test(digits)) return null;
    const part = Number(`${base}e${Number(exponent ?? 0) + scale}`);
    value = (value ?? 0) + part;
    more = found[2] !== "" || found[4] !== "";
    rest = rest.slice(found[0].length);
    lastScale = scale;
    if (scale === 0) break;
  }
  return value === null ? null : { value, more, rest };
}

/** `九成半` → 95 %, `百分之十三` → 13 %. */
function readShare(text: string): Quantity | null {
  const tenths = /^([\d.]+|[一二两三四五六七八九十])成([半一二三四五六七八九]?)/.exec(text);
  if (tenths?.[1] !== undefined) {
    const whole = /\d/.test(tenths[1]) ? Number(tenths[1]) : (chineseNumeral(tenths[1]) ?? Number.NaN);
    const half = tenths[2] === "半" ? 5 : tenths[2] === "" ? 0 : (chineseNumeral(tenths[2] ?? "") ?? Number.NaN);
    return { value: Number((whole * 10 + half).toPrecision(12)), more: false, rest: `%${text.slice(tenths[0].length)}` };
  }
  const hundredths = /^百分之([\d.]+|[零〇一二两三四五六七八九十百]+)/.exec(text);
  if (hundredths?.[1] === undefined) return null;
  const value = /\d/.test(hundredths[1]) ? Number(hundredths[1]) : chineseNumeral(hundredths[1]);
  return value === null ? null : { value, more: false, rest: `%${text.slice(hundredths[0].length)}` };
}

const tidy = (value: number): number => Number(value.toPrecision(15));
const noFigure = (given: string): Figured => ({ fault: (field) => fault("not_figure", { field, given }) });
const twoMeanings = (given: string, one: string, other: string): Figured => ({
  fault: (field) => fault("two_meanings", { field, given, one, other }),
});

/**
 * A figure as people write it: `797亿元` → 79700000000 CNY; `13%左右` → ≈ 13 %; `6家以上` → >= 6 家; `超九成` → > 90 %; `下降30%` → −30 %;
 * `2×100万千瓦` → 2000 MW. A range or more than one figure is refused.
 */
export function parseFigure(text: string): Figured {
  let rest = plain(text).replaceAll("，", ",").replace(/^=/, "");
  let op: Operator | null = null;
  let sign = 1;
  for (const [pattern, means] of growth)
    if (pattern.test(rest)) {
      sign = means;
      rest = rest.replace(pattern, "");
    }
  for (const [pattern, means] of before)
    if (op === null && pattern.test(rest)) {
      op = means;
      rest = rest.replace(pattern, "");
    }
  for (const [pattern, means] of after)
    if (pattern.test(rest)) {
      if (op !== null && op !== means) return twoMeanings(text, op, means);
      op = means;
      rest = rest.replace(pattern, "");
    }
  const perYear = /^年(?:产能?|处理|加工)/.exec(rest)?.[0] ?? "";
  rest = rest.slice(perYear.length);
  const currency = /^(?:¥|￥|人民币|RMB|CNY)/i.exec(rest)?.[0] ?? /^(?:\$|US\$|美元|USD)/i.exec(rest)?.[0] ?? "";
  rest = rest.slice(currency.length);
  if (/^[+-]/.test(rest)) {
    if (rest.startsWith("-")) sign = -sign;
    rest = rest.slice(1);
  }
  const first = readShare(rest) ?? readQuantity(rest);
  if (first === null) return noFigure(text);
  let { value, more, rest: unitText } = first;
  const times = /^[×xX*](?=[\d一二两三四五六七八九十])/.exec(unitText);
  if (times !== null) {
    const second = readQuantity(unitText.slice(1));
    if (second === null) return noFigure(text);
    value = tidy(value * second.value);
    ({ more, rest: unitText } = second);
  }
  if (/^(?:[-~～至到—–]|\.\d|,)/.test(unitText)) return { fault: (field) => fault("several_figures", { field, given: text }) };
  if (more && op !== null && op !== ">") return twoMeanings(text, op, "余");
  const unit = readUnit(`${currency}${unitText}`, { perYear: perYear !== "" });
  if (unit === null) {
    const unread = unitText;
    return { fault: (field) => fault("unknown_unit_in", { field, given: text, unit: unread }) };
  }
  return { value: sign * tidy(value * unit.factor), unit: unit.unit, op: op ?? (more ? ">" : "=") };
}
