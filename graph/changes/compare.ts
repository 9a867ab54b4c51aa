import { hash } from "node:crypto";
import type { Change, ChangeSet, Tallies } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { IdentityQuestion } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { inStandingWords } from "./adding.ts";
import { type Ask, askStore } from "./ask.ts";
import { type Claim, type ClaimDifference, compareClaims } from "./compare-claims.ts";
import { compareAllDeclared, type Difference } from "./compare-declared.ts";
import { findConflicts } from "./conflicts.ts";
import {
  belongings,
  type Content,
  type ContentOf,
  canonicalJson,
  contentHash,
  type EvidencePart,
  metricContent,
  statementContent,
} from "./content.ts";
import { droppedDocuments, droppedEntities } from "./dropped.ts";
import { hand, handHead } from "./edits/hand.ts";
import { claimChanges, entry, talliesOf } from "./entries.ts";
import { type Identities, resolveIdentities } from "./identity/resolve.ts";
import { keepMergers, takeUpNames, withStandingNames } from "./identity/taken-up.ts";
import { keyOfMetric, keyOfStatement, sameMetric } from "./keys.ts";
import { type Ledger, readLedger } from "./ledger.ts";
import { rejectedBefore } from "./review/rejections.ts";
import { type Speaker, speakerOf } from "./speaker.ts";
import { readContents, readMetrics, readStatements } from "./stored.ts";

export interface CompareOptions {
  store: GraphStore;
  /** Valid: as `readDataset` gives it without problems. */
  dataset: Dataset;
  /** Names the dataset when it names none itself: its folder's or file's name. */
  name: string;
  /** Nothing that stands is withdrawn or rewritten; the same claim from a new document is one more evidence. */
  addsOnly?: boolean;
  /** What people answered to identity questions, by question. */
  answers?: ReadonlyMap<string, IdentityQuestion["answer"]>;
  /** Change set whose own rejections silence nothing: it is being compared anew. */
  notSilencedBy?: string | null;
  signal?: AbortSignal;
}

/** A change set as it was worked out, with what a person must know beside it. */
export interface Comparison extends ChangeSet {
  /** Changes left out since people rejected them before, with the same evidence. */
  silenced: number;
  /** By change id: ids of the claims that say otherwise. */
  conflictsWith: Record<string, string[]>;
  /** Entities of this change set that may be ones the store holds; with the answers that were given. */
  questions: IdentityQuestion[];
  /** Of a dataset: its ids that stand for known entities of other ids. */
  recognised?: [id: string, known: string][];
}

