/**
 * `npm run soak -- [--rounds N] [--entities N] [--neo4j]`: kills an apply or a restore at a random moment, again and again, and looks
 * each time whether the store is the old one or the new one, with its checksum and its projection in order. A line a round.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Backup, listBackups } from "#graph/changes/backup/backups.ts";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { recover } from "#graph/changes/journal.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import { verify } from "#graph/changes/verify.ts";
import { openStore, type StoreSettings } from "#graph/store/open-store.ts";
import { onThrowawayNeo4j } from "./bench/neo4j.ts";
import { exits, runCommand, type Terminal, UsageError } from "./command/command.ts";
import { writeSyntheticDataset } from "./command/synthetic-dataset.ts";
import { runAndKill } from "./soak/killed.ts";
import type { SoakTask } from "./soak/worker.ts";

interface SoakFlags {
  rounds: number;
  entities: number;
  neo4j: boolean;
}

function flagsOf(args: string[]): SoakFlags {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: "string", default: "20" },
      entities: { type: "string", default: "100000" },
      neo4j: { type: "boolean", default: false },
    },
  });
  const whole = (name: "rounds" | "entities", least: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least) throw new UsageError(`--${name} must be a whole number from ${least}`);
    return value;
  };
  return { rounds: whole("rounds", 1), entities: whole("entities", 20), neo4j: values.neo4j };
}

interface Found {
  /** Revision and checksum: what tells one state from another. */
  mark: string;
  revision: number;
  recovered: string;
  faults: string[];
}

/** Opens the store as any command does and looks at all of it. */
async function look(settings: StoreSettings): Promise<Found> {
  const store = await openStore(settings);
  try {
    await store.prepare();
    const recovered = await recover(store);
    const { revision, applying } = await storeSummary(store);
    const checked = await verify(store);
    const differences = await checkProjection(store);
    const faults = [
      ...(applying ? ["it still says that it is applying"] : []),
      ...(checked?.faults ?? ["it could not be verified"]),
      ...differences.slice(0, 5),
    ];
    return { mark: `${revision?.number} ${revision?.checksum}`, revision: revision?.number ?? 0, recovered, faults };
  } finally {
    await store.close();
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

async function soak({ rounds, entities }: SoakFlags, settings: StoreSettings, terminal: Terminal): Promise<number> {
  const data = join(settings.dataDir, "data");
  const backups = join(settings.dataDir, "backups");
  const size = await writeSyntheticDataset({ entities, out: data, seed: 1 });
  terminal.out(`${size.entities} entities, ${size.statements} statements, ${size.metrics} metrics`);
  let isAltered = false;
  const applyTask = (): SoakTask => ({ action: "apply", settings, data, state: isAltered ? "whole" : "altered", backups });
  const first = await runAndKill({ action: "apply", settings, data, state: "whole", backups }, null);
  const second = await runAndKill(applyTask(), null);
  const newestBackup = (): Backup => listBackups(backups)[0] as Backup;
  const third = await runAndKill({ action: "restore", settings, backup: newestBackup() }, null);
  terminal.out(
    `unharmed: first seed ${seconds(first.ms)}, change ${seconds(second.ms)}, restore ${seconds(third.ms)}, a backup ${seconds(newestBackup().ms)}`,
  );
  const usual = { apply: second.ms, restore: third.ms };

  let before = await look(settings);
  let failed = before.faults.length;
  for (let round = 1; round <= rounds; round += 1) {
    // Putting back what stands already would tell nothing.
    const backup = listBackups(backups).find((it) => `${it.revision} ${it.checksum}` !== before.mark);
    const action = backup === undefined || round % 2 === 1 ? "apply" : "restore";
    const expected = action === "apply" ? before.revision + 1 : (backup as Backup).revision;
    const afterMs = Math.random() * usual[action] * 1.1;
    const { killed } = await runAndKill(action === "apply" ? applyTask() : { action, settings, backup: backup as Backup }, afterMs);
    const found = await look(settings);
    const outcome = found.mark === before.mark ? "old" : found.revision === expected ? "new" : `BETWEEN (revision ${found.revision})`;
    const faults = [...(outcome.startsWith("B") ? [outcome] : []), ...found.faults];
    if (outcome === "new") isAltered = found.revision % 2 === 0;
    failed += faults.length === 0 ? 0 : 1;
    terminal.out(
      `round ${round}: ${action} ${killed ? `killed after ${seconds(afterMs)} of ${seconds(usual[action])}` : "done before the kill"}, journal ${found.recovered}: ${outcome}, revision ${found.revision}, ${faults.length === 0 ? "checksum and projection in order" : faults.join("; ")}`,
    );
    before = found;
  }
  terminal.out(failed === 0 ? `${rounds} rounds, no fault` : `${failed} of ${rounds} rounds with faults`);
  return failed;
}

await runCommand("soak", async (terminal) => {
  const flags = flagsOf(process.argv.slice(2));
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-soak-"));
  try {
    const failed = flags.neo4j
      ? await onThrowawayNeo4j(({ uri, user, password }) => soak(flags, { dataDir, neo4j: { uri, user, password } }, terminal))
      : await soak(flags, { dataDir }, terminal);
    return failed === 0 ? exits.done : exits.failed;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
