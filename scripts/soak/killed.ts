import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SoakTask } from "./worker.ts";

const worker = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** Runs a task in a process of its own and kills that so long after it began to write, or not at all. Times are in ms. */
export async function runAndKill(task: SoakTask, afterMs: number | null): Promise<{ killed: boolean; ms: number }> {
  const child = spawn(process.execPath, ["--import", "tsx", worker, JSON.stringify(task)], { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  let isDone = false;
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.includes("done")) isDone = true;
      resolve();
    });
    child.once("exit", () => resolve());
  });
  const began = performance.now();
  const timer = afterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), afterMs);
  const [code, signal] = (await gone) as [number | null, string | null];
  if (timer !== null) clearTimeout(timer);
  if (!isDone && signal !== "SIGKILL")
    throw new Error(`Soak: the ${task.action} ended by itself with ${code ?? signal}; see what it said above`);
  return { killed: !isDone, ms: performance.now() - began };
}
