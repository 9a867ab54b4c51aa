import type { Named } from "../entities.ts";
import type { Figure } from "../figures/figures.ts";
import type { Report } from "../report.ts";
import { readNamedCapacities } from "./capacities.ts";
import { continues, homeEntity, isElliptic, type Place, placesOf } from "./context.ts";
import { type Counted, countedBy } from "./counts.ts";
import { measureIn } from "./measures.ts";
import { modalityOf } from "./modality.ts";
import { nounBefore } from "./nouns.ts";
import { distributedList, pairedSubject } from "./pairs.ts";
import { ratioOf } from "./ratios.ts";
import { investedIn, subjectOf } from "./subjects.ts";
import { periodOf, yearBefore } from "./when.ts";

interface Measured {
  readonly subject: Named;
  readonly name: string;
  readonly unit: Figure["printed"]["unit"];
  readonly value: number;
  readonly basis: string | null;
  readonly flow: boolean;
  readonly outlay: boolean;
  readonly capacity: boolean;
  readonly rule: string;
}

/** Reads every figure of the body that measures something. */
export function readMetrics(report: Report): void {
  const inNames = readNamedCapacities(report);
  const places = placesOf(report).filter((it) => !inNames.has(it.figure) && it.figure.role === "measure" && !isInName(report, it));
  const paired = pairsOf(report, places);
  let last: { place: Place; measured: Measured; period: string | null } | null = null;
  for (const place of places) {
    const previous: typeof last = last !== null && last.place.sentence === place.sentence ? last : null;
    if (isTerm(report, place)) {
      report.remark("政策条款的标准或上限，不是统计数字", place.figure);
      continue;
    }
    const found = measuredAt(report, place, previous?.measured ?? null);
    if (!found) {
      report.remark("数字的指标名称无法确定，未采纳", place.figure);
      continue;
    }
    const measured = { ...found, subject: paired.get(place) ?? found.subject };
    const period = add(report, place, measured, previous?.period ?? null);
    last = { place, measured, period };
  }
}

/** What a policy grants or asks for (按10%给予补助, 最高500万元) is a rule, no figure of the place. */
function isTerm(report: Report, { figure, sentence, clause }: Place): boolean {
  const words = report.text.slice(Math.max(sentence.start, clause.start - 30), Math.min(sentence.end, clause.end));
  const behind = report.text.slice(figure.end, figure.end + 12);
  return (
    (/给予|奖补|补贴|奖励|补助/.test(words) && /最高|不超过|按[^，。]{0,12}(?:%|比例)|每[家户个]|一次性/.test(words)) ||
    /^(?:以上|以内)?的(?:，|$)/.test(behind) ||
    (figure.raw.endsWith("以上") && /^的[，；]/.test(behind))
  );
}

/** Figures inside the names of plans, titles and events are part of the name. */
const isInName = (report: Report, { figure }: Place): boolean =>
  report.mentions.some(
    (it) =>
      it.start <= figure.start &&
      figure.end <= it.end &&
      (it.kind === "Policy" || it.kind === "Event" || it.kind === "Platform" || it.kind === "Park" || it.kind === "Recognition"),
  );

function measuredAt(report: Report, place: Place, previous: Measured | null): Measured | null {
  const { figure, left, right } = place;
  const clauseLeft = report.text.slice(place.clause.start, figure.start);
  const unit = figure.printed.unit;
  const base = { unit, value: figure.value, basis: null, outlay: false, capacity: false };
  const elliptic =
    previous && previous.unit === unit && isElliptic(report, place) ? { ...previous, value: figure.value, rule: "elliptic" } : null;
  switch (figure.printed.dimension) {
    case "ratio":
    case "points": {
      if (continues(place) && previous && (previous.unit === "%" || previous.unit === "%/a"))
        return { ...previous, value: figure.value, rule: "list-continued" };
      const ratio = ratioOf(left, right, clauseLeft);
      if (!ratio) return elliptic ?? byNoun(report, place);
      const inherited = ratio.inherits ? (previous?.name ?? "").replace(/(?:年均)?增长率$/, "") : "";
      if (ratio.inherits && !inherited) return byNoun(report, place);
      const subject = ratio.inherits && previous ? previous.subject : subjectOf(report, place);
      return (
        subject && {
          ...base,
          subject,
          name: `${inherited}${ratio.name}`,
          unit: ratio.unit,
          value: figure.value * ratio.sign,
          basis: ratio.basis,
          flow: true,
          rule: "ratio",
        }
      );
    }
    case "count": {
      const counted: Counted | null = countedBy(report, place);
      if (elliptic && (!counted || counted.weak)) return elliptic;
      return counted?.subject.name ? { ...base, ...counted, rule: "count" } : null;
    }
    case "mass":
    case "pieces":
    case "energy":
    case "power":
      return producedAt(report, place, previous);
    default: {
      const dimension = figure.printed.dimension;
      const measure = measureIn(left, dimension) ?? measureIn(right.slice(0, 10), dimension);
      if (!measure) return elliptic ?? byNoun(report, place);
      const subject =
        measure.outlay || measure.name === "占地面积" ? (investedIn(report, place) ?? subjectOf(report, place)) : subjectOf(report, place);
      return subject && { ...base, subject, name: measure.name, flow: measure.flow, outlay: measure.outlay ?? false, rule: "measure" };
    }
  }
}

