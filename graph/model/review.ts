import { z } from "zod";
import { entityRef } from "./api-answers.ts";
import { changeSet } from "./change-set.ts";
import { entityId } from "./id.ts";
import { recordContent } from "./record.ts";

/** A change set as people review it: kept in the store, decided item by item, applied as one revision. */

export const changeSetStates = ["open", "applied", "discarded"] as const;
/** Where a change set came from. */
export const changeSetOrigins = ["dataset", "document", "revert", "edit"] as const;
export const decisionKinds = ["accepted", "rejected"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Why two entities may be one. Rule: `model.md` section 6; a shared prefix is none. */
export const identityReasons = [
  "legal_name",
  "credit_code",
  "ticker",
  "name",
  "short_name",
  "alias",
  "scoped_alias",
  "english_name",
] as const;

/** Whether a proposed entity is one that the store holds: a person decides. Unanswered, the two stay apart. */
export const identityQuestion = z.strictObject({
  id: z.string(),
  /** The proposed entity; its change is `entities:<id>`. */
  entity: entityRef,
  candidates: z.array(
    z.strictObject({
      ...entityRef.shape,
      reason: z.enum(identityReasons),
      /** The words that both have, and the guard or scope that speaks for or against. */
      text: z.string(),
      guard: z.string().nullable(),
    }),
  ),
  /** `same`: the proposed one is this one; `different`: they are kept apart, for ever (DIFFERENT_FROM). */
  answer: z.union([z.strictObject({ same: entityId }), z.strictObject({ different: z.literal(true) })]).nullable(),
});
export type IdentityQuestion = z.infer<typeof identityQuestion>;

/** What a person decided of a change. */
export const decision = z.strictObject({
  decision: z.enum(decisionKinds),
  /** The record as the person corrected it; in place of the change's `after`. */
  edited: recordContent.optional(),
  by: z.string(),
  /** ISO date-time. */
  at: z.string(),
});
export type Decision = z.infer<typeof decision>;

export const changeSetSource = z.strictObject({ name: z.string(), sha256: z.string() });

/** What a list of change sets shows of one. */
export const changeSetSummary = z.strictObject({
  id: z.string(),
  basedOn: changeSet.shape.basedOn,
  state: z.enum(changeSetStates),
  origin: z.enum(changeSetOrigins),
  /** File, document or edit, as a person names it. */
  title: z.string(),
  author: z.string(),
  createdAt: z.string(),
  sources: z.array(changeSetSource),
  tallies: changeSet.shape.tallies,
  decided: z.strictObject({ accepted: z.int(), rejected: z.int(), open: z.int() }),
  /** Unanswered identity questions. */
  questions: z.int(),
  /** Revision that it made, once applied. */
  revision: z.int().nullable(),
  /** The store has moved on since it was compared: it must be re-based before it is applied. */
  stale: z.boolean(),
});
export type ChangeSetSummary = z.infer<typeof changeSetSummary>;

/**
 * A stored change set with everything that its review shows. Extends ChangeSet: whoever knows only that reads only that.
 * `version` grows with every decision; a call that names an older one is refused (409), so that two editors never overwrite one another.
 */
export const reviewedChangeSet = z
  .strictObject({
    ...changeSet.shape,
    ...changeSetSummary.shape,
    version: z.int().min(0),
    /** By change id; absent: not decided yet. */
    decisions: z.record(z.string(), decision),
    questions: z.int(),
    identity: z.array(identityQuestion),
    /** By change id: ids of the changes of this set that it cannot do without (its entities, its documents). */
    needs: z.record(z.string(), z.array(z.string())),
    /** Every entity that a change names, from this set or from the store. */
    refs: z.array(entityRef),
    /** Change id → ids of standing records that say otherwise, for `conflict`; their content in `rivals`. */
    conflictsWith: z.record(z.string(), z.array(z.string())),
    rivals: z.record(z.string(), recordContent),
    /** Titles of the documents that evidence names. */
    documents: z.record(z.string(), z.string()),
    /** Changes left out since a person rejected them before, with the same evidence. */
    silenced: z.int().min(0),
    /** What the extraction could not settle, in its own words: for the person, never written. */
    remarks: z.array(z.strictObject({ text: z.string(), start: z.int().nullable(), end: z.int().nullable() })),
    /** Rows written so far, of about so many, while the server that answers applies it; null or absent otherwise. */
    applying: z
      .strictObject({ done: z.int().min(0), total: z.int().min(0) })
      .nullable()
      .optional(),
  })
  .meta({ id: "ReviewedChangeSet" });
export type ReviewedChangeSet = z.infer<typeof reviewedChangeSet>;

export const changeSetsAnswer = z.strictObject({ changeSets: z.array(changeSetSummary) }).meta({ id: "ChangeSets" });
export type ChangeSetsAnswer = z.infer<typeof changeSetsAnswer>;

/** POST /changes/{id}/decisions. `null` takes a decision back. What depends on it is decided with it, and the answer says so. */
export const decisionsRequest = z.strictObject({
  version: z.int().min(0),
  decisions: z
    .array(z.strictObject({ change: z.string(), decision: z.enum(decisionKinds).nullable(), edited: recordContent.optional() }))
    .min(1),
});
/** `because`: the change whose decision carried this one along; null where the person decided it. */
export const decisionsAnswer = z
  .strictObject({
    version: z.int(),
    decided: z.array(z.strictObject({ change: z.string(), decision: decision.nullable(), because: z.string().nullable() })),
  })
  .meta({ id: "Decisions" });
export type DecisionsAnswer = z.infer<typeof decisionsAnswer>;

/** POST /changes/{id}/answers: identity questions; the answer is the change set worked out anew. */
export const answersRequest = z.strictObject({
  version: z.int().min(0),
  answers: z.array(z.strictObject({ question: z.string(), answer: identityQuestion.shape.answer })).min(1),
});

/** What a person does by hand; each becomes changes of a change set and goes through the same review. */
export const edit = z.discriminatedUnion("do", [
  /** A new or corrected record, as canonical content with its evidence; the id says which. */
  z.strictObject({
    do: z.literal("put"),
    table: z.enum(["documents", "entities", "constraints", "statements", "metrics"]),
    content: recordContent,
  }),
  z.strictObject({
    do: z.literal("remove"),
    table: z.enum(["documents", "entities", "constraints", "statements", "metrics"]),
    id: z.string(),
  }),
  /** `from` becomes `into`: its claims move, its names become aliases, its id is kept in `mergedFrom`. */
  z.strictObject({ do: z.literal("merge"), from: entityId, into: entityId }),
  /** A new entity takes over these claims (statements and metrics) of `from`. */
  z.strictObject({ do: z.literal("split"), from: entityId, into: recordContent, claims: z.array(z.string()) }),
  /** Everything that rests on this document alone goes; what others support stays. */
  z.strictObject({ do: z.literal("withdraw"), document: z.string() }),
]);
export type Edit = z.infer<typeof edit>;
export const editsRequest = z.strictObject({ edits: z.array(edit).min(1).max(1000), title: z.string().min(1).max(200) });
