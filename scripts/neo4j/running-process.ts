import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process with this id lives and its command line contains `mark`: an id alone may belong to somebody else by now. */
export function isProcess(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return commandLine(pid).includes(mark);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return spawnSync("ps", ["-ww", "-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
  }
}

/** Asks the process to end (SIGTERM), waits, and kills it when it does not within `patienceMs`. */
export async function endProcess(pid: number, mark: string, patienceMs = 30_000): Promise<void> {
  const end = Date.now() + patienceMs;
  if (isProcess(pid, mark)) process.kill(pid, "SIGTERM");
  while (isProcess(pid, mark)) {
    if (Date.now() > end) process.kill(pid, "SIGKILL");
    await sleep(50);
  }
}
