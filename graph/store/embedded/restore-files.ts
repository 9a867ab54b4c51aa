import { mkdirSync } from "node:fs";
import { StoreUnavailable } from "../store.ts";
import { startEngine } from "./engine-process.ts";
import { openGenerations } from "./generations.ts";
import { lockFolder } from "./lock.ts";

const memoryLimitMb = 1024;

/**
 * Makes files that `copyTo` left the content of the store in `folder`, which nobody may hold and which need not open. A crash leaves
 * the old content or the new. Throws StoreLocked, and StoreUnavailable when the engine cannot open the files.
 */
export async function restoreFiles({ folder, from }: { folder: string; from: string }): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    const generations = await openGenerations(folder);
    const { name, database } = generations.take(from);
    try {
      const engine = await startEngine(database, memoryLimitMb);
      await engine.close();
    } catch (cause) {
      generations.discard(name);
      throw new StoreUnavailable({
        operation: `Restoring the files in ${from}`,
        fault: cause instanceof Error ? cause.message : String(cause),
        remedy: "they are damaged and nothing was changed; choose an earlier backup",
        cause,
      });
    }
    await generations.flip(name);
  } finally {
    unlock();
  }
}
