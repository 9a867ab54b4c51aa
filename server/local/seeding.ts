import { apply } from "#graph/changes/apply.ts";
import { askStore } from "#graph/changes/ask.ts";
import { type ComparedDataset, compare, isUnchanged } from "#graph/changes/compare.ts";
import { SpooledContents } from "#graph/changes/first/spooled-contents.ts";
import { readKnown } from "#graph/changes/known.ts";
import { beginLedger, type Ledger } from "#graph/changes/ledger.ts";
import type { RecordHashes } from "#graph/changes/records/record-hashes.ts";
import { keepQuestions } from "#graph/changes/review/propose.ts";
import { type Surroundings, surroundingsOf } from "#graph/changes/review/surroundings.ts";
import type { Known } from "#graph/dataset/known.ts";
import type { DatasetSource } from "#graph/dataset/source.ts";
import { type ChangeKind, changeKinds, type Revision, recordTables } from "#graph/model/change-set.ts";
import type { GraphStore } from "#graph/store/store.ts";

export interface Compared {
  /** Without its changes where they came through a server and nobody is to see them. */
  changeSet: ComparedDataset;
  /** What a person must agree to. */
  losses: { removed: number; conflicts: number };
  isUnchanged: boolean;
  /** What a person must see beside the changes; null when nobody is to see them. */
  surroundings: Surroundings | null;
}

export interface CompareOptions {
  source: DatasetSource;
  /** Of its records, where they were taken while it was read. */
  hashes?: RecordHashes | undefined;
  ledger?: Promise<Ledger> | undefined;
  name: string;
  /** Only to be looked at: the first so many changes of each kind and table; null for all of them. */
  sample: number | null;
  /** Into an empty store: so many are held and the rest waits in temporary files to be applied; all are held without it. */
  heldOfFirst?: number | undefined;
  /** A person is to see the changes. */
  isShown: boolean;
  signal?: AbortSignal;
}

export interface SeedApply {
  changeSet: ComparedDataset;
  source: DatasetSource;
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
  /** Begins to read what comparing needs of the store, beside the files; undefined where another process holds it. */
  beginLedger(): Promise<Ledger> | undefined;
  compare(options: CompareOptions): Promise<Compared>;
  /** Applies what was compared, all or nothing. Throws ChangeSetStale, ApplyUnderWay, and the store's errors. */
  apply(options: SeedApply): Promise<Revision | null>;
  close(): Promise<void>;
}

/** Seeding of a store that this process holds. Questions that nobody answered wait in the store for a person. */
export function seedingOf(store: GraphStore): Seeding {
  const waiting: SpooledContents[] = [];
  const emptied = async (): Promise<void> => void (await Promise.all(waiting.splice(0).map((it) => it.close())));
  /** A source that is not held tells numbers of its records. */
  const firstOf = ({ source, heldOfFirst, sample }: CompareOptions): { contents: SpooledContents; sample: number } | undefined => {
    const numberOf = source.numberOf?.bind(source);
    if (numberOf === undefined || heldOfFirst === undefined || sample !== null) return undefined;
    const contents = new SpooledContents((id) => numberOf("entities", id));
    waiting.push(contents);
    return { contents, sample: heldOfFirst };
  };
  return {
    known: () => readKnown(store),
    beginLedger: () => beginLedger(store),
    compare: async (given) => {
      const { isShown, sample, heldOfFirst: _, ...options } = given;
      await emptied();
      const changeSet = await compare({ store, ...options, first: firstOf(given), ...(sample === null ? {} : { sample }) });
      const { counts } = changeSet;
      const count = (kind: ChangeKind): number => recordTables.reduce((sum, table) => sum + counts[table][kind], 0);
      return {
        changeSet,
        losses: { removed: count("removed"), conflicts: count("conflict") },
        isUnchanged: isUnchanged(changeSet) && changeKinds.every((kind) => count(kind) === 0),
        surroundings: isShown ? await surroundingsOf(askStore(store, options.signal), changeSet) : null,
      };
    },
    apply: async ({ changeSet, name, source: _, ...told }) => {
      const [now, author] = [new Date(), "seed"];
      const { contents } = changeSet;
      const revision = await apply({ store, changeSet, contents, author, now, ...told });
      const questions = changeSet.questions.filter((it) => it.answer === null);
      if (revision !== null && questions.length > 0)
        await keepQuestions({ store, questions, author, now, title: `questions of seed ${name}`, sources: told.sources });
      return revision;
    },
    close: async () => {
      await emptied();
      await store.close();
    },
  };
}
