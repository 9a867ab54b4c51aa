import type { Figure } from "./figures.ts";
import { exact, hanNumber, multipleOf, numberOf } from "./numerals.ts";
import { boundBefore, operatorOf } from "./operators.ts";
import { printedUnits } from "./units.ts";

type Groups = Readonly<Record<string, string | undefined>>;
interface Form {
  readonly shape: RegExp;
  /** A word that every such figure holds. */
  readonly mark: string;
  readonly unit: "%" | "元";
  /** The value in the unit; null for what is no number. */
  readonly value: (groups: Groups) => number | null;
  /** Only after a word of growth: 增长1.2倍. */
  readonly growth?: true;
  readonly op?: (whole: string, groups: Groups) => Figure["op"] | undefined;
}

const number = (text: string | undefined): number | null => (text === undefined ? null : numberOf(text));
const ofHundred = (part: number): number => Number((part * 100).toFixed(1));

/** Figures in words of speech: 过半, 三分之一, 百分之八点七, 翻一番, 12个亿. */
const forms: readonly Form[] = [
  {
    mark: "半",
    shape: /(?:一半|半数)(?<after>以上|左右)?|过半数?|(?<=占|达)半壁江山/g,
    unit: "%",
    value: () => 50,
    op: (whole) => (whole.startsWith("过半") ? ">" : undefined),
  },
  {
    mark: "分之",
    shape: new RegExp(`(?<base>${hanNumber}|\\d+)分之(?<number>${hanNumber}|\\d+)(?<after>强|以上|左右|以内)?`, "g"),
    unit: "%",
    value: ({ base, number: part }) => {
      const [whole, share] = [number(base), number(part)];
      return whole && share && whole !== 1000 ? ofHundred(share / whole) : null;
    },
    op: (_, { base, after }) => (number(base) === 3 && !after ? "≈" : after === "强" ? ">" : undefined),
  },
  {
    mark: "番",
    shape: /翻了?(?<number>[一两二三四])番(?<more>多|有余|以上)?/g,
    unit: "%",
    value: ({ number: times }) => 100 * (2 ** (number(times) ?? 0) - 1),
  },
  {
    mark: "倍",
    growth: true,
    shape: new RegExp(`(?<number>${hanNumber}|\\d+(?:\\.\\d+)?)(?<more>[余多])?倍(?<after>以上|左右|多)?`, "g"),
    unit: "%",
    value: ({ number: times }) => {
      const found = number(times);
      return found === null ? null : exact(found * 100);
    },
  },
  {
    mark: "亿",
    shape:
      /(?<number>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?<more>多|余)?个?(?<multiple>万亿|亿)(?<after>以上|左右|之多)?(?![元美千瓦吨平支只件台辆颗片人次度级港欧日户家条个立方韩英]|企业|项目|产业|集群|园区|板块|\d)/g,
    unit: "元",
    value: ({ number: printed, multiple }) => {
      const found = number(printed);
      return found === null ? null : exact(found * multipleOf(multiple));
    },
  },
];

const grown = /(?:增长|增加|提高|提升|增|涨|扩大)了?$/;

/** 百分之八点七, 近一半 (≈ 50 %), 翻一番 (100 % more), 亿 without its 元: figures in words of speech. */
export function spokenOf(text: string): Figure[] {
  const found: Figure[] = [];
  for (const { shape, mark, unit, value, op, growth } of forms) {
    if (!text.includes(mark)) continue;
    for (const match of text.matchAll(shape)) {
      const groups: Groups = match.groups ?? {};
      const amount = value(groups);
      const bound = boundBefore(text, match.index);
      const start = bound?.start ?? match.index;
      if (amount === null || /[\d.第]/.test(text[start - 1] ?? "")) continue;
      if (growth && !grown.test(text.slice(Math.max(0, start - 4), start))) continue;
      const end = match.index + match[0].length;
      found.push({
        start,
        end,
        value: amount,
        printed: printedUnits[unit] as Figure["printed"],
        op:
          (bound === null ? op?.(match[0], groups) : undefined) ??
          operatorOf({ before: bound?.before, after: groups.after, rounded: groups.more !== undefined }),
        raw: text.slice(start, end),
        role: "measure",
        unitWord: unit,
        yearly: false,
        times: 1,
      });
    }
  }
  return found;
}
