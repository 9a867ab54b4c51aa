import { mkdirSync } from "node:fs";
import { guardRead, requireParameters } from "../cypher/guard.ts";
import {
  type CypherQuery,
  type GraphStore,
  type QueryPlan,
  QueryRefused,
  type ReadLimits,
  type ReadResult,
  StoreUnavailable,
  type WriteTransaction,
} from "../store.ts";
import { orHopsApart } from "./asked-apart.ts";
import { type Translation, translate } from "./dialect.ts";
import { faultToError } from "./engine-fault.ts";
import { hostEngine } from "./engine-host.ts";
import { type EngineProcess, EngineRefusal, EngineStopped, startEngine } from "./engine-process.ts";
import { openGenerations } from "./generations.ts";
import { definitions, refuseDefinition } from "./indexes.ts";
import { lockFolder } from "./lock.ts";
import { notificationsFor, parsePlan } from "./plan.ts";
import type { EngineRows } from "./protocol.ts";
import { turnstile } from "./turnstile.ts";
import { userReads } from "./user-reads.ts";
import { encodeParameters } from "./values.ts";

export interface EmbeddedStoreOptions {
  /** Holds the database, its backups and the lock; made when missing. */
  folder: string;
  /** What the reads of one engine process may take beyond what the graph itself needs; beyond it they are stopped. Default 1,024. */
  memoryLimitMb?: number;
}

/** A log that makes opening slow; it is written into the main file when nobody reads yet, since that stops the engine. */
const longLogBytes = 4 * 1024 * 1024;
const defaultRows = 10_000;
const defaultTimeoutMs = 10_000;
/** Rows that are handed on as they come: so many in a message. */
const rowsAtOnce = 2_000;

/**
 * A store in a folder of this machine, for one process at a time. The engine runs in a child process; what a person types runs in
 * a second one over a copy. Throws StoreLocked when another process holds the folder, StoreUnavailable when it cannot be opened.
 */
