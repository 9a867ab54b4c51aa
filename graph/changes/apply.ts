import type { ChangeSet, Revision } from "#graph/model/change-set.ts";
import type { GraphStore, WriteTransaction } from "#graph/store/store.ts";
import { askStore, askTransaction } from "./ask.ts";
import { packChanges } from "./chunks.ts";
import { isUnchanged } from "./compare.ts";
import { applyJournaled } from "./journal.ts";
import { refuseStale, type Settled, settle } from "./settle.ts";
import { type Step, texts } from "./steps.ts";
import { workAhead } from "./work-ahead.ts";
import { writeSteps } from "./write-steps.ts";

export interface ApplyOptions {
  store: GraphStore;
  changeSet: ChangeSet;
  author: string;
  message: string;
  /** Files that it came from. */
  sources: Revision["sources"];
  now: Date;
  /** Written in the same stroke, after the revision. */
  closing?: readonly Step[];
  /** Rows written so far, of about so many. */
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Aborting before the end leaves the store as it was. */
  signal?: AbortSignal;
}

/** More records than this do not go into one transaction. */
export const oneTransaction = 5000;

/** Nodes and links that a record makes, roughly. */
const rowsPerRecord = 2.2;

/**
 * Applies a change set, all or nothing, as one revision; null when it changes nothing. Small ones in a transaction; large ones staged
 * where the engine can, else journaled (see journal.ts). A store that keeps backups makes one first. Throws ChangeSetStale,
 * ApplyUnderWay, and the store's errors.
 */
export async function apply(options: ApplyOptions): Promise<Revision | null> {
  const { store, changeSet } = options;
  if (isUnchanged(changeSet)) return null;
  // A backup of what stands anyway would be the newest, and put back in place of the one that is wanted.
  await refuseStale(changeSet, askStore(store, options.signal));
  await store.backup?.();
  if (changeSet.changes.length <= oneTransaction)
    return store.write(async (transaction) =>
      applyInTransaction(transaction, await settle({ changeSet, ask: askTransaction(transaction) }), options),
    );
  if (store.stage === undefined) return applyJournaled(options);
  // Settled on the store as it is while the copy gets ready; what is written in between makes the change set stale.
  const settling = settle({ changeSet, ask: askStore(store, options.signal) });
  settling.catch(() => undefined);
  return store.stage(async (transaction) => {
    const settled = await settling;
    await refuseStale(changeSet, askTransaction(transaction));
    return applyInTransaction(transaction, settled, options);
  });
}

async function applyInTransaction(transaction: WriteTransaction, settled: Settled, options: ApplyOptions): Promise<Revision> {
  const { changeSet, onProgress, signal } = options;
  const revision = revisionOf(options, settled);
  const total = Math.ceil(changeSet.changes.length * rowsPerRecord);
  let done = 0;
  await runSteps(allSteps(writeSteps(settled, settled.revision), revision, options), async (step) => {
    signal?.throwIfAborted();
    await transaction.run({ text: step.text, parameters: { rows: step.rows } });
    done += step.rows.length;
    onProgress?.({ done, total: Math.max(done, total) });
  });
  return revision;
}

export function revisionOf(
  { changeSet, author, message, sources, now }: ApplyOptions,
  { revision, checksum }: { revision: number; checksum: bigint },
): Revision {
  return { number: revision, at: now.toISOString(), author, message, sources, tallies: changeSet.tallies, checksum: String(checksum) };
}

/** So many chunks of a revision wait, packed, for the steps before them to be written; some tens of kilobytes each. */
const chunksAhead = 256;

/** The steps of the change, then the revision that remembers it, then what closes it. */
export async function* allSteps(
  steps: Iterable<Step>,
  revision: Revision,
  { changeSet, closing = [] }: Pick<ApplyOptions, "changeSet" | "closing">,
): AsyncGenerator<Step> {
  const chunks = workAhead(packChanges(revision.number, changeSet.changes), { most: chunksAhead });
  const first = chunks.next();
  first.catch(() => undefined);
  try {
    yield* steps;
    yield {
      text: texts.createRevision,
      rows: [{ ...revision, sources: JSON.stringify(revision.sources), tallies: JSON.stringify(revision.tallies) }],
    };
    for (let next = await first; !next.done; next = await chunks.next()) yield { text: texts.createChunk, rows: [next.value] };
    yield* closing;
  } finally {
    await chunks.return(undefined);
  }
}

/** So many steps wait in the engine's queue, so that it need not wait for the next. */
const stepsAhead = 2;

/** Hands steps over in their order, a few ahead of the engine; the next is prepared while they are written. */
export async function runSteps(steps: AsyncGenerator<Step>, run: (step: Step) => Promise<void>): Promise<void> {
  const writing: Promise<void>[] = [];
  try {
    for await (const step of steps) {
      if (writing.length >= stepsAhead) await writing.shift();
      const written = run(step);
      written.catch(() => undefined);
      writing.push(written);
    }
    await Promise.all(writing);
  } finally {
    await Promise.allSettled(writing);
  }
}
