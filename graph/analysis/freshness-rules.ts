import type { FreshnessAnswer } from "#graph/model/freshness.ts";
import { periodBounds } from "#graph/model/period.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { measures } from "#graph/vocabulary/measures.ts";
import type { FreshnessFacts, KnownEntity, MeasuredFigure } from "./freshness.ts";
import { monthsBetween } from "./months.ts";
import { endOfPeriod, figureDueMonths, hasSeries } from "./series.ts";

type Item = FreshnessAnswer["items"][number];

/** An item before it is weighed. */
export interface Stale extends Pick<Item, "reason" | "about" | "claim" | "period" | "assertedAt" | "months" | "zh" | "en"> {
  subject: KnownEntity;
  /** Months since news of it was due. */
  lateMonths: number;
  /** The document that last said it: its publisher is the one to look for. */
  document: string | null;
}

/** How long a state is taken to last before a source should tell of the next. */
const stateDueMonths: Readonly<Record<string, number>> = { trial_production: 12, under_construction: 24, planned: 24 };
const silenceDueMonths = 24;

/** Of these one expects news; of a product or a law one does not. */
const expectedToMove: ReadonlySet<EntityKind> = new Set(["Company", "Project", "Park", "Fund", "Platform"]);

const latestOf = ({ documents }: FreshnessFacts, ids: readonly string[]): string | null =>
  [...ids].sort((a, b) => {
    const [left, right] = [documents.get(a)?.published ?? "", documents.get(b)?.published ?? ""];
    return left === right ? (a < b ? -1 : 1) : left > right ? -1 : 1;
  })[0] ?? null;

const measureEn = (name: string): string => measures[name]?.en ?? name;
const isPerYear = ({ unit }: MeasuredFigure): boolean => unit === "%/a";
const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/**
 * Whether a figure is the outcome of a target: actual, the same subject and measure, no other basis, region or product (where both name
 * one), and its period covers the end of the target's; of an average over years the whole of it. Rule: `model.md` sections 4 and 7.
 */
function isResultOf(it: MeasuredFigure, target: MeasuredFigure): boolean {
  if (it.modality !== "actual" || it.period === null || target.period === null) return false;
  if (it.subject !== target.subject || it.name !== target.name) return false;
  if (!agree(it.basis, target.basis) || !agree(it.region, target.region) || !agree(it.product, target.product)) return false;
  const [result, wanted] = [periodBounds(it.period), periodBounds(target.period)];
  const coversEnd = result.start <= wanted.end && result.end >= wanted.end;
  return coversEnd && (!isPerYear(target) || result.start <= wanted.start);
}

/** Targets whose period is over and whose outcome nobody told. News is due when the period ends. */
export function targetsOverdue(facts: FreshnessFacts, asOf: string): Stale[] {
  const bySubject = grouped(facts.metrics, (it) => it.subject);
  return facts.metrics.flatMap((target): Stale[] => {
    const subject = facts.entities.get(target.subject);
    if (subject === undefined || target.modality !== "target" || target.period === null) return [];
    if (periodBounds(target.period).end >= asOf) return [];
    if ((bySubject.get(target.subject) ?? []).some((it) => isResultOf(it, target))) return [];
    const months = monthsBetween(target.period, asOf);
    return [
      {
        reason: "target_overdue",
        subject,
        about: target.name,
        claim: target.id,
        period: target.period,
        assertedAt: target.assertedAt,
        months,
        lateMonths: months,
        document: latestOf(facts, target.documents),
        zh: `“${target.name}”${target.period}目标期满已${months}个月，没有实际结果`,
        en: `The ${target.period} target of “${measureEn(target.name)}” ended ${months} months ago; no result is held`,
      },
    ];
  });
}

/**
 * Actual figures of which the newest period ended long ago, whatever their basis. Left out: what happens once (events, plans), portfolios
 * of a year, areas, and figures without a period.
 */
