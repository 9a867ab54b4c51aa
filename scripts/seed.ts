import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openHashed } from "#graph/changes/records/record-hashes.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { problemLine, problemTotal } from "#graph/dataset/problem.ts";
import type { Revision } from "#graph/model/change-set.ts";
import { confirmed } from "./command/ask.ts";
import { type Exit, exits, readSettings, runCommand, type Terminal, UsageError } from "./command/command.ts";
import { printTallies } from "./command/print-changes.ts";
import { progressBar } from "./command/progress.ts";
import { namesIn } from "./seed/names-in.ts";
import { openSeeding } from "./seed/open-seeding.ts";
import { linesAtMost, printCompared } from "./seed/print-compared.ts";
import { printQuestions } from "./seed/print-identity.ts";
import { sparingMemory } from "./seed/sparing-memory.ts";

interface SeedFlags {
  source: string | undefined;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
  all: boolean;
  message: string | undefined;
  /** How a foreign table is read; without it, a mapping that lies beside the table. */
  mapping: string | undefined;
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
      mapping: { type: "string" },
    },
  });
  if (positionals.length > 1) throw new UsageError("give one folder or file, or none for the bundled dataset");
  if (values.mapping !== undefined && positionals.length === 0) throw new UsageError("--mapping needs the table that it is about");
  const { yes, json, all, message, mapping } = values;
  return { source: positionals[0], dryRun: values["dry-run"], yes, json, all, message, mapping };
}

const nameOf = (source: string | undefined): string =>
  source === undefined ? "bundled" : basename(resolve(source)).replace(/\.(?:csv|json|jsonl|ndjson|xlsx)$/, "");

const colours = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

async function seedCommand(flags: SeedFlags, terminal: Terminal): Promise<Exit> {
  const settings = readSettings();
  const seeding = await openSeeding(settings);
  try {
    const mapped = flags.mapping === undefined ? {} : { mapping: flags.mapping };
    const ledger = seeding.beginLedger();
    const read = await sparingMemory(() => openHashed(flags.source ?? bundledFolders, { known: () => seeding.known(), ...mapped }));
    if (read.problems.length > 0) {
      for (const problem of read.problems) terminal.err(problemLine(problem));
      const total = problemTotal(read.problems);
      terminal.err(`Seed refused: ${total} ${total === 1 ? "problem" : "problems"}, nothing was written; correct and seed again`);
      return exits.invalid;
    }
    const { source, hashes, sources } = read;
    const name = nameOf(flags.source);
    const mayAsk = !flags.dryRun && terminal.interactive && !flags.yes;
    const isPrinted = flags.dryRun && !flags.json;
    const sample = flags.dryRun && !flags.all ? (isPrinted ? linesAtMost : 0) : null;
    const heldOfFirst = flags.all ? undefined : linesAtMost;
    const compared = await sparingMemory(() =>
      seeding.compare({ source, hashes, ledger, name, isShown: mayAsk || isPrinted, sample, heldOfFirst }),
    );
    const { changeSet, isUnchanged } = compared;
    const { removed, conflicts } = compared.losses;
    const printed = async (): Promise<string> =>
      printCompared(compared, { names: await namesIn(source, compared), colours: colours(), all: flags.all });
    if (isPrinted) terminal.out(await printed());
    let revision: Revision | null = null;
    if (!flags.dryRun && !isUnchanged) {
      const asks = mayAsk && removed + conflicts > 0;
      if (asks) {
        terminal.err(await printed());
        if (!(await confirmed(`${removed} would be removed, ${conflicts} are in conflict. Apply?`))) {
          terminal.err("Nothing was written.");
          return exits.failed;
        }
      }
      const bar = progressBar("seeding");
      const agreed = removed + conflicts === 0 ? "" : asks ? " (agreed at the terminal)" : " (applied without asking)";
      const message = (flags.message ?? `seed ${name}`) + agreed;
      revision = await sparingMemory(() => seeding.apply({ changeSet, source, name, message, sources, onProgress: bar.update })).finally(
        bar.stop,
      );
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
