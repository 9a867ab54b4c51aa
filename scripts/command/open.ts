import { recover } from "#graph/changes/journal.ts";
import { openStore } from "#graph/store/open-store.ts";
import { type GraphStore, StoreUnavailable } from "#graph/store/store.ts";
import type { Config } from "#server/config.ts";

/** Opens the store of the settings, with its indexes, and finishes an apply that was interrupted. */
export async function openConfiguredStore({ dataDir, neo4j }: Pick<Config, "dataDir" | "neo4j">): Promise<GraphStore> {
  const store = await openStore({ dataDir, ...(neo4j === null ? {} : { neo4j }) });
  try {
    await store.prepare();
    if ((await recover(store)) === "busy")
      throw new StoreUnavailable({
        operation: "Opening the store",
        fault: "another process is applying a large change to it",
        remedy: "wait until it is done, then try again",
      });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
