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
