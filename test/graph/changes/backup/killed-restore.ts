import { fileURLToPath } from "node:url";
import type { Backup } from "#graph/changes/backup/backups.ts";
import type { StoreSettings } from "#graph/store/open-store.ts";
import { killAfter } from "../killed-process.ts";

const script = fileURLToPath(new URL("./restoring-process.ts", import.meta.url));

/** Starts a restore in a process of its own and kills it so long after it began; says whether it was done before. */
export const killRestoreAfter = (settings: StoreSettings, backup: Backup, delayMs: number): Promise<"killed" | "done"> =>
  killAfter(script, [JSON.stringify(settings), JSON.stringify(backup)], { delayMs });
