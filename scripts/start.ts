import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import pino from "pino";
import { keepBackups } from "#graph/changes/backup/keep-backups.ts";
import { checkIntegrity } from "#graph/changes/integrity.ts";
import { openStore } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { parseConfig } from "#server/config.ts";
import { type RunningServer, startServer } from "#server/main.ts";
import { backupFolder } from "./command/open.ts";
import { buildClient, clientFolder, clientIsStale } from "./start/client-build.ts";
import { onParentDeath } from "./start/outlive-no-parent.ts";
import { seedIfEmpty } from "./start/seed-if-empty.ts";

/** `npm start`: builds the client if needed, opens the store, seeds it if it is empty, serves, and prints where. */
const { values: options } = parseArgs({ options: { "api-only": { type: "boolean", default: false } } });
const opened: { server?: RunningServer; store?: GraphStore } = {};
const stopping = new AbortController();
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Running requests get two seconds, the store the rest of five. */
const longestStopMs = 4500;

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  setTimeout(() => process.exit(0), longestStopMs).unref();
  await opened.server?.close();
  await opened.store?.close();
  process.exit(0);
}

async function openAndSeed(config: ReturnType<typeof parseConfig>): Promise<GraphStore> {
  const settings = { dataDir: config.dataDir, ...(config.neo4j === null ? {} : { neo4j: config.neo4j }) };
  const store = keepBackups(await openStore(settings), { folder: backupFolder(config) });
  opened.store = store;
  const revision = await seedIfEmpty(store, { signal: stopping.signal });
  if (revision !== null)
    say(`Seeded the bundled dataset: ${revision.tallies.entities.added} entities, ${revision.tallies.statements.added} statements`);
  return store;
}

async function prepareClient(): Promise<void> {
  if (options["api-only"] || !(await clientIsStale())) return;
  say("Building the client…");
  await buildClient(stopping.signal);
}

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = parseConfig(process.env);
  const [store] = await Promise.all([openAndSeed(config), prepareClient()]);
  stopping.signal.throwIfAborted();
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  // The log goes to standard error: standard output has the one line that says where.
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  opened.server = await startServer({
    config,
    store,
    logger,
    version,
    ...(options["api-only"] ? {} : { clientFolder }),
    ...(config.neo4j === null ? { dataDir: config.dataDir } : {}),
  });
  process.stdout.write(`Chain Atlas: ${opened.server.url}\n`);
  // Reads the whole store: the first page comes first.
  await opened.server.firstAnswered;
  void checkIntegrity(store, { signal: stopping.signal, onDamage: (message) => logger.fatal(message) });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
await onParentDeath(() => void stop());
try {
  await start();
} catch (error) {
  if (!stopping.signal.aborted) {
    say(error instanceof Error ? error.message : String(error));
    await opened.store?.close();
    process.exit(1);
  }
}
