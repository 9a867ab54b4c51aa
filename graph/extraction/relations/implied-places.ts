import { isRelationType } from "#graph/vocabulary/relations.ts";
import type { Report } from "../report.ts";

/** What follows from what was read: a project without a place lies where the report is at home; its owner makes what it is to make. */
export function readImplied(report: Report): void {
  const placed = new Set(report.statements.filter((it) => it.predicate === "LOCATED_IN").map((it) => it.subject));
  for (const it of report.mentions) {
    const home = report.home.park ?? report.region;
    const sentence = report.sentences.find((s) => s.start <= it.start && it.end <= s.end);
    if (it.kind !== "Project" || !sentence || !home || placed.has(report.refOf(it))) continue;
    report.relate({
      subject: it,
      predicate: "LOCATED_IN",
      object: home,
      status: "inferred",
      confidence: 0.85,
      basis: "报道所说的当地项目",
      start: it.start,
      end: it.end,
      rule: "project-of-the-document",
    });
  }
  const relations = report.statements.filter((it) => isRelationType(it.predicate));
  for (const built of relations.filter((it) => it.predicate === "BUILDS"))
    for (const made of relations.filter((it) => it.predicate === "PRODUCES" && it.subject === built.object && it.object !== undefined))
      report.infer({ ...made, subject: built.subject, confidence: 0.85, basis: "由其建设的项目推断", rule: "owner-makes-the-product" });
}
