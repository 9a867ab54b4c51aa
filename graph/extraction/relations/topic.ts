import type { Span } from "../extraction.ts";
import type { Mention } from "../names/mention.ts";
import type { Report } from "../report.ts";
import type { Sentence } from "../text/sentences.ts";

const actors = new Set<Mention["kind"]>(["Company", "Region", "Institution", "Park", "Project", "Fund"]);
/** What stands before a name that opens a clause or is the noun that a modifier ends in. */
const opens = /(?:^|[，。；：！？“”（\n—]|的|在|企业|公司|龙头|链主|据|对于|其中|同期|目前|去年|今年|近日|日前|当地|[年月日底初末])$/;
/** A name that only says whose the next one is, or where. */
const modifies = /^(?:控股|旗下|的?(?:全资|控股|参股)?(?:子公司|孙公司|下属))|^持股[\d.]+%的/;

/** The names of a stretch that may be the subject of a clause, in order. */
function subjectsIn(report: Report, { start, end }: Span): Mention[] {
  return report.mentions.filter(
    (it) =>
      it.start >= start &&
      it.end <= end &&
      actors.has(it.kind) &&
      !it.collective &&
      opens.test(report.text.slice(Math.max(start, it.start - 3), it.start)) &&
      !modifies.test(report.text.slice(it.end, it.end + 10)),
  );
}

/** The firm that a clause without a subject speaks of: none where another actor opened the clauses before it. */
export function carriedCompany(report: Report, at: number, sentence: Sentence): Mention | undefined {
  const here = subjectsIn(report, { start: sentence.start, end: at });
  const last = here.findLast((it) => it.kind !== "Park");
  if (last) return last.kind === "Company" ? last : undefined;
  const before = sentenceBefore(report, sentence);
  if (!before) return undefined;
  const first = subjectsIn(report, before).find((it) => it.kind !== "Park");
  return first?.kind === "Company" ? first : undefined;
}

/** The firm that 公司, 该公司 or 其 means: the nearest that may be a subject, else the one that an earlier sentence is about. */
export function topicCompany(report: Report, at: number, sentence: Sentence): Mention | undefined {
  const firms = (span: Span): Mention[] => subjectsIn(report, span).filter((it) => it.kind === "Company");
  const here = firms({ start: sentence.start, end: at }).at(-1);
  if (here) return here;
  for (let before = sentenceBefore(report, sentence); before; before = sentenceBefore(report, before)) {
    const first = firms(before)[0];
    if (first) return first;
  }
  return report.mentions.findLast((it) => it.kind === "Company" && it.end <= at && it.start >= sentence.paragraph.start);
}

function sentenceBefore(report: Report, sentence: Sentence): Sentence | undefined {
  return report.sentences.findLast((it) => it.end <= sentence.start && it.paragraph === sentence.paragraph);
}
