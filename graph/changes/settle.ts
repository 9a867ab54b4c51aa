import type { Change, ChangeSet, RecordTable } from "#graph/model/change-set.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Reliability } from "#graph/vocabulary/marks.ts";
import type { Ask } from "./ask.ts";
import { type ConstraintContent, type Content, checksumPart, constraintId, contentHash, type DocumentContent } from "./content.ts";
import type { DocumentFacts } from "./derive.ts";
import { type Newest, readNewest } from "./ledger.ts";
import type { Properties } from "./projection.ts";
import { degreeDeltas, type SettledEntities, settleEntities } from "./settle-entities.ts";
import { type SettledMetrics, settleMetrics } from "./settle-metrics.ts";
import { type SettledStatements, settleStatements } from "./settle-statements.ts";

/** A change set worked out against the store: what exactly is written. */
export interface Settled {
  /** Number of the revision that it makes. */
  revision: number;
  /** Sum of record hashes after it, modulo 2^64. */
  checksum: bigint;
  datasets: Properties[];
  documents: { create: DocumentContent[]; rewrite: DocumentContent[]; remove: string[] };
  constraints: { create: Properties[]; rewrite: Properties[]; remove: string[] };
  entities: SettledEntities;
  statements: SettledStatements;
  metrics: SettledMetrics;
}

/** The store has moved on since the change set was compared with it. */
export class ChangeSetStale extends Error {
  readonly basedOn: number;
  readonly newest: number;
  constructor(basedOn: number, newest: number) {
    super(`Change set not applied: it was compared with revision ${basedOn}, the store is at ${newest}; compare again`);
    this.name = "ChangeSetStale";
    this.basedOn = basedOn;
    this.newest = newest;
  }
}

/** Parts of a change set were left out that others of it need. */
export class ChangeSetIncomplete extends Error {
  readonly missing: string[];
  constructor(missing: string[]) {
    super(`Change set not applied: it needs ${missing.slice(0, 20).join(", ")}, which the store does not hold; accept their changes too`);
    this.name = "ChangeSetIncomplete";
    this.missing = missing;
  }
}

const standingFacts = "MATCH (d:Document) RETURN d.id AS id, d.published AS published, d.reliability AS reliability, d.dataset AS dataset";
const standingKinds = "MATCH (n:Entity) RETURN n.id AS id, n.kind AS kind";
const standingDatasets =
  "MATCH (d:Dataset) RETURN d.id AS id, d.title AS title, d.titleEn AS titleEn, d.licence AS licence, d.documents AS documents";

const linkFields = ["subject", "object", "region", "denominator", "plan", "product", "left", "right"];

export const constraintNode = (it: ConstraintContent): Properties =>
  ({ ...it, id: constraintId(it), hash: contentHash(it) }) as unknown as Properties;

const split = <C extends Content>(changes: readonly Change[]): { create: C[]; rewrite: C[]; remove: string[] } => ({
  create: changes.filter((it) => it.before === null).map((it) => it.after as unknown as C),
  rewrite: changes.filter((it) => it.before !== null && it.after !== null).map((it) => it.after as unknown as C),
  remove: changes.filter((it) => it.after === null).map((it) => it.record.id),
});

/** Datasets whose head changed, or whose list of documents does. */
export function settleDatasets(
  stored: Value[][],
  heads: readonly Properties[],
  documents: ReadonlyMap<string, string>,
  touched: ReadonlySet<string>,
): Properties[] {
  const known = new Map<string, Properties>();
  for (const [id, title, titleEn, licence, listed] of stored) {
    const all = { id, title, titleEn, licence, documents: listed };
    known.set(id as string, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Properties);
  }
  const given = new Map(heads.map((it) => [it.id as string, it]));
  return [...new Set([...given.keys(), ...touched])].map((id) => {
    const listed = [...documents].filter(([, dataset]) => dataset === id).map(([document]) => document);
    const { documents: _, ...head } = given.get(id) ?? known.get(id) ?? { id, title: id };
    return { ...head, ...(listed.length === 0 ? {} : { documents: listed.sort() }) };
  });
}

/** Throws ChangeSetStale when the store is no longer at the revision that the change set was compared with; else tells its newest. */
export async function refuseStale({ basedOn }: ChangeSet, ask: Ask): Promise<Newest> {
  const newest = await readNewest(ask);
  if (newest.revision !== basedOn) throw new ChangeSetStale(basedOn, newest.revision);
  return newest;
}

