import { createStore } from "zustand/vanilla";
import { remembered } from "#client/state/preferences.ts";
import type { Column } from "./column.ts";

type TableName = "entities" | "statements";
const nameOf = (table: TableName) => `atlas.columns.${table}`;

/** Ids of the columns somebody chose; null: the usual ones. What storage holds may come from an older version. */
export function parseChosen(text: string | null): readonly string[] | null {
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((one) => typeof one === "string") : null;
  } catch {
    return null;
  }
}

export const chosenColumns = createStore<Record<TableName, readonly string[] | null>>(() => ({
  entities: parseChosen(remembered.read(nameOf("entities"))),
  statements: parseChosen(remembered.read(nameOf("statements"))),
}));

export const isChosen = (column: Column, chosen: readonly string[] | null): boolean =>
  column.fixed === true || (chosen === null ? column.usual === true : chosen.includes(column.id));

export function toggleColumn(table: TableName, columns: readonly Column[], id: string): void {
  const chosen = chosenColumns.getState()[table];
  const next = columns
    .filter((column) => isChosen(column, chosen) !== (column.id === id) && column.fixed !== true)
    .map((column) => column.id);
  remembered.write(nameOf(table), JSON.stringify(next));
  chosenColumns.setState({ [table]: next });
}
