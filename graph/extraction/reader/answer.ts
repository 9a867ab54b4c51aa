import { z } from "zod";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { modalities, operators } from "#graph/vocabulary/marks.ts";
import { units } from "#graph/vocabulary/measures.ts";

/** What the second reader answers for one part of a text. Every claim quotes the words that it rests on. */

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => z.enum(Object.keys(record) as [K, ...K[]]);
const words = z.string().min(1).max(400);

export const answeredEntity = z.strictObject({
  ref: z.string().min(1).max(40),
  kind: z.enum(entityKinds as [EntityKind, ...EntityKind[]]),
  name: words,
  /** Each form of the name that the text prints. */
  mentions: z.array(words),
});
export type AnsweredEntity = z.infer<typeof answeredEntity>;

const placed = {
  /** Printed words, unchanged and without gaps. */
  quote: words,
  /** Offset of the quote in the part, in UTF-16 code units; wrong ones are put right by the quote. */
  start: z.int().nullable(),
};

export const answeredStatement = z.strictObject({
  subject: z.string(),
  predicate: z.string(),
  object: z.string().nullable(),
  value: z.string().nullable(),
  properties: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  ...placed,
});
export type AnsweredStatement = z.infer<typeof answeredStatement>;

export const answeredMetric = z.strictObject({
  subject: z.string(),
  name: z.string().min(1).max(100),
  op: keysOf(operators),
  value: z.number(),
  unit: keysOf(units),
  period: z.string().nullable(),
  modality: keysOf(modalities),
  basis: z.string().nullable(),
  region: z.string().nullable(),
  product: z.string().nullable(),
  /** The figure as printed, inside the quote. */
  raw: z.string().min(1).max(60),
  ...placed,
});
export type AnsweredMetric = z.infer<typeof answeredMetric>;

/** The shape asked for. */
const answerShape = z.strictObject({
  entities: z.array(answeredEntity),
  statements: z.array(answeredStatement),
  metrics: z.array(answeredMetric),
});
export const answerSchema: object = z.toJSONSchema(answerShape);

/** The shape that is read: one wrong entry does not spoil the rest. */
export const looseAnswer = z.object({
  entities: z.array(z.unknown()).default([]),
  statements: z.array(z.unknown()).default([]),
  metrics: z.array(z.unknown()).default([]),
});
export type LooseAnswer = z.infer<typeof looseAnswer>;