/**
 * Works out what a change set writes, reading what it touches beyond its own records. Throws ChangeSetStale when the store is no
 * longer at the revision that the change set was compared with, and
 * ChangeSetIncomplete when a claim lacks an entity or a document.
 */
export async function settle({ changeSet, ask }: { changeSet: ChangeSet; ask: Ask }): Promise<Settled> {
  const newest = await refuseStale(changeSet, ask);
  const revision = newest.revision + 1;
  const isFirst = newest.revision === 0;
  const of = (table: RecordTable): Change[] => changeSet.changes.filter((it) => it.record.table === table);

  const facts = new Map<string, DocumentFacts>();
  const datasetOf = new Map<string, string>();
  for (const [id, published, reliability, dataset] of await ask({ text: standingFacts })) {
    facts.set(id as string, { published: (published as string | null) ?? undefined, reliability: reliability as Reliability });
    datasetOf.set(id as string, dataset as string);
  }
  const kinds = new Map<string, EntityKind>();
  if (!isFirst) for (const [id, kind] of await ask({ text: standingKinds })) kinds.set(id as string, kind as EntityKind);
  for (const { record, after } of of("entities")) if (after !== null) kinds.set(record.id, after.kind as EntityKind);

  const documentChanges = of("documents");
  const documentsTouched: string[] = [];
  const datasetsTouched = new Set<string>();
  for (const { record, after } of documentChanges) {
    const was = facts.get(record.id);
    const owner = datasetOf.get(record.id);
    if (after === null) {
      facts.delete(record.id);
      datasetOf.delete(record.id);
      if (owner !== undefined) datasetsTouched.add(owner);
      continue;
    }
    const now = after as unknown as DocumentContent;
    if (was !== undefined && (was.published !== now.published || was.reliability !== now.reliability)) documentsTouched.push(record.id);
    facts.set(record.id, { published: now.published, reliability: now.reliability });
    if (was === undefined && now.dataset !== undefined) {
      datasetOf.set(record.id, now.dataset);
      datasetsTouched.add(now.dataset);
    }
  }
  for (const { record, after } of of("entities")) if (after === null) kinds.delete(record.id);
  checkComplete(changeSet.changes, kinds, facts);
  const factsOf = (id: string): DocumentFacts | undefined => facts.get(id);
  const entityChanges = of("entities");
  const statements = await settleStatements({
    changes: of("statements"),
    ask,
    isFirst,
    documentsTouched,
    entitiesTouched: entityChanges.filter((it) => it.before !== null && it.after !== null).map((it) => it.record.id),
    factsOf,
    kindOf: (id) => kinds.get(id),
  });
  const metrics = await settleMetrics({ changes: of("metrics"), ask, isFirst, documentsTouched, factsOf });
  const entities = await settleEntities({
    changes: entityChanges,
    ask,
    revision,
    attributes: statements.attributes,
    degrees: degreeDeltas(statements.dropEdges, statements.createEdges),
  });
  const constraints = split<ConstraintContent>(of("constraints"));
  return {
    revision,
    checksum: nextChecksum(newest.checksum, changeSet.changes),
    datasets: settleDatasets(await ask({ text: standingDatasets }), (changeSet.datasets ?? []) as Properties[], datasetOf, datasetsTouched),
    documents: split<DocumentContent>(documentChanges),
    constraints: {
      create: constraints.create.map(constraintNode),
      rewrite: constraints.rewrite.map(constraintNode),
      remove: constraints.remove,
    },
    entities,
    statements,
    metrics,
  };
}

/** Every claim to be written has its entities and its documents. */
function checkComplete(changes: readonly Change[], entities: ReadonlyMap<string, unknown>, documents: ReadonlyMap<string, unknown>): void {
  const missing = new Set<string>();
  for (const { record, after } of changes) {
    if (after === null || record.table === "documents" || record.table === "entities") continue;
    for (const field of linkFields) {
      const id = after[field];
      if (typeof id === "string" && !entities.has(id)) missing.add(id);
    }
    for (const { document } of (after.evidence ?? []) as { document: string }[]) if (!documents.has(document)) missing.add(document);
  }
  if (missing.size > 0) throw new ChangeSetIncomplete([...missing]);
}

function nextChecksum(before: bigint, changes: readonly Change[]): bigint {
  let sum = before;
  for (const change of changes) {
    if (change.before !== null) sum -= checksumPart(contentHash(change.before as unknown as Content));
    if (change.after !== null) sum += checksumPart(contentHash(change.after as unknown as Content));
  }
  return BigInt.asUintN(64, sum);
}
