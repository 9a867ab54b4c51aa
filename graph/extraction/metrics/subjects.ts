import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Named } from "../entities.ts";
import type { Mention } from "../names/mention.ts";
import type { Report } from "../report.ts";
import { homeEntity, mentionsWithin, type Place } from "./context.ts";

const actors: ReadonlySet<EntityKind> = new Set([
  "Company",
  "Project",
  "Park",
  "Industry",
  "IndustrialChain",
  "IndustryCluster",
  "Platform",
  "Fund",
  "Region",
  "Event",
]);
const invested: ReadonlySet<EntityKind> = new Set(["Project", "Park", "Platform", "Event"]);

/** Words that point back at what was named last. */
const pointing: readonly [cue: RegExp, kind: EntityKind][] = [
  [/该项目|此项目|项目(?=总投资|占地|达产|建成|投产|全部|由|于|计划|预计)|该基地/, "Project"],
  [
    /该公司|该企业|(?:^|后)它(?=在|的|将|去年|今年|年)|公司(?=年|去年|今年|实现|储能|的|已|现|目前)|这家企业|(?:^|[“：])(?:本|目前|去年|今年|我们)*(?:公司|企业|集团)(?![们数家共])/,
    "Company",
  ],
  [/该园|园区(?=总|占地|规划|已|现|内)|该园区/, "Park"],
  [/该集群/, "IndustryCluster"],
  [/该产业|该行业/, "Industry"],
  [/该基金|基金(?=总|首期|规模)/, "Fund"],
];
const wholeRegion = /全市|全县|全省|全区|我市|我县|我省|该市|该县|本市/;

/** What was built or bought with money: the project named in the same clause or sentence, else the one named last. */
export function investedIn(report: Report, place: Place): Named | null {
  const { figure, sentence, clause } = place;
  const of = /^的(园区|产业园|项目|基地)/.exec(place.right);
  if (of) {
    const kind = of[1] === "项目" || of[1] === "基地" ? "Project" : "Park";
    const meant = report.mentions.findLast((it) => it.kind === kind && it.end <= figure.start && it.start >= sentence.paragraph.start);
    if (meant) return meant;
  }
  const behind = mentionsWithin(report, { start: figure.end, end: clause.end }).find((it) => invested.has(it.kind));
  const before = mentionsWithin(report, { start: clause.start, end: figure.start }).findLast((it) => invested.has(it.kind));
  if (before && /^(?:，|的|总|计划|拟|现场|协议)*$/.test(report.text.slice(before.end, place.leftStart).slice(-6))) return before;
  if (behind && !before) return behind;
  if (before) return before;
  const pointed = pointedAt(report, place);
  if (pointed) return pointed;
  const earlier = mentionsWithin(report, { start: sentence.start, end: clause.start }).findLast((it) => invested.has(it.kind));
  return earlier ?? mentionsWithin(report, { start: figure.end, end: sentence.end }).find((it) => it.kind === "Project") ?? null;
}

/** The project that the sentence says is built, where the clause names no one: 建设…基地，总投资…，年产50GWh. */
export function builtIn(report: Report, { figure, sentence, clause }: Place): Named | null {
  const here = mentionsWithin(report, { start: clause.start, end: figure.start }).some((it) => actors.has(it.kind));
  return here
    ? null
    : (mentionsWithin(report, { start: sentence.start, end: clause.start }).findLast((it) => it.kind === "Project" && !it.collective) ??
        null);
}

/** Where a share begins: what follows 占 is the whole, not who has the share. */
const shareAhead = (words: string): number => words.search(/占(?!地)[^占]*$/);
/** Measures of a place, whatever was spoken of before. */
const ofRegion = /生产总值|固定资产投资|GDP|社会消费品|公共预算|财政|进出口|外贸|外资|城镇居民|工业用电量/;

/** Who or what a figure is said of: named before it in the clause, pointed at, named earlier in the sentence, else the place of the document. */
export function subjectOf(report: Report, place: Place): Named | null {
  const { figure, sentence, clause } = place;
  const whole = shareAhead(report.text.slice(clause.start, figure.start));
  const inClause = mentionsWithin(report, { start: clause.start, end: whole >= 0 ? clause.start + whole : figure.start }).filter((it) =>
    actors.has(it.kind),
  );
  const nearest = pick(inClause);
  if (!nearest && ofRegion.test(place.left)) {
    const place = mentionsWithin(report, { start: sentence.start, end: clause.start }).findLast(
      (it) => it.kind === "Region" || it.kind === "Park",
    );
    if (place ?? homeEntity(report)) return place ?? homeEntity(report);
  }
  const pointed = pointedAt(report, place);
  if (pointed && (!nearest || nearest.kind === "Region")) return pointed;
  if (nearest) return nearest;
  if (wholeRegion.test(place.left)) return homeEntity(report);
  const earlier = mentionsWithin(report, { start: sentence.start, end: clause.start }).filter((it) => actors.has(it.kind));
  const said = pick(topics(report, earlier)) ?? sentenceTopic(report, place) ?? pick(earlier);
  if (said && said.kind !== "Region") return said;
  return said ?? homeEntity(report);
}

/** The most telling of several: a thing before a place, the last of its kind. */
function pick(mentions: readonly Mention[]): Mention | undefined {
  return (
    mentions.findLast((it) => it.kind !== "Region" && it.kind !== "Park" && it.kind !== "Event") ??
    mentions.findLast((it) => it.kind === "Park" || it.kind === "Event") ??
    mentions.at(-1)
  );
}

/** A firm that the paragraph before was about is still 公司 in the next. */
const paragraphBefore = 300;

const beforeTopic = /(?:^|[，。；：“\n])(?:其中|而|同时|此外|目前|去年|今年|作为|位于|该|其|总部[^，。]{0,6}的|\d+年)*$/;

/** Mentions that begin a clause: what the clause speaks of, no object of it (供应比亚迪、特斯拉). */
const topics = (report: Report, mentions: readonly Mention[]): Mention[] =>
  mentions.filter((it) => beforeTopic.test(report.text.slice(Math.max(0, it.start - 12), it.start)));

/** 公司主要产品为…，供应…: the firm that the sentence points back at. */
const sentenceTopic = (report: Report, { sentence, clause }: Place): Mention | null =>
  /^(?:该|本|这家)?(?:公司|企业|集团)/.test(report.text.slice(sentence.start, clause.start)) ? lastCompany(report, sentence.start) : null;

/** The firm that was spoken of last before a place, as a topic where one was; null where it is too far away. */
function lastCompany(report: Report, before: number): Mention | null {
  const named = report.mentions.filter(
    (it) => it.kind === "Company" && it.end <= before && it.start >= before - paragraphBefore && !it.collective,
  );
  return topics(report, named).at(-1) ?? named.at(-1) ?? null;
}

function pointedAt(report: Report, { clause, figure, sentence }: Place): Mention | null {
  const words = report.text.slice(clause.start, figure.start);
  const found = pointing.find(([cue]) => cue.test(words));
  if (!found) return null;
  if (found[1] === "Company") return lastCompany(report, clause.start);
  return (
    report.mentions.findLast(
      (it) => it.kind === found[1] && it.end <= clause.start && it.start >= sentence.paragraph.start && !it.collective,
    ) ?? null
  );
}
