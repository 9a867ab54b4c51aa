import type { MappedValue } from "./schema.ts";

const placeholder = /\{([^{}]+)\}/g;
/** Headings are compared without blanks and in plain forms: `总投资 （亿元）` is `总投资(亿元)`. */
export const foldedHeading = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** The columns that a template names, in its order. */
export const columnsOf = (template: string): string[] => [...template.matchAll(placeholder)].map((it) => foldedHeading(it[1] ?? ""));
export const templateOf = (value: MappedValue): string => (typeof value === "string" ? value : value.value);

/** A row's cells by folded heading. */
export type Cells = (column: string) => string;

/** A template filled from a row; empty when one of its columns is. */
export function filled(template: string, cells: Cells): string {
  let empty = false;
  const text = template.replace(placeholder, (_, name: string) => {
    const cell = cells(foldedHeading(name));
    empty ||= cell === "";
    return cell;
  });
  return empty ? "" : text.trim();
}

/** The same through a value's map. Null: the map lacks the text and nothing stands in for it. */
export function looked(value: MappedValue, cells: Cells): string | null {
  const text = filled(templateOf(value), cells);
  if (typeof value === "string" || text === "") return text;
  if (Object.hasOwn(value.map, text)) return value.map[text] as string;
  return value.otherwise === undefined ? null : (value.otherwise ?? "");
}
