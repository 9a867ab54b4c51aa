import { join } from "node:path";
import { openEmbeddedStore } from "./embedded/embedded-store.ts";
import { restoreFiles } from "./embedded/restore-files.ts";
import type { GraphStore } from "./store.ts";

export interface StoreSettings {
  /** Holds the embedded store, unless `neo4j` is given. */
  dataDir: string;
  neo4j?: { uri: string; user: string; password: string; database?: string };
}

const embeddedFolder = (dataDir: string): string => join(dataDir, "store");

/** Puts back what `copyTo` of the embedded store copied; no process may hold it. Throws StoreLocked or StoreUnavailable. */
export const replaceEmbeddedStore = ({ dataDir }: Pick<StoreSettings, "dataDir">, from: string): Promise<void> =>
  restoreFiles({ folder: embeddedFolder(dataDir), from });

/** Opens the store that the settings name. Throws StoreLocked or StoreUnavailable. */
export async function openStore({ dataDir, neo4j }: StoreSettings): Promise<GraphStore> {
  if (neo4j === undefined) return openEmbeddedStore({ folder: embeddedFolder(dataDir) });
  // The driver is large, and most installations never need it.
  const { openNeo4jStore } = await import("./neo4j/neo4j-store.ts");
  return openNeo4jStore(neo4j);
}
