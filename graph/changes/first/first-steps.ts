import type { Change, ChangeSet } from "#graph/model/change-set.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import type { Ask } from "../ask.ts";
import { type Chunk, packChanges } from "../chunks.ts";
import { FreshClaims, findConflicts } from "../conflicts.ts";
import { constraintId } from "../content.ts";
import { addedClaims, entry } from "../entries.ts";
import type { Edge, Properties } from "../projection.ts";
import { Spool } from "../records/spool.ts";
import { constraintNode, settleDatasets } from "../settle.ts";
import { settleEntities } from "../settle-entities.ts";
import { settleMetrics } from "../settle-metrics.ts";
import { settleStatements } from "../settle-statements.ts";
import { metricLinks, type Step } from "../steps.ts";
import { claims, createdEdges, declarations, type MetricLink, metricEnds, metricLinkSteps } from "../write-steps.ts";
import type { ContentPart, SpooledContents } from "./spooled-contents.ts";

const linkTypes = Object.values(metricLinks);
const nothingStands: Ask = async () => [];
const noDeclarations = () => ({
  datasets: [],
  documents: { create: [], rewrite: [], remove: [] },
  constraints: { create: [], rewrite: [], remove: [] },
  entities: { create: [], rewrite: [], degrees: [], remove: [] },
});

/** Rows that wait for all entities to be there, by type: some thousands together. */
class Later<T> {
  private readonly spool = new Spool();
  private readonly counts: number[];

  constructor(types: number) {
    this.counts = new Array<number>(types).fill(0);
  }

  async add(type: number, row: T): Promise<void> {
    const before = this.counts[type] as number;
    this.counts[type] = before + 1;
    await this.spool.add(this.partOf(type, before), JSON.stringify(row));
  }

  async *of(type: number): AsyncGenerator<T[]> {
    const count = this.counts[type] as number;
    for (let from = 0; from < count; from += Later.together)
      yield (await this.spool.lines(this.partOf(type, from))).map((line) => JSON.parse(line) as T);
  }

  close(): Promise<void> {
    return this.spool.close();
  }

  private static readonly together = 8000;
  private partOf(type: number, number: number): number {
    return Math.floor(number / Later.together) * this.counts.length + type;
  }
}

/** A revision's chunks, which wait for its node. */
class Chunks {
  private readonly spool = new Spool();
  private count = 0;
  private readonly revision: number;

  constructor(revision: number) {
    this.revision = revision;
  }

  async add(changes: readonly Change[]): Promise<void> {
    for await (const chunk of packChanges(this.revision, changes)) {
      await this.spool.add(this.count, chunk.changes);
      this.count += 1;
    }
  }

  async *rows(): AsyncGenerator<Chunk> {
    for (let part = 0; part < this.count; part += 1)
      yield { revision: this.revision, part, changes: (await this.spool.lines(part))[0] as string };
  }

  close(): Promise<void> {
    return this.spool.close();
  }
}

/** What an empty store becomes by these contents: as `settle` and `writeSteps` work it out, a part of the entities after the other. */
export async function* firstSteps({
  changeSet,
  contents,
  revision,
  remember,
}: {
  changeSet: ChangeSet;
  contents: SpooledContents;
  revision: number;
  /** The steps that remember the revision, then its chunks. */
  remember: (chunks: AsyncIterable<Chunk>) => AsyncIterable<Step>;
}): AsyncGenerator<Step> {
  const edges = new Later<Edge>(relationTypes.length);
  const links = new Later<{ id: string; to: string }>(linkTypes.length);
  const chunks = new Chunks(revision);
  try {
    const { datasetOf } = contents;
    const datasets = settleDatasets([], (changeSet.datasets ?? []) as Properties[], datasetOf, new Set(datasetOf.values()));
    yield* declarations({ ...noDeclarations(), datasets });
    for await (const documents of contents.all("documents")) {
      await chunks.add(documents.map((it) => entry("added", "documents", it.id, null, it)));
      yield* declarations({ ...noDeclarations(), documents: { create: documents, rewrite: [], remove: [] } });
    }
    for await (const constraints of contents.all("constraints")) {
      await chunks.add(constraints.map((it) => entry("added", "constraints", constraintId(it), null, it)));
      const create = constraints.map(constraintNode);
      yield* declarations({ ...noDeclarations(), constraints: { create, rewrite: [], remove: [] } });
    }
    for await (const part of contents.byEntity()) {
      const changes = await changesOf(part);
      const { entities, statements, metrics } = await settlePart(changes, { contents, part, revision });
      yield* declarations({ ...noDeclarations(), entities });
      yield* claims({ statements, metrics }, revision);
      for (const edge of statements.createEdges) await edges.add(relationTypes.indexOf(edge.type), edge);
      for (const { type, rows } of metricEnds(metrics)) for (const row of rows) await links.add(linkTypes.indexOf(type), row);
      await chunks.add([...changes.entities, ...changes.statements, ...changes.metrics]);
    }
    for (const [at, type] of linkTypes.entries()) for await (const rows of links.of(at)) yield* metricLinkSteps(type as MetricLink, rows);
    for (const [at, type] of relationTypes.entries())
      for await (const some of edges.of(at)) yield* createdEdges(type as RelationType, some);
    yield* remember(chunks.rows());
  } finally {
    await Promise.all([edges.close(), links.close(), chunks.close()]);
  }
}

type PartChanges = Record<keyof ContentPart, Change[]>;

/** The changes of a part. Claims in conflict are found in it: they are about one entity. */
async function changesOf({ entities, statements, metrics }: ContentPart): Promise<PartChanges> {
  const kinds = kindsOf(entities);
  const fresh = new FreshClaims((id) => kinds.get(id));
  for (const it of statements) fresh.addStatement(it.id, it);
  for (const it of metrics) fresh.addMetric(it.id, it);
  const none = { removed: new Map() };
  const conflicts = await findConflicts({
    ask: nothingStands,
    isEmpty: true,
    standingMetrics: async () => [],
    fresh,
    statements: none,
    metrics: none,
  });
  const byId = <C extends { id: string }>(contents: readonly C[]) => contents.map((it) => [it.id, it] as const);
  return {
    entities: entities.map((it) => entry("added", "entities", it.id, null, it)),
    statements: addedClaims("statements", byId(statements), conflicts),
    metrics: addedClaims("metrics", byId(metrics), conflicts),
  };
}

const kindsOf = (entities: ContentPart["entities"]): Map<string, EntityKind> => new Map(entities.map((it) => [it.id, it.kind]));

async function settlePart(
  changes: PartChanges,
  { contents, part, revision }: { contents: SpooledContents; part: ContentPart; revision: number },
) {
  const kinds = kindsOf(part.entities);
  const factsOf = (id: string) => contents.facts.get(id);
  const beside = { ask: nothingStands, isFirst: true, documentsTouched: [], factsOf };
  const statements = await settleStatements({
    ...beside,
    changes: changes.statements,
    entitiesTouched: [],
    kindOf: (id) => kinds.get(id) ?? contents.timedKindOf(id),
    timesOf: (ids) => contents.timesOf(ids),
  });
  const metrics = await settleMetrics({ ...beside, changes: changes.metrics });
  const entities = await settleEntities({
    changes: changes.entities,
    ask: nothingStands,
    revision,
    attributes: statements.attributes,
    degrees: new Map(part.entities.map(({ id }) => [id, contents.degreeOf(id)])),
  });
  return { entities, statements, metrics };
}
