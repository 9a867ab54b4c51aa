import { z } from "zod";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";

const slug = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/;
const slugOf = (what: string) =>
  z
    .string()
    .max(160)
    .regex(slug, { error: `${what} must be a slug of lower-case letters, digits and hyphens` });

/** Minted once, never reused; opaque to everything but its prefix, which tells the kind. */
export const entityId = slugOf("an entity id").brand<"EntityId">();
export type EntityId = z.infer<typeof entityId>;

export const statementId = slugOf("a statement id").brand<"StatementId">();
export type StatementId = z.infer<typeof statementId>;

export const metricId = slugOf("a metric id").brand<"MetricId">();
export type MetricId = z.infer<typeof metricId>;

export const documentId = slugOf("a document id").brand<"DocumentId">();
export type DocumentId = z.infer<typeof documentId>;

export const paragraphId = slugOf("a paragraph id").brand<"ParagraphId">();
export type ParagraphId = z.infer<typeof paragraphId>;

export const datasetId = slugOf("a dataset id").brand<"DatasetId">();
export type DatasetId = z.infer<typeof datasetId>;

/** Whether an id carries the prefix of its kind: `co-…` for a Company. */
export const hasPrefixOf = (kind: EntityKind, id: string): boolean => id.startsWith(`${kinds[kind].prefix}-`);
