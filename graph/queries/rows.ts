import type { Value } from "#graph/model/cypher-result.ts";
import type { GraphStore, ReadLimits } from "#graph/store/store.ts";

/** A row of an application query, keyed by the alias of its RETURN item. */
export type Row = Readonly<Record<string, Value>>;

/** A page of the whole store may be large; what limits an application query is its own LIMIT. */
const everyRow = 5_000_000;

export interface Asked {
  readonly store: GraphStore;
  readonly signal?: AbortSignal;
  /** For questions that read the whole graph; else the store's own limit. */
  readonly timeoutMs?: number;
}

/** Runs an application query and keys its rows by column. */
export async function ask(asked: Asked, text: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
  const { columns, rows } = await asked.store.read({ text, parameters }, limitsOf(asked));
  return rows.map((values) => Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])));
}

export const limitsOf = (asked: Asked): ReadLimits => ({
  rows: everyRow,
  ...(asked.signal === undefined ? {} : { signal: asked.signal }),
  ...(asked.timeoutMs === undefined ? {} : { timeoutMs: asked.timeoutMs }),
});

export const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");
export const textOrNull = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
export const numberOf = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
export const numberOrNull = (value: Value | undefined): number | null => (typeof value === "number" ? value : null);
export const textsOf = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === "string") : [];

/** A row without the columns that are null: absent and null are one in the store, and absent in the model. */
export const present = (row: Row): Record<string, Value> => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
