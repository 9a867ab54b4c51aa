import type { Change } from "#graph/model/change-set.ts";
import { datingAttribute, type Holding, holdingOf, timeAttributes } from "#graph/model/holding.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { type Ask, askInPortions } from "./ask.ts";
import type { StatementContent } from "./content.ts";
import { byPreference } from "./derive.ts";
import type { StatementState } from "./projection.ts";

type KindOf = (id: string) => EntityKind | undefined;

const relationsOf = {
  from: "UNWIND $ids AS wanted MATCH (s:Statement {subject: wanted}) WHERE s.untilRevision IS NULL AND s.object IS NOT NULL RETURN s.id AS id",
  to: "UNWIND $ids AS wanted MATCH (s:Statement {object: wanted}) WHERE s.untilRevision IS NULL RETURN s.id AS id",
} as const;

/** Ids of the statements that join these entities to others: they may take place when these do. */
export async function relationsDuring(ask: Ask, entities: readonly string[]): Promise<string[]> {
  const [from, to] = [
    await askInPortions(ask, { text: relationsOf.from, ids: entities }),
    await askInPortions(ask, { text: relationsOf.to, ids: entities }),
  ];
  return [...new Set([...from, ...to].map(([id]) => id as string))];
}

/** Entities whose own time these changes touch. */
export function timesTouched(changes: readonly Change[], kindOf: KindOf): string[] {
  const touched = new Set<string>();
  for (const { before, after } of changes)
    for (const content of [before, after] as unknown as (StatementContent | null)[])
      if (content !== null && timeAttributes(kindOf(content.subject)).includes(content.predicate)) touched.add(content.subject);
  return [...touched];
}

/** Entities whose own time tells when one of these statements holds. */
export function timedEnds(contents: Iterable<StatementContent>, kindOf: KindOf): string[] {
  const ends = new Set<string>();
  for (const content of contents) {
    if (!isRelationType(content.predicate)) continue;
    for (const end of relations[content.predicate].during ?? []) {
      const id = content[end];
      if (id !== undefined && timeAttributes(kindOf(id)).length > 0) ends.add(id);
    }
  }
  return [...ends];
}

/**
 * Gives each statement the dates that follow from what is stated, and notes which of them no source gives. `times`: where the times of the
 * entities stand, if not among the states.
 */
export function settleHolding(
  states: ReadonlyMap<string, StatementState>,
  kindOf: KindOf,
  times: ReadonlyMap<string, StatementState> = states,
): void {
  const timeOf = statedTimes(times.values(), kindOf);
  const sinceOf = statedDates(states.values(), kindOf);
  const none: Holding = {};
  for (const state of states.values()) {
    const { subject, predicate, object, properties } = state.content;
    const { validFrom, validTo } = state;
    const since = object === undefined ? sinceOf(state) : undefined;
    const ends =
      object === undefined ? { subject: none, object: none } : { subject: timeOf(subject) ?? none, object: timeOf(object) ?? none };
    // Most name no time at all, and there may be hundreds of thousands.
    if (since === undefined && properties === undefined && ends.subject === none && ends.object === none) continue;
    const { from, to } = holdingOf({ statement: { predicate, validFrom, validTo, ...(properties && { properties }) }, ends, since });
    if (from !== validFrom) state.workedOut.push("validFrom");
    if (to !== validTo) state.workedOut.push("validTo");
    state.validFrom = from;
    state.validTo = to;
  }
}

/**
 * The date from which an attribute holds: its own, or the one date that a document of it states of the same entity. What is over takes
 * none: the date that stands is that of what followed.
 */
function statedDates(states: Iterable<StatementState>, kindOf: KindOf): (attribute: StatementState) => string | undefined {
  const dating = new Map<string, StatementState[]>();
  for (const state of states) {
    const { subject, predicate, object, status } = state.content;
    if (object !== undefined || status !== "stated" || !state.drawn || state.validTo !== undefined) continue;
    if (datingAttribute(kindOf(subject), predicate) !== predicate) continue;
    const key = `${subject} ${predicate}`;
    dating.set(key, [...(dating.get(key) ?? []), state]);
  }
  return ({ content: { subject, predicate, value }, documents, validTo }) => {
    const by = datingAttribute(kindOf(subject), predicate);
    if (by === undefined || by === predicate) return by === undefined ? undefined : value;
    if (validTo !== undefined) return undefined;
    const told = (dating.get(`${subject} ${by}`) ?? []).filter((it) => it.documents.some((one) => documents.includes(one)));
    const dates = new Set(told.map((it) => it.content.value));
    return dates.size === 1 ? [...dates][0] : undefined;
  };
}

/** The time of each entity that has one, as a source states it: of several the one to show first, and nothing that is only inferred. */
function statedTimes(states: Iterable<StatementState>, kindOf: KindOf): (id: string) => Holding | undefined {
  const best = new Map<string, StatementState>();
  for (const state of states) {
    const { subject, predicate, status } = state.content;
    if (status !== "stated" || !state.drawn || !timeAttributes(kindOf(subject)).includes(predicate)) continue;
    const key = `${subject} ${predicate}`;
    const known = best.get(key);
    if (known === undefined || isBefore(state, known)) best.set(key, state);
  }
  return (id) => {
    const lasts = kinds[kindOf(id) as EntityKind]?.lasts;
    if (lasts === undefined) return undefined;
    const saidOf = (name: string | undefined) => (name === undefined ? undefined : best.get(`${id} ${name}`)?.content.value);
    return { from: saidOf(lasts.from), to: saidOf(lasts.to) };
  };
}

const isBefore = (a: StatementState, b: StatementState): boolean =>
  a.rank === b.rank ? byPreference(rival(a), rival(b)) < 0 : a.rank === "preferred";
const rival = ({ content: { id, confidence }, reliability, assertedAt, rank }: StatementState) => ({
  id,
  confidence,
  reliability,
  assertedAt,
  rank,
});
