import { hash } from "node:crypto";
import type { Change, ChangeKind, ChangeSet, RecordTable, Tallies } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { askStore } from "./ask.ts";
import { type ClaimDifference, compareClaims } from "./compare-claims.ts";
import { compareAllDeclared, type Difference } from "./compare-declared.ts";
import { findConflicts } from "./conflicts.ts";
import { belongings, type Content, type ContentOf, canonicalJson, contentHash, metricContent, statementContent } from "./content.ts";
import { keyOfMetric, keyOfStatement, sameMetric } from "./keys.ts";
import { type Ledger, readLedger } from "./ledger.ts";
import { entitiesOf, stillReferred } from "./references.ts";
import { type Speaker, speakerOf } from "./speaker.ts";
import { readContents, readMetrics, readStatements } from "./stored.ts";

interface CompareOptions {
  store: GraphStore;
  /** Valid: as `readDataset` gives it without problems. */
  dataset: Dataset;
  /** Names the dataset when it names none itself: its folder's or file's name. */
  name: string;
  signal?: AbortSignal;
}

/**
 * What a store would become if this dataset were applied. Reads ids, hashes and keys, and in full only what differs. What a dataset speaks
 * for is the rule of `contract.md`: its own documents, completely, and no others.
 */
export async function compare({ store, dataset, name, signal }: CompareOptions): Promise<ChangeSet> {
  const ask = askStore(store, signal);
  const ledger = await readLedger(ask);
  const speaker = speakerOf({ dataset, ledger, name });
  const { evidence, aliases, paragraphs } = belongings(dataset);
  const declared = compareAllDeclared({ dataset, ledger, speaker, aliases, paragraphs });
  const statements = await compareClaims<"statements">({
    table: "statements",
    claims: dataset.statements.map((it) => ({
      content: statementContent(it, evidence.get(it.id) ?? []),
      sameness: keyOfStatement(it),
    })),
    stored: ledger.statements,
    samenessOf: (mark) => mark.key,
    spoken: speaker.documents,
    readFull: (ids) => (ids.length === 0 ? Promise.resolve(new Map()) : readStatements(ask, { ids })),
  });
  const metrics = await compareClaims<"metrics">({
    table: "metrics",
    claims: dataset.metrics.map((it) => ({
      content: metricContent(it, evidence.get(it.id) ?? []),
      sameness: sameMetric(keyOfMetric(it), it),
    })),
    stored: ledger.metrics,
    samenessOf: (mark) => sameMetric(mark.key, ledger.metrics.get(mark.id) as never),
    spoken: speaker.documents,
    readFull: (ids) => (ids.length === 0 ? Promise.resolve(new Map()) : readMetrics(ask, { ids })),
  });
  const kinds = new Map(dataset.entities.map((it) => [it.id as string, it.kind]));
  const kindOf = (id: string): EntityKind | undefined => ledger.entities.get(id)?.kind ?? kinds.get(id);
  const conflicts = await findConflicts({ ask, ledger, kindOf, statements, metrics });
  const constraints = speaker.partial ? [] : declared.constraints.dropped;
  const documents = droppedDocuments({ declared: declared.documents, ledger, speaker, statements, metrics });
  const entities = await droppedEntities({ ask, declared, speaker, statements, metrics, constraints });

  const changes = [
    ...(await declaredChanges("documents", declared.documents, documents, ask)),
    ...(await declaredChanges("entities", declared.entities, entities, ask)),
    ...(await declaredChanges("constraints", declared.constraints, constraints, ask)),
    ...claimChanges("statements", statements, conflicts),
    ...claimChanges("metrics", metrics, conflicts),
  ];
  const datasets = changedHeads(speaker, ledger);
  const fingerprint = [
    ledger.revision,
    ...changes.map((it) => [it.id, it.kind, it.after === null ? "" : contentHash(it.after as never)].join(" ")),
  ];
  return {
    id: `cs-${hash("sha256", fingerprint.join("\n"), "hex").slice(0, 20)}`,
    basedOn: ledger.revision,
    changes,
    tallies: {
      documents: tallyOf(declared.documents, documents),
      entities: tallyOf(declared.entities, entities),
      statements: claimTally(statements),
      metrics: claimTally(metrics),
      conflicts: conflicts.size,
    },
    ...(datasets.length === 0 ? {} : { datasets }),
  };
}

