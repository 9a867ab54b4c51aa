import type { EntityId } from "#graph/model/id.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Modality, Operator, ParagraphKind, Status } from "#graph/vocabulary/marks.ts";
import type { Unit } from "#graph/vocabulary/measures.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";

/** `[start, end)` in UTF-16 code units of the text that was given. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Names an entity inside one extraction: `e1`, `e2`, … */
export type Ref = string;

export interface ExtractedEntity {
  ref: Ref;
  kind: EntityKind;
  name: string;
  /** The dictionary's entity that this is, or null for a new one. */
  existing: EntityId | null;
  mentions: { start: number; end: number; text: string }[];
  /** Stands for several things: never resolved to one of them. */
  collective?: boolean;
}

export interface ExtractedStatement extends Span {
  subject: Ref;
  /** A relation of the vocabulary (then `object`) or an attribute of the subject's kind (then `value`). */
  predicate: RelationType | (string & {});
  object?: Ref;
  value?: string;
  status: Exclude<Status, "reference">;
  confidence: number;
  properties: Record<string, string | number>;
  /** What an inference rests on. */
  basis?: string;
  rule: string;
}

export interface ExtractedMetric extends Span {
  subject: Ref;
  name: string;
  op: Operator;
  /** In base units. */
  value: number;
  unit: Unit;
  /** `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM`, `YYYY-MM-DD` or `start/end`; null when the text leaves it open. */
  period: string | null;
  modality: Modality;
  basis: string | null;
  region: Ref | null;
  /** What a capacity is a capacity of. */
  product: Ref | null;
  /** What a share is a share of. */
  denominator?: Ref | null;
  /** The policy that a target belongs to. */
  plan?: Ref | null;
  raw: string;
  confidence: number;
  rule: string;
}

/** What was seen and not taken, and why. */
export interface Remark extends Span {
  text: string;
}

export interface ExtractedParagraph extends Span {
  kind: ParagraphKind;
  /** Layout damage: cut, continued, spliced. */
  damage?: string;
}

export interface Extraction {
  published: { value: string | null; basis: string | null };
  entities: ExtractedEntity[];
  statements: ExtractedStatement[];
  metrics: ExtractedMetric[];
  remarks: Remark[];
  paragraphs: ExtractedParagraph[];
}
