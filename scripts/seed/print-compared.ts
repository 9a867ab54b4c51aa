import type { Compared } from "#server/local/seeding.ts";
import { printTallies } from "../command/print-changes.ts";
import type { Names } from "./describe-record.ts";
import { printDiff } from "./print-diff.ts";
import { printQuestions, printRecognised } from "./print-identity.ts";

/** Lines of a group, where not all are asked for. */
export const linesAtMost = 25;

interface PrintOptions {
  /** Of entities that the dataset lists. */
  names: Names;
  colours: boolean;
  /** Every change, not the first of each group. */
  all: boolean;
}

/** What a seed would change, for a person: the diff, whom it recognised and asks about, what was left out, and the counts. */
export function printCompared({ changeSet, surroundings }: Compared, { names: listed, colours, all }: PrintOptions): string {
  const { changes, counts, questions, recognised, silenced, tallies, conflictsWith } = changeSet;
  const { refs = [], rivals = {} } = surroundings ?? {};
  const names = new Map<string, string>([...listed, ...refs.map((it) => [it.id, it.name] as const)]);
  const atMost = all ? null : linesAtMost;
  const rivalsOf = (change: string) => (conflictsWith[change] ?? []).flatMap((id) => (rivals[id] === undefined ? [] : [rivals[id]]));
  const silence = `${silenced} ${silenced === 1 ? "change" : "changes"} left out: rejected before, with the same evidence`;
  return [
    printDiff(changes, { counts, names, colours, atMost, rivalsOf }),
    printRecognised(recognised, { names, atMost }),
    printQuestions(questions, { atMost }),
    silenced === 0 ? "" : silence,
    printTallies(tallies),
  ]
    .filter((it) => it !== "")
    .join("\n\n");
}
