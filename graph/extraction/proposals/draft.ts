import type { Dataset } from "#graph/model/dataset.ts";
import type { Paragraph } from "#graph/model/document.ts";
import type { DocumentId, EntityId, MetricId, StatementId } from "#graph/model/id.ts";
import type { Evidence } from "#graph/model/statement.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Ref, Span } from "../extraction.ts";

/** For the person who reviews, never written: what could not be taken over, and why; null where it is about no one place. */
export interface ProposalRemark {
  text: string;
  start: number | null;
  end: number | null;
}

/** A dataset under way: what its parts share while they fill it. */
export interface Draft {
  dataset: Dataset;
  document: DocumentId;
  /** Length of the text in UTF-16 code units. */
  characters: number;
  /** Paragraphs that evidence may name. */
  paragraphs: readonly Paragraph[];
  /** Places in this document that back a claim already, by what it says. */
  standing: ReadonlyMap<string, readonly Evidence[]>;
  /** What each ref has become; absent: it could not be expressed, and a remark says why. */
  entityOf: Map<Ref, { id: EntityId; kind: EntityKind; name: string }>;
  /** What could not be expressed, and why. */
  remarks: ProposalRemark[];
}

export const remark = (draft: Draft, text: string, span: Span | null = null): void => {
  draft.remarks.push({ text, start: span?.start ?? null, end: span?.end ?? null });
};

/** Whether a span lies in the text; a remark says where one does not. */
export function hasPlace(draft: Draft, { start, end }: Span, what: string): boolean {
  const fits = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start && end <= draft.characters;
  if (!fits) remark(draft, `${what}未采纳：出处 ${start}–${end} 不在正文之内`);
  return fits;
}

/**
 * Gives a claim the place where it is said; the same place is given once. Where these words back the same saying already, the place
 * is told as it stands.
 */
export function support(
  draft: Draft,
  { id, saying }: { id: StatementId | MetricId; saying: string },
  { start, end }: Span,
  note: string,
): void {
  const standing = draft.standing.get(saying)?.find((it) => (it.start ?? 0) < end && start < (it.end ?? 0));
  const paragraph = draft.paragraphs.find((it) => it.start <= start && end <= it.end);
  const place = { document: draft.document, ...(paragraph === undefined ? {} : { paragraph: paragraph.id }), start, end, note };
  const evidence: Evidence = { ...(standing ?? place), statement: id };
  const { evidence: given } = draft.dataset;
  if (!given.some((it) => it.statement === id && it.start === evidence.start && it.end === evidence.end)) given.push(evidence);
}
