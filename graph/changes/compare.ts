import { GrowingNumbers } from "#graph/dataset/growing.ts";
import { allRows, type DatasetSource } from "#graph/dataset/source.ts";
import type { Change, ChangeSet, Tallies } from "#graph/model/change-set.ts";
import type { DatasetHead } from "#graph/model/dataset.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { IdentityQuestion } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { type Ask, askStore, askStoreEach } from "./ask.ts";
import { claimsOf, holdSample } from "./claims-of.ts";
import { compareClaims } from "./compare-claims.ts";
import { compareAllDeclared } from "./compare-declared.ts";
import { FreshClaims, findConflicts } from "./conflicts.ts";
import { canonicalJson } from "./content.ts";
import { declaredChanges, entityChanges } from "./declared-changes.ts";
import { droppedDocuments, droppedEntities, NamedAfterAll } from "./dropped.ts";
import { hand, handHead } from "./edits/hand.ts";
import { addedRecords, claimChanges, type Found, foundIn, talliesOf } from "./entries.ts";
import type { SpooledContents } from "./first/spooled-contents.ts";
import { type ChangeCounts, Gathering } from "./gathering.ts";
import { type Identities, resolveIdentities } from "./identity/resolve.ts";
import { type Ledger, readLedger } from "./ledger.ts";
import type { RecordHashes } from "./records/record-hashes.ts";
import { Records } from "./records/records.ts";
import { hasRejections, rejectedBefore } from "./review/rejections.ts";
import { type Speaker, speakerOf } from "./speaker.ts";
import { noneStands, type StandingByTable, standingIn } from "./standing-records.ts";

