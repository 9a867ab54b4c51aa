import type { Operator } from "#graph/vocabulary/marks.ts";
import type { Span } from "../extraction.ts";
import { exact, multiple, multipleOf, numberOf } from "./numerals.ts";
import { type PrintedUnit, printedUnits } from "./units.ts";

/** A number with its unit as printed. */
export interface Figure extends Span {
  readonly value: number;
  readonly printed: PrintedUnit;
  readonly op: Operator;
  readonly raw: string;
  /** A threshold that names a class (亿元以上项目, 千亿级集群), no measurement. */
  readonly role: "measure" | "class" | "ordinal";
  /** The printed unit word: 家, 亿元… */
  readonly unitWord: string;
  /** …/年 or 每年 stands beside it. */
  readonly yearly: boolean;
  /** 2×100: the number of units, else 1. */
  readonly times: number;
}

const unitWords = Object.keys(printedUnits)
  .sort((a, b) => b.length - a.length)
  .join("|");
const arabic = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const han = "[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?";
const chinese = `${han}(?=[余多]?(?:万亿|万|亿)?[余多]?(?:${unitWords})|[余多]?(?:万|亿|千亿|百亿)[余多]?(?:元|美元))`;
const before =
  "(?<before>累计超过?|超过|超|突破|逾|高于|多于|越过|跨越|不低于|不少于|至少|约为?|大约|近|接近|将近|不超过|低于|少于|达到近|上)?";
const pattern = new RegExp(
  `(?<ordinal>第)?${before}(?:达到?)?(?<times>(?:\\d+|[一二两三四五六])(?:×|x|X|\\*|台))?(?<number>${arabic}|${chinese}|(?<=[^\\d.\\u4e00-\\u9fff]|超|近|约|破|逾|上|的|过)(?=(?:${multiple})[余多]?(?:元|美元|吨|家|亩|户|人|平方米)))?(?<more>[余多])?(?<multiple>${multiple})?(?<more2>[余多])?(?<unit>${unitWords})(?<year>/年|/a|每年)?(?<after>以上|左右|上下|以内|以下|有余|之多)?(?<level>级|规模级)?`,
  "g",
);

const operators: readonly [RegExp, Operator][] = [
  [/不低于|不少于|至少/, ">="],
  [/超|突破|逾|高于|多于|越过|跨越|上$/, ">"],
  [/不超过/, "<="],
  [/低于|少于/, "<"],
  [/约|近/, "≈"],
];

function operatorOf(groups: Readonly<Record<string, string | undefined>>): Operator {
  if (groups.after === "以上") return ">=";
  if (groups.after === "以内" || groups.after === "以下") return "<=";
  const printed = operators.find(([cue]) => groups.before !== undefined && cue.test(groups.before));
  if (printed) return printed[1];
  if (groups.after === "左右" || groups.after === "上下") return "≈";
  return groups.more || groups.more2 || groups.after ? ">" : "=";
}

/** What may follow a threshold that only names a class of things. */
const classed = /^(?:及以上)?的?(?:重大|重点|工业|产业|优质|新|签约|大)*(?:项目|企业|产业|集群|园区|链条|赛道|县|镇|板块|平台|强企)/;

const halves = /(?<before>超过|超|近|约|占|达)?(?:一半|半数)(?<after>以上|左右)?|过半(?!数)|过半数/g;

/** 近一半 ≈ 50 %, 过半 > 50 %. */
function halvesOf(text: string): Figure[] {
  return [...text.matchAll(halves)].map((match) => {
    const { before, after } = match.groups as Record<string, string | undefined>;
    const op =
      match[0].startsWith("过半") || before?.startsWith("超")
        ? ">"
        : after === "以上"
          ? ">="
          : before === "近" || before === "约" || after
            ? "≈"
            : "=";
    const lead = before === "占" || before === "达" ? 1 : 0;
    return {
      start: match.index + lead,
      end: match.index + match[0].length,
      value: 50,
      printed: printedUnits["%"] as PrintedUnit,
      op,
      raw: match[0].slice(lead),
      role: "measure",
      unitWord: "%",
      yearly: false,
      times: 1,
    };
  });
}

const percentWords = new RegExp(
  `(?<before>超过|超|突破|逾|约|近|接近|不低于|高于|低于)?百分之(?<number>${han}|\\d+(?:\\.\\d+)?)(?<after>以上|左右|以内)?`,
  "g",
);
const bareMoney =
  /(?<before>超过|超|突破|逾|约|近|接近|不低于|高于|至少)?(?<number>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?<more>多|余)?个?(?<multiple>万亿|亿)(?<after>以上|左右|之多)?(?![元美千瓦吨平支只件台辆颗片人次度级港欧日户家条个立方]|\d)/g;

