import type { Modality } from "#graph/vocabulary/marks.ts";
import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import { homeEntity, type Place } from "./context.ts";
import type { Measured } from "./measured.ts";
import { modalityOf } from "./modality.ts";
import { ownTimes, periodOf, planYears, yearBefore } from "./when.ts";

/** A figure that was read, as the next one in its sentence continues it. */
export interface Stated {
  readonly place: Place;
  readonly measured: Measured;
  readonly period: string | null;
  readonly modality: Modality;
}

const snapshot = /目前|截至目前|现有|现已|迄今|当前|如今|已有/;
const sameTimeBefore = /(?:(?<![比较与])(?:去年|上年)|(?<![年比较与]))同期(?:为|是|的|仅为?|只有|达)?[^，。；\d]{0,6}$/;

/** Adds the metric of a figure, with its period and whether it is a result, a target, a plan, a forecast or a design. */
export function state(report: Report, place: Place, measured: Measured, previous: Stated | null): Stated {
  const { figure, own, carried, sameParagraph, clause, clauseText, beforeText, left } = place;
  const year = report.year;
  const end = own?.period?.split("/").at(-1)?.slice(0, 4);
  const future = own?.future ?? false;
  const modality = modalityOf({
    clause: clauseText,
    left,
    before: beforeText,
    capacity: measured.capacity,
    outlay: measured.outlay,
    fund: measured.fund ?? false,
    money: figure.printed.dimension === "money",
    flow: measured.flow,
    future,
    current: own !== null && own.period !== null && own.period === year,
    early: report.published !== null && /^\d{4}-0[1-3]/.test(report.published),
    past:
      !future &&
      own?.period !== undefined &&
      own.period !== null &&
      end !== undefined && year !== null &&
      (end < year || own.period !== year),
    carried: previous && carriesOn(report, previous.place, place) ? previous.modality : null,
  });
  const dated =
    sameTimeBefore.test(left) && previous?.period
      ? yearBefore(previous.period)
      : modality === "forecast" &&
          previous &&
          previous.modality !== "target" &&
          previous.modality !== "actual" &&
          (previous.modality !== "forecast" || previous.period === null) &&
          own === null &&
          !freshTime(report, previous.place, place)
        ? null
        : periodOf(report, {
            clause: clauseText,
            left,
            modality,
            own,
            carried,
            sameParagraph,
            outlay: measured.outlay,
            annual: /年度|当年|年计划/.test(`${measured.name}${left}`),
            yearlyRate: measured.unit === "%/a",
            flow: measured.flow,
            planYears: planYears(report, figure.start),
            inTitle: measured.subject.kind === "Recognition" ? (/20\d\d/.exec(measured.subject.name)?.[0] ?? null) : null,
            before: previous?.period ?? null,
            snapshot: snapshot.test(`${beforeText}${clauseText}`),
            everyYear: /每年/.test(clauseText),
          });
  const period = measured.fund === true && dated !== null && modality !== "target" ? dated.slice(0, 4) : dated;
  const region = measured.subject.kind === "Region" ? measured.subject : report.region;
  report.measure({
    subject: report.refOf(measured.subject),
    name: measured.name,
    op: figure.op,
    value: measured.value,
    unit: measured.unit,
    period,
    modality,
    basis: measured.basis,
    region: region ? report.refOf(region) : null,
    product: null,
    raw: figure.raw,
    start: clause.start,
    end: figure.end,
    confidence: measured.subject === homeEntity(report) ? 0.85 : 0.95,
    rule: measured.rule,
  });
  implied(report, measured.subject, modality, { start: clause.start, end: figure.end });
  return { place, measured, period, modality };
}

const freshTime = (report: Report, before: Place, place: Place): boolean =>
  ownTimes(report, { start: before.figure.end, end: place.figure.start }).length > 0;

/** What was said of the figure before still holds: no other time and no full stop of a thought stands between. */
const carriesOn = (report: Report, before: Place, place: Place): boolean =>
  !freshTime(report, before, place) && !report.text.slice(before.figure.end, place.figure.start).includes("；");

/** A title to be won is aimed at; an industry that is measured here is at home here. */
function implied(report: Report, subject: Named, modality: string, span: { start: number; end: number }): void {
  if (!report.region) return;
  const status = "stated";
  if (subject.kind === "Recognition" && modality === "target")
    report.relate({
      subject: report.region,
      predicate: "TARGETS",
      object: subject,
      status,
      confidence: 0.95,
      ...span,
      properties: { purpose: "新增或培育" },
      rule: "title-as-target",
    });
  if (subject.kind === "Industry" && modality === "actual" && !/^(?:规上|规模|战略|高技术|高新|先进制造)/.test(subject.name))
    report.relate({
      subject: report.region,
      predicate: "HOSTS",
      object: subject,
      status,
      confidence: 0.95,
      ...span,
      rule: "industry-measured-here",
    });
}
