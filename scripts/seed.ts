import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isUnchanged } from "#graph/changes/compare.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { problemLine, problemTotal } from "#graph/dataset/problem.ts";
import { readDataset } from "#graph/dataset/read.ts";
import type { ChangeSet, Revision } from "#graph/model/change-set.ts";
import type { Compared } from "#server/local/seeding.ts";
import { confirmed } from "./command/ask.ts";
import { type Exit, exits, readSettings, runCommand, type Terminal, UsageError } from "./command/command.ts";
import { printTallies } from "./command/print-changes.ts";
import { progressBar } from "./command/progress.ts";
import { openSeeding } from "./seed/open-seeding.ts";
import { printDiff } from "./seed/print-diff.ts";
import { printQuestions, printRecognised } from "./seed/print-identity.ts";

interface SeedFlags {
  source: string | undefined;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
  /** Show every change, not the first of each group. */
  all: boolean;
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
      all: { type: "boolean", default: false },
      message: { type: "string" },
    },
  });
  if (positionals.length > 1) throw new UsageError("give one folder or file, or none for the bundled dataset");
  const { yes, json, all, message } = values;
  return { source: positionals[0], dryRun: values["dry-run"], yes, json, all, message };
}

/** Adds up what a person must agree to. */
function losses({ changes }: ChangeSet): { removed: number; conflicts: number } {
  const count = (kind: string): number => changes.filter((it) => it.kind === kind).length;
  return { removed: count("removed"), conflicts: count("conflict") };
}

const linesAtMost = 25;
const colours = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

/** What would change, for a person: the diff and the counts. */
function printCompared({ changeSet, names }: Compared, { all }: SeedFlags, colours: boolean): string {
  const { questions, recognised = [], silenced, tallies } = changeSet;
  const atMost = all ? null : linesAtMost;
  const shown = { names: new Map(names), colours, linesAtMost: atMost, atMost };
  const silence =
    silenced === 0 ? "" : `${silenced} ${silenced === 1 ? "change" : "changes"} left out: rejected before, with the same evidence`;
  return [printDiff(changeSet, shown), printRecognised(recognised, shown), printQuestions(questions, shown), silence, printTallies(tallies)]
    .filter((it) => it !== "")
    .join("\n\n");
}

const nameOf = (source: string | undefined): string =>
  source === undefined ? "bundled" : basename(resolve(source)).replace(/\.(?:json|jsonl|ndjson|xlsx)$/, "");

async function seedCommand(flags: SeedFlags, terminal: Terminal): Promise<Exit> {
  const settings = readSettings();
  const seeding = await openSeeding(settings);
  try {
    const read = await readDataset(flags.source ?? bundledFolders, { known: () => seeding.known() });
    if (read.problems.length > 0) {
      for (const problem of read.problems) terminal.err(problemLine(problem));
      const total = problemTotal(read.problems);
      terminal.err(`Seed refused: ${total} ${total === 1 ? "problem" : "problems"}, nothing was written; correct and seed again`);
      return exits.invalid;
    }
    const { dataset, sources } = read;
    const name = nameOf(flags.source);
    const compared = await seeding.compare({ dataset, name });
    const { changeSet } = compared;
    const { removed, conflicts } = losses(changeSet);
    if (flags.dryRun && !flags.json) terminal.out(printCompared(compared, flags, colours()));
    let revision: Revision | null = null;
    if (!flags.dryRun && !isUnchanged(changeSet)) {
      const asks = terminal.interactive && !flags.yes && removed + conflicts > 0;
      if (asks) {
        terminal.err(printCompared(compared, flags, colours()));
        if (!(await confirmed(`${removed} would be removed, ${conflicts} are in conflict. Apply?`))) {
          terminal.err("Nothing was written.");
          return exits.failed;
        }
      }
      const bar = progressBar("seeding");
      const agreed = removed + conflicts === 0 ? "" : asks ? " (agreed at the terminal)" : " (applied without asking)";
      const message = (flags.message ?? `seed ${name}`) + agreed;
      revision = await seeding.apply({ changeSet, dataset, name, message, sources, onProgress: bar.update }).finally(bar.stop);
    }
    const { entities, statements, metrics, documents } = changeSet.tallies;
    const result = { revision: revision?.number ?? null, entities, statements, metrics, documents, conflicts: changeSet.tallies.conflicts };
    if (flags.json) terminal.out(JSON.stringify(result));
    else if (!flags.dryRun) {
      terminal.out(revision === null ? "nothing changed" : `revision ${revision.number}`);
      terminal.out(printTallies(changeSet.tallies));
      const asked = printQuestions(changeSet.questions, { atMost: linesAtMost });
      if (revision !== null && asked !== "") terminal.err(asked);
    }
    return exits.done;
  } finally {
    await seeding.close();
  }
}

await runCommand("seed", (terminal) => seedCommand(flagsOf(process.argv.slice(2)), terminal));
