import { z } from "zod";
import { type Modality, modalities, type Operator, operators } from "#graph/vocabulary/marks.ts";
import { type Unit, units } from "#graph/vocabulary/measures.ts";
import { enumOf } from "./enum-of.ts";
import { entityId, metricId } from "./id.ts";
import { date, period } from "./period.ts";
import { confidence, rank, status } from "./statement.ts";

/** A figure is a node of its own: unit, period, modality, denominator and evidence belong to it and to nothing else. */
export const metric = z.strictObject({
  id: metricId,
  /** The entity that it counts or measures. */
  subject: entityId,
  name: z.string().min(1).max(100),
  /** In base units. */
  value: z.number(),
  unit: enumOf<Unit>(units),
  op: enumOf<Operator>(operators).default("="),
  /** The printed figure: `797亿元`. */
  raw: z.string().max(60).optional(),
  period: period.optional(),
  modality: enumOf<Modality>(modalities),
  /** Scope or way of counting: 规上工业, 按增加值. Two bases are two metrics, not a conflict. */
  basis: z.string().max(200).optional(),
  region: entityId.optional(),
  /** The industry or portfolio that a share is a share of. */
  denominator: entityId.optional(),
  /** The policy that a target belongs to. */
  plan: entityId.optional(),
  /** The product that a capacity is a capacity of. */
  product: entityId.optional(),
  status,
  confidence,
  rank: rank.default("normal"),
  validTo: date.optional(),
});
export type Metric = z.infer<typeof metric>;

/** Key without the value: same key and other value is a conflict. Rule: `model.md` section 7. */
export const metricKey = (it: Pick<Metric, "subject" | "name" | "basis" | "region" | "product" | "period" | "modality">): string =>
  ["M", it.subject, it.name, it.basis ?? "", it.region ?? "", it.product ?? "", it.period ?? "", it.modality].join("|");
