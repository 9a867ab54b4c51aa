import type { Sliced } from "#client/slices/in-slices.ts";
import type { Column, TableContext } from "./column.ts";

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** The same column turns round; another begins with what is most for numbers, and with A for texts. */
export const sortBy = (before: Sorting, column: Column): Sorting =>
  before.column === column.id
    ? { column: column.id, descending: !before.descending }
    : { column: column.id, descending: column.numeric === true };

const collator = new Intl.Collator("zh-CN", { numeric: true });
/** Rows after which somebody else may have a turn. */
const portion = 256;

type Key = number | string;
type Compare = (a: number, b: number) => number;

/** Rows in the order of a column; equal ones stay in the order in which they came, and rows without a value come last either way. */
export function* ordered(rows: readonly number[], context: TableContext, column: Column, descending: boolean): Sliced<number[]> {
  const keyOf = column.order ?? column.text;
  const keys: Key[] = [];
  for (const [at, row] of rows.entries()) {
    keys.push(keyOf(context, row));
    if (at % portion === 0) yield;
  }
  const sign = descending ? -1 : 1;
  const places = yield* merged(rows.length, (a, b) => {
    const [x, y] = [keys[a] as Key, keys[b] as Key];
    if (x === y) return 0;
    if (x === "") return 1;
    if (y === "") return -1;
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y)));
  });
  return Array.from(places, (place) => rows[place] as number);
}

/** The numbers below `count` in an order, by merging: it can be left at any time, which a built-in sort cannot. */
function* merged(count: number, compare: Compare): Sliced<Uint32Array> {
  let from = Uint32Array.from({ length: count }, (_, at) => at);
  let to = new Uint32Array(count);
  for (let run = 1; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      const [middle, end] = [Math.min(start + run, count), Math.min(start + 2 * run, count)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; at += 1) {
        const takesLeft = left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0);
        to[at] = from[takesLeft ? left++ : right++] as number;
        if (at % portion === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Rows that hold all words that were typed, in any of the columns. */
export function* matching(
  rows: readonly number[],
  context: TableContext,
  columns: readonly Column[],
  typed: string,
): Sliced<readonly number[]> {
  const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const found: number[] = [];
  for (const [at, row] of rows.entries()) {
    const text = columns.map((column) => column.text(context, row).toLowerCase()).join("\n");
    if (words.every((word) => text.includes(word))) found.push(row);
    if (at % portion === 0) yield;
  }
  return found;
}

/** Tab-separated, with a heading: what spreadsheets take from the clipboard. A tab or a line end inside a cell becomes a blank. */
export function toTsv(
  rows: readonly number[],
  context: TableContext,
  columns: readonly Column[],
  titleOf: (column: Column) => string,
): string {
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, " ")).join("\t");
  return [line(columns.map(titleOf)), ...rows.map((row) => line(columns.map((column) => column.text(context, row))))].join("\n");
}
