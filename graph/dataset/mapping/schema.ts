import { z } from "zod";
import { datasetHead } from "#graph/model/dataset.ts";
import { document } from "#graph/model/document.ts";
import { enumOf } from "#graph/model/enum-of.ts";
import { entityId } from "#graph/model/id.ts";
import { confidence } from "#graph/model/statement.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { statuses } from "#graph/vocabulary/marks.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";

/** Text with `{column}` in it, filled from a row; empty as soon as one of its columns is. */
const template = z.string().min(1).max(300);

/** A template, or one whose text is looked up: `{"value": "{企业性质}", "map": {"国有": "municipal_soe"}, "otherwise": "private"}`. */
const value = z.union([
  template,
  z.strictObject({
    value: template,
    map: z.record(z.string(), z.string()),
    /** For text that the map lacks; without it such text is a problem, and null leaves it out. */
    otherwise: z.string().nullable().optional(),
  }),
]);
export type MappedValue = z.infer<typeof value>;

/** Name of an entity within the mapping: what it is in a row. */
const role = z.string().min(1).max(60);

const mappedEntity = z.strictObject({
  kind: z.enum(entityKinds as [EntityKind, ...EntityKind[]]),
  name: template,
  /** A constant id (`region-xinyu`) or a template; without it an id is minted from the key. */
  id: template.optional(),
  /** What tells two of them apart, where the name alone does not: `{业主单位} {项目名称}`. */
  key: template.optional(),
  /** Characters at which a cell holds several: `、；`. */
  split: z.string().min(1).optional(),
  /** A row without it is a problem; else the row just says nothing of it. */
  required: z.boolean().optional(),
  nameEn: template.optional(),
  shortName: template.optional(),
  subkind: template.optional(),
  collective: z.boolean().optional(),
  aliases: z.array(template).optional(),
  attributes: z.record(z.string(), value).optional(),
});
export type MappedEntity = z.infer<typeof mappedEntity>;

const claim = {
  status: enumOf(statuses).optional(),
  confidence: confidence.optional(),
  /** For metrics their scope; for an inference what it rests on. */
  basis: template.optional(),
};

const mappedRelation = z.strictObject({
  subject: role,
  predicate: z.enum(relationTypes as [RelationType, ...RelationType[]]),
  object: role,
  properties: z.record(z.string(), value).optional(),
  validFrom: template.optional(),
  validTo: template.optional(),
  ...claim,
});

const mappedMetric = z.strictObject({
  subject: role,
  name: template,
  value: template,
  /** Where the cells hold bare numbers: `亿元`. */
  unit: z.string().min(1).optional(),
  period: template.optional(),
  modality: value,
  region: role.optional(),
  denominator: role.optional(),
  plan: role.optional(),
  product: role.optional(),
  ...claim,
});

export const mappingFormat = "chain-atlas-mapping";

/** How the rows of a foreign table become a dataset. */
export const mapping = z.strictObject({
  format: z.literal(mappingFormat),
  version: z.literal(1),
  dataset: datasetHead,
  /** The file itself, as a document: its rows are the evidence. */
  document: document.omit({ sha256: true, characters: true, dataset: true, form: true }).extend({
    form: z.enum(["table", "reference"]).default("table"),
  }),
  table: z
    .strictObject({
      /** Of a workbook; the first one without it. */
      sheet: z.string().optional(),
      /** Row that names the columns, from 1. */
      heading: z.int().min(1).default(1),
      /** Columns in which an empty cell repeats the one above it (merged cells). */
      fillDown: z.array(z.string()).default([]),
      /** Rows to pass over: 合计, 小计. */
      skip: z.array(z.strictObject({ column: z.string(), is: z.array(z.string()).min(1) })).default([]),
    })
    .prefault({}),
  entities: z.record(role, mappedEntity),
  relations: z.array(mappedRelation).default([]),
  metrics: z.array(mappedMetric).default([]),
});
export type Mapping = z.infer<typeof mapping>;

export const isConstantId = (id: string): boolean => entityId.safeParse(id).success;
