import type { ChangeSet, Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { type ApplyOptions, apply } from "./apply.ts";
import { compare } from "./compare.ts";

/** Compares a valid dataset with a store and applies the difference. Errors: those of `compare` and `apply`. */
export async function seed({
  dataset,
  name,
  ...options
}: Omit<ApplyOptions, "changeSet"> & { dataset: Dataset; name: string }): Promise<{ changeSet: ChangeSet; revision: Revision | null }> {
  const changeSet = await compare({ store: options.store, dataset, name, ...(options.signal ? { signal: options.signal } : {}) });
  return { changeSet, revision: await apply({ ...options, changeSet }) };
}
