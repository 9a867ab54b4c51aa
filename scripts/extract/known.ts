import { existsSync } from "node:fs";
import { join } from "node:path";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { readDataset } from "#graph/dataset/read.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { openStore } from "#graph/store/open-store.ts";
import { StoreError, StoreLocked } from "#graph/store/store.ts";
import type { Config } from "#server/config.ts";
import { findDoor } from "#server/local/door.ts";

export interface KnownDataset {
  dataset: Dataset;
  /** Why it is the bundled dataset although there is a store; null: nothing to tell. */
  note: string | null;
}

type Settings = Pick<Config, "dataDir" | "neo4j">;

const hasStore = ({ dataDir, neo4j }: Settings): boolean => neo4j !== null || existsSync(join(dataDir, "store", "CURRENT"));

async function fromStore({ dataDir, neo4j }: Settings): Promise<Dataset> {
  const store = await openStore({ dataDir, ...(neo4j === null ? {} : { neo4j }) });
  try {
    return await readDatasetFromStore(store);
  } finally {
    await store.close();
  }
}

/** The store's dataset through the server that holds it; null when no server answers. */
async function fromServer({ dataDir }: Settings): Promise<Dataset | null> {
  const door = await findDoor(dataDir);
  if (door === null) return null;
  const answer = await fetch(new URL("/api/v1/export?format=json", door.url)).catch(() => null);
  return answer?.ok === true ? ((await answer.json()) as Dataset) : null;
}

/** What the store of the settings holds, read without changing anything in it; null when there is none. Throws the store's errors. */
async function stored(settings: Settings): Promise<Dataset | null> {
  if (!hasStore(settings)) return null;
  try {
    return await fromStore(settings);
  } catch (error) {
    const served = error instanceof StoreLocked ? await fromServer(settings) : null;
    if (served === null) throw error;
    return served;
  }
}

/** What documents are read against: the store that there is, also one that a running server holds; else the bundled dataset. */
export async function readKnownDataset(settings: Settings): Promise<KnownDataset> {
  let note: string | null = null;
  try {
    const dataset = await stored(settings);
    if (dataset !== null && dataset.entities.length > 0) return { dataset, note };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    note = `${error.message}. Names are resolved against the bundled dataset instead.`;
  }
  return { dataset: (await readDataset(bundledFolders)).dataset, note };
}
