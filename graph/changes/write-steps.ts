import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";
import type { EvidencePart } from "./content.ts";
import { aliasNode, documentNode, evidenceLink, metricNode, statementNode } from "./nodes.ts";
import type { Edge, Properties } from "./projection.ts";
import type { Settled } from "./settle.ts";
import type { MetricState } from "./settle-metrics.ts";
import { type Columns, columnsOf, metricLinks, type Step, texts } from "./steps.ts";

/** Rows of one step are made when the step is written: a large change is never in memory twice. */
const rowsAtOnce = 2000;

function* portions<T>(text: string, items: readonly T[], rowOf: (it: T) => unknown): Generator<Step> {
  for (let at = 0; at < items.length; at += rowsAtOnce) yield { text, rows: items.slice(at, at + rowsAtOnce).map(rowOf) };
}

function* createdEntities(kind: EntityKind, nodes: readonly Properties[]): Generator<Step> {
  for (let at = 0; at < nodes.length; at += rowsAtOnce) {
    const some = nodes.slice(at, at + rowsAtOnce);
    const columns = columnsOf(some);
    yield { text: texts.createEntity(kind, columns), rows: some.map(columns.values) };
  }
}

/** Ledger nodes with their first evidence. A row begins with the document's id and what `endsOf` gives. */
function* createdClaims<S extends { content: { evidence: readonly EvidencePart[] } }>({
  states,
  text,
  nodeOf,
  endsOf,
}: {
  states: readonly S[];
  text: (place: Columns, node: Columns) => string;
  nodeOf: (state: S) => Properties;
  endsOf: (state: S) => string[];
}): Generator<Step> {
  for (let at = 0; at < states.length; at += rowsAtOnce) {
    const some = states.slice(at, at + rowsAtOnce).map((it) => ({ ends: endsOf(it), node: nodeOf(it), ...first(it) }));
    const [place, node] = [columnsOf(some.map((it) => it.place)), columnsOf(some.map((it) => it.node))];
    const rows = some.map((it) => [it.document, ...it.ends, ...place.values(it.place), ...node.values(it.node)]);
    yield { text: text(place, node), rows };
  }
}

export function* createdEdges(type: RelationType, edges: readonly Edge[]): Generator<Step> {
  for (let at = 0; at < edges.length; at += rowsAtOnce) {
    const some = edges.slice(at, at + rowsAtOnce);
    const columns = columnsOf(some.map((it) => it.properties));
    yield { text: texts.createEdge(type, columns), rows: some.map((it) => [it.from, it.to, ...columns.values(it.properties)]) };
  }
}

const groupBy = <K extends string, T>(items: readonly T[], keyOf: (it: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const it of items) {
    const group = groups.get(keyOf(it));
    if (group === undefined) groups.set(keyOf(it), [it]);
    else group.push(it);
  }
  return groups;
};
const byId = (id: string) => ({ id });
const edgesOfType = (edges: readonly Edge[]): Map<RelationType, Edge[]> => groupBy(edges, (it) => it.type);
const placed = (id: string, evidence: readonly EvidencePart[]) =>
  evidence.map((it) => ({ id, document: it.document, place: evidenceLink(it) }));
const later = (it: { content: { id: string; evidence: readonly EvidencePart[] } }) => placed(it.content.id, it.content.evidence.slice(1));
const all = (it: { content: { id: string; evidence: readonly EvidencePart[] } }) => placed(it.content.id, it.content.evidence);
const first = (it: { content: { evidence: readonly EvidencePart[] } }) => {
  const evidence = it.content.evidence[0] as EvidencePart;
  return { document: evidence.document, place: evidenceLink(evidence) };
};
const itself = <T>(it: T): T => it;

function* removals({ statements, metrics, entities, constraints, documents }: Settled, revision: number): Generator<Step> {
  for (const [type, edges] of edgesOfType(statements.dropEdges)) yield* portions(texts.deleteEdge[type], edges, itself);
  yield* portions(texts.withdrawStatement, statements.withdraw, (id) => ({ id, revision }));
  const unlinked = [...metrics.withdraw, ...metrics.rewrite.filter((it) => it.links).map((it) => it.state.content.id as string)];
  yield* portions(texts.unlinkMetric, unlinked, byId);
  for (const type of Object.values(metricLinks)) yield* portions(texts.deleteMetricLink[type], unlinked, byId);
  yield* portions(texts.withdrawMetric, metrics.withdraw, (id) => ({ id, revision }));
  yield* portions(texts.deleteConstraint, constraints.remove, byId);
  const renamed = [...entities.remove, ...entities.rewrite.filter((it) => it.aliases).map((it) => it.content.id as string)];
  yield* portions(texts.deleteAliases, renamed, byId);
  yield* portions(texts.deleteEntity, entities.remove, byId);
  yield* portions(texts.deleteParagraphs, [...documents.remove, ...documents.rewrite.map((it) => it.id as string)], byId);
  yield* portions(texts.deleteDocument, documents.remove, byId);
}

