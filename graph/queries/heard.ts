import { periodBounds } from "#graph/model/period.ts";
import { type Reliability, reliabilityOrder } from "#graph/vocabulary/marks.ts";
import { type Asked, ask, textOf } from "./rows.ts";

/** Of what time and by whose word: both clocks, and which documents count. */
export interface Heard {
  /** A date or period: what held at its end. */
  at: string | null;
  /** A date or period: what documents had said by its end. */
  saidBy: string | null;
  /** Ids of the documents that count; null: all. */
  documents: readonly string[] | null;
  /** The least reliability of the best document. */
  reliability: Reliability | null;
  /** Whether claims and documents without a date pass the clocks. */
  undated: boolean;
}

export const everything: Heard = { at: null, saidBy: null, documents: null, reliability: null, undated: true };

export const isFiltered = ({ at, saidBy, documents, reliability }: Heard): boolean =>
  at !== null || saidBy !== null || documents !== null || reliability !== null;

export const heardDocumentsCypher = `MATCH (d:Document)
WHERE ($documents IS NULL OR d.id IN $documents)
  AND ($saidBy IS NULL OR d.published <= $saidBy OR (d.published IS NULL AND $undated))
  AND ($reliabilities IS NULL OR d.reliability IN $reliabilities)
RETURN d.id AS id ORDER BY id`;

const heard = (claim: string) => `($heard IS NULL OR any(said IN ${claim}.documents WHERE said IN $heard))`;
const notOver = (claim: string) => `($at IS NULL OR ${claim}.validTo IS NULL OR ${claim}.validTo >= left($at, size(${claim}.validTo)))`;

/**
 * Which statements (or their edges) pass; parameters as `heardParameters` makes them. `validFrom` and `validTo` may be years or months:
 * they are compared as far as they say.
 */
export const heardStatement = (claim: string) => `${heard(claim)}
  AND ($at IS NULL OR ${claim}.validFrom <= $at OR (${claim}.validFrom IS NULL AND ($undated OR ${claim}.validTo IS NOT NULL)))
  AND ${notOver(claim)}`;

/** Which metrics pass. What was done holds from the beginning of its period; a target or a plan from when it was said. */
export const heardMetric = (claim: string) => `${heard(claim)}
  AND ($at IS NULL OR NOT ${claim}.modality IN ['actual', 'derived'] OR ${claim}.periodStart <= $at
    OR (${claim}.periodStart IS NULL AND $undated))
  AND ${notOver(claim)}`;

export interface HeardParameters {
  at: string | null;
  undated: boolean;
  /** Ids of all documents that count, or null. */
  heard: readonly string[] | null;
}

/** Parameters of the filters above: which documents count is asked once. */
export async function heardParameters(asked: Asked, filter: Heard): Promise<HeardParameters> {
  const { at, saidBy, documents, reliability, undated } = filter;
  const day = at === null ? null : periodBounds(at).end;
  if (saidBy === null && documents === null && reliability === null) return { at: day, undated, heard: null };
  const rows = await ask(asked, heardDocumentsCypher, {
    documents,
    undated,
    saidBy: saidBy === null ? null : periodBounds(saidBy).end,
    reliabilities: reliability === null ? null : reliabilityOrder.slice(reliabilityOrder.indexOf(reliability)),
  });
  return { at: day, undated, heard: rows.map((row) => textOf(row.id)) };
}
