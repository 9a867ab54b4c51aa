import { randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/**
 * How a command on this machine finds the server that holds the embedded store: a file beside the store's lock, readable for its owner
 * alone, with the server's address and a secret of this process. It names the lock that it belongs to, so that one left behind by a
 * killed server is recognised. See docs/decisions/0006.
 */
const door = z.object({ url: z.url(), secret: z.string().min(32), pid: z.int(), started: z.string() });
const lock = z.object({ pid: z.int(), started: z.string() });

export interface Door {
  url: string;
  secret: string;
}

const lockOf = (dataDir: string): string => join(dataDir, "store", "lock");
const doorOf = (dataDir: string): string => join(dataDir, "store", "server");

export const newSecret = (): string => randomBytes(32).toString("base64url");

async function parsed<T>(file: string, shape: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Tells where this process serves the store that it holds; the function takes the file away. Throws when it does not hold the store. */
export async function openDoor(dataDir: string, { url, secret }: Door): Promise<() => Promise<void>> {
  const held = await parsed(lockOf(dataDir), lock);
  if (held?.pid !== process.pid)
    throw new Error(`Telling where the store is served: the store in ${dataDir} is not held by this process; open it first`);
  const file = doorOf(dataDir);
  const next = `${file}.${process.pid}`;
  await writeFile(next, JSON.stringify({ url, secret, pid: held.pid, started: held.started }), { mode: 0o600 });
  await rename(next, file);
  return () => rm(file, { force: true });
}

/** The server that holds the store; null when whoever holds the lock is no server, or does not serve yet. */
export async function findDoor(dataDir: string): Promise<Door | null> {
  const [found, held] = await Promise.all([parsed(doorOf(dataDir), door), parsed(lockOf(dataDir), lock)]);
  if (found === null || held === null || found.pid !== held.pid || found.started !== held.started) return null;
  return { url: found.url, secret: found.secret };
}
