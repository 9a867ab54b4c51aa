import neo4j, { type Driver, type ManagedTransaction, Neo4jError } from "neo4j-driver";
import { guardRead, requireParameters } from "../cypher/guard.ts";
import { type CypherQuery, type GraphStore, type QueryPlan, type ReadResult, StoreError, type WriteTransaction } from "../store.ts";
import { boundedRead } from "./bounded-read.ts";
import { asStoreError } from "./driver-faults.ts";
import { notificationsOf, planNode } from "./plan.ts";
import { collect, nameEnds } from "./run-query.ts";
import { schemaStatements } from "./schema.ts";
import { closeSoon, type Database, readSession, writeSession } from "./session.ts";

export interface Neo4jStoreOptions {
  /** neo4j://, bolt://, or either with +s or +ssc. */
  uri: string;
  user: string;
  password: string;
  /** The user's home database unless told. */
  database?: string;
}

/** So that a server that is gone is told within about five seconds, and one that comes back is found without a restart. */
const patience = {
  connectionTimeout: 3_000,
  connectionAcquisitionTimeout: 5_000,
  maxTransactionRetryTime: 2_000,
  connectionLivenessCheckTimeout: 30_000,
};
const planTimeoutMs = 10_000;
const writeTimeoutMs = 120_000;
const indexPatienceS = 300;
/** What people type has connections of its own, so that it can use up none of the application's. */
const connectionsForUsers = 10;

/**
 * A GraphStore on a Neo4j server, alone or a cluster. Throws StoreUnavailable when it does not answer or refuses the password.
 * `write` is retried as a whole when the server asks for it (a deadlock, a change of leader), so its work must be able to run again:
 * no effects outside the transaction, and MERGE rather than CREATE where a lost answer to the commit must not count twice.
 */
export async function openNeo4jStore({ uri, user, password, database: name }: Neo4jStoreOptions): Promise<GraphStore> {
  const open = (config: object) => neo4j.driver(uri, neo4j.auth.basic(user, password), { ...patience, ...config, useBigInt: true });
  const driver = open({});
  const userDriver = open({ maxConnectionPoolSize: connectionsForUsers });
  const database: Database = { ...(name === undefined ? {} : { database: name }), bookmarkManager: neo4j.bookmarkManager() };
  // A query, since connecting alone does not touch the database that is named.
  const version = async () => {
    const named = name === undefined ? {} : { database: name };
    const { summary } = await driver.executeQuery("RETURN 1 AS one", {}, { ...named, routing: "READ" });
    return (summary.server.agent ?? "").replace(/^Neo4j\//, "");
  };
  const close = async () => {
    await Promise.all([driver.close(), userDriver.close()]);
  };
  try {
    await version();
  } catch (error) {
    await close();
    throw asStoreError(error);
  }
  let lastWrite: Promise<unknown> = Promise.resolve();
  return {
    async read(query, limits = {}) {
      const typed = limits.origin === "user";
      if (typed) refuseUnfit(query);
      return boundedRead(typed ? userDriver : driver, database, query, limits);
    },
    async explain(query) {
      refuseUnfit(query);
      return explain(userDriver, database, query);
    },
    write(work) {
      const written = lastWrite.then(() => write(driver, database, work));
      lastWrite = written.catch(() => {});
      return written;
    },
    async prepare() {
      for (const text of schemaStatements) await runAlone(driver, database, text);
      await runAlone(driver, database, `CALL db.awaitIndexes(${indexPatienceS})`);
    },
    describe: async () => ({ engine: "neo4j", version: await version().catch((error) => Promise.reject(asStoreError(error))) }),
    close,
  };
}

function refuseUnfit({ text, parameters = {} }: CypherQuery): void {
  guardRead(text);
  requireParameters(text, parameters);
}

async function explain(driver: Driver, database: Database, { text }: CypherQuery): Promise<QueryPlan> {
  const prefix = "EXPLAIN ";
  const session = readSession(driver, database, 1);
  try {
    const { summary } = await session.executeRead((transaction) => transaction.run(prefix + text), { timeout: planTimeoutMs });
    if (!summary.plan) throw new Error("the server sent no plan");
    return { plan: planNode(summary.plan), notifications: notificationsOf(summary, text, prefix) };
  } catch (error) {
    throw asStoreError(error, text, prefix);
  } finally {
    await closeSoon(session);
  }
}

async function write<T>(driver: Driver, database: Database, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
  const session = writeSession(driver, database);
  try {
    return await session.executeWrite(
      async (transaction) => {
        try {
          return await work({ run: (query) => runInside(transaction, query) });
        } catch (error) {
          // The driver decides by its own error whether another try may help.
          throw error instanceof StoreError && error.cause instanceof Neo4jError && error.cause.retryable ? error.cause : error;
        }
      },
      { timeout: writeTimeoutMs },
    );
  } catch (error) {
    throw asStoreError(error);
  } finally {
    await closeSoon(session);
  }
}

async function runInside(transaction: ManagedTransaction, query: CypherQuery): Promise<ReadResult> {
  const startedAt = performance.now();
  try {
    const result = await collect(transaction, query, { limit: Number.POSITIVE_INFINITY });
    await nameEnds(result, async ({ text, keys }) => (await transaction.run(text, { keys })).records);
    const { columns, rows, truncated, notifications } = result;
    return { columns, rows, truncated, elapsedMs: performance.now() - startedAt, notifications };
  } catch (error) {
    throw asStoreError(error, query.text);
  }
}

async function runAlone(driver: Driver, database: Database, text: string): Promise<void> {
  const session = writeSession(driver, database);
  try {
    await session.run(text);
  } catch (error) {
    throw asStoreError(error, text);
  } finally {
    await closeSoon(session);
  }
}
