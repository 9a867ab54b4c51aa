import { needsOf } from "#graph/analysis/change-closure.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { ReviewedChangeSet } from "#graph/model/review.ts";

export const entityChange = (id: string, kind: Change["kind"] = "added", name = id): Change => {
  const content = { id, kind: "Company", name };
  return {
    id: `entities:${id}`,
    kind,
    record: { table: "entities", id },
    before: kind === "added" ? null : content,
    after: kind === "removed" ? null : content,
    evidence: [],
  };
};

export const statementChange = (id: string, subject: string, object: string, kind: Change["kind"] = "added"): Change => {
  const content = { id, subject, predicate: "PARTNERS_WITH", object, status: "stated", confidence: 1, evidence: [{ document: "doc-1" }] };
  return {
    id: `statements:${id}`,
    kind,
    record: { table: "statements", id },
    before: kind === "added" ? null : { ...content, confidence: 0.7, status: "inferred" },
    after: kind === "removed" ? null : content,
    evidence: [{ document: "doc-1", start: 3, end: 9, note: "自己的话" }],
  };
};

/** A change set as the server gives it, with these changes. */
export const reviewed = (changes: readonly Change[], more: Partial<ReviewedChangeSet> = {}): ReviewedChangeSet => {
  const none = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  return {
    id: "cs-1",
    basedOn: 11,
    changes: [...changes],
    tallies: { entities: none, statements: none, metrics: none, documents: none, conflicts: 0 },
    state: "open",
    origin: "dataset",
    title: "更新.json",
    author: "editor",
    createdAt: "2026-03-18T08:00:00.000Z",
    sources: [],
    decided: { accepted: 0, rejected: 0, open: changes.length },
    questions: 0,
    revision: null,
    stale: false,
    version: 0,
    decisions: {},
    identity: [],
    needs: Object.fromEntries(needsOf(changes)),
    refs: [],
    conflictsWith: {},
    rivals: {},
    documents: { "doc-1": "某报道" },
    silenced: 0,
    remarks: [],
    ...more,
  } as ReviewedChangeSet;
};

/** A company that comes with two claims, one of them about a second one. */
export const small = () =>
  reviewed([entityChange("co-a"), entityChange("co-b"), statementChange("s-1", "co-a", "co-b"), statementChange("s-2", "co-a", "co-old")]);
