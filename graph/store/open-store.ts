import { join } from "node:path";
import { openEmbeddedStore } from "./embedded/embedded-store.ts";
import type { GraphStore } from "./store.ts";

export interface StoreSettings {
  /** Holds the embedded store, unless `neo4j` is given. */
  dataDir: string;
  neo4j?: { uri: string; user: string; password: string; database?: string };
}

/** Opens the store that the settings name. Throws StoreLocked or StoreUnavailable. */
export async function openStore({ dataDir, neo4j }: StoreSettings): Promise<GraphStore> {
  if (neo4j === undefined) return openEmbeddedStore({ folder: join(dataDir, "store") });
  // The driver is large, and most installations never need it.
  const { openNeo4jStore } = await import("./neo4j/neo4j-store.ts");
  return openNeo4jStore(neo4j);
}
