import type { Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { ChangeSetSummary, DecisionsAnswer, Edit, ReviewedChangeSet } from "#graph/model/review.ts";
import type { Progress } from "./applying.ts";

export type ReviewInput =
  | { origin: "dataset"; dataset: Dataset; name: string }
  | { origin: "document"; dataset: Dataset; name: string; remarks: ReviewedChangeSet["remarks"] }
  | { origin: "revert"; number: number }
  | { origin: "edit"; edits: Edit[] };

/** What people do with change sets. */
export interface Reviews {
  propose(options: {
    input: ReviewInput;
    author: string;
    title: string;
    sources: Revision["sources"];
    now: Date;
  }): Promise<ReviewedChangeSet>;
  read(id: string): Promise<ReviewedChangeSet | null>;
  list(options: { state?: ReviewedChangeSet["state"] }): Promise<ChangeSetSummary[]>;
  decide(options: { id: string; version: number; decisions: unknown[]; by: string; now: Date }): Promise<DecisionsAnswer>;
  answer(options: { id: string; version: number; answers: unknown[]; by: string; now: Date }): Promise<ReviewedChangeSet>;
  rebase(options: { id: string; by: string; now: Date }): Promise<ReviewedChangeSet>;
  discard(options: { id: string; by: string; now: Date }): Promise<void>;
  apply(options: {
    id: string;
    accept: readonly string[] | "all" | "decided";
    author: string;
    message: string;
    now: Date;
    onProgress: (progress: Progress) => void;
  }): Promise<{ revision: Revision | null; left: string[] }>;
}