/**
 * What a store would become if this dataset were applied. Reads ids, hashes and keys, and in full only what differs. What a dataset speaks
 * for is the rule of `contract.md`: its own documents, completely, and no others. Entities are found by id, else by what identifies them
 * for certain. Throws ReviewRefused when an answer cannot be.
 */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const { store, name, addsOnly = false, answers = new Map(), notSilencedBy = null, signal } = options;
  const ask = askStore(store, signal);
  const ledger = await readLedger(ask);
  const identities = await resolveIdentities({ dataset: options.dataset, ask, known: ledger.entities, answers });
  const { dataset } = identities;
  const speaker = speakerOf({ dataset, ledger, name, addsOnly });
  const { aliases, paragraphs, evidence } = belongings(dataset);
  const declared = compareAllDeclared({ dataset, ledger, speaker, aliases, paragraphs });
  const { statements, metrics } = await comparedClaims({ ask, dataset, evidence, ledger, speaker, addsOnly });
  const kinds = new Map(dataset.entities.map((it) => [it.id as string, it.kind]));
  const kindOf = (id: string): EntityKind | undefined => ledger.entities.get(id)?.kind ?? kinds.get(id);
  const isEmpty = ledger.statements.size === 0;
  const conflicts = await findConflicts({
    ask,
    isEmpty,
    standingMetrics: async () => ledger.metrics.values(),
    kindOf,
    statements,
    metrics,
  });
  const droppedConstraints = speaker.partial ? [] : declared.constraints.dropped;
  const documents = droppedDocuments({ declared: declared.documents, ledger, speaker, statements, metrics });
  const entities = await droppedEntities({ ask, ...declared, droppedConstraints, speaker, statements, metrics });
  const changes = [
    ...(await declaredChanges("documents", declared.documents, documents, ask)),
    ...(await entityChanges(declared.entities, entities, identities, ask)),
    ...(await declaredChanges("constraints", declared.constraints, droppedConstraints, ask)),
    ...claimChanges("statements", statements, conflicts),
    ...claimChanges("metrics", metrics, conflicts),
  ];
  const unchanged: Tallies = talliesOf([]);
  for (const table of ["documents", "entities"] as const) unchanged[table].unchanged = declared[table].unchanged;
  unchanged.statements.unchanged = statements.unchanged;
  unchanged.metrics.unchanged = metrics.unchanged;
  const asked = await withoutRejected({ ask, changes, unchanged, notSilencedBy });
  const heads = changedHeads(speaker, ledger, asked.changes);
  const datasets = asked.changes.length === 0 && asked.silenced > 0 ? heads.filter((it) => ledger.datasets.has(String(it.id))) : heads;
  const there = new Set(asked.changes.map((it) => it.id));
  return {
    id: fingerprintOf(ledger.revision, asked.changes),
    basedOn: ledger.revision,
    changes: asked.changes,
    tallies: talliesOf(asked.changes, unchanged),
    silenced: asked.silenced,
    conflictsWith: conflictsOf(asked.changes, conflicts),
    questions: identities.questions.filter((it) => it.answer !== null || there.has(`entities:${it.entity.id}`)),
    recognised: [...identities.recognised],
    ...(datasets.length === 0 ? {} : { datasets }),
  };
}

const fingerprintOf = (revision: number, changes: readonly Change[]): string => {
  const lines = changes.map((it) => [it.id, it.kind, it.after === null ? "" : contentHash(it.after as never)].join(" "));
  return `cs-${hash("sha256", [revision, ...lines].join("\n"), "hex").slice(0, 20)}`;
};

