import { constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";

/** Generations kept behind the current one, as backups. */
const kept = 2;

/**
 * The folders of a store: `generations/000001` …, of which `CURRENT` names the one that counts, and `scratch/` for copies.
 * A generation without the pointer is a leftover or a backup; only a flip of the pointer makes it count.
 */
export interface Generations {
  /** Path of the current database. */
  database(): string;
  /** Size of what the engine has not yet written into its main file. */
  logBytes(): number;
  /** Copies the current database, which may be open but must not be written meanwhile, into a new generation that does not count yet. */
  copy(): { name: string; database: string };
  /** As `copy`, of files that lie elsewhere. */
  take(from: string): { name: string; database: string };
  /** Copies the current database into a folder outside, where it outlives a crash. */
  copyTo(folder: string): Promise<void>;
  /** Copies it for reading only; `drop` removes the copy. */
  scratch(): { database: string; drop: () => void };
  /** Makes a generation count, across a crash too, and removes backups beyond the last two. */
  flip(name: string): Promise<void>;
  discard(name: string): void;
}

const nameOf = (number: number): string => String(number).padStart(6, "0");

/** Writes a file so that a crash leaves the old or the new content. */
async function replaceFile(folder: string, name: string, content: string): Promise<void> {
  const temporary = join(folder, `${name}.new`);
  const file = await open(temporary, "w");
  await file.writeFile(content);
  await file.sync();
  await file.close();
  renameSync(temporary, join(folder, name));
  await syncEntry(folder);
}

async function syncEntry(path: string): Promise<void> {
  const handle = await open(path, "r");
  // Windows cannot sync a folder; there the rename alone has to do.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await syncEntry(path);
  }
  await syncEntry(folder);
}

/** Opens the folders, removing what an interrupted change or a killed process left. */
export async function openGenerations(folder: string): Promise<Generations> {
  const all = join(folder, "generations");
  const scratchFolder = join(folder, "scratch");
  const pointer = join(folder, "CURRENT");
  rmSync(scratchFolder, { recursive: true, force: true });
  rmSync(join(folder, "CURRENT.new"), { force: true });
  mkdirSync(all, { recursive: true });
  if (!existsSync(pointer)) {
    mkdirSync(join(all, nameOf(1)), { recursive: true });
    await replaceFile(folder, "CURRENT", `${nameOf(1)}\n`);
  }
  let current = readFileSync(pointer, "utf8").trim();
  let scratchNumber = 0;

  const discard = (name: string): void => rmSync(join(all, name), { recursive: true, force: true });
  const sweep = (): void => {
    const names = readdirSync(all).sort();
    const backups = names.filter((name) => name < current);
    for (const name of [...names.filter((name) => name > current), ...backups.slice(0, Math.max(0, backups.length - kept))]) discard(name);
  };
  sweep();

  const copyTo = (target: string, from = join(all, current)): void => {
    rmSync(target, { recursive: true, force: true });
    cpSync(from, target, { recursive: true, mode: constants.COPYFILE_FICLONE });
  };
  const copyAsNext = (from?: string): { name: string; database: string } => {
    const name = nameOf(Number(current) + 1);
    copyTo(join(all, name), from);
    return { name, database: join(all, name, "graph") };
  };
  return {
    database: () => join(all, current, "graph"),
    logBytes: () => {
      const log = join(all, current, "graph.wal");
      if (!existsSync(log)) return 0;
      return readdirSync(log).reduce((bytes, name) => bytes + statSync(join(log, name)).size, 0);
    },
    copy: () => copyAsNext(),
    take: copyAsNext,
    copyTo: async (folder) => {
      copyTo(folder);
      await syncTree(folder);
    },
    scratch: () => {
      const target = join(scratchFolder, String(++scratchNumber));
      mkdirSync(scratchFolder, { recursive: true });
      copyTo(target);
      return { database: join(target, "graph"), drop: () => rmSync(target, { recursive: true, force: true }) };
    },
    flip: async (name) => {
      await syncTree(join(all, name));
      await replaceFile(folder, "CURRENT", `${name}\n`);
      current = name;
      sweep();
    },
    discard,
  };
}
