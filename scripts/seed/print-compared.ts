import type { Dataset } from "#graph/model/dataset.ts";
import type { Compared } from "#server/local/seeding.ts";
import { printTallies } from "../command/print-changes.ts";
import { printDiff } from "./print-diff.ts";
import { printQuestions, printRecognised } from "./print-identity.ts";

/** Lines of a group, where not all are asked for. */
export const linesAtMost = 25;

interface PrintOptions {
  dataset: Dataset;
  colours: boolean;
  /** Every change, not the first of each group. */
  all: boolean;
}

/** What a seed would change, for a person: the diff, whom it recognised and asks about, what was left out, and the counts. */
export function printCompared({ changeSet, surroundings }: Compared, { dataset, colours, all }: PrintOptions): string {
  const { changes, questions, recognised = [], silenced, tallies, conflictsWith } = changeSet;
  const { refs = [], rivals = {} } = surroundings ?? {};
  const names = new Map<string, string>([...dataset.entities, ...refs].map((it) => [it.id, it.name]));
  const atMost = all ? null : linesAtMost;
  const rivalsOf = (change: string) => (conflictsWith[change] ?? []).flatMap((id) => (rivals[id] === undefined ? [] : [rivals[id]]));
  const silence = `${silenced} ${silenced === 1 ? "change" : "changes"} left out: rejected before, with the same evidence`;
  return [
    printDiff(changes, { names, colours, atMost, rivalsOf }),
    printRecognised(recognised, { names, atMost }),
    printQuestions(questions, { atMost }),
    silenced === 0 ? "" : silence,
    printTallies(tallies),
  ]
    .filter((it) => it !== "")
    .join("\n\n");
}
