import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoreLocked } from "../store.ts";

interface Holder {
  pid: number;
  /** Tells a process from a later one with the same number. */
  started: string;
  command: string;
}

/** When a process started, in whatever form the system tells; null when there is no such process. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command in parentheses may hold spaces: field 22 is the 20th after it. A zombie holds nothing any more.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/**
 * Takes the folder for this process; gives the function that lets go. Throws StoreLocked naming the holder. A lock whose
 * holder is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "lock");
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) ?? "unknown", command: process.argv.join(" ") };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    if (holder !== null && startOf(holder.pid) === holder.started)
      throw new StoreLocked({
        operation: `Opening the store in ${folder}`,
        fault: `process ${holder.pid} holds it (${holder.command})`,
        remedy: "stop that process, or choose another DATA_DIR",
        holder: { pid: holder.pid, command: holder.command },
      });
    dropStale(file, holder);
  }
}

/** Moves the stale lock aside; puts it back if another process took the folder in between. */
function dropStale(file: string, stale: Holder | null): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved?.pid !== stale?.pid || moved?.started !== stale?.started) renameSync(aside, file);
  else rmSync(aside, { force: true });
}
