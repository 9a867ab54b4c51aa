import { endsProblem } from "#graph/model/statement.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";
import type { Named } from "../entities.ts";
import type { Span } from "../extraction.ts";
import type { Mention } from "../names/mention.ts";
import { divisionNamed } from "../regions/gazetteer.ts";
import type { Report } from "../report.ts";
import { compile, endsOf as endsNamedBy, kindsIn, type Masked, maskedOf, mentionsIn } from "../text/masked.ts";
import type { Sentence } from "../text/sentences.ts";
import { buildingRules } from "./building.ts";
import { speaksOfCarried, withNamed, withUnsaid } from "./carried.ts";
import { chainRules } from "./chains.ts";
import { cooperationRules } from "./cooperation.ts";
import { foundingRules } from "./founding.ts";
import { governmentRules } from "./government.ts";
import { honourRules } from "./honours.ts";
import { ownershipRules } from "./ownership.ts";
import { placeRules } from "./places.ts";
import { planRules } from "./plans.ts";
import { productionRules } from "./production.ts";
import type { Implied, Rule } from "./rule.ts";
import { supplyingRules } from "./supplying.ts";
import { carriedCompany, carriedOf, topicCompany } from "./topic.ts";

const written: readonly Rule[] = [
  ...planRules,
  ...chainRules,
  ...placeRules,
  ...buildingRules,
  ...productionRules,
  ...supplyingRules,
  ...honourRules,
  ...ownershipRules,
  ...cooperationRules,
  ...foundingRules,
  ...governmentRules,
];

const rules = written
  .flatMap((rule): Rule[] =>
    speaksOfCarried(rule.pattern)
      ? [
          { ...rule, pattern: withNamed(rule.pattern) },
          {
            ...rule,
            pattern: withUnsaid(rule.pattern),
            subject: rule.predicate === "RECOGNIZED_AS" ? "winner" : "carried",
            confidence: Math.min(rule.confidence ?? 1, 0.95),
          },
        ]
      : [rule],
  )
  .map((rule) => ({
    ...rule,
    expression: compile(rule.pattern),
    /** The same without the places of its groups: an engine tells much faster whether there is a match at all. */
    anywhere: compile(rule.pattern, ""),
    ...needsOf(rule.pattern),
  }));

/** Bits of kinds of which a sentence must hold one, for each end that the pattern names. */
function needsOf(pattern: string): { first: number; second: number } {
  const [first = -1, second = -1] = endsNamedBy(pattern);
  return { first, second };
}

