import { readFile } from "node:fs/promises";

/** The parent of a process on a system with /proc; null elsewhere or when it is gone. */
async function parentOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The second field is the command in brackets and may hold blanks.
  const fields = status?.slice(status.lastIndexOf(")") + 2).split(" ");
  return fields?.[1] === undefined ? null : Number(fields[1]);
}

/**
 * Calls back when the process that started this one dies. npm puts a shell between and passes no signal on, so on systems
 * with /proc the shell's parent is watched too.
 */
export async function onParentDeath(callback: () => void, { everyMs = 500 } = {}): Promise<() => void> {
  const parent = process.ppid;
  const grandparent = await parentOf(parent);
  const timer = setInterval(async () => {
    const gone = process.ppid !== parent || (grandparent !== null && (await parentOf(parent)) !== grandparent);
    if (!gone) return;
    clearInterval(timer);
    callback();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
