import { apply } from "#graph/changes/apply.ts";
import { type Comparison, compare } from "#graph/changes/compare.ts";
import { readKnown } from "#graph/changes/known.ts";
import { keepQuestions } from "#graph/changes/review/propose.ts";
import type { Known } from "#graph/dataset/known.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { namedEntities } from "./named-entities.ts";

export interface Compared {
  changeSet: Comparison;
  /** Of the entities that the changes speak of. */
  names: [id: string, name: string][];
}

export interface SeedApply {
  changeSet: Comparison;
  dataset: Dataset;
  name: string;
  message: string;
  sources: Revision["sources"];
  onProgress: (progress: { done: number; total: number }) => void;
  signal?: AbortSignal;
}

/** What `npm run seed` does to a store: the one that it opened, or the one that a server holds. */
export interface Seeding {
  /** What a dataset may refer to without declaring it. */
  known(): Promise<Known>;
  compare(options: { dataset: Dataset; name: string; signal?: AbortSignal }): Promise<Compared>;
  /** Applies what was compared, all or nothing. Throws ChangeSetStale, ApplyUnderWay, and the store's errors. */
  apply(options: SeedApply): Promise<Revision | null>;
  close(): Promise<void>;
}

/** Seeding of a store that this process holds. Questions that nobody answered wait in the store for a person. */
export function seedingOf(store: GraphStore): Seeding {
  return {
    known: () => readKnown(store),
    compare: async (options) => {
      const changeSet = await compare({ store, ...options });
      return { changeSet, names: await namedEntities(store, { ...changeSet, dataset: options.dataset }) };
    },
    apply: async ({ changeSet, name, dataset: _, ...told }) => {
      const [now, author] = [new Date(), "seed"];
      const revision = await apply({ store, changeSet, author, now, ...told });
      const questions = changeSet.questions.filter((it) => it.answer === null);
      if (revision !== null && questions.length > 0)
        await keepQuestions({ store, questions, author, now, title: `questions of seed ${name}`, sources: told.sources });
      return revision;
    },
    close: () => store.close(),
  };
}
