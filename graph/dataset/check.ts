import type { Dataset, TableName } from "#graph/model/dataset.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Known } from "./known.ts";
import type { Locate } from "./locator.ts";
import type { ProblemList } from "./problem.ts";

/** What every check works with: the records, what they may refer to, and where to report. */
export interface Check {
  dataset: Dataset;
  /** Kinds of the dataset's entities, and of the store's. */
  kindOf: (id: string) => EntityKind | undefined;
  documentOf: (id: string) => { form: string; characters?: number | undefined } | undefined;
  report: (table: TableName, index: number, field: string, message: string) => void;
  warn: (table: TableName, index: number, field: string, message: string) => void;
  /** `documents.csv:3`, to name the other of two records. */
  nameOf: (table: TableName, index: number) => string;
}

export function startCheck({
  dataset,
  known,
  locate,
  problems,
  warnings,
}: {
  dataset: Dataset;
  known: Known;
  locate: Locate;
  problems: ProblemList;
  warnings: ProblemList;
}): Check {
  const kinds = new Map<string, EntityKind>(dataset.entities.map((it) => [it.id, it.kind]));
  const documents = new Map(dataset.documents.map((it) => [it.id as string, it]));
  return {
    dataset,
    kindOf: (id) => kinds.get(id) ?? known.entities.get(id),
    documentOf: (id) => documents.get(id) ?? known.documents.get(id),
    report: (table, index, field, message) => problems.add({ ...locate(table, index, field), message }),
    warn: (table, index, field, message) => warnings.add({ ...locate(table, index, field), message }),
    nameOf: (table, index) => {
      const { file, row } = locate(table, index);
      return `${file}:${row}`;
    },
  };
}

/** Reports the second of two records with one key, naming the first. */
export function reportTwins<T>(
  check: Check,
  { table, field, keyOf, say }: { table: TableName; field: string; keyOf: (it: T) => string | undefined; say: (it: T) => string },
): void {
  const firstOf = new Map<string, number>();
  for (const [index, it] of (check.dataset[table] as unknown as T[]).entries()) {
    const key = keyOf(it);
    if (key === undefined) continue;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, index);
    else check.report(table, index, field, `${say(it)}: ${check.nameOf(table, first)}`);
  }
}
