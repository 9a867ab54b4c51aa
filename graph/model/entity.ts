import { z } from "zod";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { aliasScopes, constraintKinds, nameSources } from "#graph/vocabulary/marks.ts";
import { datasetId, documentId, entityId } from "./id.ts";

const name = z.string().min(1).max(200);

/** What is editorial about an entity. Everything else that is known of it (owner, state, ticker…) is a statement. */
export const entity = z.strictObject({
  id: entityId,
  kind: z.enum(entityKinds as [EntityKind, ...EntityKind[]]),
  name,
  nameEn: name.optional(),
  shortName: name.optional(),
  subkind: z.string().max(100).optional(),
  /** Stands for several things (99个重点项目): carries metrics, is never resolved to one member. */
  collective: z.boolean().optional(),
  /** Existence or identity in doubt. */
  uncertain: z.boolean().optional(),
  nameSource: z.enum(nameSources).optional(),
  mergedFrom: z.array(entityId).optional(),
  /** The dataset that declares it; absent in a file of one dataset. */
  dataset: datasetId.optional(),
});
export type Entity = z.infer<typeof entity>;

/** A surface form under which an entity is named, with the scope in which that holds. */
export const alias = z.strictObject({
  entity: entityId,
  surface: name,
  scope: z.enum(aliasScopes),
  /** The document or region in which a scoped alias holds. */
  scopeOf: z.union([documentId, entityId]).optional(),
  /** When the surface does not mean this entity, or what must stand beside it. */
  guard: z.string().max(300).optional(),
  /** The document it was read in. */
  source: documentId.optional(),
  /** Where it stands in that document: `start-end` pairs, UTF-16 code units, separated by blanks. */
  spans: z
    .string()
    .regex(/^\d+-\d+(?: \d+-\d+)*$/, { error: "spans are start-end pairs separated by blanks" })
    .optional(),
  confidence: z.number().min(0).max(1).optional(),
});
export type Alias = z.infer<typeof alias>;

/** Two entities that no later batch may merge. */
export const constraint = z.strictObject({
  kind: z.enum(constraintKinds),
  left: entityId,
  right: entityId,
  reason: z.string().max(300).optional(),
  /** The dataset that declares it; absent in a file of one dataset. */
  dataset: datasetId.optional(),
});
export type Constraint = z.infer<typeof constraint>;
