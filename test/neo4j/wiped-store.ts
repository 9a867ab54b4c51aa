import { inject } from "vitest";
import { openNeo4jStore } from "#graph/store/neo4j/neo4j-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { marker, type Neo4jSettings, run } from "./real-server.ts";

/** The server of this run, or why there is none. */
export const provided = (): Neo4jSettings | { missing: string } => inject("neo4j");

/** A store on the server's database, emptied of all but its marker. */
export async function openWipedStore(settings: Neo4jSettings = settingsOrThrow()): Promise<GraphStore> {
  await run(settings, `MATCH (n) WHERE NOT n:${marker} CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`);
  return openNeo4jStore(settings);
}

export function settingsOrThrow(): Neo4jSettings {
  const settings = provided();
  if ("missing" in settings) throw new Error(settings.missing);
  return settings;
}
