import type { EntityId } from "#graph/model/id.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Span } from "../extraction.ts";

/** A stretch of the text that names an entity. */
export interface Mention extends Span {
  readonly kind: EntityKind;
  /** As the entity is called: mostly as printed. */
  readonly name: string;
  readonly existing: EntityId | null;
  readonly collective?: boolean;
  /** How sure it is that these words name one thing of this kind: 1 known or full name, 0.85 formed like one, 0.7 by its place. */
  readonly confidence: number;
  /** Mentions inside this one: 新余 in 新余高新区. */
  inner?: Mention[];
}

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
