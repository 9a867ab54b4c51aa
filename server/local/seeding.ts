import { apply } from "#graph/changes/apply.ts";
import { compare } from "#graph/changes/compare.ts";
import { readKnown } from "#graph/changes/known.ts";
import type { Known } from "#graph/dataset/known.ts";
import type { ChangeSet, Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { namedEntities } from "./named-entities.ts";

export interface Compared {
  changeSet: ChangeSet;
  /** Of the entities that the changes speak of. */
  names: [id: string, name: string][];
}

export interface SeedApply {
  changeSet: ChangeSet;
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

/** Seeding of a store that this process holds. */
export function seedingOf(store: GraphStore): Seeding {
  return {
    known: () => readKnown(store),
    compare: async (options) => {
      const changeSet = await compare({ store, ...options });
      return { changeSet, names: await namedEntities(store, { ...changeSet, dataset: options.dataset }) };
    },
    apply: ({ changeSet, message, sources, onProgress, signal }) =>
      apply({
        store,
        changeSet,
        author: "seed",
        message,
        sources,
        now: new Date(),
        onProgress,
        ...(signal === undefined ? {} : { signal }),
      }),
    close: () => store.close(),
  };
}
