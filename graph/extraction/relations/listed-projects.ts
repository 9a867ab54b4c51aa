import type { Report } from "../report.ts";

/** Whose the projects of a list are, and which portfolio they belong to: 甲的乙、丙等94个项目. */
export function readListedProjects(report: Report): void {
  for (const { project, owner, total } of report.names.listed) {
    const here = report.mentions.find((it) => it.start === project.start && it.end === project.end);
    if (!here || !report.sentences.some((it) => it.start <= here.start && here.end <= it.end)) continue;
    const carried = owner !== null && report.text.slice(owner.end, here.start).includes("、");
    const firm = owner && report.mentions.find((it) => it.start === owner.start && it.kind === "Company");
    if (firm)
      report.relate({
        subject: firm,
        predicate: "BUILDS",
        object: here,
        status: "stated",
        confidence: carried ? 0.7 : 1,
        start: firm.start,
        end: here.end,
        rule: "owner-in-a-list",
      });
    const whole = report.mentions.find((it) => it.kind === "Project" && it.collective && it.start >= total && it.start <= total + 8);
    if (whole)
      report.relate({
        subject: here,
        predicate: "MEMBER_OF",
        object: whole,
        status: "stated",
        confidence: 1,
        start: here.start,
        end: whole.end,
        rule: "member-of-portfolio",
      });
  }
}