/** 百分之八点七, and 亿 without its 元 (12个亿): figures in words of speech. */
function spokenOf(text: string): Figure[] {
  const found: Figure[] = [];
  for (const [pattern, unit] of [
    [percentWords, "%"],
    [bareMoney, "元"],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups as Record<string, string | undefined>;
      const number = numberOf(groups.number as string);
      if (number === null || /[\d.第]/.test(text[match.index - 1] ?? "")) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        value: exact(number * multipleOf(groups.multiple)),
        printed: printedUnits[unit] as PrintedUnit,
        op: operatorOf(groups),
        raw: match[0],
        role: "measure",
        unitWord: unit,
        yearly: false,
        times: 1,
      });
    }
  return found;
}

/** All figures of a text, in order, without overlaps. Dates, ranks and numbers inside names are not among them. */
export function figuresOf(printed: string): Figure[] {
  const text = printed.replace(/[０-９．％，](?=[０-９％])|[０-９％]/g, (char) =>
    char === "，" ? char : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  const found: Figure[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups as Record<string, string | undefined>;
    const unitWord = groups.unit as string;
    if (!groups.number && !groups.multiple) continue;
    const lead = /^达到?/.exec(match[0])?.[0].length ?? 0;
    const start = match.index + lead;
    const end = match.index + match[0].length;
    if (isNoFigure(text, start, end, groups)) continue;
    const number = groups.number ? numberOf(groups.number) : 1;
    if (number === null) continue;
    const unit = printedUnits[unitWord] as PrintedUnit;
    const times = groups.times ? (numberOf(groups.times.slice(0, -1)) ?? 1) : 1;
    const role = groups.ordinal ? "ordinal" : groups.level || isClass(text, end, groups) ? "class" : "measure";
    found.push({
      start,
      end,
      value: exact(number * multipleOf(groups.multiple) * unit.factor * times),
      printed: unit,
      op: operatorOf(groups),
      raw: text.slice(start, end),
      role,
      unitWord,
      yearly: groups.year !== undefined || /[每全]年$/.test(text.slice(Math.max(0, start - 2), start)),
      times,
    });
  }
  return [
    ...found,
    ...[...halvesOf(text), ...spokenOf(text)].filter((half) => !found.some((it) => it.start < half.end && half.start < it.end)),
  ].sort((a, b) => a.start - b.start);
}

const isClass = (text: string, end: number, groups: Readonly<Record<string, string | undefined>>): boolean =>
  groups.unit === "元" &&
  (groups.after === "以上" || groups.after === undefined) &&
  !/\d/.test(groups.number ?? "") &&
  classed.test(text.slice(end, end + 8))
    ? true
    : groups.unit === "元" && groups.after === "以上" && (classed.test(text.slice(end, end + 8)) || /^\d/.test(text.slice(end, end + 1)));

function isNoFigure(text: string, start: number, end: number, groups: Readonly<Record<string, string | undefined>>): boolean {
  const behind = text[end] ?? "";
  const ahead = text[start - 1] ?? "";
  if (/[\dA-Za-z.]/.test(ahead) && /^\d/.test(groups.number ?? "")) return true;
  const han = !/\d/.test(groups.number ?? "");
  // 一批, 一个 … say no number; 三位一体, 两个 … of a slogan neither.
  if (han && /^[一]?$/.test(groups.number ?? "") && !groups.multiple) return true;
  if (han && groups.unit === "成" && (behind === "立" || behind === "为" || behind === "果" || behind === "本" || behind === "长"))
    return true;
  if (
    han &&
    ["类", "批", "位", "名", "部", "头", "片", "支", "双", "处", "所", "套"].includes(groups.unit ?? "") &&
    !groups.multiple &&
    !groups.more
  )
    return true;
  if (groups.unit === "位" && (groups.ordinal || behind === "居" || behind === "列")) return true;
  if (groups.unit === "名" && (groups.ordinal || behind === "列" || behind === "单")) return true;
  if (groups.unit === "项" && behind === "目") return true;
  if (groups.unit === "个" && (behind === "亿" || (behind === "万" && text[end + 1] === "亿"))) return true;
  if (groups.unit === "成" && !han) return true;
  if (groups.unit === "人" && (behind === "民" || behind === "才" || behind === "均")) return behind !== "才";
  return false;
}