export const conflictsOf = (changes: readonly Change[], conflicts: ReadonlyMap<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(changes.filter((it) => it.kind === "conflict").map((it) => [it.id, conflicts.get(it.record.id) ?? []]));

async function comparedClaims({
  ask,
  dataset,
  evidence,
  ledger,
  speaker,
  addsOnly,
}: {
  ask: Ask;
  dataset: Dataset;
  evidence: ReadonlyMap<string, readonly EvidencePart[]>;
  ledger: Ledger;
  speaker: Speaker;
  addsOnly: boolean;
}): Promise<{ statements: ClaimDifference<ContentOf["statements"]>; metrics: ClaimDifference<ContentOf["metrics"]> }> {
  const statements = {
    table: "statements" as const,
    claims: dataset.statements.map((it) => ({
      content: statementContent(it, evidence.get(it.id) ?? []),
      sameness: keyOfStatement(it),
    })),
    stored: ledger.statements,
    samenessOf: (mark: { key: string }) => mark.key,
    spoken: speaker.documents,
    readFull: async (ids: readonly string[]) => (ids.length === 0 ? new Map() : readStatements(ask, { ids })),
  };
  const metrics = {
    table: "metrics" as const,
    claims: dataset.metrics.map((it) => ({
      content: metricContent(it, evidence.get(it.id) ?? []),
      sameness: sameMetric(keyOfMetric(it), it),
    })),
    stored: ledger.metrics,
    samenessOf: (mark: { key: string; id: string }) => sameMetric(mark.key, ledger.metrics.get(mark.id) as never),
    spoken: speaker.documents,
    readFull: async (ids: readonly string[]) => (ids.length === 0 ? new Map() : readMetrics(ask, { ids })),
  };
  if (addsOnly) {
    const standingBy = <M extends { id: string }>(marks: Iterable<M>, samenessOf: (mark: M) => string): Map<string, string> =>
      new Map([...marks].map((mark) => [samenessOf(mark), mark.id]));
    const said = standingBy(statements.stored.values(), statements.samenessOf);
    const counted = standingBy(metrics.stored.values(), metrics.samenessOf);
    statements.claims = await inStandingWords<"statements">({ ...statements, standing: said });
    metrics.claims = (await inStandingWords<"metrics">({ ...metrics, standing: counted })) as Claim<ContentOf["metrics"]>[];
  }
  return { statements: await compareClaims<"statements">(statements), metrics: await compareClaims<"metrics">(metrics) };
}

/** Leaves out what people rejected before; a change of theirs that is left out counts as unchanged. */
async function withoutRejected({
  ask,
  changes,
  unchanged,
  notSilencedBy,
}: {
  ask: Ask;
  changes: Change[];
  unchanged: Tallies;
  notSilencedBy: string | null;
}): Promise<{ changes: Change[]; silenced: number }> {
  if (changes.length === 0) return { changes, silenced: 0 };
  const rejected = await rejectedBefore(ask, changes, notSilencedBy);
  if (rejected.size === 0) return { changes, silenced: 0 };
  for (const { id, record, before, after } of changes)
    if (rejected.has(id) && before !== null && after !== null && record.table !== "constraints") unchanged[record.table].unchanged += 1;
  return { changes: changes.filter((it) => !rejected.has(it.id)), silenced: rejected.size };
}

async function declaredChanges<T extends "documents" | "constraints">(
  table: T,
  { added, changed }: Difference<ContentOf[T]>,
  removed: readonly string[],
  ask: Ask,
): Promise<Change[]> {
  const before = await readContents(ask, table, [...changed.keys(), ...removed]);
  const was = (id: string): Content => before.get(id) as Content;
  return [
    ...[...added].map(([id, after]) => entry("added", table, id, null, after)),
    ...[...changed].map(([id, after]) => entry("changed", table, id, was(id), after)),
    ...removed.map((id) => entry("removed", table, id, was(id), null)),
  ];
}

/** Entities also keep what mergers left in them, and take up the names under which people recognised them. */
async function entityChanges(
  difference: Difference<ContentOf["entities"]>,
  removed: readonly string[],
  { takenUp }: Identities,
  ask: Ask,
): Promise<Change[]> {
  const { added, changed } = difference;
  const ids = [...new Set([...changed.keys(), ...takenUp.keys(), ...removed])];
  const before = (await readContents(ask, "entities", ids)) as Map<string, ContentOf["entities"]>;
  for (const [id, content] of changed) changed.set(id, keepMergers(content, before.get(id) as ContentOf["entities"]));
  for (const [id, names] of takenUp) {
    const [standing, content] = [before.get(id), changed.get(id)];
    if (standing === undefined) continue;
    const [old, recognised] = [names.filter((it) => it.before === true), names.filter((it) => it.before !== true)];
    const named = content === undefined || old.length === 0 ? (content ?? standing) : withStandingNames(content, standing, old);
    if (recognised.length > 0 || content !== undefined) changed.set(id, takeUpNames(named, recognised));
  }
  const was = (id: string): Content => before.get(id) as Content;
  for (const [id, after] of changed)
    if (contentHash(after) === contentHash(was(id))) {
      changed.delete(id);
      difference.unchanged += 1;
    }
  return [
    ...[...added].map(([id, after]) => entry("added", "entities", id, null, after)),
    ...[...changed].map(([id, after]) => entry("changed", "entities", id, was(id), after)),
    ...removed.map((id) => entry("removed", "entities", id, was(id), null)),
  ];
}

function changedHeads({ heads }: Speaker, ledger: Ledger, changes: readonly Change[]): RecordContent[] {
  const byHand = changes.some((it) => it.before === null && it.after?.dataset === hand) && !heads.some((it) => it.id === hand);
  return [...heads, ...(byHand ? [handHead] : [])]
    .filter((head) => {
      const { documents: _, ...stored } = ledger.datasets.get(head.id) ?? { documents: [] };
      return canonicalJson({ ...stored, id: head.id }) !== canonicalJson(head);
    })
    .map((head) => ({ ...head }) as RecordContent);
}

/** Whether applying it would write anything. */
export const isUnchanged = ({ changes, datasets }: ChangeSet): boolean => changes.length === 0 && (datasets?.length ?? 0) === 0;
