import type { GraphStore } from "#graph/store/store.ts";
import { dropJournalHead, newOwner, renewLease, takeJournal } from "../journal-head.ts";
import { ChangeSetStale } from "../settle.ts";
import type { Step } from "../steps.ts";

/**
 * A first seed on an engine that cannot stage it. Nothing stood before, so that to undo it is to remove all that a revision is made of:
 * its steps are written at once, a transaction each, and no journal of them is kept. Until the last one is written, an interrupted one is
 * undone by whoever opens the store next.
 */

/** All that steps write. What people keep, and change sets, are none of it. */
const written = [
  "RevisionChunk",
  "Revision",
  "Statement",
  "MetricObservation",
  "Alias",
  "Entity",
  "Paragraph",
  "Document",
  "Constraint",
  "Dataset",
] as const;
const removeSome = (label: (typeof written)[number]): string =>
  `MATCH (n:${label}) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS gone`;
const anyRevision = "MATCH (r:Revision) RETURN r.number AS number ORDER BY number DESC LIMIT 1";

/** Rows of one transaction: each costs the server a write to its disk, and the lease is renewed with it. */
const rowsTogether = 4000;

/** Steps in a row, so many rows of them together. */
async function* together(steps: AsyncGenerator<Step>): AsyncGenerator<Step[]> {
  let some: Step[] = [];
  let rows = 0;
  for await (const step of steps) {
    some.push(step);
    rows += step.rows.length;
    if (rows < rowsTogether) continue;
    yield some;
    some = [];
    rows = 0;
  }
  if (some.length > 0) yield some;
}

/** Writes steps into a store without a revision, or none of them. Throws ApplyUnderWay, and ChangeSetStale where there is a revision. */
export async function writeFirst({
  store,
  steps,
  onStep,
}: {
  store: GraphStore;
  steps: () => Promise<AsyncGenerator<Step>>;
  /** Called after each. Throws to stop. */
  onStep: (step: Step) => void;
}): Promise<void> {
  const owner = newOwner();
  await takeJournal(store, { owner, isFirst: true });
  const [standing] = (await store.read({ text: anyRevision })).rows;
  if (standing !== undefined) {
    await dropJournalHead(store);
    throw new ChangeSetStale(0, Number(standing[0]));
  }
  try {
    for await (const some of together(await steps())) {
      await store.write(async (transaction) => {
        for (const { text, rows } of some) await transaction.run({ text, parameters: { rows } });
        await renewLease(transaction, owner);
      });
      for (const step of some) onStep(step);
    }
  } catch (error) {
    // Where that fails too, whoever opens the store next does it.
    await undoFirst(store).catch(() => undefined);
    throw error;
  }
  await dropJournalHead(store);
}

/** Removes what was written of a first seed, then the head that says so. */
export async function undoFirst(store: GraphStore): Promise<void> {
  for (const label of written)
    for (;;) {
      const { rows } = await store.write((transaction) => transaction.run({ text: removeSome(label) }));
      if (Number(rows[0]?.[0] ?? 0) === 0) break;
    }
  await dropJournalHead(store);
}
