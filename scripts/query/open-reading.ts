import type { ApiError } from "#graph/model/api-error.ts";
import type { CypherResult } from "#graph/model/cypher-result.ts";
import type { CypherQuery, ReadResult } from "#graph/store/store.ts";
import { StoreLocked, StoreUnavailable } from "#graph/store/store.ts";
import type { Config } from "#server/config.ts";
import { findDoor } from "#server/local/door.ts";
import { openConfiguredStore } from "../command/open.ts";

/** The server that holds the store refused the query, or could not run it. */
export class QueryNotAnswered extends Error {}

export interface Reading {
  /** Throws the store's errors, or QueryNotAnswered. */
  read(query: CypherQuery): Promise<Pick<ReadResult, "columns" | "rows" | "truncated">>;
  close(): Promise<void>;
}

const timeoutMs = 60_000;

/** The store of the settings: opened here, or asked through the server that holds it. Throws StoreLocked when another command does. */
export async function openReading(settings: Pick<Config, "dataDir" | "neo4j">): Promise<Reading> {
  try {
    const store = await openConfiguredStore(settings);
    return { read: (query) => store.read(query, { origin: "user", timeoutMs }), close: () => store.close() };
  } catch (error) {
    const door = error instanceof StoreLocked ? await findDoor(settings.dataDir) : null;
    if (door === null) throw error;
    return { read: (query) => ask(door.url, query), close: async () => undefined };
  }
}

async function ask(url: string, { text, parameters = {} }: CypherQuery): Promise<Pick<ReadResult, "columns" | "rows" | "truncated">> {
  const answer = await fetch(new URL("/api/v1/cypher", url), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: text, parameters, timeoutMs }),
  }).catch((cause: unknown) => {
    throw new StoreUnavailable({
      operation: "Asking the server that holds the store",
      fault: "it does not answer",
      remedy: "try again, or stop it and query without it",
      cause,
    });
  });
  const body = (await answer.json()) as CypherResult | ApiError;
  if ("error" in body) throw new QueryNotAnswered(body.error.message);
  return { columns: body.columns, rows: body.rows, truncated: body.summary.truncated };
}