export async function openEmbeddedStore({ folder, memoryLimitMb = 1024 }: EmbeddedStoreOptions): Promise<GraphStore> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    const generations = await openGenerations(folder);
    const first = await openFirst(generations.database(), memoryLimitMb);
    if (generations.logBytes() > longLogBytes) await first.request({ kind: "checkpoint" }).reply;
    return storeOf({ generations, first, memoryLimitMb, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The engine of a parent that was killed needs a moment to let go of the files. */
async function openFirst(path: string, memoryLimitMb: number): Promise<EngineProcess> {
  const patienceMs = 5000;
  const started = Date.now();
  for (;;) {
    try {
      return await startEngine(path, memoryLimitMb);
    } catch (cause) {
      if (Date.now() - started > patienceMs || !/lock/i.test(String(cause)))
        throw new StoreUnavailable({
          operation: `Opening the store at ${path}`,
          fault: cause instanceof Error ? cause.message : String(cause),
          remedy: "if the files are damaged, run npm run restore to go back to a backup, or seed into a new DATA_DIR",
          cause,
        });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

interface Parts {
  generations: Awaited<ReturnType<typeof openGenerations>>;
  first: EngineProcess;
  memoryLimitMb: number;
  unlock: () => void;
}

function storeOf({ generations, first, memoryLimitMb, unlock }: Parts): GraphStore {
  const host = hostEngine({ database: generations.database, memoryLimitMb, first });
  const writes = turnstile();
  /** Held while the current files change or are copied. */
  const files = turnstile();
  const users = userReads({ files, generations, memoryLimitMb });
  let closed: Promise<void> | null = null;

  const checkOpen = (operation: string): void => {
    if (closed !== null) throw new StoreUnavailable({ operation, fault: "the store is closed", remedy: "open it again" });
  };

  async function read(query: CypherQuery, limits: ReadLimits = {}): Promise<ReadResult> {
    checkOpen("Running a query");
    const started = performance.now();
    const { rows = defaultRows, timeoutMs = defaultTimeoutMs, signal, origin = "application", onRows } = limits;
    guardRead(query.text);
    const parameters = query.parameters ?? {};
    requireParameters(query.text, parameters);
    const translation = translate(query.text, { limited: true });
    if (translation.mode === "explain") {
      const { notifications } = await explain(query);
      return { columns: [], rows: [], truncated: false, elapsedMs: performance.now() - started, notifications };
    }
    const target = origin === "user" ? await users.host() : host;
    const ask = async (as: Translation, withinMs: number): Promise<EngineRows> => {
      const deadline = { timeoutMs: withinMs, signal };
      const run = async (text: string, given: Record<string, unknown>, limit: number) =>
        target.read({ kind: "read", text, parameters: given, rows: limit, entities: as.entities }, deadline);
      const encoded = renamedParameters(encodeParameters(parameters), as);
      for (const { parameter, expression } of as.computed)
        encoded[parameter] = (await run(`RETURN ${expression} AS value`, encoded, 1)).rows[0]?.[0];
      if (as.limitParameter !== null) encoded[as.limitParameter] = rows + 1;
      if (onRows === undefined) return run(as.text, encoded, rows + 1);
      const request = { kind: "read", text: as.text, parameters: encoded, rows, entities: as.entities } as const;
      return target.read({ ...request, portion: rowsAtOnce }, { ...deadline, onRows });
    };
    const result = await withPlaces(query.text, translation, () => orHopsApart({ text: query.text, translation, timeoutMs }, ask));
    if (translation.openEnd !== null) throw translation.openEnd;
    const truncated = result.rows.length > rows;
    return {
      columns: result.columns,
      rows: truncated ? result.rows.slice(0, rows) : result.rows,
      truncated,
      elapsedMs: performance.now() - started,
      notifications: [],
    };
  }

  async function explain(query: CypherQuery): Promise<QueryPlan> {
    checkOpen("Explaining a query");
    guardRead(query.text);
    const translation = translate(query.text, { limited: false });
    const engine = await host.engine();
    const told = await withPlaces(query.text, translation, () => engine.request({ kind: "explain", text: translation.text }).reply);
    if (translation.openEnd !== null) throw translation.openEnd;
    return { plan: parsePlan(told.plan), notifications: notificationsFor(query.text, told) };
  }

  const transactionOn = (engine: EngineProcess): WriteTransaction => ({
    run: async (query) => {
      const started = performance.now();
      refuseDefinition(query.text);
      requireParameters(query.text, query.parameters ?? {});
      const translation = translate(query.text, { limited: false });
      const { columns, rows } = await withPlaces(query.text, translation, async () => {
        const encoded = renamedParameters(encodeParameters(query.parameters), translation);
        for (const { parameter, expression } of translation.computed) {
          const value = await engine.request({ kind: "run", text: `RETURN ${expression} AS value`, parameters: encoded, entities: [] })
            .reply;
          encoded[parameter] = value.rows[0]?.[0];
        }
        return engine.request({ kind: "run", text: translation.text, parameters: encoded, entities: translation.entities }).reply;
      });
      return { columns, rows, truncated: false, elapsedMs: performance.now() - started, notifications: [] };
    },
  });

  async function transact<T>(engine: EngineProcess, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    await engine.request({ kind: "begin" }).reply;
    let value: T;
    try {
      value = await work(transactionOn(engine));
    } catch (error) {
      await engine.request({ kind: "rollback" }).reply.catch(() => undefined);
      throw error;
    }
    await engine.request({ kind: "commit" }).reply;
    return value;
  }

  async function write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    checkOpen("Writing");
    return writes(() =>
      files(() =>
        host.hold(async (engine) => {
          try {
            return await transact(engine, work);
          } catch (error) {
            throw writeFailure(error);
          } finally {
            users.outdate();
          }
        }),
      ),
    );
  }

  async function stage<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    checkOpen("Staging a change");
    return writes(async () => {
      const { name, database } = await files(async () => generations.copy());
      let staged: EngineProcess | null = null;
      try {
        staged = await startEngine(database, memoryLimitMb);
        const value = await transact(staged, work);
        await staged.request({ kind: "checkpoint" }).reply;
        const next = staged;
        await files(async () => {
          await generations.flip(name);
          host.adopt(next);
          users.outdate();
        });
        return value;
      } catch (error) {
        staged?.kill();
        await staged?.exited;
        generations.discard(name);
        throw writeFailure(error);
      }
    });
  }

  async function copyTo(target: string): Promise<void> {
    checkOpen("Copying the store");
    await files(() => generations.copyTo(target));
  }

  async function prepare(): Promise<void> {
    checkOpen("Preparing the store");
    await writes(() =>
      files(() =>
        host.hold(async (engine) => {
          for (const text of definitions) await engine.request({ kind: "define", text }).reply;
        }),
      ),
    );
  }

  return {
    read,
    explain,
    write,
    stage,
    copyTo,
    prepare,
    describe: async () => ({ engine: "embedded", version: (await host.engine()).version }),
    close: () => {
      closed ??= writes(async () => {
        await users.close();
        await host.close();
        unlock();
      });
      return closed;
    },
  };
}

function renamedParameters(parameters: Record<string, unknown>, { renamed }: Translation): Record<string, unknown> {
  for (const name in renamed) parameters[name] = parameters[renamed[name] ?? ""];
  return parameters;
}

/** Turns what the engine says into the store's errors, with the place in the query as it was given. */
async function withPlaces<T>(text: string, translation: Translation, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineRefusal) throw faultToError(error.detail, text, translation);
    throw error;
  }
}

function writeFailure(error: unknown): unknown {
  if (error instanceof EngineRefusal)
    return new QueryRefused({
      operation: "Writing to the store",
      fault: error.message,
      remedy: "nothing of it was kept; correct the change",
      cause: error,
    });
  if (!(error instanceof EngineStopped)) return error;
  return new StoreUnavailable({
    operation: "Writing to the store",
    fault: "the engine's process ended before it confirmed the change",
    remedy: "the change is there as a whole or not at all: read the latest revision, and repeat it if it is missing",
    cause: error,
  });
}
