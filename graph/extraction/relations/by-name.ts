import type { Named } from "../entities.ts";
import type { Mention } from "../names/mention.ts";
import { divisionNamed, parentOf } from "../regions/gazetteer.ts";
import type { Report } from "../report.ts";

const planPeriod = /[（(](20\d\d)\s*年?\s*[-—–~至到]{1,2}\s*(20\d\d)\s*年?[）)]/;

/** What a name says by itself: the zone that holds a park, the years of a plan, the legal name of a firm. */
export function readNames(report: Report): void {
  for (const it of report.mentions) {
    if (it.kind === "Park") place(report, it);
    if (it.kind === "Policy") plan(report, it);
    if (it.kind === "Company") company(report, it);
    if (it.kind === "Region") district(report, it);
    if (it.kind === "IndustryCluster" || it.kind === "Platform" || it.kind === "Project") inside(report, it);
    if (it.kind === "Project") owner(report, it);
    if (it.kind === "Event") venue(report, it);
  }
}

function place(report: Report, it: Mention): void {
  const beside = report.mentions.find((other) => other.kind === "Region" && other.end === it.start);
  const outer = it.inner?.find((inner) => inner.kind === "Park") ?? it.inner?.find((inner) => inner.kind === "Region") ?? beside;
  const span = { start: Math.min(it.start, outer?.start ?? it.start), end: it.end };
  devotedTo(report, it, outer);
  if (outer) {
    const stated = outer === beside || outer.kind === "Park" || divisionNamed(outer.name)?.level === "county";
    report.relate({
      subject: it,
      predicate: "LOCATED_IN",
      object: outer,
      status: stated ? "stated" : "inferred",
      confidence: stated ? 1 : 0.95,
      ...(stated ? {} : { basis: "名称中的地名" }),
      ...span,
      rule: "place-in-name",
    });
  } else if (report.region && !isCaption(report, it))
    report.relate({
      subject: it,
      predicate: "LOCATED_IN",
      object: report.region,
      status: "inferred",
      confidence: 0.85,
      basis: "文中当地园区的列举",
      ...span,
      rule: "park-of-the-document",
    });
}

const devoted = /^([\u4e00-\u9fffA-Z]{2,10}?)(?:特色)?(?:产业园|工业园|产业城|产业基地|科技园)$/;
const general =
  /^(?:智慧|科技|科创|创新|现代|综合|新型|工业|高新|循环|绿色|中小企业|创业|双创|数字经济|国际|合作|示范|特色|生态|智能|城西|城东|城南|城北|北|南|东|西|产业|民营|青年|大学生|返乡)+$/;
const trades = /(?:产业|制造|技术|装备|信息|食品|医药|建材|纺织|新材料|新能源|服饰|家居|光电|汽车|航空)$/;

/** 碳纤维产业园 is devoted to 碳纤维: what stands between the zone and the head of the name. */
function devotedTo(report: Report, it: Mention, outer: Mention | undefined): void {
  const from = outer && outer.start === it.start ? outer.end : it.start;
  if (it.inner?.some((inner) => inner.kind === "Company")) return;
  const topic = devoted.exec(report.text.slice(from, it.end))?.[1];
  if (
    !topic ||
    ["县", "市", "区", "镇"].some((level) => divisionNamed(`${topic}${level}`)) ||
    general.test(topic) ||
    (outer === undefined && topic.length > 6) ||
    /(?:循环|科技|创新|智慧|绿色)$/.test(topic)
  )
    return;
  const known = report.mentions.some((other) => other.kind === "Industry" && other.name.startsWith(topic));
  const object: Named =
    trades.test(topic) || known
      ? { kind: "Industry", name: topic.endsWith("产业") ? topic : `${topic}产业` }
      : { kind: "Product", name: topic };
  report.relate({
    subject: it,
    predicate: "FOCUSES_ON",
    object,
    status: "stated",
    confidence: 0.95,
    start: it.start,
    end: it.end,
    rule: "trade-in-park-name",
  });
}

