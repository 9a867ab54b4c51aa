import type { Report } from "../report.ts";
import { implied } from "./run.ts";

/** Lists with a count: the plan covers each item and the whole, each item is a member of the whole. */
export function readEnumerations(report: Report): void {
  for (const list of report.names.enumerations) {
    const sentence = report.sentences.find((it) => it.start <= list.start && list.end <= it.end);
    if (!sentence) continue;
    const span = { start: list.start, end: list.end };
    const total = report.mentions.find((it) => it.start === list.total.start && it.end === list.total.end) ?? list.total;
    const [plan] = implied(report, "policy", span, sentence);
    for (const item of [...list.items, total]) {
      if (item !== total)
        report.relate({
          subject: item,
          predicate: "MEMBER_OF",
          object: total,
          status: "stated",
          confidence: 1,
          ...span,
          rule: "member-of-list",
        });
      if (plan)
        report.relate({
          subject: plan,
          predicate: "COVERS",
          object: item,
          status: "stated",
          confidence: 0.95,
          ...span,
          rule: "plan-covers-list",
        });
      const park = report.home.park;
      if (park && item.kind === "Industry")
        report.relate({
          subject: park,
          predicate: "FOCUSES_ON",
          object: item,
          status: "stated",
          confidence: 0.95,
          ...span,
          rule: "park-lists-industries",
        });
    }
  }
}
