import { parseArgs } from "node:util";
import { type Backup, listBackups } from "#graph/changes/backup/backups.ts";
import { backup } from "#graph/changes/backup/keep-backups.ts";
import { restoreDump } from "#graph/changes/backup/restore-dump.ts";
import { recover } from "#graph/changes/journal.ts";
import { type Verification, verify } from "#graph/changes/verify.ts";
import { openStore, replaceEmbeddedStore } from "#graph/store/open-store.ts";
import { type GraphStore, StoreLocked, StoreUnavailable } from "#graph/store/store.ts";
import type { Config } from "#server/config.ts";
import { confirmed } from "./command/ask.ts";
import { type Exit, exits, readSettings, runCommand, type Terminal, UsageError } from "./command/command.ts";
import { backupFolder, openConfiguredStore } from "./command/open.ts";
import { progressBar } from "./command/progress.ts";

interface RestoreFlags {
  name: string | undefined;
  list: boolean;
  check: boolean;
  yes: boolean;
  json: boolean;
}

function flagsOf(args: string[]): RestoreFlags {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { list: flag, check: flag, yes: flag, json: flag },
  });
  if (positionals.length > 1) throw new UsageError("give the name of one backup, or none for the newest; --list shows them");
  return { name: positionals[0], ...values };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const lineOf = ({ name, form, revision, at, bytes, before }: Backup): string =>
  `${name}  revision ${revision}  ${at}  ${megabytes(bytes)}  ${form}  before ${before === "apply" ? "a change" : "a restore"}`;

function chosen(backups: readonly Backup[], name: string | undefined): Backup {
  const found = name === undefined ? backups[0] : backups.find((it) => it.name === name);
  if (found !== undefined) return found;
  throw new UsageError(
    name === undefined ? "there is no backup yet; one is made before each change" : `there is no backup ${name}; --list shows them`,
  );
}

/** What stands now is kept too, where it can still be read, so that a restore can be taken back. */
async function keepPresent(settings: Config, { spared, terminal }: { spared: string; terminal: Terminal }): Promise<Backup | null> {
  let store: GraphStore | null = null;
  try {
    store = await openConfiguredStore(settings);
    return await backup(store, { folder: backupFolder(settings), before: "restore", spared: [spared] });
  } catch (error) {
    if (error instanceof StoreLocked || (settings.neo4j !== null && error instanceof StoreUnavailable)) throw error;
    terminal.err(`What stands now could not be backed up (${error instanceof Error ? error.message : error}); going on`);
    return null;
  } finally {
    await store?.close();
  }
}

/** Puts a backup back. Throws StoreLocked while another process uses the store. */
async function putBack(settings: Config, { form, path }: Backup): Promise<void> {
  if (form === "files") {
    if (settings.neo4j !== null)
      throw new UsageError("this backup holds the embedded store's files; unset NEO4J_URI to restore it, or choose a dump");
    await replaceEmbeddedStore(settings, path);
    return;
  }
  const { dataDir, neo4j } = settings;
  const store = await openStore({ dataDir, ...(neo4j === null ? {} : { neo4j }) });
  const bar = progressBar("restoring");
  try {
    await store.prepare();
    await recover(store);
    await restoreDump({ store, file: path, onProgress: bar.update });
  } finally {
    bar.stop();
    await store.close();
  }
}

async function verified(settings: Config, deep: boolean): Promise<Verification | null> {
  const store = await openConfiguredStore(settings);
  try {
    return await verify(store, { deep });
  } finally {
    await store.close();
  }
}

function report(found: Verification | null, terminal: Terminal): Exit {
  if (found === null) terminal.err("The store was being changed all the time; check again");
  for (const fault of found?.faults ?? []) terminal.err(fault);
  return found !== null && found.faults.length === 0 ? exits.done : exits.failed;
}

async function restoreCommand(flags: RestoreFlags, terminal: Terminal): Promise<Exit> {
  const settings = readSettings();
  const backups = listBackups(backupFolder(settings));
  if (flags.list) {
    terminal.out(flags.json ? JSON.stringify(backups) : backups.map(lineOf).join("\n") || "no backups yet");
    return exits.done;
  }
  if (flags.check) {
    const found = await verified(settings, true);
    if (flags.json) terminal.out(JSON.stringify(found));
    else if (found?.faults.length === 0) terminal.out(`revision ${found.revision}: ${found.records} records are what they should be`);
    return report(found, terminal);
  }
  const form = settings.neo4j === null ? "files" : "dump";
  const wanted = chosen(flags.name === undefined ? backups.filter((it) => it.form === form && it.before === "apply") : backups, flags.name);
  if (terminal.interactive && !flags.yes) {
    terminal.err(lineOf(wanted));
    if (!(await confirmed("Everything that was changed since goes, change sets under review too. Restore it?"))) {
      terminal.err("Nothing was changed.");
      return exits.failed;
    }
  }
  const kept = await keepPresent(settings, { spared: wanted.name, terminal });
  await putBack(settings, wanted);
  const found = await verified(settings, false);
  const result = { restored: wanted.name, revision: wanted.revision, before: kept?.name ?? null, faults: found?.faults ?? [] };
  if (flags.json) terminal.out(JSON.stringify(result));
  else
    terminal.out(`restored revision ${wanted.revision} from ${wanted.name}${kept === null ? "" : `; what stood before is ${kept.name}`}`);
  return report(found, terminal);
}

await runCommand("restore", (terminal) => restoreCommand(flagsOf(process.argv.slice(2)), terminal));
