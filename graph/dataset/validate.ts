import type { Dataset } from "#graph/model/dataset.ts";
import { startCheck } from "./check.ts";
import { checkDocuments, checkEntities } from "./check-entities.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkMetrics } from "./check-metrics.ts";
import { checkStatements } from "./check-statements.ts";
import { type Known, nothingKnown, refersOutside } from "./known.ts";
import { type Locate, placesOfRecords, type RawDataset } from "./locator.ts";
import { type Problem, ProblemList } from "./problem.ts";
import { checkShapes } from "./shape.ts";

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
  const dataset = checkShapes({ raw, locate, problems: found });
  const outside = known !== undefined && refersOutside(dataset) ? await known() : nothingKnown;
  const check = startCheck({ dataset, known: outside, locate, problems: found, warnings });
  checkDocuments(check);
  checkEntities(check);
  checkStatements(check);
  checkMetrics(check);
  checkEvidence(check);
  return { dataset, problems: found.toArray(), warnings: warnings.toArray() };
}