/** A document goes when its dataset no longer lists it and nothing rests on it. */
function droppedDocuments({
  declared,
  ledger,
  speaker,
  statements,
  metrics,
}: {
  declared: Difference<ContentOf["documents"]>;
  ledger: Ledger;
  speaker: Speaker;
  statements: ClaimDifference<ContentOf["statements"]>;
  metrics: ClaimDifference<ContentOf["metrics"]>;
}): string[] {
  if (speaker.partial || declared.dropped.length === 0) return [];
  const resting = new Set<string>();
  for (const [marks, difference] of [
    [ledger.statements, statements],
    [ledger.metrics, metrics],
  ] as const) {
    for (const [id, { documents }] of marks)
      if (!difference.removed.has(id) && !difference.changed.has(id)) for (const document of documents) resting.add(document);
    for (const content of [...difference.added.values(), ...[...difference.changed.values()].map((it) => it.after)])
      for (const { document } of content.evidence) resting.add(document);
  }
  return declared.dropped.filter((id) => !resting.has(id));
}

/** An entity goes when its dataset no longer declares it and nothing that stays refers to it. */
async function droppedEntities({
  ask,
  declared,
  speaker,
  statements,
  metrics,
  constraints,
}: {
  ask: ReturnType<typeof askStore>;
  declared: ReturnType<typeof compareAllDeclared>;
  speaker: Speaker;
  statements: ClaimDifference<ContentOf["statements"]>;
  metrics: ClaimDifference<ContentOf["metrics"]>;
  constraints: readonly string[];
}): Promise<string[]> {
  const claims = [statements, metrics] as ClaimDifference<Content>[];
  const gone = claims.flatMap((it) => [...it.removed.values(), ...[...it.changed.values()].map(({ before }) => before)]);
  const loosened = new Set(speaker.partial ? gone.flatMap(entitiesOf) : []);
  const candidates = declared.entities.dropped.filter((id) => !speaker.partial || loosened.has(id));
  if (candidates.length === 0) return [];
  const staying = [
    ...claims.flatMap((it) => [...it.added.values(), ...[...it.changed.values()].map(({ after }) => after)]),
    ...declared.constraints.added.values(),
    ...declared.constraints.changed.values(),
  ];
  const referred = new Set(staying.flatMap(entitiesOf));
  const left = candidates.filter((id) => !referred.has(id));
  const changing = new Set([...claims.flatMap((it) => [...it.removed.keys(), ...it.changed.keys()]), ...constraints]);
  const still = await stillReferred(ask, { ids: left, changing });
  return left.filter((id) => !still.has(id));
}

const entry = (kind: ChangeKind, table: RecordTable, id: string, before: Content | null, after: Content | null): Change => ({
  id: `${table}:${id}`,
  kind,
  record: { table, id },
  before: before as RecordContent | null,
  after: after as RecordContent | null,
  evidence: (((after ?? before) as { evidence?: RecordContent[] }).evidence ?? []) as RecordContent[],
});

async function declaredChanges<T extends "documents" | "entities" | "constraints">(
  table: T,
  { added, changed }: Difference<ContentOf[T]>,
  removed: readonly string[],
  ask: ReturnType<typeof askStore>,
): Promise<Change[]> {
  const before = await readContents(ask, table, [...changed.keys(), ...removed]);
  const was = (id: string): Content => before.get(id) as Content;
  return [
    ...[...added].map(([id, after]) => entry("added", table, id, null, after)),
    ...[...changed].map(([id, after]) => entry("changed", table, id, was(id), after)),
    ...removed.map((id) => entry("removed", table, id, was(id), null)),
  ];
}

function claimChanges<T extends "statements" | "metrics">(
  table: T,
  { added, changed, removed }: ClaimDifference<ContentOf[T]>,
  conflicts: ReadonlySet<string>,
): Change[] {
  const kindOf = (id: string, kind: ChangeKind): ChangeKind => (conflicts.has(id) ? "conflict" : kind);
  return [
    ...[...added].map(([id, after]) => entry(kindOf(id, "added"), table, id, null, after)),
    ...[...changed].map(([id, { before, after }]) => entry(kindOf(id, "changed"), table, id, before, after)),
    ...[...removed].map(([id, before]) => entry("removed", table, id, before, null)),
  ];
}

type Tally = Tallies["entities"];
const tallyOf = ({ added, changed, unchanged }: Difference<Content>, removed: readonly string[]): Tally => ({
  added: added.size,
  changed: changed.size,
  removed: removed.length,
  unchanged,
});
const claimTally = ({ added, changed, removed, unchanged }: ClaimDifference<Content>): Tally => ({
  added: added.size,
  changed: changed.size,
  removed: removed.size,
  unchanged,
});

function changedHeads({ heads }: Speaker, ledger: Ledger): RecordContent[] {
  return heads
    .filter((head) => {
      const { documents: _, ...stored } = ledger.datasets.get(head.id) ?? { documents: [] };
      return canonicalJson({ ...stored, id: head.id }) !== canonicalJson(head);
    })
    .map((head) => ({ ...head }) as RecordContent);
}

/** Whether applying it would write anything. */
export const isUnchanged = ({ changes, datasets }: ChangeSet): boolean => changes.length === 0 && (datasets?.length ?? 0) === 0;
