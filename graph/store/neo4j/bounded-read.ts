import type { Driver, ManagedTransaction, Transaction } from "neo4j-driver";
import type { CypherQuery, ReadLimits, ReadResult } from "../store.ts";
import { asStoreError, cancelled, timedOut } from "./driver-faults.ts";
import { type Collected, collect, nameEnds } from "./run-query.ts";
import { closeSoon, type Database, readSession } from "./session.ts";

const rowsUnlessTold = 10_000;
const timeoutUnlessToldMs = 10_000;
const patienceForDiscardMs = 250;

/**
 * Runs a query in read access mode within its limits. Time up or an abort closes the session, which resets the connection and so
 * ends the work in the server at once; the server has the time limit too, should this process be gone by then.
 * The clock starts with the transaction: waiting for a server that does not answer has limits of its own.
 */
export async function boundedRead(
  driver: Driver,
  database: Database,
  query: CypherQuery,
  { rows = rowsUnlessTold, timeoutMs = timeoutUnlessToldMs, signal, origin = "application", onRows }: ReadLimits,
): Promise<ReadResult> {
  if (signal?.aborted) throw cancelled();
  const startedAt = performance.now();
  const session = readSession(driver, database, rows);
  const stop = stopSignal(signal);
  try {
    const result = await new Promise<Collected>((resolve, reject) => {
      // In the middle of its rows a result first gets the time to have the rest discarded: a connection reset there is not used again.
      stop.onStop(onRows === undefined ? reject : (reason) => setTimeout(reject, patienceForDiscardMs, reason));
      const work = async (transaction: ManagedTransaction | Transaction) => {
        stop.startClock(timeoutMs);
        const collected = await collect(transaction, query, { limit: rows, onRows, isStopped: stop.isStopped });
        // The driver would wait for the server before it ends the transaction; closing the session does not.
        if (collected.unfinished) resolve(collected);
        return collected;
      };
      const config = { timeout: Math.max(1, Math.ceil(timeoutMs)) };
      // A person's query is tried once: one that needs too much memory would fail three times. So is one whose rows are handed on.
      const run =
        origin === "user" || onRows !== undefined ? session.beginTransaction(config).then(work) : session.executeRead(work, config);
      run.then(resolve, reject);
    });
    await nameEnds(result, async ({ text, keys }) => {
      const { records } = await driver.executeQuery(text, { keys }, { ...database, routing: "READ" });
      return records;
    });
    stop.throwIfStopped();
    const { columns, truncated, notifications } = result;
    return { columns, rows: result.rows, truncated, elapsedMs: performance.now() - startedAt, notifications };
  } catch (error) {
    throw asStoreError(error, query.text);
  } finally {
    stop.dispose();
    await closeSoon(session);
  }
}

/** A clock and an AbortSignal as one; whichever comes first says why. */
function stopSignal(signal: AbortSignal | undefined) {
  let clock: NodeJS.Timeout | undefined;
  let reject: (reason: unknown) => void = () => {};
  let stopped: { reason: unknown } | null = null;
  const stop = (reason: unknown): void => {
    stopped ??= { reason };
    reject(reason);
  };
  const abort = () => stop(cancelled());
  signal?.addEventListener("abort", abort, { once: true });
  return {
    onStop(callback: (reason: unknown) => void) {
      reject = callback;
    },
    isStopped: (): boolean => stopped !== null,
    throwIfStopped(): void {
      if (stopped !== null) throw stopped.reason;
    },
    /** Again at each try: a try that failed took its time from the server's patience, not from the query's. */
    startClock(timeoutMs: number) {
      clearTimeout(clock);
      clock = setTimeout(() => stop(timedOut()), timeoutMs);
    },
    dispose() {
      clearTimeout(clock);
      signal?.removeEventListener("abort", abort);
    },
  };
}
