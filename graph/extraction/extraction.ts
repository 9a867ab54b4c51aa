import type { EntityId } from "#graph/model/id.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Modality, Operator, ParagraphKind } from "#graph/vocabulary/marks.ts";
import type { Unit } from "#graph/vocabulary/measures.ts";

/** Names an entity inside one extraction; means nothing outside it. */
export type Ref = string;

/** `[start, end)` in UTF-16 code units of the text that was read. */
export interface Span {
  start: number;
  end: number;
}

/** Words of the text; `text` is what stands from `start` to `end`. */
export interface Mention extends Span {
  text: string;
}

export interface ExtractedParagraph extends Span {
  kind: ParagraphKind;
  /** Layout damage: cut, spliced, printed away from its place. */
  damage?: string;
}

/** Something that the document names: one that is known, or a new one. */
export interface ExtractedEntity {
  ref: Ref;
  kind: EntityKind;
  name: string;
  /** Id of the known entity that it is; null: none, or none that could be told with certainty. */
  existing: EntityId | null;
  mentions: Mention[];
  /** Stands for several things (99个重点项目). */
  collective?: boolean;
}

/** A claim as the document makes it: with `object` a relation, with `value` an attribute of the subject's kind. */
export interface ExtractedStatement extends Span {
  subject: Ref;
  predicate: string;
  object?: Ref;
  /** As the vocabulary writes it (`under_construction`); of an attribute that holds an entity, its ref. */
  value?: string;
  status: "stated" | "inferred";
  confidence: number;
  /** The relation's own properties, as the vocabulary lists them. */
  properties: Record<string, string | number>;
  /** What an inference rests on, in our own words. */
  basis?: string;
  /** The rule that found it. */
  rule: string;
}

export interface ExtractedMetric extends Span {
  subject: Ref;
  name: string;
  op: Operator;
  /** In base units. */
  value: number;
  unit: Unit;
  period: string | null;
  modality: Modality;
  /** Scope or way of counting. */
  basis: string | null;
  region: Ref | null;
  product?: Ref | null;
  /** What a share is a share of. */
  denominator?: Ref | null;
  /** The policy that a target belongs to. */
  plan?: Ref | null;
  /** The figure as printed. */
  raw: string;
  confidence: number;
  rule: string;
}

/** What was refused or could not be settled, and why: for the person who reviews, never written. */
export interface Remark {
  text: string;
  start: number | null;
  end: number | null;
}

/** What one document proposes. Every span lies in the text that was read. */
export interface Extraction {
  /** When the document was published, as precise as it is known, and how that is known. */
  published: { value: string | null; basis: string | null };
  paragraphs: ExtractedParagraph[];
  entities: ExtractedEntity[];
  statements: ExtractedStatement[];
  metrics: ExtractedMetric[];
  remarks: Remark[];
}