function inside(report: Report, it: Mention): void {
  const outer = it.inner?.find((inner) => inner.kind === "Park") ?? it.inner?.find((inner) => inner.kind === "Region");
  if (outer && outer.start === it.start)
    report.relate({
      subject: it,
      predicate: "LOCATED_IN",
      object: outer,
      status: "inferred",
      confidence: 0.85,
      basis: "名称中的地名",
      start: it.start,
      end: it.end,
      rule: "place-in-name",
    });
}

/** 宁德时代福鼎基地五期: the firm that opens a project's name builds it. */
function owner(report: Report, it: Mention): void {
  const firm = it.inner?.find((inner) => inner.kind === "Company" && inner.start === it.start && inner.end < it.end);
  if (firm)
    report.relate({
      subject: firm,
      predicate: "BUILDS",
      object: it,
      status: "stated",
      confidence: 0.95,
      start: it.start,
      end: it.end,
      rule: "owner-in-project-name",
    });
}

/** 新余（深圳）…推介会: the town in brackets is where it is held. */
function venue(report: Report, it: Mention): void {
  const printed = /（([\u4e00-\u9fff]{2,5})）/.exec(it.name)?.[1];
  const division = printed ? divisionNamed(printed) : null;
  const town: Named | null = division && { kind: "Region", name: division.name, existing: null };
  if (town)
    report.relate({
      subject: it,
      predicate: "LOCATED_IN",
      object: town,
      status: "stated",
      confidence: 0.95,
      start: it.start,
      end: it.end,
      rule: "town-in-event-name",
    });
}

function plan(report: Report, it: Mention): void {
  const span = { start: it.start, end: it.end };
  const years = planPeriod.exec(report.slice(it));
  if (years) {
    report.describe({
      subject: it,
      predicate: "periodStart",
      value: years[1] as string,
      status: "stated",
      confidence: 1,
      ...span,
      rule: "years-in-title",
    });
    report.describe({
      subject: it,
      predicate: "periodEnd",
      value: years[2] as string,
      status: "stated",
      confidence: 1,
      ...span,
      rule: "years-in-title",
    });
  }
  const region = it.inner?.find((inner) => inner.kind === "Region" && inner.start - it.start <= 1);
  if (region)
    report.relate({
      subject: it,
      predicate: "APPLIES_TO",
      object: region,
      status: "stated",
      confidence: 1,
      ...span,
      properties: years ? { period: `${years[1]}/${years[2]}` } : {},
      rule: "region-in-title",
    });
}

function company(report: Report, it: Mention): void {
  const span = { start: it.start, end: it.end };
  if (/有限(?:责任)?公司$/.test(it.name) && !it.existing)
    report.describe({ subject: it, predicate: "legalName", value: it.name, status: "stated", confidence: 1, ...span, rule: "legal-name" });
  const region = it.inner?.find((inner) => inner.kind === "Region" && inner.start === it.start && !/国/.test(inner.name));
  if (region && /公司$/.test(it.name))
    report.relate({
      subject: it,
      predicate: "LOCATED_IN",
      object: region,
      status: "inferred",
      confidence: 0.85,
      basis: "企业名称冠以地名",
      ...span,
      rule: "place-in-firm-name",
    });
}

function district(report: Report, it: Mention): void {
  const division = divisionNamed(it.name);
  const parent = division && parentOf(division);
  if (!parent || !report.mentions.some((other) => other.kind === "Region" && other.name === parent.name)) return;
  const object: Named = { kind: "Region", name: parent.name, existing: null };
  report.relate({
    subject: it,
    predicate: "LOCATED_IN",
    object,
    status: "inferred",
    confidence: 0.95,
    basis: "行政区划",
    start: it.start,
    end: it.end,
    rule: "division-code",
  });
}

const isCaption = (report: Report, it: Mention): boolean =>
  report.paragraphs.some((p) => p.kind === "caption" && p.start <= it.start && it.end <= p.end);
