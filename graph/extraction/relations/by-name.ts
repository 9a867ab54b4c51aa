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
  }
}

function place(report: Report, it: Mention): void {
  const outer = it.inner?.find((inner) => inner.kind === "Park") ?? it.inner?.find((inner) => inner.kind === "Region");
  const span = { start: it.start, end: it.end };
  if (outer) {
    const stated = outer.kind === "Park" || divisionNamed(outer.name)?.level === "county";
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
