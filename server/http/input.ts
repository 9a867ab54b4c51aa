import { z } from "zod";
import { period } from "#graph/model/period.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";
import { statuses } from "#graph/vocabulary/marks.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";

/** Parameters of the address: text that is parsed into what it means. */
const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `a whole number from ${from} to ${to}` })
    .transform(Number)
    .pipe(z.int().min(from).max(to));

export const limit = (usual: number) => whole(1, 10_000).default(usual).describe(`1–10000; ${usual} when left out`);
export const maxLength = whole(1, 10).default(6).describe("Edges of the longest path; 1–10; 6 when left out");
export const revisionNumber = whole(1, 999_999_999);
export const revisionOrNone = whole(0, 999_999_999).describe("Number of a revision; 0 is the empty store");
export const asOfRevision = revisionNumber.optional().describe("The graph as it was after this revision; as it is now when left out");
export const minConfidence = z
  .string()
  .regex(/^(?:0|1|0?\.\d{1,6}|1\.0+)$/, { error: "a number from 0 to 1" })
  .transform(Number)
  .default(0);

export const flag = (usual: boolean) =>
  z
    .enum(["true", "false"])
    .default(usual ? "true" : "false")
    .transform((it) => it === "true");

/** A comma-separated list of words of the vocabulary; null when left out. */
const words = (accepted: readonly string[], what: string) =>
  z
    .string()
    .transform((text) => text.split(",").map((it) => it.trim()))
    .pipe(z.array(z.enum(accepted as [string, ...string[]], { error: (issue) => `${JSON.stringify(issue.input)} is not ${what}` })))
    .nullable()
    .default(null);

export const kindList = words(entityKinds, "an entity kind").describe("Entity kinds, comma-separated");
export const relationList = words(relationTypes, "a relation").describe("Relations, comma-separated");
export const statusList = words(Object.keys(statuses), "a status").describe("Statuses, comma-separated");

/** Ids are looked up, not judged: one that is not a slug is not in the store. */
export const id = z.string().min(1).max(300);
/** Comma-separated; null when left out. */
export const idList = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(id).max(1000))
  .nullable()
  .default(null);
export const versionSeen = whole(1, 999_999_999).describe("The version that the person saw: refused when someone has changed it since");
export const cursor = z.string().min(1).max(2000).nullable().default(null).describe("`next` of the page before");
export const day = period.nullable().default(null).describe("Only what held at the end of this day, month or year");
