import {
  type FreshnessFacts,
  type KnownDocument,
  type KnownEntity,
  type MeasuredFigure,
  type StandingState,
  sourcesBySilence,
  staleItems,
} from "#graph/analysis/freshness.ts";
import type { FreshnessAnswer } from "#graph/model/freshness.ts";
import { perRevision } from "./per-revision.ts";
import { type Asked, ask, numberOf, textOf, textsOf } from "./rows.ts";
import { shown } from "./shown.ts";

export const freshMetricsCypher = `MATCH (m:MetricObservation)
WHERE m.untilRevision IS NULL AND m.rank <> 'deprecated' AND m.modality IN ['actual', 'target']
RETURN m.id AS id, m.subject AS subject, m.name AS name, m.unit AS unit, m.modality AS modality, m.period AS period, m.basis AS basis,
  m.region AS region, m.product AS product, m.assertedAt AS assertedAt, m.documents AS documents`;

export const freshStatesCypher = `MATCH (s:Statement)
WHERE s.predicate = 'state' AND s.untilRevision IS NULL AND s.drawn = true AND s.validTo IS NULL
RETURN s.id AS id, s.subject AS subject, s.value AS value, s.validFrom AS validFrom, s.assertedAt AS assertedAt, s.documents AS documents`;

export const freshEntitiesCypher = `MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree, n.collective AS collective`;

export const freshDocumentsCypher = `MATCH (d:Document)
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.url AS url, d.published AS published, d.form AS form`;

const restingOn = "WHERE s.untilRevision IS NULL AND s.status <> 'reference'";
export const statementsBySubjectCypher = `MATCH (s:Statement)-[:SUPPORTED_BY]->(d:Document) ${restingOn}
RETURN s.subject AS entity, d.id AS document, count(DISTINCT s.id) AS claims`;
export const statementsByObjectCypher = `MATCH (s:Statement)-[:SUPPORTED_BY]->(d:Document) ${restingOn} AND s.object IS NOT NULL
RETURN s.object AS entity, d.id AS document, count(DISTINCT s.id) AS claims`;
export const metricsBySubjectCypher = `MATCH (s:MetricObservation)-[:SUPPORTED_BY]->(d:Document) ${restingOn}
RETURN s.subject AS entity, d.id AS document, count(DISTINCT s.id) AS claims`;

/** What the answer begins with: the figures, and where each was last said. */
export const freshnessShownCypher = `MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.modality IN ['actual', 'target']
RETURN n AS entity, m.name AS measure, m.modality AS modality, m.period AS period, m.assertedAt AS assertedAt
ORDER BY m.periodEnd, n.id`;

const facts = perRevision(async (asked: Asked): Promise<FreshnessFacts> => {
  const [metrics, states, entities, documents, bySubject, byObject, ofMetrics] = await Promise.all([
    ask(asked, freshMetricsCypher),
    ask(asked, freshStatesCypher),
    ask(asked, freshEntitiesCypher),
    ask(asked, freshDocumentsCypher),
    ask(asked, statementsBySubjectCypher),
    ask(asked, statementsByObjectCypher),
    ask(asked, metricsBySubjectCypher),
  ]);
  const claimsOf = new Map<string, number>();
  // An object's statement counts once, at its subject.
  for (const row of [...bySubject, ...ofMetrics])
    claimsOf.set(textOf(row.document), (claimsOf.get(textOf(row.document)) ?? 0) + numberOf(row.claims));
  return {
    metrics: metrics.map((row) => ({ ...row, documents: textsOf(row.documents) }) as unknown as MeasuredFigure),
    states: states.map((row) => ({ ...row, documents: textsOf(row.documents) }) as unknown as StandingState),
    entities: new Map(
      entities.map((row) => [
        textOf(row.id),
        { ...row, degree: numberOf(row.degree), collective: row.collective === true } as unknown as KnownEntity,
      ]),
    ),
    documents: new Map(documents.map((row) => [textOf(row.id), row as unknown as KnownDocument])),
    claims: [...bySubject, ...byObject, ...ofMetrics].map((row) => ({
      entity: textOf(row.entity),
      document: textOf(row.document),
      claims: numberOf(row.claims),
    })),
    claimsOf,
  };
});

export interface FreshnessOptions {
  /** ISO date that ages are counted to. */
  asOf: string;
  limit: number;
}

/** What has gone stale, the worst first, and who has been silent for how long. Deterministic: the date is given. */
export async function freshness({ store }: Asked, { asOf, limit }: FreshnessOptions): Promise<FreshnessAnswer> {
  const known = await facts(store);
  const items = staleItems(known, asOf);
  return {
    asOf,
    items: items.slice(0, limit),
    total: items.length,
    sources: sourcesBySilence(known, asOf),
    cypher: shown(freshnessShownCypher),
  };
}
