import { z } from "zod";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { type Rank, ranks, type Status, statuses } from "#graph/vocabulary/marks.ts";
import type { PropertyDefinition } from "#graph/vocabulary/properties.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { enumOf } from "./enum-of.ts";
import { documentId, entityId, metricId, paragraphId, statementId } from "./id.ts";
import { date, period } from "./period.ts";

export const status = enumOf<Status>(statuses);
export const rank = enumOf<Rank>(ranks);
export const confidence = z.number().min(0).max(1);

/**
 * A claim: a relation to another entity (`object`), or an attribute (`value`; its predicate is a property of the subject's kind).
 * `assertedAt` and `documents` are derived from its evidence.
 */
export const statement = z.strictObject({
  id: statementId,
  subject: entityId,
  predicate: z.string().min(1).max(60),
  object: entityId.optional(),
  value: z.string().max(500).optional(),
  status,
  confidence,
  /** What an inference rests on, in our own words. */
  basis: z.string().max(500).optional(),
  rank: rank.default("normal"),
  validFrom: date.optional(),
  validTo: date.optional(),
  /** The relation's own properties, as the vocabulary lists them. */
  properties: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Statement = z.infer<typeof statement>;

/** Where a statement or a metric is said: offsets into a text, or the row of a table. */
export const evidence = z.strictObject({
  /** Id of the statement or of the metric. */
  statement: z.union([statementId, metricId]),
  document: documentId,
  paragraph: paragraphId.optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  /** Row of a table, counted from 1 after the heading. */
  row: z.int().min(1).optional(),
  /** In our own words; never a sentence of the document. */
  note: z.string().max(500).optional(),
});
export type Evidence = z.infer<typeof evidence>;

export const isAttribute = (it: Pick<Statement, "predicate">): boolean => !isRelationType(it.predicate);

/** The attribute's definition on a kind, or undefined. */
export const attributeOf = (kind: EntityKind, predicate: string): PropertyDefinition | undefined => kinds[kind].properties[predicate];

/** Every predicate that is an attribute of some kind. */
export const attributeNames = new Set(entityKinds.flatMap((kind) => Object.keys(kinds[kind].properties)));

/** A value against its definition; null when it fits, else what is accepted. */
export function valueProblem(definition: PropertyDefinition, value: string | number): string | null {
  const text = String(value);
  switch (definition.type) {
    case "choice":
      return definition.choices && Object.hasOwn(definition.choices, text)
        ? null
        : `one of ${Object.keys(definition.choices ?? {}).join(", ")}`;
    case "integer":
      return /^-?\d+$/.test(text) ? null : "a whole number";
    case "number":
      return text !== "" && Number.isFinite(Number(text)) ? null : "a number";
    case "percent":
      return text !== "" && Number(text) >= 0 && Number(text) <= 100 ? null : "a number from 0 to 100";
    case "year":
      return /^\d{4}$/.test(text) ? null : "a year (YYYY)";
    case "date":
      return date.safeParse(text).success ? null : "YYYY, YYYY-MM or YYYY-MM-DD";
    case "period":
      return period.safeParse(text).success ? null : "YYYY, YYYY-Q1, YYYY-H1, YYYY-MM or start/end";
    case "entity":
      return entityId.safeParse(text).success ? null : "the id of an entity";
    default:
      return null;
  }
}

/** Whether a relation may join these kinds; null when it may, else the rule. */
export function endsProblem(predicate: string, from: EntityKind, to: EntityKind): string | null {
  if (!isRelationType(predicate)) return `${predicate} is not a relation of the vocabulary`;
  const relation = relations[predicate];
  if (!relation.from.includes(from)) return `${predicate} starts at ${relation.from.join(", ")}, not at ${from}`;
  if (!relation.to.includes(to)) return `${predicate} ends at ${relation.to.join(", ")}, not at ${to}`;
  return null;
}

/**
 * The natural key of a statement: same key and same value from another document is the same statement with one more evidence.
 * Relation: subject, predicate, object, distinguishing properties (symmetric: ends in either order). Attribute: subject, attribute,
 * value, period. Rule: `model.md` section 7.
 */
export function statementKey(it: Pick<Statement, "subject" | "predicate" | "object" | "value" | "validFrom" | "properties">): string {
  if (!isRelationType(it.predicate)) return ["A", it.subject, it.predicate, it.value ?? "", it.validFrom ?? ""].join("|");
  const relation = relations[it.predicate];
  const ends =
    relation.symmetric && it.object !== undefined && it.object < it.subject ? [it.object, it.subject] : [it.subject, it.object ?? ""];
  const marks = (relation.distinguishing ?? []).map((name) => String(it.properties[name] ?? ""));
  return ["R", ends[0], it.predicate, ends[1], ...marks].join("|");
}
