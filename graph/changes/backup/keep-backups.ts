import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "../ask.ts";
import { checkedIntegrity } from "../integrity.ts";
import { isApplying } from "../journal-head.ts";
import { type Newest, readNewest } from "../ledger.ts";
import { addBackup, type Backup, keptBackups } from "./backups.ts";
import { writeDump } from "./dump.ts";

export interface BackupOptions {
  /** Where backups lie, `backups` in the data folder. */
  folder: string;
  keep?: number;
  before?: Backup["before"];
  /** Names of backups that must not go, though they are old. */
  spared?: readonly string[];
  now?: Date;
}

/** What stands cannot be copied as it should be: it is being changed, or is damaged. */
export class BackupImpossible extends Error {
  constructor(fault: string, remedy = "wait until nobody applies changes, then try again") {
    super(`Nothing was changed, since no backup could be made: ${fault}; ${remedy}`);
    this.name = "BackupImpossible";
  }
}

const tries = 3;
const same = (a: Newest, b: Newest): boolean => a.revision === b.revision && a.checksum === b.checksum;

/**
 * Backs up what a store holds: the engine's files where they can be copied (some ms a megabyte), else a dump of all nodes and links
 * (about a minute a million of them). Null for a store without a revision. Throws BackupImpossible while changes are being applied.
 */
export async function backup(
  store: GraphStore,
  { folder, keep = keptBackups, before = "apply", spared = [], now = new Date() }: BackupOptions,
): Promise<Backup | null> {
  const ask = askStore(store);
  for (let tried = 0; tried < tries; tried += 1) {
    const newest = await readNewest(ask);
    if (newest.revision === 0) return null;
    if (await isApplying(store)) throw new BackupImpossible("a large change is being applied or waits to be finished");
    const { copyTo } = store;
    const isUnmoved = async (): Promise<void> => {
      if (!same(await readNewest(ask), newest)) throw new Moved();
    };
    try {
      return await addBackup({
        folder,
        keep,
        spared,
        head: {
          form: copyTo === undefined ? "dump" : "files",
          engine: (await store.describe()).engine,
          revision: newest.revision,
          checksum: String(newest.checksum),
          at: now.toISOString(),
          before,
        },
        fill: async (path) => {
          await (copyTo === undefined ? writeDump(store, path) : copyTo(path));
          await isUnmoved();
        },
      });
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
  throw new BackupImpossible("the store was changed each time while it was copied");
}

class Moved extends Error {}

/** The same store, which backs itself up before a change set is applied to it, and refuses when it is known to be damaged: further backups would drive out the good ones. */
export const keepBackups = (store: GraphStore, options: Pick<BackupOptions, "folder" | "keep">): GraphStore => ({
  ...store,
  backup: async () => {
    const { state, faults } = await checkedIntegrity(store);
    if (state === "damaged") throw new BackupImpossible(`the store is damaged (${faults[0]})`, "run npm run restore first");
    await backup(store, options);
  },
});
