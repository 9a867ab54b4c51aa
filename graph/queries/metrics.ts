import type { EvidenceAnswer, MetricAnswer } from "#graph/model/api-answers.ts";
import { measures } from "#graph/vocabulary/measures.ts";
import type { NodeRow } from "./columns.ts";
import { refOf } from "./entities-by-id.ts";
import { heardMetric } from "./heard.ts";
import { present, type Row, textOf, textOrNull, textsOf } from "./rows.ts";

export const metricsCypher = `MATCH (m:MetricObservation)
WHERE m.subject = $id AND m.untilRevision IS NULL AND ${heardMetric("m")}
RETURN m.id AS id, m.subject AS subject, m.name AS name, m.value AS value, m.unit AS unit, m.op AS op, m.raw AS raw,
  m.period AS period, m.modality AS modality, m.basis AS basis, m.region AS region, m.denominator AS denominator, m.plan AS plan,
  m.product AS product, m.status AS status, m.confidence AS confidence, m.rank AS rank, m.validTo AS validTo,
  m.assertedAt AS assertedAt, m.documents AS documents, m.derived AS derived, m.key AS key
ORDER BY name, period, id`;

interface Parts {
  entities: ReadonlyMap<string, NodeRow>;
  evidence: ReadonlyMap<string, readonly EvidenceAnswer[]>;
}

/** Ids of other entities that metrics refer to. */
export const metricRefs = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) => [row.region, row.denominator, row.plan, row.product]).filter((it): it is string => typeof it === "string");

/** Metrics of one subject. Same key and another value is a conflict; the key leaves the value out (`metricKey`). */
export function decodeMetrics(rows: readonly Row[], { entities, evidence }: Parts): MetricAnswer[] {
  const ref = (id: Row[string] | undefined) => {
    const found = typeof id === "string" ? entities.get(id) : undefined;
    return found === undefined ? null : refOf(found);
  };
  return rows.map((row) => {
    const { key, op, rank, assertedAt, documents, derived, ...own } = row;
    const rivals = rows.filter((it) => key !== null && it.key === key && it.id !== row.id);
    return {
      ...(present(own) as Pick<MetricAnswer, "id" | "subject" | "name" | "value" | "unit" | "modality" | "status" | "confidence">),
      op: textOrNull(op) ?? "=",
      rank: textOrNull(rank) ?? "normal",
      nameEn: measures[textOf(row.name)]?.en ?? null,
      assertedAt: textOrNull(assertedAt),
      documents: textsOf(documents),
      derived: textsOf(derived),
      regionRef: ref(row.region),
      denominatorRef: ref(row.denominator),
      planRef: ref(row.plan),
      productRef: ref(row.product),
      conflictsWith: rivals.map((it) => textOf(it.id)),
      evidence: [...(evidence.get(textOf(row.id)) ?? [])],
    };
  });
}
