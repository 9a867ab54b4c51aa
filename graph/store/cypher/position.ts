import type { QueryPosition } from "../store.ts";

/** Line and column of an offset in a query; a line ends with \n, \r or \r\n. */
export function positionAt(text: string, offset: number): QueryPosition {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { offset, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
