import type { Modality } from "#graph/vocabulary/marks.ts";
import type { Named } from "../entities.ts";
import { timeMarksOf } from "../figures/periods.ts";
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
/** When a thing will run is told by no date. */
const afterStart = /(?:[达满投]产|建成|运营|投运|投用|竣工|完工)[^，。]{0,4}后/;
/** What is looked ahead to after a time is no result of it: 6月12日开工，达产后年产值…. */
const outlook = /预计|有望|可望|力争|(?:[达满投]产|建成|运营|投运|投用|竣工|完工)[^，。]{0,4}后/;
const sameTimeBefore = /(?:(?<![比较与])(?:去年|上年)|(?<![年比较与]))同期(?:为|是|的|仅为?|只有|达)?[^，。；\d]{0,6}$/;

/** Adds the metric of a figure, with its period and whether it is a result, a target, a plan, a forecast or a design. */
export function state(report: Report, place: Place, measured: Measured, previous: Stated | null): Stated {
  const { figure, clause } = place;
  const found = judged(report, place, measured, previous);
  const modality = found === "plan" && ["ratio", "points"].includes(figure.printed.dimension) ? "target" : found;
  const dated = datedOf(report, { place, measured, modality, previous });
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

function judged(report: Report, place: Place, measured: Measured, previous: Stated | null): Modality {
  const { figure, own, clauseText, beforeText, left } = place;
  const { year } = report;
  const period = own?.period ?? null;
  const future = own?.future === true && (!measured.capacity || own.end <= figure.start);
  return modalityOf({
    clause: clauseText,
    left,
    before: beforeText,
    capacity: measured.capacity,
    outlay: measured.outlay,
    fund: measured.fund ?? false,
    money: figure.printed.dimension === "money",
    flow: measured.flow,
    future,
    until: own?.until ?? false,
    current: period !== null && period === year,
    early: isEarly(report),
    past: !future && period !== null && year !== null && period !== year && !outlook.test(sinceOwn(report, place)),
    carried: previous && !previous.measured.outlay && carriesOn(report, previous.place, place) ? previous.modality : null,
  });
}

const isEarly = ({ published }: Report): boolean => published !== null && /^\d{4}-0[1-3]/.test(published);

/** 2023年度省级…, 一季度99个重点项目: the time in a name, or the year right before a title. */
function titlePeriod(report: Report, { figure, clause }: Place, { subject }: Measured): string | null {
  const around = report.mentions.find((it) => it.start < figure.start && figure.end <= it.end);
  const inName = around && timeMarksOf(report.slice(around), report.published)[0]?.period;
  if (inName) return inName;
  if (subject.kind !== "Recognition") return null;
  return (/20\d\d/.exec(subject.name) ?? /20\d\d(?=年)/.exec(report.text.slice(figure.end, clause.end)))?.[0] ?? null;
}

interface Dating {
  readonly place: Place;
  readonly measured: Measured;
  readonly modality: Modality;
  readonly previous: Stated | null;
}

function datedOf(report: Report, { place, measured, modality, previous }: Dating): string | null {
  const { own, carried, sameParagraph, clauseText, beforeText, left } = place;
  if (sameTimeBefore.test(left) && previous?.period) return yearBefore(previous.period);
  if (modality === "forecast") {
    if (afterStart.test(sinceOwn(report, place))) return null;
    if (own === null && previous?.modality === "forecast" && previous.period === null) return null;
  }
  return periodOf(report, {
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
    planYears: planYears(report, place.figure.start),
    inTitle: titlePeriod(report, place, measured),
    early: isEarly(report),
    before: previous?.period ?? null,
    snapshot: snapshot.test(`${beforeText}${clauseText}`),
    everyYear: /每年/.test(clauseText),
  });
}

/** The words from a figure's own time, or the beginning of its sentence, to the figure. */
const sinceOwn = (report: Report, { own, figure, sentence }: Place): string =>
  report.text.slice(Math.max(own && own.end <= figure.start ? own.end : 0, sentence.start), figure.start);

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
