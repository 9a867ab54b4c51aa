import type { Language } from "#client/rendering/interface.ts";
import { type Unit, units } from "#graph/vocabulary/measures.ts";

const thin = "\u2009";

/** By digits: making one costs more than a hundred uses. */
const formatters = new Map<number, Intl.NumberFormat>();

/** Thin spaces between thousands; at most `digits` decimals. */
export function formatNumber(value: number, digits = 2): string {
  const formatter = formatters.get(digits) ?? new Intl.NumberFormat("en", { maximumFractionDigits: digits });
  formatters.set(digits, formatter);
  const [whole = "0", rest] = formatter.format(value).split(".");
  const spaced = whole.replaceAll(",", thin).replace("-", "−");
  return rest === undefined ? spaced : `${spaced}.${rest}`;
}

/** Most counts have nothing to put between their digits. */
export const formatCount = (value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : formatNumber(value, 0);

interface Figure {
  value: number;
  unit: string;
  op?: string;
}

const scaled = (value: number, language: Language): { text: string; scale: string } => {
  const size = Math.abs(value);
  if (language === "zh") {
    if (size >= 1e8) return { text: formatNumber(value / 1e8, 4), scale: "亿" };
    if (size >= 1e4) return { text: formatNumber(value / 1e4, 4), scale: "万" };
    return { text: formatNumber(value), scale: "" };
  }
  if (size >= 1e9) return { text: formatNumber(value / 1e9, 4), scale: "bn" };
  if (size >= 1e6) return { text: formatNumber(value / 1e6, 4), scale: "m" };
  return { text: formatNumber(value), scale: "" };
};

const signs: Readonly<Record<string, string>> = { "=": "", "≈": "≈", ">": ">", ">=": "≥", "<": "<", "<=": "≤" };

/**
 * A figure as it is read: `≥ 797亿元`, `CNY 79.7 bn`, `3.5万吨/年`, `35 000 t/a`. The operator is part of the meaning and always shown.
 */
export function formatFigure({ value, unit, op = "=" }: Figure, language: Language): string {
  const sign = signs[op] ?? op;
  const before = sign === "" ? "" : `${sign}${thin}`;
  const known = Object.hasOwn(units, unit) ? units[unit as Unit] : null;
  const name = known === null ? unit : known[language];
  if (known?.dimension === "ratio" || known?.dimension === "growth") {
    return `${before}${formatNumber(value)}${name}`;
  }
  if (language === "zh") {
    const { text, scale } = scaled(value, "zh");
    return `${before}${text}${scale}${/^[A-Za-z]/.test(name) ? `${thin}${name}` : name}`;
  }
  if (known?.dimension === "money") {
    const { text, scale } = scaled(value, "en");
    return `${before}${name} ${text}${scale === "" ? "" : ` ${scale}`}`;
  }
  return `${before}${formatNumber(value, 4)}${name === "" ? "" : ` ${name}`}`;
}

export const formatConfidence = (value: number): string => value.toFixed(2);

/** `2024/2026` → `2024–2026`. */
export const formatPeriod = (period: string | undefined | null): string => (period ?? "").replace("/", "–");

export const formatMs = (ms: number): string => `${formatNumber(ms, ms < 10 ? 1 : 0)} ms`;

/** A count that is not known yet is left open: it is no zero. */
export const countWords = (count: number | undefined): string => (count === undefined ? "" : formatCount(count));

/** From here on a count is written short where it stands in a narrow place. */
const shortFrom = 10_000;
const short = {
  zh: new Intl.NumberFormat("zh-CN", { notation: "compact", maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }),
} as const;
/** A large count as 5.2万 or 52K; whoever writes it tells the whole number beside it. */
export const formatShort = (count: number, language: "zh" | "en"): string =>
  count < shortFrom ? formatCount(count) : short[language].format(count);

/** How large the picture is, 1 for as it is made: in whole percents, and far away by its first digit. */
export function formatZoom(scale: number): string {
  const percents = 100 * scale;
  return `${percents < 1 ? Number(percents.toPrecision(1)) : Math.round(percents)}%`;
}
