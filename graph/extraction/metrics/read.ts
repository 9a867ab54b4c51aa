import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import { readNamedCapacities } from "./capacities.ts";
import { isElliptic, type Place, placesOf } from "./context.ts";
import { type Counted, countedBy } from "./counts.ts";
import { fundAt } from "./funds.ts";
import type { Measured } from "./measured.ts";
import { measureIn } from "./measures.ts";
import { distributedList, pairedSubject } from "./pairs.ts";
import { isStake } from "./portions.ts";
import { producedAt } from "./produced.ts";
import { asRespective, respectiveOf } from "./respective.ts";
import { shareAt } from "./shares.ts";
import { type Stated, state } from "./stated.ts";
import { investedIn, subjectOf } from "./subjects.ts";
import { byNoun, countedOn } from "./unnamed.ts";

/** Reads every figure of the body that measures something. */
export function readMetrics(report: Report): void {
  const inNames = readNamedCapacities(report);
  const places = placesOf(report).filter((it) => !inNames.has(it.figure) && it.figure.role === "measure" && !isInName(report, it));
  const paired = pairsOf(report, places);
  const respective = respectiveOf(report, places);
  const read = new Map<Place, Measured>();
  let last: Stated | null = null;
  for (const place of places) {
    const previous: Stated | null = last !== null && last.place.sentence === place.sentence ? last : null;
    if (place.figure.printed.dimension === "ratio" && isStake(place.left, place.right)) {
      report.remark("股权比例，不作统计数字", place.figure);
      continue;
    }
    if (isTerm(report, place)) {
      report.remark("政策条款的标准或上限，不是统计数字", place.figure);
      continue;
    }
    const found = measuredAt(report, place, previous?.measured ?? null, paired.get(place) ?? null);
    if (!found) {
      report.remark("数字的指标名称无法确定，未采纳", place.figure);
      continue;
    }
    const named = asRespective(found, respective.get(place), read);
    const measured = { ...named, subject: paired.get(place) ?? named.subject };
    read.set(place, measured);
    last = state(report, place, measured, previous);
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

function measuredAt(report: Report, place: Place, previous: Measured | null, pairedTo: Named | null): Measured | null {
  const { figure, left, right } = place;
  const unit = figure.printed.unit;
  const base = { unit, value: figure.value, basis: null, outlay: false, capacity: false };
  const elliptic =
    previous && previous.unit === unit && isElliptic(report, place) ? { ...previous, value: figure.value, rule: "elliptic" } : null;
  switch (figure.printed.dimension) {
    case "ratio":
    case "points":
      return shareAt(report, place, previous);
    case "count": {
      const counted: Counted | null = countedBy(report, place);
      if (elliptic && (!counted || counted.weak)) return elliptic;
      if (!counted?.subject.name) return countedOn(place, previous, pairedTo);
      return { ...base, ...counted, rule: "count" };
    }
    case "pieces":
      if (/专利|著作权|软著|商标|标准|成果|基金|队伍?$|小分队/.test(`${left.slice(-12)}${right.slice(0, 6)}`)) {
        const counted = countedBy(report, place);
        if (counted?.subject.name) return { ...base, ...counted, unit: "个", rule: "count" };
      }
      return producedAt(report, place, previous);
    case "mass":
    case "energy":
    case "power":
      return producedAt(report, place, previous);
    default: {
      const dimension = figure.printed.dimension;
      const fund = fundAt(report, place);
      if (fund) return fund;
      if (dimension === "area" && figure.printed.yearly && /产能|年产|每年|能力/.test(left)) return producedAt(report, place, previous);
      const measure =
        measureIn(left, dimension) ??
        measureIn(right.slice(0, 10), dimension) ??
        (/(?:分别|依次|各)(?:为|是|达)?$/.test(left) || (!previous && isElliptic(report, place))
          ? measureIn(place.beforeText, dimension)
          : null);
      if (!measure) return elliptic ?? grown(report, place, previous) ?? byNoun(report, place);
      const subject =
        measure.outlay || measure.name === "占地面积" ? (investedIn(report, place) ?? subjectOf(report, place)) : subjectOf(report, place);
      return subject && { ...base, subject, name: measure.name, flow: measure.flow, outlay: measure.outlay ?? false, rule: "measure" };
    }
  }
}

/** 产值增长10%，达到50亿元: the amount of what was said to grow. */
function grown(report: Report, place: Place, previous: Measured | null): Measured | null {
  const { figure } = place;
  const measure =
    previous && /增长率$/.test(previous.name) && isElliptic(report, place) ? measureIn(previous.name, figure.printed.dimension) : null;
  return (
    previous &&
    measure && {
      ...previous,
      name: measure.name,
      unit: figure.printed.unit,
      value: figure.value,
      flow: measure.flow,
      basis: null,
      rule: "grown-to",
    }
  );
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
