import { join } from "node:path";
import { keepBackups } from "#graph/changes/backup/keep-backups.ts";
import { checkIntegrity } from "#graph/changes/integrity.ts";
import { recover } from "#graph/changes/journal.ts";
import { openStore } from "#graph/store/open-store.ts";
import { type GraphStore, StoreUnavailable } from "#graph/store/store.ts";
import type { Config } from "#server/config.ts";

export const backupFolder = ({ dataDir }: Pick<Config, "dataDir">): string => join(dataDir, "backups");

interface OpenOptions {
  /** Check what is stored while the command runs, and complain on standard error: for commands that change it. Default false. */
  check?: boolean;
  /** Back up before each change. Default true. */
  backups?: boolean;
}

/** Opens the store of the settings, with its indexes, and finishes an apply that was interrupted. */
export async function openConfiguredStore(
  settings: Pick<Config, "dataDir" | "neo4j">,
  { check = false, backups = true }: OpenOptions = {},
): Promise<GraphStore> {
  const { dataDir, neo4j } = settings;
  const opened = await openStore({ dataDir, ...(neo4j === null ? {} : { neo4j }) });
  try {
    await opened.prepare();
    if ((await recover(opened)) === "busy")
      throw new StoreUnavailable({
        operation: "Opening the store",
        fault: "another process is applying a large change to it",
        remedy: "wait until it is done, then try again",
      });
  } catch (error) {
    await opened.close();
    throw error;
  }
  const store = backups ? keepBackups(opened, { folder: backupFolder(settings) }) : opened;
  return check ? checkedWhileOpen(store) : store;
}

/**
 * Checks the store beside its use. To close it waits for the check (1.6 s at 400,000 records): whether damage is told
 * must not hang on which of the two ends first, and "nothing changed" is no answer from a damaged store.
 */
function checkedWhileOpen(store: GraphStore): GraphStore {
  const check = checkIntegrity(store, { onDamage: (message) => void process.stderr.write(`${message}\n`) });
  return {
    ...store,
    close: async () => {
      await check;
      await store.close();
    },
  };
}