/** In the words before a verb: what follows is wanted or planned, not done. */
const wish =
  /支持|推动|争取|力争|争创|争当|鼓励|引导|目标|拟|计划(?!{)|预计|有望|申报|冲刺|尚未|没有|未能|未获|谋划|洽谈|意向|不得|确保|推荐|组织|帮助|指导|辅导|助力|促进|加快|[^正]将(?!于)|^将|即将|或将|希望|期待|培育/;

/** Reads the relations of every sentence. */
export function readRelations(report: Report): void {
  for (const sentence of report.sentences) {
    const masked = maskedOf(report.text, sentence, report);
    if (masked.mentionAt.size === 0) continue;
    const kinds = kindsIn(masked);
    for (const rule of rules) {
      if ((rule.first & kinds) === 0 || (rule.second & kinds) === 0 || !rule.anywhere.test(masked.words)) continue;
      rule.expression.lastIndex = 0;
      for (let match = rule.expression.exec(masked.words); match; match = rule.expression.exec(masked.words)) {
        take(report, sentence, masked, rule, match);
        if (match[0] === "") rule.expression.lastIndex++;
      }
    }
  }
}

function take(report: Report, sentence: Sentence, masked: Masked, rule: Rule, match: RegExpExecArray): void {
  const span = { start: masked.offsets[match.index] as number, end: masked.offsets[match.index + match[0].length] as number };
  const groups = (match.groups ?? {}) as Readonly<Record<string, string | undefined>>;
  const unsaid =
    (rule.subject === "carried" || rule.subject === "winner") && groups.pronoun !== undefined
      ? groups.pronoun.startsWith("这家")
        ? "nearest"
        : "company"
      : rule.subject;
  const subjects = endsOf(masked, match, "s") ?? implied(report, unsaid, span, sentence);
  const objects = endsOf(masked, match, "o") ?? implied(report, rule.object, span, sentence);
  if (subjects.length === 0 || objects.length === 0) return;
  const honour = rule.predicate === "RANKED_IN" || rule.predicate === "RECOGNIZED_AS";
  const before = clauseBefore(masked.words, match);
  if (rule.wish !== "keep" && wish.test(before)) {
    report.remark(`只是意愿或计划，未作为已发生的事（${rule.predicate}）`, span);
    return;
  }
  if (sentence.broken && isLastClause(sentence, span)) {
    report.remark(`句子残缺，未作断言（${rule.predicate}）`, span);
    return;
  }
  const inOrder = rule.inOrder && subjects.length === objects.length;
  for (const [index, subject] of subjects.entries())
    for (const object of inOrder ? objects.slice(index, index + 1) : objects)
      report.relate({
        subject: actingFor(rule.predicate, subject, object),
        predicate: honour ? (/强|榜/.test(object.name) && subject.kind === "Company" ? "RANKED_IN" : "RECOGNIZED_AS") : rule.predicate,
        object,
        status: rule.inferred ? "inferred" : "stated",
        confidence: rule.confidence ?? 1,
        ...(rule.inferred ? { basis: rule.inferred } : {}),
        ...span,
        properties: rule.properties?.(groups) ?? {},
        rule: rule.name,
      });
}

/** Where the vocabulary knows only the region as an actor, its government stands for it: 吉安市政府 signs for 吉安市. */
function actingFor(predicate: RelationType, subject: Named & Partial<Mention>, object: Named): Named {
  if (subject.kind !== "Institution" || endsProblem(predicate, subject.kind, object.kind) === null || !/政府$/.test(subject.name))
    return subject;
  return subject.inner?.find((it) => it.kind === "Region" && it.start === subject.start) ?? subject;
}

/** The mentions of a named group; null when the pattern does not name that end. */
function endsOf(masked: Masked, match: RegExpExecArray, group: string): Mention[] | null {
  const at = match.indices?.groups?.[group];
  return at ? mentionsIn(masked, at[0], at[1]) : null;
}

/** From the last mark before the match to the end of the match, without what the ends say. */
function clauseBefore(words: string, match: RegExpExecArray): string {
  const from = Math.max(...["，", "。", "；", "："].map((mark) => words.lastIndexOf(mark, match.index))) + 1;
  const { s: subject, o: object } = match.indices?.groups ?? {};
  const to = object ? Math.max(object[0], subject?.[0] ?? 0) : match.index + match[0].length;
  return words.slice(from, to);
}

function isLastClause(sentence: Sentence, span: Span): boolean {
  const last = sentence.clauses.at(-1);
  const first = sentence.clauses[0];
  const continued = sentence.paragraph.damage?.includes("承接") && sentence.start === sentence.paragraph.start;
  return (last !== undefined && span.end > last.start) || (continued === true && first !== undefined && span.start < first.end);
}

/** Who is meant where the words leave it open. */
export function implied(report: Report, kind: Implied | undefined, at: Span, sentence: Sentence): Named[] {
  const before = (wanted: Mention["kind"]): Mention | undefined =>
    report.mentions.findLast((it) => it.kind === wanted && it.end <= at.start && it.start >= sentence.paragraph.start && !it.collective);
  const one = (it: Named | null | undefined): Named[] => (it ? [it] : []);
  switch (kind) {
    case "company":
      return one(topicCompany(report, at.start, sentence));
    case "nearest":
      return one(before("Company"));
    case "winner":
      return one(
        carriedOf(report, ["Company", "Park", "Region", "IndustryCluster"], at.start, sentence) ??
          carriedCompany(report, at.start, sentence),
      );
    case "carried":
      return one(carriedCompany(report, at.start, sentence));
    case "platform":
      return one(before("Platform") ?? before("Institution"));
    case "chain":
      return one(before("IndustrialChain") ?? before("IndustryCluster"));
    case "project":
      return one(before("Project"));
    case "park":
      return one(before("Park") ?? report.home.park);
    case "policy":
      return one(planOf(report, at));
    case "fund":
      return one(before("Fund"));
    case "ranking":
      return one(report.mentions.findLast((it) => it.kind === "Recognition" && /强/.test(it.name) && it.end <= at.start));
    case "region":
      return one(actorIn(report, sentence, at) ?? report.region);
    case "body":
      return one(actorIn(report, sentence, at, ["Region", "Institution", "Park"]) ?? report.region);
    case "home":
      return one(report.region);
    default:
      return [];
  }
}

/** A region that opens a clause of the sentence: 安源区紧盯…，支持…. */
const actorIn = (report: Report, sentence: Span, at: Span, kinds: readonly Mention["kind"][] = ["Region"]): Mention | undefined =>
  report.mentions.findLast(
    (it) =>
      kinds.includes(it.kind) &&
      it.start >= sentence.start &&
      it.end <= at.start &&
      (it.start === sentence.start || /[，；。：]/.test(report.text[it.start - 1] ?? "")),
  );

/** The plan that a place in the text speaks of: the one named last that is not the higher one which it serves. */
export function planOf(report: Report, at: Span): Mention | undefined {
  const plans = report.mentions.filter((it) => it.kind === "Policy" && it.end <= at.start && !it.collective);
  return plans.findLast((it) => !isHigher(report, it)) ?? plans[0];
}

/** A province's or the nation's plan in a report of a city. */
function isHigher(report: Report, it: Mention): boolean {
  const home = report.region && divisionNamed(report.region.name)?.level;
  if (home !== "city" && home !== "county") return false;
  const region = it.inner?.find((inner) => inner.kind === "Region");
  const level = region && divisionNamed(region.name)?.level;
  return level === "province" || level === "country" || /^[《“]?(?:省|国家|全省|全国|中央|国务院)/.test(it.name);
}
