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

/** Rows in the order of a column; equal ones stay in the order in which they came, and rows without a value come last either way. */
export function ordered(rows: readonly number[], context: TableContext, column: Column, descending: boolean): number[] {
  const keys = new Map(rows.map((row) => [row, (column.order ?? column.text)(context, row)]));
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [keys.get(a) as number | string, keys.get(b) as number | string];
    if (x === y) return 0;
    if (x === "") return 1;
    if (y === "") return -1;
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y)));
  });
}

/** Rows that hold all words that were typed, in any of the columns. */
export function matching(rows: readonly number[], context: TableContext, columns: readonly Column[], typed: string): readonly number[] {
  const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = columns.map((column) => column.text(context, row).toLowerCase()).join("\n");
    return words.every((word) => text.includes(word));
  });
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
