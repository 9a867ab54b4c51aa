import { hash } from "node:crypto";
import { closureOf, needsOf } from "#graph/analysis/change-closure.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { WriteTransaction } from "#graph/store/store.ts";
import type { Ask } from "../ask.ts";
import { type Content, canonicalJson, contentHash, type EvidencePart, type MetricContent, type StatementContent } from "../content.ts";
import { keyOfMetric, keyOfStatement, sameMetric } from "../keys.ts";
import type { Step } from "../steps.ts";

/**
 * The memory of what people rejected: `(:Rejection {id, …})`, the id being a hash of what was asked. The same claim with the same evidence
 * is not asked again; another value or other evidence is. What was rejected only since it hung on something else is forgotten with it.
 */
export interface Rejection {
  id: string;
  changeSet: string;
  change: string;
  table: string;
  record: string;
  /** Rejection that carried this one along; absent where a person rejected it. */
  because?: string;
  by: string;
  at: string;
}

type Asked = Pick<Change, "record" | "before" | "after">;

const placeOf = (it: EvidencePart): string => [it.document, it.start ?? "", it.end ?? "", it.row ?? ""].join("|");
const placesOf = (content: Asked["after"]): string[] => ((content?.evidence ?? []) as unknown as EvidencePart[]).map(placeOf).sort();

/** What a claim says beyond what finds it again. */
function sayingOf(table: string, content: Content): unknown {
  if (table === "statements") {
    const claim = content as StatementContent;
    return [keyOfStatement(claim), claim.properties ?? {}];
  }
  const claim = content as MetricContent;
  return [sameMetric(keyOfMetric(claim), claim), claim.op ?? "="];
}

/** Fields that a rejection does not look at: who lists a record, and what mergers left in it. */
const unasked = new Set(["evidence", "dataset", "mergedFrom"]);

function differenceOf(before: NonNullable<Asked["before"]>, after: NonNullable<Asked["after"]>): unknown {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = fields.filter((field) => !unasked.has(field) && canonicalJson([before[field]]) !== canonicalJson([after[field]]));
  const [was, is] = [placesOf(before), placesOf(after)];
  return [
    changed.map((field) => [field, after[field] ?? null]),
    is.filter((place) => !was.includes(place)),
    was.filter((place) => !is.includes(place)),
  ];
}

/** The id under which a change is remembered when it is rejected. */
export function rejectionIdOf({ record: { table, id }, before, after }: Asked): string {
  const isClaim = table === "statements" || table === "metrics";
  const whole = (content: NonNullable<Asked["after"]>): unknown =>
    isClaim ? [sayingOf(table, content as unknown as Content), placesOf(content)] : [id, contentHash(content as unknown as Content)];
  const asked =
    before === null
      ? ["added", table, whole(after as never)]
      : after === null
        ? ["removed", table, whole(before)]
        : ["changed", table, id, differenceOf(before, after)];
  return hash("sha256", canonicalJson(asked), "hex").slice(0, 40);
}

/** What a source would ask again after an edit took back what it says. */
export function undoingsOf({ record, before, after }: Asked): string[] {
  const undone = rejectionIdOf({ record, before: after, after: before });
  return before === null || after === null ? [undone] : [undone, rejectionIdOf({ record, before: null, after: before })];
}

const keepAll = "UNWIND $rows AS row MERGE (r:Rejection {id: row.id}) SET r = row";
const dropSome = "UNWIND $ids AS wanted MATCH (r:Rejection {id: wanted}) WHERE r.changeSet = $changeSet DELETE r";
const allOthers = "MATCH (r:Rejection) WHERE $changeSet IS NULL OR r.changeSet <> $changeSet RETURN r.id AS id, r.because AS because";
const anyOther = "MATCH (r:Rejection) WHERE $changeSet IS NULL OR r.changeSet <> $changeSet RETURN r.id AS id LIMIT 1";
const atOnce = 2000;

/** Rejections as a step of an apply. */
export const rejectionStep = (rows: readonly Rejection[]): Step => ({ text: keepAll, rows });

export async function writeRejections(
  transaction: WriteTransaction,
  { keep, drop, changeSet }: { keep: readonly Rejection[]; drop: readonly string[]; changeSet: string },
): Promise<void> {
  for (let at = 0; at < drop.length; at += atOnce)
    await transaction.run({ text: dropSome, parameters: { ids: drop.slice(at, at + atOnce), changeSet } });
  for (let at = 0; at < keep.length; at += atOnce)
    await transaction.run({ text: keepAll, parameters: { rows: keep.slice(at, at + atOnce) } });
}

/** Whether anything was ever rejected; `except` as below. */
export const hasRejections = async (ask: Ask, except: string | null): Promise<boolean> =>
  (await ask({ text: anyOther, parameters: { changeSet: except } })).length > 0;

/**
 * Ids of the changes that people rejected before and that nothing new needs. Rejections of the change set `except` do not count: it is
 * being compared anew.
 */
export async function rejectedBefore(ask: Ask, changes: readonly Change[], except: string | null): Promise<Set<string>> {
  const known = new Map(
    (await ask({ text: allOthers, parameters: { changeSet: except } })).map(([id, because]) => [id as string, because as string | null]),
  );
  if (known.size === 0) return new Set();
  const asked = new Map<string, string>();
  for (const change of changes) {
    const id = rejectionIdOf(change);
    if (known.has(id)) asked.set(change.id, id);
  }
  if (asked.size === 0) return new Set();
  const met = new Set(asked.values());
  for (const [change, id] of asked) {
    const because = known.get(id) ?? null;
    if (because !== null && !met.has(because)) asked.delete(change);
  }
  const others = changes.filter((it) => !asked.has(it.id)).map((it) => it.id);
  for (const { change } of closureOf(needsOf(changes), { accept: others })) asked.delete(change);
  return new Set(asked.keys());
}
