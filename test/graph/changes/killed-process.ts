import { spawn } from "node:child_process";
import { once } from "node:events";

/** Starts a script of TypeScript and kills it so long after it first said something; says whether it said `done` before. */
export async function killAfter(
  script: string,
  args: readonly string[],
  { delayMs, env = {} }: { delayMs: number; env?: Record<string, string> },
): Promise<"killed" | "done"> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  let isDone = false;
  const began = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.includes("done")) isDone = true;
      resolve();
    });
    child.once("exit", () => resolve());
  });
  await began;
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  return isDone ? "done" : "killed";
}
