import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seed } from "#graph/changes/seed.ts";
import type { ChangeSet, Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { openStore } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";

/** An embedded store in a folder of its own, with its indexes. */
export async function openSomeStore(): Promise<{ store: GraphStore; drop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-changes-"));
  const store = await openStore({ dataDir });
  await store.prepare();
  return {
    store,
    drop: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function wipe(store: GraphStore): Promise<void> {
  await store.write((transaction) => transaction.run({ text: "MATCH (n) DETACH DELETE n" }));
}

/** Seeds a dataset that is known to be valid. */
export function sow(store: GraphStore, dataset: Dataset, name = "test"): Promise<{ changeSet: ChangeSet; revision: Revision | null }> {
  return seed({ store, dataset, name, author: "test", message: "test", sources: [], now: new Date(0) });
}
