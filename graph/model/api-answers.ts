import { z } from "zod";
import { type UnknownCode, unknowns } from "#graph/vocabulary/unknowns.ts";
import { change, revision, tallies } from "./change-set.ts";
import { notification } from "./cypher-result.ts";
import { document, paragraph } from "./document.ts";
import { alias, entity } from "./entity.ts";
import { enumOf } from "./enum-of.ts";
import { integrity } from "./integrity.ts";
import { metric } from "./metric.ts";
import { evidence, statement } from "./statement.ts";
import { shownCypher, subgraph } from "./subgraph.ts";

const count = z.int().min(0);
const labels = z.strictObject({ zh: z.string(), en: z.string() });

export const health = z
  .strictObject({
    status: z.enum(["ok", "unavailable"]),
    engine: z.enum(["embedded", "neo4j"]),
    version: z.string(),
    /** Number of the newest revision; 0 before the first. */
    revision: count,
    /** ISO date-time of that revision. */
    revisedAt: z.string().nullable(),
    applying: z.boolean(),
    /** Whether what is stored was checked since the store was opened, and found to be what its newest revision left. */
    integrity: integrity.optional(),
    search: z
      .strictObject({ ready: z.boolean(), done: count, total: count.nullable() })
      .optional()
      .describe(
        "The index that GET /search needs: a search that comes before it is ready waits. `done` of `total` entities are in it; null: not counted yet",
      ),
    counts: z.strictObject({ entities: count, statements: count, metrics: count, documents: count }),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof health>;

/** Counts are of what is in the store now. */
export const vocabularyAnswer = z
  .strictObject({
    kinds: z.array(z.strictObject({ kind: z.string(), ...labels.shape, family: z.string(), prefix: z.string(), count })),
    relations: z.array(
      z.strictObject({
        type: z.string(),
        ...labels.shape,
        from: z.array(z.string()),
        to: z.array(z.string()),
        symmetric: z.boolean(),
        count,
      }),
    ),
    measures: z.array(z.strictObject({ name: z.string(), en: z.string().nullable(), unit: z.string(), count })),
    statuses: z.array(z.strictObject({ status: z.string(), ...labels.shape, count })),
    cypher: shownCypher,
  })
  .meta({ id: "Vocabulary" });
export type VocabularyAnswer = z.infer<typeof vocabularyAnswer>;

/** A piece of evidence with what a reader needs to check it. */
export const evidenceAnswer = z
  .strictObject({
    ...evidence.shape,
    title: z.string(),
    form: document.shape.form,
    published: z.string().nullable(),
    reliability: document.shape.reliability,
    url: z.string().nullable(),
    /** Whether the text is at hand, so that the words can be shown. */
    textAvailable: z.boolean(),
    /** The paragraph's text and the span inside it, where the text is at hand; offsets relative to the paragraph. */
    text: z.strictObject({ paragraph: z.string(), start: count, end: count }).nullable(),
  })
  .meta({ id: "Evidence" });
export type EvidenceAnswer = z.infer<typeof evidenceAnswer>;

export const entityRef = z.strictObject({ id: entity.shape.id, kind: entity.shape.kind, name: z.string(), nameEn: z.string().nullable() });
export type EntityRef = z.infer<typeof entityRef>;

export const statementAnswer = z
  .strictObject({
    ...statement.shape,
    rank: z.string(),
    properties: z.record(z.string(), z.union([z.string(), z.number()])),
    assertedAt: z.string().nullable(),
    documents: z.array(z.string()),
    /** Which of `rank`, `validFrom` and `validTo` no source gives: sources disagree, a later value follows, or the time that it names says so. */
    derived: z.array(z.string()),
    subjectRef: entityRef,
    objectRef: entityRef.nullable(),
    evidence: z.array(evidenceAnswer),
    sinceRevision: count,
  })
  .meta({ id: "Statement" });
export type StatementAnswer = z.infer<typeof statementAnswer>;

export const metricAnswer = z
  .strictObject({
    ...metric.shape,
    op: z.string(),
    rank: z.string(),
    nameEn: z.string().nullable(),
    assertedAt: z.string().nullable(),
    documents: z.array(z.string()),
    /** Which of `rank` and `validTo` no source gives: the store set them, since sources disagree or a later value follows. */
    derived: z.array(z.string()),
    regionRef: entityRef.nullable(),
    denominatorRef: entityRef.nullable(),
    planRef: entityRef.nullable(),
    productRef: entityRef.nullable(),
    /** Ids of metrics with the same key and another value. */
    conflictsWith: z.array(z.string()),
    evidence: z.array(evidenceAnswer),
  })
  .meta({ id: "Metric" });
export type MetricAnswer = z.infer<typeof metricAnswer>;

/** What the store does not hold of an entity and a reader would look for. */
export const unknownAnswer = z.strictObject({
  code: enumOf<UnknownCode>(unknowns),
  /** The measure, where a figure is missing. */
  about: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
});
export type UnknownAnswer = z.infer<typeof unknownAnswer>;

export const entityAnswer = z
  .strictObject({
    entity: z.strictObject({
      ...entity.shape,
      aliases: z.array(z.strictObject({ ...alias.shape })),
      degree: count,
      /** Projected attributes, preferred values. */
      attributes: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      /** The entities that attributes name by id, such as the region of a chain. */
      attributeRefs: z.array(entityRef),
      /** DIFFERENT_FROM: easily confused with. */
      differentFrom: z.array(z.strictObject({ ...entityRef.shape, reason: z.string().nullable() })),
    }),
    degrees: z.array(z.strictObject({ relation: z.string(), direction: z.enum(["out", "in"]), count })),
    /** How many different neighbours there are of each kind, the most first. */
    neighbourKinds: z.array(z.strictObject({ kind: z.string(), count })),
    metrics: z.array(metricAnswer),
    statements: z.array(statementAnswer),
    /** How many statements there are; `statements` is capped at 500, the best known first. */
    totalStatements: count,
    unknown: z.array(unknownAnswer),
    cypher: shownCypher,
  })
  .meta({ id: "Entity" });
export type EntityAnswer = z.infer<typeof entityAnswer>;

export const searchAnswer = z
  .strictObject({
    hits: z.array(
      z.strictObject({
        ...entityRef.shape,
        matched: z.strictObject({
          field: z.enum(["name", "shortName", "alias", "nameEn", "ticker", "legalName", "pinyin", "initials", "id"]),
          text: z.string(),
          scope: z.string().nullable(),
        }),
        score: z.number(),
        /** Nearly right: it sounds like what was asked, or one letter differs. Such hits follow all others. */
        near: z.boolean(),
        degree: count,
      }),
    ),
    total: count,
    cypher: shownCypher,
  })
  .meta({ id: "SearchHits" });
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const pathsAnswer = z
  .strictObject({
    paths: z.array(z.strictObject({ nodes: z.array(z.string()), edges: z.array(z.string()) })),
    graph: subgraph,
    truncated: z.boolean(),
    /** Entities with many edges that were left out as steps. */
    hubs: z.array(z.strictObject({ ...entityRef.shape, degree: count })),
    /**
     * Where there is no path: the filters that, each opened alone, let one through, with its length; `any`: the length with all open, null
     * when there is none within ten steps.
     */
    absence: z
      .strictObject({
        filters: z.array(
          z.strictObject({
            filter: z.enum(["maxLength", "relations", "statuses", "minConfidence", "at", "direction", "avoidHubs"]),
            length: count,
          }),
        ),
        any: count.nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Paths" });
export type PathsAnswer = z.infer<typeof pathsAnswer>;

export const documentSummary = z.strictObject({
  ...document.shape,
  statements: z.strictObject({ stated: count, inferred: count, reference: count }),
  metrics: count,
  textAvailable: z.boolean(),
  /** Set when a supplied file has another hash than the dataset's. */
  hashMismatch: z.boolean(),
});
export const documentsAnswer = z.strictObject({ documents: z.array(documentSummary), cypher: shownCypher }).meta({ id: "Documents" });
export type DocumentsAnswer = z.infer<typeof documentsAnswer>;

export const documentAnswer = z
  .strictObject({
    document: documentSummary,
    paragraphs: z.array(z.strictObject({ ...paragraph.shape, text: z.string().nullable() })),
    /** Where statements and metrics stand in it. */
    spans: z.array(
      z.strictObject({
        statement: z.string(),
        start: count.nullable(),
        end: count.nullable(),
        row: count.nullable(),
        /** What a metric says; null for a statement. */
        figure: z
          .strictObject({
            subject: entityRef,
            ...metricAnswer.pick({ name: true, value: true, unit: true, op: true, modality: true }).shape,
            period: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
    cypher: shownCypher,
  })
  .meta({ id: "Document" });
export type DocumentAnswer = z.infer<typeof documentAnswer>;

export const revisionsAnswer = z.strictObject({ revisions: z.array(revision), cypher: shownCypher }).meta({ id: "Revisions" });
export type RevisionsAnswer = z.infer<typeof revisionsAnswer>;

/** A revision and what it changed: at most `changes` of `total`. */
export const revisionAnswer = z
  .strictObject({ revision, changes: z.array(change), total: count, truncated: z.boolean(), cypher: shownCypher })
  .meta({ id: "Revision" });
export type RevisionAnswer = z.infer<typeof revisionAnswer>;

/** What revisions changed of an entity: itself, and statements and metrics about it; the newest first. */
export const historyAnswer = z
  .strictObject({
    id: z.string(),
    revisions: z.array(z.strictObject({ number: count, at: z.string(), message: z.string(), changes: z.array(change) })),
    cypher: shownCypher,
  })
  .meta({ id: "History" });
export type HistoryAnswer = z.infer<typeof historyAnswer>;

/**
 * What changed between two revisions, net: a change that was undone in between is not there. `before` is the state at `from`, `after` at
 * `to`, also where `from` is the later one. At most `changes` of `total`, in the order of the tables.
 */
export const comparisonAnswer = z
  .strictObject({ from: count, to: count, changes: z.array(change), total: count, truncated: z.boolean(), tallies, cypher: shownCypher })
  .meta({ id: "Comparison" });
export type ComparisonAnswer = z.infer<typeof comparisonAnswer>;

const planNode = z
  .strictObject({
    operator: z.string(),
    details: z.string(),
    estimatedRows: z.number().nullable(),
    get children() {
      return z.array(planNode);
    },
  })
  .meta({ id: "PlanNode" });
export const explainAnswer = z.strictObject({ plan: planNode, notifications: z.array(notification) }).meta({ id: "Plan" });
export type ExplainAnswer = z.infer<typeof explainAnswer>;

/** A saved question: title in both languages, the query behind it. */
export const question = z.strictObject({ id: z.string(), title: labels, query: z.string(), parameters: z.record(z.string(), z.json()) });
export type Question = z.infer<typeof question>;
/** `rows`: what the question answers now, counted by running it; null when it could not be run in time. */
export const questionsAnswer = z
  .strictObject({ questions: z.array(z.strictObject({ ...question.shape, rows: count.nullable() })) })
  .meta({ id: "Questions" });
export type QuestionsAnswer = z.infer<typeof questionsAnswer>;

/** What the start page tells: the pillars (chains with their industry's figures), documents, what is not known. */
export const startAnswer = z
  .strictObject({
    region: entityRef.nullable(),
    chains: z.array(
      z.strictObject({
        ...entityRef.shape,
        companies: count,
        /** Companies whose place on the chain a source says. */
        stated: count,
        revenue: metricAnswer.pick({ id: true, value: true, unit: true, op: true, raw: true, period: true, modality: true }).nullable(),
        revenueShare: metricAnswer
          .pick({ id: true, value: true, unit: true, op: true, raw: true, period: true, modality: true })
          .nullable(),
        leaders: z.array(z.strictObject({ ...entityRef.shape, status: z.string(), role: z.string().nullable() })),
      }),
    ),
    unknown: z.array(z.strictObject({ ...unknownAnswer.shape, entity: entityRef })),
    unknownTotal: count,
    cypher: shownCypher,
  })
  .meta({ id: "Start" });
export type StartAnswer = z.infer<typeof startAnswer>;
