import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { date as isoDate, period as isoPeriod } from "#graph/model/period.ts";
import { chineseDigits, chineseNumeral, plain } from "./numerals.ts";

/** A date or period, or why it cannot be taken in this field. */
export type Dated = { value: string } | { fault(field: string): DatasetFault };

const quoted = (text: string): string => `"${text}"`;
const noYear = (text: string): Dated => ({ fault: (field) => fault("no_year", { field, given: quoted(text) }) });
const pad = (number: string): string => number.padStart(2, "0");

/** Chinese numerals of a date as digits: `二〇二四年三月十五日` → `2024年3月15日`. */
const inDigits = (text: string): string =>
  plain(text)
    .replace(/[零〇一二三四五六七八九]{4}(?=年)/g, (it) => chineseDigits(it) ?? it)
    .replace(/[一二三四五六七八九十]+(?=[月日号])/g, (it) => String(chineseNumeral(it) ?? it))
    .replace(/[至到~〜—–]+/g, "~");

/** A day, month or year that exists, as ISO text; null when it is none. */
function point(text: string): string | null {
  const found =
    /^(\d{4})年?(?:度|全年)?$/.exec(text) ??
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月份?)?$/.exec(text) ??
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (found === null) return null;
  const [, year, month, day] = found;
  const iso = [year, ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join("-");
  if (!isoDate.safeParse(iso).success) return null;
  if (day === undefined) return iso;
  const made = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(iso) ? iso : null;
}

/** A date as people write it, to `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: `2024年3月`, `2024/3/5`, `2024.3`, `20240305`, `二〇二四年三月`. */
export function parseDate(text: string): Dated {
  const written = inDigits(text);
  if (/^\d{1,2}月/.test(written) || /^\d{1,2}[日号]$/.test(written)) return noYear(text);
  const iso = point(written);
  return iso === null ? { fault: (field) => fault("not_date", { field, given: quoted(text) }) } : { value: iso };
}

const quarterOf = (text: string): string => String(chineseNumeral(text) ?? text);

/** The parts of a year: `一季度`, `Q1`, `上半年`, `H2`, `前三季度`, `1~9月`. */
function partOfYear(year: string, rest: string): string | null {
  const quarter = /^(?:-?Q|第)?([一二三四1-4])(?:季度?)?$/i.exec(rest);
  if (quarter?.[1] !== undefined && /Q|季/i.test(rest)) return `${year}-Q${quarterOf(quarter[1])}`;
  if (/^(?:上半年|-?H1)$/i.test(rest)) return `${year}-H1`;
  if (/^(?:下半年|-?H2)$/i.test(rest)) return `${year}-H2`;
  const first = /^前([二两三])(?:个)?季度$/.exec(rest)?.[1];
  if (first !== undefined) return `${year}-Q1/${year}-Q${first === "三" ? 3 : 2}`;
  const months = /^(\d{1,2})月?~(\d{1,2})月(?:份)?$/.exec(rest);
  if (months?.[1] !== undefined && months[2] !== undefined) return `${year}-${pad(months[1])}/${year}-${pad(months[2])}`;
  return null;
}

const single = (text: string): string | null => {
  const found = /^(\d{4})年?度?(.+)$/.exec(text);
  const part = found?.[1] === undefined || found[2] === undefined ? null : partOfYear(found[1], found[2]);
  return part ?? point(text);
};

/**
 * A period as people write it, to the model's form: `2024年一季度` → 2024-Q1, `2024年上半年` → 2024-H1, `2024年1-9月` →
 * 2024-01/2024-09, `2024—2026年` → 2024/2026, `2024年3月` → 2024-03.
 */
export function parsePeriod(text: string): Dated {
  // A hyphen between two years or after a month's digit can only mean a span.
  const written = inDigits(text)
    .replace(/^(\d{4})年?-(\d{4})/, "$1~$2")
    .replace(/(年\d{1,2}月?)-(\d{1,2}月)/, "$1~$2");
  const one = single(written);
  const span = one === null ? /^(.+?)(?:~|\/(?=\d{4})|-(?=\d{4}年))(.+)$/.exec(written) : null;
  const ends = span === null ? [one] : [single(span[1] ?? ""), single(span[2] ?? "")];
  const value = ends.join("/");
  if (ends.every((end) => end !== null) && isoPeriod.safeParse(value).success) {
    const [start, end] = ends as [string, string?];
    if (end === undefined || start.slice(0, 4) <= end.slice(0, 4)) return { value };
    return { fault: (field) => fault("turned_period", { field, given: quoted(text), end, start }) };
  }
  if (/^(?:前?[一二三四1-4]|第[一二三四])季|^[上下]半年|^\d{1,2}月/.test(written)) return noYear(text);
  return { fault: (field) => fault("not_period", { field, given: quoted(text) }) };
}