export function metricsOld(facts: FreshnessFacts, asOf: string): Stale[] {
  const actual = facts.metrics.filter(({ modality, period, name, subject }) => {
    const of = facts.entities.get(subject);
    return of !== undefined && modality === "actual" && period !== null && hasSeries(of, name);
  });
  const series = grouped(actual, (it) => [it.subject, it.name, it.region, it.product].join("|"));
  return [...series.values()].flatMap((figures): Stale[] => {
    const newest = [...figures].sort((a, b) => (endOf(a) === endOf(b) ? (a.id < b.id ? -1 : 1) : endOf(a) > endOf(b) ? -1 : 1))[0];
    const subject = newest && facts.entities.get(newest.subject);
    if (newest?.period == null || subject === undefined) return [];
    const months = monthsBetween(newest.period, asOf);
    if (months <= figureDueMonths) return [];
    return [
      {
        reason: "metric_old",
        subject,
        about: newest.name,
        claim: newest.id,
        period: newest.period,
        assertedAt: newest.assertedAt,
        months,
        lateMonths: months - figureDueMonths,
        document: latestOf(facts, newest.documents),
        zh: `“${newest.name}”最新为${newest.period}，已过${months}个月`,
        en: `The newest “${measureEn(newest.name)}” is of ${newest.period}, ${months} months ago`,
      },
    ];
  });
}

const endOf = ({ period }: MeasuredFigure): string => endOfPeriod(period);

/** States that should have moved on: trial production after a year, building and planning after two. Portfolios are left out. */
export function statesOld(facts: FreshnessFacts, asOf: string): Stale[] {
  return facts.states.flatMap((state): Stale[] => {
    const subject = facts.entities.get(state.subject);
    const due = stateDueMonths[state.value];
    const said = [state.assertedAt, state.validFrom]
      .filter((it) => it !== null)
      .sort()
      .at(-1);
    if (subject === undefined || subject.collective || due === undefined || said === undefined) return [];
    const months = monthsBetween(said, asOf);
    if (months <= due) return [];
    const { zh, en } = kinds[subject.kind].properties.state?.choices?.[state.value] ?? { zh: state.value, en: state.value };
    return [
      {
        reason: "state_old",
        subject,
        about: "state",
        claim: state.id,
        period: state.validFrom,
        assertedAt: state.assertedAt,
        months,
        lateMonths: months - due,
        document: latestOf(facts, state.documents),
        zh: `“${zh}”已是${months}个月前的说法`,
        en: `It was last said to be ${en} ${months} months ago`,
      },
    ];
  });
}

/** Companies, projects, parks, funds and platforms of which no dated source has spoken for two years. */
export function entitiesOld(facts: FreshnessFacts, asOf: string): Stale[] {
  return [...facts.entities.values()].flatMap((subject): Stale[] => {
    if (!expectedToMove.has(subject.kind) || subject.collective) return [];
    const document = facts.lastSpoken.get(subject.id);
    const said = document === undefined ? undefined : facts.documents.get(document)?.published;
    if (document === undefined || said == null) return [];
    const months = monthsBetween(said, asOf);
    if (months <= silenceDueMonths) return [];
    return [
      {
        reason: "entity_old",
        subject,
        about: null,
        claim: null,
        period: null,
        assertedAt: said,
        months,
        lateMonths: months - silenceDueMonths,
        document,
        zh: `已${months}个月没有来源提到`,
        en: `No source has spoken of it for ${months} months`,
      },
    ];
  });
}

/** Publishers silent for two years, each shown at the entity of which one of its documents says most. */
export function sourcesOld(facts: FreshnessFacts, asOf: string): Stale[] {
  const dated = [...facts.documents.values()].filter((it) => it.form !== "reference");
  return [...grouped(dated, (it) => it.publisher ?? it.title)].flatMap(([publisher, documents]): Stale[] => {
    const ids = documents.map((it) => it.id);
    const document = latestOf(facts, ids);
    const last = document === null ? null : (facts.documents.get(document)?.published ?? null);
    const most = ids
      .map((id) => facts.spoken.get(id))
      .sort((a, b) => (b?.of ?? 0) - (a?.of ?? 0) || ((a?.mostly ?? "") < (b?.mostly ?? "") ? -1 : 1))[0];
    const subject = most === undefined ? undefined : facts.entities.get(most.mostly);
    if (last === null || subject === undefined) return [];
    const months = monthsBetween(last, asOf);
    if (months <= silenceDueMonths) return [];
    return [
      {
        reason: "source_old",
        subject,
        about: publisher,
        claim: null,
        period: null,
        assertedAt: last,
        months,
        lateMonths: months - silenceDueMonths,
        document,
        zh: `来源“${publisher}”已沉默${months}个月`,
        en: `The source ${publisher} has been silent for ${months} months`,
      },
    ];
  });
}

function grouped<T>(items: readonly T[], keyOf: (it: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const it of items) {
    const group = groups.get(keyOf(it));
    if (group === undefined) groups.set(keyOf(it), [it]);
    else group.push(it);
  }
  return groups;
}
