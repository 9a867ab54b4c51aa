import { editor, tokenRefused } from "#client/state/editor.ts";
import type { ComparisonAnswer, HistoryAnswer, RevisionAnswer } from "#graph/model/api-answers.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { FreshnessAnswer } from "#graph/model/freshness.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { ChangeSetsAnswer, DecisionKind, DecisionsAnswer, Edit, IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { ApiFailure, queryString, type RequestOptions, request } from "./request.ts";

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

export interface SentDecision {
  change: string;
  decision: DecisionKind | null;
  edited?: RecordContent;
}

const of = (id: string) => encodeURIComponent(id);

/** With the editor's token; a token that is not accepted is forgotten. */
export async function asEditor<T>(path: string, options: RequestOptions = {}): Promise<T> {
  try {
    const { token, who } = editor.getState();
    return await request<T>(path, { ...options, token, who });
  } catch (error) {
    if (error instanceof ApiFailure && (error.status === 401 || error.status === 403)) tokenRefused();
    throw error;
  }
}

/** Files as one form; `published` counts for documents. */
const formOf = (files: readonly File[], published: string): FormData => {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  if (published !== "") form.append("published", published);
  return form;
};

/** What is asked of the server about changes: drafts and writing need the token, what was applied is open to all. */
export const changeCalls = {
  revision: (number: number, options?: CallOptions) => request<RevisionAnswer>(`/revisions/${number}`, options),
  compareRevisions: (from: number, to: number, options?: CallOptions) =>
    request<ComparisonAnswer>(`/revisions/compare${queryString({ from, to })}`, options),
  graphAsOf: (revision: number, limit: number, options?: CallOptions) =>
    request<Subgraph>(`/graph${queryString({ revision, limit })}`, options),
  entityHistory: (id: string, options?: CallOptions) => request<HistoryAnswer>(`/entities/${of(id)}/history`, options),
  statementHistory: (id: string, options?: CallOptions) => request<HistoryAnswer>(`/statements/${of(id)}/history`, options),
  freshness: (limit: number, options?: CallOptions) => request<FreshnessAnswer>(`/freshness${queryString({ limit })}`, options),
  changeSets: (options?: CallOptions) => asEditor<ChangeSetsAnswer>("/changes", options),
  changeSet: (id: string, options?: CallOptions) => asEditor<ReviewedChangeSet>(`/changes/${of(id)}`, options),
  propose: (files: readonly File[], published: string, options?: CallOptions) =>
    asEditor<ReviewedChangeSet>("/changes", { ...options, body: formOf(files, published) }),
  decide: (id: string, body: { version: number; decisions: readonly SentDecision[] }) =>
    asEditor<DecisionsAnswer>(`/changes/${of(id)}/decisions`, { body }),
  answer: (id: string, body: { version: number; answers: readonly { question: string; answer: IdentityQuestion["answer"] }[] }) =>
    asEditor<ReviewedChangeSet>(`/changes/${of(id)}/answers`, { body }),
  rebase: (id: string) => asEditor<ReviewedChangeSet>(`/changes/${of(id)}/rebase`, { method: "POST" }),
  discard: (id: string) => asEditor<unknown>(`/changes/${of(id)}/discard`, { method: "POST" }),
  apply: (id: string, body: { accept: readonly string[] | "all" | "decided"; message: string }, options?: CallOptions) =>
    asEditor<Revision>(`/changes/${of(id)}/apply`, { ...options, body }),
  revert: (number: number) => asEditor<ReviewedChangeSet>(`/revisions/${number}/revert`, { method: "POST" }),
  edit: (body: { edits: readonly Edit[]; title: string }) => asEditor<ReviewedChangeSet>("/edits", { body }),
};