/** A figure whose measure is in no table is called by the noun before it. */
function byNoun(report: Report, place: Place): Measured | null {
  const name = nounBefore(report, place.leftStart, place.figure.start);
  const subject = name && subjectOf(report, place);
  if (!name || !subject) return null;
  return {
    subject,
    name,
    unit: place.figure.printed.unit,
    value: place.figure.value,
    basis: null,
    flow: true,
    outlay: false,
    capacity: false,
    rule: "noun-before",
  };
}

/** 年产锻件6万吨, 产能达30GWh, 产量12万吨, 装机容量: by the words beside the figure. */
function producedAt(report: Report, place: Place, previous: Measured | null): Measured | null {
  const { figure, left, right } = place;
  const dimension = figure.printed.dimension;
  const measure = measureIn(left, dimension) ?? measureIn(right.slice(0, 8), dimension);
  if (
    !measure &&
    previous &&
    (previous.unit === figure.printed.unit || previous.unit === figure.printed.yearly) &&
    (continues(place) || isElliptic(report, place))
  )
    return { ...previous, value: previous.unit === "m²/a" ? figure.value / figure.printed.factor : figure.value, rule: "elliptic" };
  const yearly = figure.yearly || /年产(?!值)|年可产|年处理|年加工|年回收|年拆解|年出|每年|一年|年产能|产能|年消化|年消纳/.test(left);
  const output = measure && /产量|出货|销量|发电量/.test(measure.name);
  const capacity =
    !output && (yearly || measure?.name === "设计产能" || measure?.name === "装机容量" || figure.printed.dimension === "power");
  const subject = subjectOf(report, place);
  if (!subject) return null;
  const unit =
    (capacity || figure.yearly) && figure.printed.yearly
      ? figure.printed.yearly
      : output && figure.printed.dimension === "energy"
        ? "GWh/a"
        : figure.printed.unit;
  const value = unit === "m²/a" ? figure.value / figure.printed.factor : figure.value;
  const name =
    output && measure
      ? measure.name
      : figure.printed.dimension === "power"
        ? "装机容量"
        : capacity
          ? "设计产能"
          : figure.printed.dimension === "pieces"
            ? "数量"
            : (measure?.name ?? "数量");
  if (name === "数量" && figure.printed.dimension === "pieces") return null;
  return {
    subject,
    name,
    unit,
    value,
    basis: null,
    flow: output ?? false,
    outlay: false,
    capacity,
    rule: capacity ? "capacity" : "output",
  };
}

/** Lists that 分别 distributes: place → its own subject. */
function pairsOf(report: Report, places: readonly Place[]): Map<Place, Named> {
  const subjects = new Map<Place, Named>();
  for (const sentence of report.sentences) {
    const here = places.filter((it) => it.sentence === sentence);
    let list: Named[] = [];
    for (const match of report.slice(sentence).matchAll(/分别/g)) {
      const at = sentence.start + match.index;
      const fresh = distributedList(report, sentence.start, at);
      if (fresh.length > 1) list = fresh;
      const figures = here.filter((it) => it.figure.start >= at).slice(0, list.length);
      for (const place of figures) {
        const subject = pairedSubject(list, figures, place);
        if (subject) subjects.set(place, subject);
      }
    }
  }
  return subjects;
}

const snapshot = /目前|截至目前|现有|现已|迄今|当前|如今/;

function add(report: Report, place: Place, measured: Measured, previousPeriod: string | null): string | null {
  const { figure, own, carried, clause, clauseText, beforeText } = place;
  const year = report.year;
  const end = own?.period?.split("/").at(-1)?.slice(0, 4);
  const modality = modalityOf({
    clause: clauseText,
    before: beforeText,
    capacity: measured.capacity,
    outlay: measured.outlay,
    future:
      (own?.future ?? false) || (own?.until === true && end !== undefined && year !== null && end >= year && !/截至|累计/.test(clauseText)),
    current: own?.period !== null && own?.period === year,
    past: end !== undefined && year !== null && end < year,
  });
  const period =
    /同期/.test(place.left) && previousPeriod
      ? yearBefore(previousPeriod)
      : periodOf(report, {
          clause: clauseText,
          modality,
          own,
          carried,
          outlay: measured.outlay,
          yearlyRate: measured.unit === "%/a",
          flow: measured.flow,
          planYears: planYears(report, figure.start),
          inTitle: measured.subject.kind === "Recognition" ? (/20\d\d/.exec(measured.subject.name)?.[0] ?? null) : null,
          before: previousPeriod,
          snapshot: snapshot.test(`${beforeText}${clauseText}`),
          everyYear: /每年/.test(clauseText),
        });
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
  return period;
}

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

/** The years of the plan named last: 2023/2026. */
function planYears(report: Report, at: number): string | null {
  const plan =
    report.mentions.findLast((it) => it.kind === "Policy" && it.end <= at && /20\d\d\D{1,3}20\d\d/.test(report.slice(it))) ?? null;
  const years = plan && /(20\d\d)\D{1,3}(20\d\d)/.exec(report.slice(plan));
  return years ? `${years[1]}/${years[2]}` : null;
}
