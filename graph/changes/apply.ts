import type { ChangeSet, Revision } from "#graph/model/change-set.ts";
import type { GraphStore, WriteTransaction } from "#graph/store/store.ts";
import { type Ask, askStore, askTransaction } from "./ask.ts";
import { type Chunk, packChanges } from "./chunks.ts";
import { isUnchanged } from "./compare.ts";
import { firstSteps } from "./first/first-steps.ts";
import type { SpooledContents } from "./first/spooled-contents.ts";
import { writeFirst } from "./first/write-first.ts";
import { writeJournaled } from "./journal.ts";
import { writeAlone } from "./journal-head.ts";
import { refuseStale, settle } from "./settle.ts";
import { type Step, texts } from "./steps.ts";
import { workAhead } from "./work-ahead.ts";
import { writeSteps } from "./write-steps.ts";

export interface ApplyOptions {
  store: GraphStore;
  changeSet: ChangeSet;
  /** Of a change set into an empty store, of which it then holds a sample only: see `ComparedDataset`. */
  contents?: SpooledContents | undefined;
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
  if (sizeOf(options) === 0 && isUnchanged(changeSet)) return null;
  // A backup of what stands anyway would be the newest, and put back in place of the one that is wanted.
  await refuseStale(changeSet, askStore(store, options.signal));
  await store.backup?.();
  if (sizeOf(options) <= oneTransaction) {
    const inOne = async (transaction: WriteTransaction): Promise<Revision> =>
      writeInTransaction(transaction, await workOut(options, askTransaction(transaction)), options);
    return store.stage === undefined ? writeAlone(store, inOne) : store.write(inOne);
  }
  if (store.stage === undefined)
    return changeSet.basedOn === 0 && options.closing === undefined ? applyFirst(options) : applyJournaled(options);
  // Worked out on the store as it is while the copy gets ready; what is written in between makes the change set stale.
  const working = workOut(options, askStore(store, options.signal));
  working.catch(() => undefined);
  return store.stage(async (transaction) => {
    const writing = await working;
    await refuseStale(changeSet, askTransaction(transaction));
    return writeInTransaction(transaction, writing, options);
  });
}

function applyJournaled(options: ApplyOptions): Promise<Revision> {
  return writeJournaled(options, async () => {
    const { steps, revision } = await workOut(options, askStore(options.store, options.signal));
    return { steps, value: revision };
  });
}

async function applyFirst(options: ApplyOptions): Promise<Revision> {
  const { store, signal } = options;
  const onRows = progressOf(options);
  let revision: Revision | null = null;
  await writeFirst({
    store,
    steps: async () => {
      const writing = await workOut(options, askStore(store, signal));
      revision = writing.revision;
      return workAhead(writing.steps, { most: firstStepsAhead });
    },
    onStep: ({ rows }) => {
      signal?.throwIfAborted();
      onRows(rows.length);
    },
  });
  return revision as unknown as Revision;
}

const sizeOf = ({ changeSet, contents }: ApplyOptions): number => contents?.size ?? changeSet.changes.length;

/** What is written, and the revision that it makes. */
interface Writing {
  revision: Revision;
  steps: AsyncGenerator<Step>;
}

/** So many steps of a first seed are made before they are written. */
const firstStepsAhead = 4;

async function workOut(options: ApplyOptions, ask: Ask): Promise<Writing> {
  const { changeSet, contents } = options;
  if (contents === undefined) {
    const settled = await settle({ changeSet, ask });
    const revision = revisionOf(options, settled);
    return { revision, steps: allSteps(writeSteps(settled, settled.revision), revision, options) };
  }
  const { revision: newest } = await refuseStale(changeSet, ask);
  const revision = revisionOf(options, { revision: newest + 1, checksum: contents.checksum });
  const remember = (chunks: AsyncIterable<Chunk>) => remembered(revision, chunks, options);
  return {
    revision,
    steps: workAhead(firstSteps({ changeSet, contents, revision: revision.number, remember }), { most: firstStepsAhead }),
  };
}

function progressOf(options: ApplyOptions): (rows: number) => void {
  const total = Math.ceil(sizeOf(options) * rowsPerRecord);
  let done = 0;
  return (rows) => {
    done += rows;
    options.onProgress?.({ done, total: Math.max(done, total) });
  };
}

async function writeInTransaction(transaction: WriteTransaction, { revision, steps }: Writing, options: ApplyOptions): Promise<Revision> {
  const onRows = progressOf(options);
  await runSteps(steps, async (step) => {
    options.signal?.throwIfAborted();
    await transaction.run({ text: step.text, parameters: { rows: step.rows } });
    onRows(step.rows.length);
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
  { changeSet, closing }: Pick<ApplyOptions, "changeSet" | "closing">,
): AsyncGenerator<Step> {
  const chunks = workAhead(packChanges(revision.number, changeSet.changes), { most: chunksAhead });
  const first = chunks.next();
  first.catch(() => undefined);
  const inTurn = async function* (): AsyncGenerator<Chunk> {
    for (let next = await first; !next.done; next = await chunks.next()) yield next.value;
  };
  try {
    yield* steps;
    yield* remembered(revision, inTurn(), { closing });
  } finally {
    await chunks.return(undefined);
  }
}

async function* remembered(
  revision: Revision,
  chunks: AsyncIterable<Chunk>,
  { closing = [] }: Pick<ApplyOptions, "closing">,
): AsyncGenerator<Step> {
  yield {
    text: texts.createRevision,
    rows: [{ ...revision, sources: JSON.stringify(revision.sources), tallies: JSON.stringify(revision.tallies) }],
  };
  for await (const chunk of chunks) yield { text: texts.createChunk, rows: [chunk] };
  yield* closing;
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
