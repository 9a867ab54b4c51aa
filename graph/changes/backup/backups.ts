import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What lies in `backup.json` of a backup's folder, beside its `store` (the engine's files) or its `dump.jsonl.gz`. */
const backupHead = z.strictObject({
  version: z.literal(1),
  /** `files`: as the embedded engine keeps them. `dump`: all nodes and links as text, which any engine can take. */
  form: z.enum(["files", "dump"]),
  engine: z.enum(["embedded", "neo4j"]),
  /** Newest revision in it, and its checksum. */
  revision: z.int().min(0),
  checksum: z.string(),
  /** ISO date-time. */
  at: z.string(),
  /** What it was made before. What stood before a restore may be damaged: it is never taken without being named. */
  before: z.enum(["apply", "restore"]),
  /** How long it took to make. */
  ms: z.number(),
});
export type BackupHead = z.infer<typeof backupHead>;

export interface Backup extends BackupHead {
  name: string;
  /** The engine's files, or the dump. */
  path: string;
  bytes: number;
}

/** Backups kept of each form unless told otherwise. */
export const keptBackups = 5;

const places = { files: "store", dump: "dump.jsonl.gz" } as const;
const partial = /^\.partial-(\d+)-/;

function sizeOf(path: string): number {
  const own = statSync(path);
  return own.isDirectory() ? readdirSync(path).reduce((bytes, name) => bytes + sizeOf(join(path, name)), 0) : own.size;
}

function headOf(folder: string): BackupHead | null {
  const file = join(folder, "backup.json");
  if (!existsSync(file)) return null;
  try {
    return backupHead.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** The backups in a folder, the newest first; what is none is passed over. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => {
      const head = headOf(join(folder, name));
      if (head === null) return [];
      const path = join(folder, name, places[head.form]);
      return existsSync(path) ? [{ ...head, name, path, bytes: sizeOf(path) }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Flushes a file or folder to the disk, so that a name never outlives what it stands for. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  // Windows cannot sync a folder; there the rename alone has to do.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/**
 * Makes a backup all or nothing: `fill` writes its content at the path it is given, and it gets its name when everything is on the disk.
 * Afterwards older ones of the same form go: those of the same revision, and those beyond `keep`, but never one of `spared`.
 */
export async function addBackup({
  folder,
  head,
  keep,
  spared = [],
  fill,
}: {
  folder: string;
  head: Omit<BackupHead, "version" | "ms">;
  keep: number;
  spared?: readonly string[];
  fill: (path: string) => Promise<void>;
}): Promise<Backup> {
  mkdirSync(folder, { recursive: true });
  dropLeftovers(folder);
  const name = `r${head.revision}-${head.at.replace(/[-:.]/g, "")}`;
  const making = join(folder, `.partial-${process.pid}-${name}`);
  const started = performance.now();
  try {
    mkdirSync(making, { recursive: true });
    await fill(join(making, places[head.form]));
    const whole: BackupHead = { version: 1, ...head, ms: Math.round(performance.now() - started) };
    const file = await open(join(making, "backup.json"), "w");
    await file.writeFile(`${JSON.stringify(whole, null, 2)}\n`);
    await file.sync();
    await file.close();
    await sync(join(making, places[head.form]));
    await sync(making);
    renameSync(making, join(folder, name));
    await sync(folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  const [made, ...older] = listBackups(folder).filter((it) => it.form === head.form && (it.name === name || it.at <= head.at));
  const same = older.filter((it) => it.revision === head.revision && it.checksum === head.checksum && it.before === head.before);
  const others = older.filter((it) => !same.includes(it));
  for (const it of [...same, ...others.slice(Math.max(0, keep - 1))])
    if (!spared.includes(it.name)) rmSync(join(folder, it.name), { recursive: true, force: true });
  return made as Backup;
}

/** Removes what processes that were killed left half made. */
function dropLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(partial.exec(name)?.[1]);
    if (pid > 0 && pid !== process.pid && !runs(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
