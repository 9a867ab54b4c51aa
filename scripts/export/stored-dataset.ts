import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { StoreLocked } from "#graph/store/store.ts";
import type { Config } from "#server/config.ts";
import { findDoor } from "#server/local/door.ts";
import { servedDataset } from "#server/local/served-dataset.ts";
import { openConfiguredStore } from "../command/open.ts";

/** What the store of the settings asserts: opened here, or through the server that holds it. Throws the store's errors. */
export async function storedDataset(settings: Pick<Config, "dataDir" | "neo4j">): Promise<Dataset> {
  try {
    const store = await openConfiguredStore(settings);
    return await readDatasetFromStore(store).finally(() => store.close());
  } catch (error) {
    const door = error instanceof StoreLocked ? await findDoor(settings.dataDir) : null;
    if (door === null) throw error;
    return servedDataset(door);
  }
}
