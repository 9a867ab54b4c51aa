import { recover } from "#graph/changes/journal.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import { seed } from "#graph/changes/seed.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { problemLine } from "#graph/dataset/problem.ts";
import { readDataset } from "#graph/dataset/read.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { GraphStore } from "#graph/store/store.ts";

/**
 * Finishes what an interrupted apply left, and writes the bundled dataset into a store that has no revision and no entity.
 * Null when the store holds something already, or another process is writing a large change to it.
 */
export async function seedIfEmpty(store: GraphStore, { signal }: { signal: AbortSignal }): Promise<Revision | null> {
  await store.prepare();
  // Halfway through another process's restore or first seed a store looks empty and is not.
  if ((await recover(store)) === "busy") return null;
  const { revision, counts } = await storeSummary(store);
  if (revision !== null || counts.entities > 0) return null;
  const { dataset, problems, sources } = await readDataset(bundledFolders);
  if (problems.length > 0) {
    throw new Error(
      `Seeding the bundled dataset: it is not valid; correct these lines, or use npm run seed with another\n${problems.map(problemLine).join("\n")}`,
    );
  }
  const options = {
    store,
    dataset,
    name: "xinyu",
    sources,
    author: "start",
    message: "内置数据集 · Bundled dataset",
    now: new Date(),
    signal,
  };
  return (await seed(options)).revision;
}
