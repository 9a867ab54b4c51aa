import type { Value } from "#graph/model/cypher-result.ts";
import { type GraphStore, type ReadLimits, StoreUnavailable } from "#graph/store/store.ts";

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
  return rows.map((values) => keyed(columns, values));
}

function keyed(columns: readonly string[], values: readonly Value[]): Row {
  const row: Record<string, Value> = {};
  for (const [index, column] of columns.entries()) row[column] = values[index] ?? null;
  return row;
}

/**
 * As `ask`, for questions with a row for everything that the store holds: rows come some thousands at a time, so that no message holds up
 * the others, and are keyed when they are asked for. Begun again once when the store breaks off in the middle.
 */
export async function askInPortions(asked: Asked, text: string): Promise<{ length: number; row(index: number): Row }> {
  const all: Value[][] = [];
  const read = () => {
    all.length = 0;
    return asked.store.read({ text }, { ...limitsOf(asked), onRows: (rows) => rows.forEach((row) => void all.push(row)) });
  };
  const { columns } = await read().catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return read();
    throw error;
  });
  return { length: all.length, row: (index) => keyed(columns, all[index] ?? []) };
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
