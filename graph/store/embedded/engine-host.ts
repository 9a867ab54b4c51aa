import type { Value } from "#graph/model/cypher-result.ts";
import { QueryCancelled, QueryRefused, QueryTimedOut, StoreUnavailable } from "../store.ts";
import { type EngineProcess, EngineStopped, type PendingReply, startEngine } from "./engine-process.ts";
import type { EngineRequest, EngineRows } from "./protocol.ts";

/** How long a query whose caller is gone may still run before its process is killed: most end by themselves, and a restart is dear. */
const graceMs = 150;
/** How often a read is sent again to a process that was not killed on purpose. */
const crashRetries = 1;

export interface Deadline {
  timeoutMs: number;
  signal: AbortSignal | undefined;
  onRows?: ((rows: Value[][]) => void) | undefined;
}

/** Keeps one engine process running on one database, and starts it again when it had to be killed. */
export interface EngineHost {
  engine(): Promise<EngineProcess>;
  /** Sends a read; sends it again when the process ends for another's fault. */
  read(request: Extract<EngineRequest, { kind: "read" }>, deadline: Deadline): Promise<EngineRows>;
  /** While work holds the engine, nobody kills it. */
  hold<T>(work: (engine: EngineProcess) => Promise<T>): Promise<T>;
  /** Goes on with another process; the old one ends when its last reads have their answers. */
  adopt(engine: EngineProcess): void;
  close(): Promise<void>;
  /** Ends the process without writing anything out: at once, or when its last reads have their answers. */
  stop(): Promise<void>;
  drain(): Promise<void>;
}

interface HostOptions {
  database: () => string;
  memoryLimitMb: number;
  first: EngineProcess;
}

export function hostEngine({ database, memoryLimitMb, first }: HostOptions): EngineHost {
  let closing = false;
  let holders = 0;
  let releaseHolders: () => void = () => undefined;
  let released: Promise<void> = Promise.resolve();
  let current: Promise<EngineProcess> = Promise.resolve(first);

  const watch = (engine: EngineProcess, own: Promise<EngineProcess>): void => {
    void engine.exited.then(() => {
      if (!closing && current === own) restart();
    });
  };
  const restart = (): void => {
    const started = startEngine(database(), memoryLimitMb);
    current = started;
    started.then(
      (engine) => watch(engine, started),
      () => undefined,
    );
  };
  watch(first, current);

  const engine = async (): Promise<EngineProcess> => {
    const asked = current;
    try {
      return await asked;
    } catch {
      if (current === asked) restart();
      return await current.catch((cause) => {
        throw new StoreUnavailable({
          operation: "Reaching the embedded engine",
          fault: `its process does not start (${cause instanceof Error ? cause.message : String(cause)})`,
          remedy: "see the log, free memory or disk, and try again",
          cause,
        });
      });
    }
  };

  const killUnlessDone = async (running: EngineProcess, pending: PendingReply<unknown>): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, graceMs).unref());
    while (holders > 0 && pending.isPending()) await released;
    if (pending.isPending()) running.kill();
  };

  const readOnce = async (
    request: Extract<EngineRequest, { kind: "read" }>,
    stop: Stop,
    onRows: ((rows: Value[][]) => void) | undefined,
  ): Promise<EngineRows> => {
    const running = await engine();
    stop.throwIfStopped();
    const pending = running.request(request, (rows) => {
      if (!stop.isStopped()) onRows?.(rows);
    });
    try {
      return await Promise.race([pending.reply, stop.promise]);
    } catch (error) {
      if (pending.isPending()) {
        pending.reply.catch(() => undefined);
        void killUnlessDone(running, pending);
      }
      throw error;
    }
  };

  const self: EngineHost = {
    engine,
    async read(request, { onRows, ...deadline }) {
      const stop = stopAt(deadline);
      let taken = false;
      const take = (rows: Value[][]): void => {
        taken = true;
        onRows?.(rows);
      };
      try {
        for (let crashes = 0; ; ) {
          try {
            return await readOnce(request, stop, take);
          } catch (error) {
            if (!(error instanceof EngineStopped) || closing) throw error;
            if (error.reason === "memory") throw tooMuchMemory(memoryLimitMb);
            if (taken || (error.reason === "crashed" && ++crashes > crashRetries)) throw crashed(error);
          }
        }
      } finally {
        stop.clear();
      }
    },
    async hold(work) {
      const running = await engine();
      if (holders++ === 0) released = new Promise((resolve) => (releaseHolders = resolve));
      try {
        return await work(running);
      } finally {
        if (--holders === 0) releaseHolders();
      }
    },
    adopt(next) {
      const before = current;
      current = Promise.resolve(next);
      watch(next, current);
      before.then(retire, () => undefined);
    },
    async close() {
      closing = true;
      const running = await current.catch(() => null);
      await running?.close().catch(() => undefined);
    },
    async stop() {
      closing = true;
      const running = await current.catch(() => null);
      running?.kill();
      await running?.exited;
    },
    async drain() {
      const running = await current.catch(() => null);
      if (running !== null) await retire(running);
      await self.stop();
    },
  };
  return self;
}

async function retire(engine: EngineProcess): Promise<void> {
  while (engine.pending() > 0) await Promise.race([engine.exited, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
  engine.kill();
}

interface Stop {
  promise: Promise<never>;
  throwIfStopped(): void;
  isStopped(): boolean;
  clear(): void;
}

/** A promise that rejects when the time is up or the caller aborts. */
function stopAt({ timeoutMs, signal }: Deadline): Stop {
  let stopped: Error | null = null;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  promise.catch(() => undefined);
  const end = (error: Error): void => {
    stopped ??= error;
    reject(error);
  };
  const abort = (): void =>
    end(
      new QueryCancelled({
        operation: "Running a query",
        fault: "the caller cancelled it",
        remedy: "run it again if the answer is still wanted",
        cause: signal?.reason,
      }),
    );
  const timer = setTimeout(
    () =>
      end(
        new QueryTimedOut({
          operation: "Running a query",
          fault: `it took longer than ${timeoutMs} ms and was stopped`,
          remedy: "narrow it down (labels, ids, LIMIT, a shorter path) or allow more time",
        }),
      ),
    timeoutMs,
  );
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, { once: true });
  return {
    promise,
    throwIfStopped: () => {
      if (stopped !== null) throw stopped;
    },
    isStopped: () => stopped !== null,
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
  };
}

const tooMuchMemory = (limitMb: number): QueryRefused =>
  new QueryRefused({
    operation: "Running a query",
    fault: `it needs more than ${limitMb} MB of memory and was stopped`,
    remedy: "narrow it down: fewer rows, a shorter path, no product of unconnected patterns",
  });

const crashed = (cause: EngineStopped): StoreUnavailable =>
  new StoreUnavailable({
    operation: "Running a query",
    fault: "the engine's process ended unexpectedly, twice",
    remedy: "change the query; what is stored is not harmed",
    cause,
  });
