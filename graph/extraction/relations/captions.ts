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
  for (const it of report.paragraphs) if (it.kind === "caption") report.remark("图片说明：只记所指名称与摄影者，不作为行为", it);
}
