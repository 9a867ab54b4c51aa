import type { Operator } from "#graph/vocabulary/marks.ts";
import type { Span } from "../extraction.ts";
import { isRangeEnd, sharingUnit } from "./lists.ts";
import { exact, hanNumber, multiple, multipleOf, numberOf } from "./numerals.ts";
import { boundBefore, operatorOf } from "./operators.ts";
import { spokenOf } from "./spoken.ts";
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
const chinese = `${hanNumber}(?=[余多]?(?:万亿|万|亿)?[余多]?(?:${unitWords})|[余多]?(?:万|亿|千亿|百亿)[余多]?(?:元|美元))`;
const pattern = new RegExp(
  `(?<times>(?:\\d+|[一二两三四五六])(?:×|x|X|\\*|台))?(?<number>${arabic}|${chinese}|(?<=[^\\d.\\u4e00-\\u9fff]|超|近|约|破|逾|上|的|过)(?=(?:${multiple})[余多]?(?:元|美元|吨|家|亩|户|人|平方米)))?(?<more>[余多+＋])?(?<multiple>${multiple})?(?<more2>[余多+＋])?(?<unit>${unitWords})(?<year>/年|/a|每年)?(?<after>以上|左右|上下|以内|以下|有余|之多)?(?<level>级|规模级)?`,
  "g",
);

const classes = "(?:项目|企业|产业|集群|园区|链条|赛道|县|镇|板块|平台|强企|工业大县)";
/** What may follow a threshold that only names a class of things: 亿元以上工业项目, 投资50亿元以上的龙头项目, 百亿元企业. */
const classed = new RegExp(`^(?:及以上)?的?[^，。；、：\\d%元]{0,8}?${classes}`);
const classedFirms = /^的[^，。；\d]{0,6}(?:企业|项目)/;
const classedPlainly = new RegExp(`^(?:重大|重点|工业|产业|优质|大)*${classes}`);

/** 1.3个、0.8个百分点: points from the first on. */
const pointsAhead = /^(?:、|和|及|与)\d+(?:\.\d+)?个?百分点/;

/** 约占全国的三成: the bound stands before the verb. */
const aroundShare = /(约|近|超|超过|接近)占[^，。；、\d]{1,14}$/;

/** All figures of a text, in order, without overlaps. Dates, ranks and numbers inside names are not among them. */
export function figuresOf(printed: string): Figure[] {
  const text = printed.replace(/[０-９．％，](?=[０-９％])|[０-９％]/g, (char) =>
    char === "，" ? char : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  const found: Figure[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups as Record<string, string | undefined>;
    const unitWord =
      groups.unit === "个" && pointsAhead.test(text.slice(match.index + match[0].length)) ? "个百分点" : (groups.unit as string);
    if (!groups.number && !groups.multiple) continue;
    const bound = boundBefore(text, match.index);
    const start = bound?.start ?? match.index;
    const end = match.index + match[0].length;
    const ordinal = text[start - 1] === "第";
    if (isNoFigure(text, { start, end, ordinal }, groups)) continue;
    const number = groups.number ? numberOf(groups.number) : 1;
    if (number === null) continue;
    const unit = printedUnits[unitWord] as PrintedUnit;
    const times = groups.times ? (numberOf(groups.times.slice(0, -1)) ?? 1) : 1;
    const role = ordinal ? "ordinal" : groups.level || isClass(text, { start, end }, groups) ? "class" : "measure";
    found.push({
      start,
      end,
      value: exact(number * multipleOf(groups.multiple) * unit.factor * times),
      printed: unit,
      op: operatorOf({
        before: bound?.before,
        after: groups.after,
        rounded: (groups.more ?? groups.more2) !== undefined,
      }),
      raw: text.slice(start, end),
      role,
      unitWord,
      yearly: groups.year !== undefined || /[每全]年$/.test(text.slice(Math.max(0, start - 2), start)),
      times,
    });
  }
  const apart = (some: readonly Figure[]): Figure[] =>
    some.filter((it) => !found.some((known) => known.start < it.end && it.start < known.end));
  found.push(...apart(spokenOf(text)));
  found.push(...apart(found.flatMap((it) => sharingUnit(text, it))));
  return found
    .filter((it) => !isRangeEnd(text, it))
    .map((it) =>
      it.op === "=" ? { ...it, op: operatorOf({ before: aroundShare.exec(text.slice(Math.max(0, it.start - 18), it.start))?.[1] }) } : it,
    )
    .sort((a, b) => a.start - b.start);
}

function isClass(text: string, { start, end }: Span, { unit, after, number = "" }: Readonly<Record<string, string | undefined>>): boolean {
  if (unit !== "元") return false;
  const behind = text.slice(end, end + 16);
  if (after === "以上") return classed.test(behind) || /^(?:的)?(?:\d|[一二两三四五六七八九]个)/.test(behind);
  if (after === undefined && /[过超]/.test(text.slice(Math.max(0, start - 1), start + 1)) && classedFirms.test(behind)) return true;
  return after === undefined && classedPlainly.test(behind) && (!/\d/.test(number) || /^[\u4e00-\u9fff]{2,4}\d/.test(behind));
}

/** 11个月, 5个工作日 tell a time; 三个方面, 四个到位 count nothing. */
const noThing = /^(?:多?月|小时|工作日|季度|交易日|年头|多小时|昼夜|星期|自然)/;
const abstract = /^(?:方面|层面|维度|阶段|到位|转变|环节|百日|坚持|统一|确保|聚焦|突出|强化|方向|关键|抓手|“|一[流批])/;

interface Spot extends Span {
  /** 第 stands before it. */
  readonly ordinal: boolean;
}

function isNoFigure(text: string, { start, end, ordinal }: Spot, groups: Readonly<Record<string, string | undefined>>): boolean {
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
    ["类", "批", "位", "名", "部", "头", "片", "支", "双", "处", "所", "套", "种", "场", "间", "组", "张", "架"].includes(
      groups.unit ?? "",
    ) &&
    !groups.multiple &&
    !groups.more
  )
    return true;
  if (groups.unit === "位" && (ordinal || behind === "居" || behind === "列")) return true;
  if (groups.unit === "名" && (ordinal || behind === "列" || behind === "单")) return true;
  if (groups.unit === "项" && behind === "目") return true;
  if (groups.unit === "个" && noThing.test(text.slice(end, end + 4))) return true;
  if (groups.unit === "个" && han && !groups.more && abstract.test(text.slice(end, end + 4))) return true;
  if (groups.unit === "个" && (behind === "亿" || (behind === "万" && text[end + 1] === "亿"))) return true;
  if (groups.unit === "成" && !han) return true;
  if (groups.unit === "人" && (behind === "民" || behind === "才" || behind === "均")) return behind !== "才";
  return false;
}
