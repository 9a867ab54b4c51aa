import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { StoreSettings } from "#graph/store/open-store.ts";

const script = fileURLToPath(new URL("./seeding-process.ts", import.meta.url));

/** Starts a seed in a process of its own and kills it so long after it began to write; says whether it was done before. */
export async function killSeedAfter(settings: StoreSettings, folder: string, delayMs: number): Promise<"killed" | "done"> {
  const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(settings), folder], {
    stdio: ["ignore", "pipe", "inherit"],
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
  if (child.exitCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  return isDone ? "done" : "killed";
}