export function* declarations({
  entities,
  constraints,
  documents,
  datasets,
}: Omit<Settled, "statements" | "metrics" | "revision" | "checksum">): Generator<Step> {
  yield* portions(texts.mergeDataset, datasets, itself);
  yield* portions(texts.createDocument, documents.create, documentNode);
  yield* portions(texts.rewriteDocument, documents.rewrite, documentNode);
  const paragraphs = [...documents.create, ...documents.rewrite].flatMap((it) =>
    (it.paragraphs ?? []).map((part) => ({ ...part, document: it.id })),
  );
  yield* portions(texts.createParagraph, paragraphs, itself);
  for (const [kind, created] of groupBy(entities.create, (it) => it.content.kind as EntityKind))
    yield* createdEntities(
      kind,
      created.map((it) => it.node),
    );
  yield* portions(texts.rewriteEntity, entities.rewrite, (it) => it.node);
  yield* portions(texts.setDegree, entities.degrees, itself);
  const named = [...entities.create, ...entities.rewrite.filter((it) => it.aliases)];
  const aliases = named.flatMap(({ content }) => (content.aliases ?? []).map((alias) => aliasNode(content.id, alias)));
  yield* portions(texts.createAlias, aliases, itself);
  yield* portions(texts.createConstraint, constraints.create, itself);
  yield* portions(texts.rewriteConstraint, constraints.rewrite, itself);
}

/** Ledger nodes with their evidence; what links a metric to other entities than its subject comes after these. */
export function* claims({ statements, metrics }: Pick<Settled, "statements" | "metrics">, revision: number): Generator<Step> {
  yield* createdClaims({
    states: statements.create,
    text: texts.createStatement,
    nodeOf: (it) => statementNode(it, revision),
    endsOf: () => [],
  });
  yield* portions(texts.rewriteStatement, statements.rewrite, (it) => statementNode(it.state, it.sinceRevision ?? revision));
  const resupported = statements.rewrite.filter((it) => it.evidence).map((it) => it.state);
  yield* portions(texts.deleteStatementEvidence, resupported, (it) => ({ id: it.content.id }));
  yield* portions(texts.addStatementEvidence, [...statements.create.flatMap(later), ...resupported.flatMap(all)], itself);

  yield* createdClaims({
    states: metrics.create,
    text: texts.createMetric,
    nodeOf: (it) => metricNode(it, revision),
    endsOf: (it) => [it.content.subject],
  });
  yield* portions(texts.rewriteMetric, metrics.rewrite, (it) => metricNode(it.state, it.sinceRevision ?? revision));
  const relinked = relinkedIn(metrics);
  yield* portions(texts.linkMetric, relinked, ({ content: { id, subject } }) => ({ id, subject }));
  yield* portions(texts.deleteMetricEvidence, relinked, (it) => ({ id: it.content.id }));
  yield* portions(texts.addMetricEvidence, [...metrics.create.flatMap(later), ...relinked.flatMap(all)], itself);
}

const relinkedIn = (metrics: Settled["metrics"]): MetricState[] => metrics.rewrite.filter((it) => it.links).map((it) => it.state);

export type MetricLink = (typeof metricLinks)[keyof typeof metricLinks];

/** Metrics and what gives them meaning, by the type of the link. */
export function* metricEnds(metrics: Settled["metrics"]): Generator<{ type: MetricLink; rows: { id: string; to: string }[] }> {
  const linked = [...metrics.create, ...relinkedIn(metrics)];
  for (const [field, type] of Object.entries(metricLinks) as [keyof typeof metricLinks, MetricLink][])
    yield { type, rows: linked.flatMap(({ content: { id, [field]: to } }) => (to === undefined ? [] : [{ id, to }])) };
}

export const metricLinkSteps = (type: MetricLink, rows: readonly { id: string; to: string }[]): Generator<Step> =>
  portions(texts.createMetricLink[type], rows, itself);

/** Everything that a settled change writes to nodes and links, in an order in which each step finds what it needs. */
export function* writeSteps(settled: Settled, revision: number): Generator<Step> {
  yield* removals(settled, revision);
  yield* declarations(settled);
  yield* claims(settled, revision);
  for (const { type, rows } of metricEnds(settled.metrics)) yield* metricLinkSteps(type, rows);
  for (const [type, edges] of edgesOfType(settled.statements.createEdges)) yield* createdEdges(type, edges);
}
