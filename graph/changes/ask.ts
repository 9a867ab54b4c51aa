import type { Value } from "#graph/model/cypher-result.ts";
import type { CypherQuery, GraphStore, WriteTransaction } from "#graph/store/store.ts";

/** Runs a query that reads and gives all its rows. */
export type Ask = (query: CypherQuery) => Promise<Value[][]>;

const wholeTable = { rows: 20_000_000, timeoutMs: 600_000 } as const;

export const askStore =
  (store: GraphStore, signal?: AbortSignal): Ask =>
  async (query) =>
    (await store.read(query, signal === undefined ? wholeTable : { ...wholeTable, signal })).rows;

/** Runs a query that reads and hands its rows on, some thousands at a time, without keeping them. */
export type AskEach = (query: CypherQuery, onRows: (rows: Value[][]) => void) => Promise<void>;

export const askStoreEach =
  (store: GraphStore, signal?: AbortSignal): AskEach =>
  async (query, onRows) => {
    await store.read(query, signal === undefined ? { ...wholeTable, onRows } : { ...wholeTable, onRows, signal });
  };

export const askTransaction =
  (transaction: WriteTransaction): Ask =>
  async (query) =>
    (await transaction.run(query)).rows;

const idsAtOnce = 5000;

/** Asks for many ids in portions; the text reads them as `$ids`. */
export async function askInPortions(ask: Ask, { text, ids }: { text: string; ids: readonly string[] }): Promise<Value[][]> {
  const rows: Value[][] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce)
    for (const row of await ask({ text, parameters: { ids: ids.slice(at, at + idsAtOnce) } })) rows.push(row);
  return rows;
}
