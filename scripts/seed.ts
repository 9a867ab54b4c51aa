import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { apply } from "#graph/changes/apply.ts";
import { compare, isUnchanged } from "#graph/changes/compare.ts";
import { readKnown } from "#graph/changes/known.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { problemLine } from "#graph/dataset/problem.ts";
import { readDataset } from "#graph/dataset/read.ts";
import type { ChangeSet, Revision } from "#graph/model/change-set.ts";
import { confirmed } from "./command/ask.ts";
import { type Exit, exits, readSettings, runCommand, type Terminal, UsageError } from "./command/command.ts";
import { openConfiguredStore } from "./command/open.ts";
import { printChanges, printTallies } from "./command/print-changes.ts";
import { progressBar } from "./command/progress.ts";

interface SeedFlags {
  source: string | undefined;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
  message: string | undefined;
}

function flagsOf(args: string[]): SeedFlags {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      message: { type: "string" },
    },
  });
  if (positionals.length > 1) throw new UsageError("give one folder or .json file, or none for the bundled dataset");
  return { source: positionals[0], dryRun: values["dry-run"], yes: values.yes, json: values.json, message: values.message };
}

/** Adds up what a person must agree to. */
function losses({ changes }: ChangeSet): { removed: number; conflicts: number } {
  const count = (kind: string): number => changes.filter((it) => it.kind === kind).length;
  return { removed: count("removed"), conflicts: count("conflict") };
}

async function seedCommand(flags: SeedFlags, terminal: Terminal): Promise<Exit> {
  const settings = readSettings();
  const store = await openConfiguredStore(settings);
  try {
    const read = await readDataset(flags.source ?? bundledFolders, { known: () => readKnown(store) });
    if (read.problems.length > 0) {
      for (const problem of read.problems) terminal.err(problemLine(problem));
      terminal.err(`Seed refused: ${read.problems.length} problems, nothing was written; correct them and seed again`);
      return exits.invalid;
    }
    const name = flags.source === undefined ? "bundled" : basename(resolve(flags.source)).replace(/\.json$/, "");
    const changeSet = await compare({ store, dataset: read.dataset, name });
    const { removed, conflicts } = losses(changeSet);
    if (flags.dryRun && !flags.json) terminal.out(printChanges(changeSet));
    let revision: Revision | null = null;
    if (!flags.dryRun && !isUnchanged(changeSet)) {
      const asks = terminal.interactive && !flags.yes && removed + conflicts > 0;
      if (asks) {
        terminal.err(printChanges(changeSet));
        if (!(await confirmed(`${removed} would be removed, ${conflicts} are in conflict. Apply?`))) {
          terminal.err("Nothing was written.");
          return exits.failed;
        }
      }
      const bar = progressBar("seeding");
      const agreed = removed + conflicts === 0 ? "" : asks ? " (agreed at the terminal)" : " (applied without asking)";
      revision = await apply({
        store,
        changeSet,
        author: "seed",
        message: (flags.message ?? `seed ${name}`) + agreed,
        sources: read.sources,
        now: new Date(),
        onProgress: bar.update,
      }).finally(bar.stop);
    }
    const { entities, statements, metrics, documents } = changeSet.tallies;
    const result = { revision: revision?.number ?? null, entities, statements, metrics, documents, conflicts: changeSet.tallies.conflicts };
    if (flags.json) terminal.out(JSON.stringify(result));
    else if (!flags.dryRun) {
      terminal.out(revision === null ? "nothing changed" : `revision ${revision.number}`);
      terminal.out(printTallies(changeSet.tallies));
    }
    return exits.done;
  } finally {
    await store.close();
  }
}

await runCommand("seed", (terminal) => seedCommand(flagsOf(process.argv.slice(2)), terminal));
