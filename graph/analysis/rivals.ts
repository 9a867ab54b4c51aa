import type { MetricAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import { attributeOf } from "#graph/model/statement.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { byPreference } from "./preference.ts";
import { endOfPeriod } from "./series.ts";

/** What else is said in the place of a claim. */
export interface Rivals<C> {
  /** Say otherwise of the same time. */
  conflicts: readonly C[];
  /** Holds since this one ended. */
  followedBy: C | null;
}

/** Statements of which a subject has one at a time: an attribute that is no list, a relation that it has once. Null: any number may hold. */
function placeOf(it: StatementAnswer): string | null {
  if (isRelationType(it.predicate)) return relations[it.predicate].functional === true ? `${it.subject} ${it.predicate}` : null;
  const definition = attributeOf(it.subjectRef.kind, it.predicate);
  return definition === undefined || definition.type === "list" ? null : `${it.subject} ${it.predicate}`;
}

const said = (it: StatementAnswer): string => it.object ?? it.value ?? "";

/** The rivals of every statement that has some, by its id. Deprecated ones exclude nothing. */
export function rivalsOf(statements: readonly StatementAnswer[]): Map<string, Rivals<StatementAnswer>> {
  const groups = new Map<string, StatementAnswer[]>();
  for (const it of statements) {
    const place = it.rank === "deprecated" ? null : placeOf(it);
    if (place !== null) groups.set(place, [...(groups.get(place) ?? []), it]);
  }
  const rivals = new Map<string, Rivals<StatementAnswer>>();
  for (const group of groups.values())
    for (const it of group) {
      const conflicts = group.filter((one) => one.validFrom === it.validFrom && said(one) !== said(it)).sort(byPreference);
      const later = group.filter((one) => (one.validFrom ?? "") > (it.validFrom ?? ""));
      const next = later.map((one) => one.validFrom as string).sort()[0];
      const followers = later.filter((one) => one.validFrom === next).sort(byPreference);
      const followedBy = it.validTo === undefined ? null : (followers[0] ?? null);
      if (conflicts.length > 0 || followedBy !== null) rivals.set(it.id, { conflicts, followedBy });
    }
  return rivals;
}

/** Figures that say otherwise than this one: of the same key, or the actual one where this is a forecast, of the same scope and period. */
export function rivalFigures(metric: MetricAnswer, metrics: readonly MetricAnswer[]): MetricAnswer[] {
  const sameScope = (it: MetricAnswer): boolean =>
    it.name === metric.name &&
    (it.basis ?? "") === (metric.basis ?? "") &&
    it.region === metric.region &&
    it.product === metric.product &&
    metric.period !== undefined &&
    endOfPeriod(it.period) === endOfPeriod(metric.period);
  const foretold = (one: MetricAnswer, other: MetricAnswer): boolean => one.modality === "forecast" && other.modality === "actual";
  return metrics
    .filter((it) => it.id !== metric.id)
    .filter((it) => metric.conflictsWith.includes(it.id) || (sameScope(it) && (foretold(it, metric) || foretold(metric, it))))
    .sort(byPreference);
}
