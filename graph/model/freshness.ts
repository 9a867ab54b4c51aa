import { z } from "zod";
import { entityRef } from "./api-answers.ts";
import { shownCypher } from "./subgraph.ts";

const count = z.int().min(0);

/** Why something may no longer hold. */
export const staleReasons = ["target_overdue", "metric_old", "state_old", "source_old", "entity_old"] as const;

/** What has gone stale, the worst first, and where to look for news of it. */
export const freshnessAnswer = z
  .strictObject({
    /** ISO date that ages are counted to. */
    asOf: z.string(),
    items: z.array(
      z.strictObject({
        reason: z.enum(staleReasons),
        subject: entityRef,
        /** Measure or attribute; null for an entity as a whole. */
        about: z.string().nullable(),
        /** The metric or statement, to open its evidence. */
        claim: z.string().nullable(),
        period: z.string().nullable(),
        /** Date of the latest document that says it. */
        assertedAt: z.string().nullable(),
        /** Months since it was said, or since its period ended; null when no date is known. */
        months: z.number().nullable(),
        /** 0–1, the worst is 1. */
        severity: z.number(),
        zh: z.string(),
        en: z.string(),
        source: z
          .strictObject({ document: z.string(), title: z.string(), publisher: z.string().nullable(), url: z.string().nullable() })
          .nullable(),
      }),
    ),
    total: count,
    /** By source: when it last spoke, and of how much. */
    sources: z.array(
      z.strictObject({
        publisher: z.string(),
        last: z.string().nullable(),
        documents: count,
        claims: count,
        months: z.number().nullable(),
      }),
    ),
    cypher: shownCypher,
  })
  .meta({ id: "Freshness" });
export type FreshnessAnswer = z.infer<typeof freshnessAnswer>;
