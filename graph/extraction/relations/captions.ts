import type { Span } from "../extraction.ts";
import type { Mention } from "../names/mention.ts";
import type { Report } from "../report.ts";
import { creditOf } from "../text/paragraphs.ts";

/** A caption has no act: it names who took the picture, and that what it names exists. */
export function readCaptions(report: Report): void {
  for (const paragraph of report.paragraphs) {
    const credit = creditOf(report.text, paragraph);
    if (!credit || (paragraph.kind !== "caption" && paragraph.end - paragraph.start > 120)) continue;
    const name = report.slice(credit);
    const person = { kind: "Person" as const, name };
    report.entities.mention(person, { ...credit, text: name });
    report.describe({
      subject: person,
      predicate: "role",
      value: "摄影",
      status: "stated",
      confidence: 1,
      ...credit,
      rule: "photographer",
    });
  }
  for (const it of report.paragraphs) {
    if (it.kind !== "caption") continue;
    report.remark("图片说明：只记所指名称与摄影者，不作为行为", it);
    readCompoundNames(report, it);
  }
}

/** What compound names say in a caption: a zone and the firm in it, a firm and its project or plant. */
function readCompoundNames(report: Report, caption: Span): void {
  const names = report.mentions.filter((it) => it.start >= caption.start && it.end <= caption.end);
  for (const [index, it] of names.entries()) {
    const next = names[index + 1];
    if (!next) continue;
    const between = report.text.slice(it.end, next.start);
    const span = { start: it.start, end: next.end };
    const join = (subject: Mention, predicate: string, object: Mention): void =>
      report.relate({ subject, predicate, object, status: "stated", confidence: 0.95, ...span, rule: "compound-name" });
    if (it.kind === "Park" && next.kind === "Company" && between === "") join(next, "LOCATED_IN", it);
    if (it.kind === "Company" && next.kind === "Project" && between === "") join(it, "BUILDS", next);
    if (it.kind === "Company" && next.kind === "Platform" && between === "的") join(it, "OPERATES", next);
  }
}
