import { type Dataset, emptyDataset, type TableName, tableNames } from "#graph/model/dataset.ts";
import type { Edit, IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";

/** What a change set is worked out from. */
export type ReviewInput =
  /** Speaks completely for its documents. `name` names it where it names itself not. */
  | { origin: "dataset"; dataset: Dataset; name: string }
  /** Proposals of a document: adds only, never withdraws or rewrites what the store holds. */
  | { origin: "document"; dataset: Dataset; name: string; remarks: ReviewedChangeSet["remarks"] }
  | { origin: "revert"; number: number }
  | { origin: "edit"; edits: Edit[] };

/** As it is kept for comparing anew. Identity questions that a seed left open have no other input than themselves. */
export type KeptInput = ReviewInput | { origin: "questions"; questions: IdentityQuestion[] };

const rowsAtOnce = 5000;

/** An input as parts: what it is first, then the rows of its dataset. */
export function* partsOfInput(input: KeptInput): Generator<unknown> {
  if (!("dataset" in input)) {
    yield input;
    return;
  }
  const { dataset, ...rest } = input;
  yield rest;
  for (const table of tableNames)
    for (let at = 0; at < dataset[table].length; at += rowsAtOnce) yield { table, rows: dataset[table].slice(at, at + rowsAtOnce) };
}

export function inputOfParts([first, ...others]: readonly unknown[]): KeptInput {
  const input = first as KeptInput;
  if (input.origin !== "dataset" && input.origin !== "document") return input;
  const dataset = emptyDataset();
  for (const { table, rows } of others as { table: TableName; rows: never[] }[]) for (const row of rows) dataset[table].push(row);
  return { ...input, dataset };
}
