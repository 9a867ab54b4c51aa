import { fileURLToPath } from "node:url";
import type { StoreSettings } from "#graph/store/open-store.ts";
import { killAfter } from "./killed-process.ts";

const script = fileURLToPath(new URL("./seeding-process.ts", import.meta.url));

/** Starts a seed in a process of its own and kills it so long after it began to write; says whether it was done before. */
export const killSeedAfter = (settings: StoreSettings, folder: string, delayMs: number): Promise<"killed" | "done"> =>
  killAfter(script, [JSON.stringify(settings), folder], { delayMs });
