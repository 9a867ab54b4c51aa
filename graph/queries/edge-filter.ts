import type { Value } from "#graph/model/cypher-result.ts";
import type { EdgeRow } from "./columns.ts";
import { numberOf, type Row, textOf, textOrNull, textsOf } from "./rows.ts";

/** What is drawn of an edge `r`, besides its ends. */
export const edgeColumns = `r.id AS id, type(r) AS type, r.status AS status, r.confidence AS confidence, r.validFrom AS validFrom,
  r.validTo AS validTo, r.documents AS documents`;

/**
 * Which edges `r` pass; parameters: relations, statuses (lists or null), minConfidence, at (a day or null).
 * `validFrom` and `validTo` may be years or months: they are compared as far as they say.
 */
export const edgeFilter = `($relations IS NULL OR type(r) IN $relations)
  AND ($statuses IS NULL OR r.status IN $statuses)
  AND r.confidence >= $minConfidence
  AND ($at IS NULL OR r.validFrom IS NULL OR r.validFrom <= $at)
  AND ($at IS NULL OR r.validTo IS NULL OR r.validTo >= left($at, size(r.validTo)))`;

/** What `edgeFilter` takes, beside the kinds that both ends may have. */
export interface EdgeParameters extends Readonly<Record<string, unknown>> {
  readonly kinds: readonly string[] | null;
  readonly relations: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly minConfidence: number;
  /** A day. */
  readonly at: string | null;
}

export const edgeRow = (row: Row): EdgeRow => ({
  id: textOf(row.id),
  type: textOf(row.type),
  source: textOf(row.source),
  target: textOf(row.target),
  status: textOf(row.status),
  confidence: numberOf(row.confidence),
  validFrom: textOrNull(row.validFrom),
  validTo: textOrNull(row.validTo),
  documents: textsOf(row.documents),
});

/** As `edgeRow`, of `edgeColumns` as they stand in a row that is not keyed: a page has tens of thousands. */
export const edgeOf = (
  ends: Pick<EdgeRow, "source" | "target">,
  [id, type, status, confidence, validFrom, validTo, documents]: readonly Value[],
): EdgeRow => ({
  id: textOf(id),
  type: textOf(type),
  source: ends.source,
  target: ends.target,
  status: textOf(status),
  confidence: numberOf(confidence),
  validFrom: textOrNull(validFrom),
  validTo: textOrNull(validTo),
  documents: textsOf(documents),
});