export interface CompareOptions {
  store: GraphStore;
  /** Valid: as `openDataset` gives it without problems, or a dataset that is held (`heldSource`). */
  source: DatasetSource;
  /** Of the source's records, where they were taken while it was read: what stands unchanged is then not read again. */
  hashes?: RecordHashes | undefined;
  /** Of the store, where it was read beside the files: applying refuses when the store moved on since. */
  ledger?: Promise<Ledger> | undefined;
  /** Names the dataset when it names none itself: its folder's or file's name. */
  name: string;
  /** Nothing that stands is withdrawn or rewritten; the same claim from a new document is one more evidence. */
  addsOnly?: boolean;
  /** What people answered to identity questions, by question. */
  answers?: ReadonlyMap<string, IdentityQuestion["answer"]>;
  /** Change set whose own rejections silence nothing: it is being compared anew. */
  notSilencedBy?: string | null;
  /** To be looked at and not applied: the first so many changes of each kind and table alone, the others being counted. */
  sample?: number;
  /**
   * Where the store is empty, contents are laid here and not held; of the changes, the first so many of each kind and table are. Ignored
   * where anything stands, or was rejected.
   */
  first?: { contents: SpooledContents; sample: number } | undefined;
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

/** A comparison of a dataset. */
export interface ComparedDataset extends Comparison {
  recognised: [id: string, known: string][];
  /** How many changes there are, those included that a sample leaves out. */
  counts: ChangeCounts;
  /** Where all contents are that the changes are a sample of. */
  contents?: SpooledContents;
}

/**
 * What a store would become if this dataset were applied. Reads ids, hashes and keys, and in full only what differs; the rest is let go
 * at once, so that memory follows what differs and not what is read. What a dataset speaks for is the rule of `contract.md`: its own
 * documents, completely, and no others. Entities are found by id, else by what identifies them for certain. Throws ReviewRefused when an
 * answer cannot be.
 */
export async function compare(options: CompareOptions): Promise<ComparedDataset> {
  const { store, source, name, addsOnly = false, answers = new Map(), signal } = options;
  const [ask, askEach] = [askStore(store, signal), askStoreEach(store, signal)];
  const ledger = await (options.ledger ?? readLedger(ask, askEach));
  const identities = await resolveIdentities({ source, ask, askEach, known: ledger.entities, answers });
  const { heads, documents } = await speakingIn(identities.source);
  const speaker = speakerOf({ heads, documents, ledger, name, addsOnly });
  const { numberOf } = identities.source;
  // Where known entities take the place of others, records are no longer those that were hashed.
  const hashes = identities.source === source && numberOf !== undefined ? options.hashes : undefined;
  const standing =
    hashes === undefined || numberOf === undefined
      ? noneStands(ledger)
      : standingIn({ hashes, numberOf: numberOf.bind(source), ledger, own: speaker.own });
  const records = new Records({ source: identities.source, standing, hashes });
  try {
    return await compareRecords(options, { ask, ledger, identities, speaker, standing, records });
  } finally {
    await records.close();
  }
}

interface Prepared {
  ask: Ask;
  ledger: Ledger;
  identities: Identities;
  speaker: Speaker;
  standing: StandingByTable;
  records: Records;
}

async function compareRecords(
  { addsOnly = false, notSilencedBy = null, first, ...options }: CompareOptions,
  { ask, ledger, identities, speaker, standing, records }: Prepared,
): Promise<ComparedDataset> {
  const { source } = identities;
  // Whether what was rejected before is needed after all, only all changes together can tell.
  const mayBeRejected = await hasRejections(ask, notSilencedBy);
  const into = ledger.revision === 0 && !mayBeRejected ? first?.contents : undefined;
  const sample = options.sample ?? (into === undefined ? undefined : first?.sample);
  const keep = sample === undefined || mayBeRejected ? Number.POSITIVE_INFINITY : sample;
  const addedKinds = new GrowingNumbers();
  const declared = await compareAllDeclared({
    source,
    records,
    standing,
    ledger,
    speaker,
    keep,
    into,
    onAddedEntity: ({ kind }) => addedKinds.push(entityKinds.indexOf(kind)),
  });
  const addedEntity = (id: string): number => declared.entities.added.ids.numberOf(id);
  const kindOf = (id: string): EntityKind | undefined => ledger.entities.kindOf(id) ?? entityKinds[addedKinds.at(addedEntity(id)) ?? -1];

  const fresh = new FreshClaims(kindOf);
  const named = new NamedAfterAll({ documents: declared.documents.dropped, entities: declared.entities.dropped });
  for (const { content } of declared.constraints.added) if (content !== undefined) named.note(content);
  for (const content of declared.constraints.changed.values()) named.note(content);
  const claims = claimsOf({ ask, records, standing, ledger, addsOnly });
  const statements = await compareClaims<"statements">({
    ...claims.statements,
    spoken: speaker.documents,
    keep,
    into,
    onAdded: (id, content) => {
      fresh.addStatement(id, content);
      named.note(content);
    },
  });
  const metrics = await compareClaims<"metrics">({
    ...claims.metrics,
    spoken: speaker.documents,
    keep,
    into,
    onAdded: (id, content) => {
      fresh.addMetric(id, content);
      named.note(content);
    },
  });
  fresh.changeStatements(statements.changed);
  fresh.changeMetrics(metrics.changed);
  for (const changed of [statements.changed, metrics.changed]) for (const { after } of changed.values()) named.note(after);
  const isEmpty = ledger.statements.size === 0;
  const conflicts = await findConflicts({ ask, isEmpty, standingMetrics: async () => ledger.metrics.keyed(), fresh, statements, metrics });
  const beside = sample === undefined ? new Set<string>() : await holdSample({ claims, found: { statements, metrics }, conflicts, sample });

  const droppedConstraints = speaker.partial ? [] : declared.constraints.dropped;
  const after = { ledger, speaker, named, statements, metrics };
  const documents = droppedDocuments({ ...after, dropped: declared.documents.dropped });
  const entities = await droppedEntities({ ...after, ask, dropped: declared.entities.dropped, droppedConstraints });
  const changed = {
    documents: await declaredChanges("documents", declared.documents, documents, ask),
    entities: await entityChanges(declared.entities, entities, identities, ask),
    constraints: await declaredChanges("constraints", declared.constraints, droppedConstraints, ask),
  };
  const inOrder = function* (): Generator<Found> {
    for (const table of ["documents", "entities", "constraints"] as const) {
      yield* addedRecords(table, declared[table].added);
      for (const change of changed[table]) yield foundIn(change);
    }
    yield* addedRecords("statements", statements.added, conflicts);
    for (const change of claimChanges("statements", statements, conflicts)) yield foundIn(change);
    yield* addedRecords("metrics", metrics.added, conflicts);
    for (const change of claimChanges("metrics", metrics, conflicts)) yield foundIn(change);
  };
  const found = keep === Number.POSITIVE_INFINITY ? [...inOrder()] : inOrder();
  const all = Array.isArray(found) && mayBeRejected ? found.flatMap((it) => it.change ?? []) : [];
  const rejected = all.length === 0 ? new Set<string>() : await rejectedBefore(ask, all, notSilencedBy);

  const gathering = new Gathering({ revision: ledger.revision, sample, beside });
  for (const it of found) if (!rejected.has(it.id)) gathering.add(it);
  const heads = changedHeads(speaker, ledger, { byHand: gathering.isByHand || into?.isByHand === true });
  const datasets = gathering.size === 0 && rejected.size > 0 ? heads.filter((it) => ledger.datasets.has(String(it.id))) : heads;
  const comes = (id: string): boolean => addedEntity(id) >= 0 && !rejected.has(`entities:${id}`);
  const unchanged = unchangedIn({ documents: declared.documents, entities: declared.entities, statements, metrics });
  countRejected(unchanged, all, rejected);
  return {
    id: gathering.id(),
    basedOn: ledger.revision,
    changes: gathering.changes,
    tallies: gathering.tallies(unchanged),
    silenced: rejected.size,
    conflictsWith: conflictsOf(gathering.changes, conflicts),
    questions: identities.questions.filter((it) => it.answer !== null || comes(it.entity.id)),
    recognised: [...identities.recognised],
    ...(datasets.length === 0 ? {} : { datasets }),
    counts: gathering.counts,
    ...(into === undefined ? {} : { contents: into }),
  };
}

export const conflictsOf = (changes: readonly Change[], conflicts: ReadonlyMap<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(changes.filter((it) => it.kind === "conflict").map((it) => [it.id, conflicts.get(it.record.id) ?? []]));

/** The datasets that a dataset names, and the documents that it lists. */
async function speakingIn(source: DatasetSource): Promise<{ heads: DatasetHead[]; documents: Set<string> }> {
  const documents = new Set<string>();
  for await (const rows of source.rows("documents")) for (const { id } of rows) documents.add(id);
  return { heads: await allRows(source, "datasets"), documents };
}

function unchangedIn(found: Record<Exclude<keyof Tallies, "conflicts">, { unchanged: number }>): Tallies {
  const tallies = talliesOf([]);
  for (const table of ["documents", "entities", "statements", "metrics"] as const) tallies[table].unchanged = found[table].unchanged;
  return tallies;
}

/** A change of what stands that is left out, since people rejected it before, leaves it unchanged. */
function countRejected(unchanged: Tallies, changes: readonly Change[], rejected: ReadonlySet<string>): void {
  for (const { id, record, before, after } of changes)
    if (rejected.has(id) && before !== null && after !== null && record.table !== "constraints") unchanged[record.table].unchanged += 1;
}

function changedHeads({ heads }: Speaker, ledger: Ledger, { byHand }: { byHand: boolean }): RecordContent[] {
  return [...heads, ...(byHand && !heads.some((it) => it.id === hand) ? [handHead] : [])]
    .filter((head) => {
      const { documents: _, ...stored } = ledger.datasets.get(head.id) ?? { documents: [] };
      return canonicalJson({ ...stored, id: head.id }) !== canonicalJson(head);
    })
    .map((head) => ({ ...head }) as RecordContent);
}

/** Whether applying it would write anything. */
export const isUnchanged = ({ changes, datasets }: ChangeSet): boolean => changes.length === 0 && (datasets?.length ?? 0) === 0;
