import type { GraphStore } from "#graph/store/store.ts";
import { type ApplyOptions, runSteps } from "./apply.ts";
import { packJson, unpackJson } from "./chunks.ts";
import { undoFirst } from "./first/write-first.ts";
import { dropJournalHead, head, journalHead, newOwner, renewLease, takeFromDead, takeJournal, until } from "./journal-head.ts";
import type { Step } from "./steps.ts";

/**
 * An apply that is too large for a transaction, on an engine that cannot stage it. First all its steps are stored as a journal; then each
 * is written in a transaction of its own that also moves the journal's mark, so that a step is written once whatever is interrupted.
 * Nothing of the graph changes before the journal is complete: until then an interrupted apply is undone by dropping it, from then on it
 * is finished.
 */

const addPart = "CREATE (j:Journal) SET j.id = $id, j.owner = $owner, j.part = $part, j.changes = $changes";
const markReady = "MATCH (j:Journal {id: $head}) SET j.parts = $parts, j.ready = true, j.leaseUntil = $leaseUntil";
const markDone = "MATCH (j:Journal {id: $head}) SET j.done = $done, j.leaseUntil = $leaseUntil";
const readPart = "MATCH (j:Journal {id: $id}) RETURN j.changes AS changes";
const someParts = "MATCH (j:Journal) WHERE j.part IS NOT NULL WITH j LIMIT 50 DELETE j RETURN count(*) AS gone";

/** Steps to be written all or nothing, and what to give back when they are. */
interface Journaled<T> {
  steps: AsyncGenerator<Step>;
  value: T;
}

/** Writes steps through the journal; they are worked out once the journal is this process's own. Throws ApplyUnderWay. */
export async function writeJournaled<T>(
  { store, onProgress, signal }: Pick<ApplyOptions, "store" | "onProgress" | "signal">,
  work: () => Promise<Journaled<T>>,
): Promise<T> {
  const owner = newOwner();
  await takeJournal(store, { owner });
  try {
    const { steps, value } = await work();
    let parts = 0;
    let rows = 0;
    await runSteps(steps, async (step) => {
      signal?.throwIfAborted();
      const part = parts;
      parts += 1;
      rows += step.rows.length;
      const changes = await packJson(step);
      await store.write(async (transaction) => {
        await transaction.run({ text: addPart, parameters: { id: `${head}-${part}`, owner, part, changes } });
        await renewLease(transaction, owner);
      });
    });
    await store.write((transaction) => transaction.run({ text: markReady, parameters: { head, parts, leaseUntil: until(Date.now()) } }));
    await writeParts(store, { from: 0, parts, onPart: (written) => onProgress?.({ done: written, total: rows }) });
    return value;
  } catch (error) {
    const left = await journalHead(store).catch(() => null);
    if (left !== null && !left.ready) await dropJournal(store);
    throw error;
  }
}

async function writeParts(
  store: GraphStore,
  { from, parts, onPart }: { from: number; parts: number; onPart?: (written: number) => void },
): Promise<void> {
  const stepOf = async (part: number): Promise<Step> => {
    const [row] = (await store.read({ text: readPart, parameters: { id: `${head}-${part}` } })).rows;
    return (await unpackJson(String(row?.[0]))) as Step;
  };
  let written = 0;
  let next = from < parts ? stepOf(from) : null;
  for (let part = from; next !== null; part += 1) {
    const step: Step = await next;
    next = part + 1 < parts ? stepOf(part + 1) : null;
    next?.catch(() => undefined);
    await store.write(async (transaction) => {
      await transaction.run({ text: step.text, parameters: { rows: step.rows } });
      await transaction.run({ text: markDone, parameters: { head, done: part + 1, leaseUntil: until(Date.now()) } });
    });
    written += step.rows.length;
    onPart?.(written);
  }
  await dropJournal(store);
}

/** The head goes last: while it stands, the store says that it is applying. */
async function dropJournal(store: GraphStore): Promise<void> {
  for (;;) {
    const { rows } = await store.write((transaction) => transaction.run({ text: someParts }));
    if (Number(rows[0]?.[0] ?? 0) === 0) break;
  }
  await dropJournalHead(store);
}

/**
 * To be called whenever a store is opened: finishes an apply that was interrupted, or undoes it when nothing of it was written. Leaves an
 * apply alone whose owner is at work. Says what it did.
 */
export async function recover(
  store: GraphStore,
  { now = Date.now() }: { now?: number } = {},
): Promise<"nothing" | "busy" | "finished" | "undone"> {
  if ((await journalHead(store)) === null) return "nothing";
  const left = await takeFromDead(store, now);
  if (left === null) return "nothing";
  if (left.isAtWork) return "busy";
  if (left.isFirst) {
    await undoFirst(store);
    return "undone";
  }
  if (!left.ready) {
    await dropJournal(store);
    return "undone";
  }
  await writeParts(store, { from: left.done, parts: left.parts });
  return "finished";
}
