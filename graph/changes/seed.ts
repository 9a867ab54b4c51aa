import { heldSource } from "#graph/dataset/source.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { type ApplyOptions, apply } from "./apply.ts";
import { type Comparison, compare } from "./compare.ts";
import { keepQuestions } from "./review/propose.ts";

/**
 * Compares a valid dataset with a store and applies the difference. Whether new entities are known ones is kept as questions, where that is
 * not certain. Errors: those of `compare` and `apply`.
 */
export async function seed({
  dataset,
  name,
  ...options
}: Omit<ApplyOptions, "changeSet"> & { dataset: Dataset; name: string }): Promise<{ changeSet: Comparison; revision: Revision | null }> {
  const { store, signal, author, sources, now } = options;
  const changeSet = await compare({ store, source: heldSource(dataset), name, ...(signal ? { signal } : {}) });
  const revision = await apply({ ...options, changeSet });
  const { questions } = changeSet;
  if (questions.length > 0) await keepQuestions({ store, questions, author, title: name, sources, now });
  return { changeSet, revision };
}
