import {
  type FreshnessFacts,
  type KnownDocument,
  type KnownEntity,
  type MeasuredFigure,
  type StandingState,
  sourcesBySilence,
  staleItems,
} from "#graph/analysis/freshness.ts";
import { type SpokenClaim, speechOf } from "#graph/analysis/speech.ts";
import type { FreshnessAnswer } from "#graph/model/freshness.ts";
import { perRevision } from "./per-revision.ts";
import { type Asked, ask, numberOf, type Row, textOf, textsOf } from "./rows.ts";
import { shown } from "./shown.ts";

export const freshMetricsCypher = `MATCH (m:MetricObservation)
WHERE m.untilRevision IS NULL
RETURN m.id AS id, m.subject AS subject, m.name AS name, m.unit AS unit, m.modality AS modality, m.period AS period, m.basis AS basis,
  m.region AS region, m.product AS product, m.assertedAt AS assertedAt, m.documents AS documents, m.rank AS rank, m.status AS status`;

export const freshStatesCypher = `MATCH (s:Statement)
WHERE s.predicate = 'state' AND s.untilRevision IS NULL AND s.drawn = true AND s.validTo IS NULL
RETURN s.id AS id, s.subject AS subject, s.value AS value, s.validFrom AS validFrom, s.assertedAt AS assertedAt, s.documents AS documents`;

export const freshEntitiesCypher = `MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.degree AS degree, n.collective AS collective`;

export const freshDocumentsCypher = `MATCH (d:Document)
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.url AS url, d.published AS published, d.form AS form`;

export const spokenStatementsCypher = `MATCH (s:Statement)
WHERE s.untilRevision IS NULL AND s.status <> 'reference'
RETURN s.subject AS subject, s.object AS object, s.documents AS documents`;

/** What the answer begins with: the figures, and where each was last said. */
export const freshnessShownCypher = `MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.modality IN ['actual', 'target']
RETURN n AS entity, m.name AS measure, m.modality AS modality, m.period AS period, m.assertedAt AS assertedAt
ORDER BY m.periodEnd, n.id`;

/** These read whole tables, once a revision. */
const wholeTableMs = 60_000;

const facts = perRevision(async ({ store }: Asked): Promise<FreshnessFacts> => {
  const asked = { store, timeoutMs: wholeTableMs };
  const [metrics, states, entities, documentRows, statements] = await Promise.all([
    ask(asked, freshMetricsCypher),
    ask(asked, freshStatesCypher),
    ask(asked, freshEntitiesCypher),
    ask(asked, freshDocumentsCypher),
    ask(asked, spokenStatementsCypher),
  ]);
  const documents = new Map(documentRows.map((row) => [textOf(row.id), row as unknown as KnownDocument]));
  return {
    metrics: metrics
      .filter(({ rank, modality }) => rank !== "deprecated" && (modality === "actual" || modality === "target"))
      .map(({ rank: _, status: __, ...row }) => ({ ...row, documents: textsOf(row.documents) }) as unknown as MeasuredFigure),
    states: states.map((row) => ({ ...row, documents: textsOf(row.documents) }) as unknown as StandingState),
    entities: new Map(
      entities.map((row) => [
        textOf(row.id),
        { ...row, degree: numberOf(row.degree), collective: row.collective === true } as unknown as KnownEntity,
      ]),
    ),
    documents,
    ...speechOf(claimsIn([...statements, ...metrics.filter((it) => it.status !== "reference")]), documents),
  };
});

function* claimsIn(rows: readonly Row[]): Generator<SpokenClaim> {
  for (const { subject, object, documents } of rows)
    yield { entities: typeof object === "string" ? [textOf(subject), object] : [textOf(subject)], documents: textsOf(documents) };
}

export interface FreshnessOptions {
  /** ISO date that ages are counted to. */
  asOf: string;
  limit: number;
}

/** The last list worked out of some facts: a day is asked for again and again. */
const workedOut = new WeakMap<FreshnessFacts, Pick<FreshnessAnswer, "asOf" | "items" | "sources">>();

/** What has gone stale, the worst first, and who has been silent for how long. Deterministic: the date is given. */
export async function freshness({ store }: Asked, { asOf, limit }: FreshnessOptions): Promise<FreshnessAnswer> {
  const known = await facts(store);
  const last = workedOut.get(known);
  const { items, sources } = last?.asOf === asOf ? last : { items: staleItems(known, asOf), sources: sourcesBySilence(known, asOf) };
  workedOut.set(known, { asOf, items, sources });
  return { asOf, items: items.slice(0, limit), total: items.length, sources, cypher: shown(freshnessShownCypher) };
}
