import { type Dataset, type TableName, tableNames } from "#graph/model/dataset.ts";
import { Judge } from "./judge.ts";
import type { Known } from "./known.ts";
import { type Locate, placesOfRecords, type RawDataset } from "./locator.ts";
import { type Problem, ProblemList } from "./problem.ts";

export interface Validation {
  /** Defaults filled in; to be used only when there is no problem. */
  dataset: Dataset;
  problems: Problem[];
  /** Unusual, not wrong. */
  warnings: Problem[];
}

/**
 * Judges records against schemas, vocabulary, each other and what a store already holds. `known` is asked only when the records refer
 * to something that they do not declare. Rules: `model.md` sections 2 to 7.
 */
export async function validateDataset(
  raw: RawDataset,
  {
    locate = placesOfRecords,
    known,
    found = new ProblemList(),
  }: { locate?: Locate; known?: (() => Promise<Known>) | undefined; found?: ProblemList } = {},
): Promise<Validation> {
  const warnings = new ProblemList();
  const judge = new Judge({ locate, known, problems: found, warnings });
  const typed: Partial<Record<TableName, unknown[]>> = {};
  for (const table of tableNames) typed[table] = await judge.judge(table, raw[table]);
  judge.finish();
  return { dataset: typed as Dataset, problems: found.toArray(), warnings: warnings.toArray() };
}
