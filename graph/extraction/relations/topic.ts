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
      !(it.kind !== "Company" && report.text[it.start - 1] === "在") &&
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
  const issuer = issuerOf(report);
  if (issuer && issuer.end <= at) return issuer;
  for (let before = sentenceBefore(report, sentence); before; before = sentenceBefore(report, before)) {
    const first = firms(before)[0];
    if (first) return first;
  }
  return (
    report.mentions.findLast((it) => it.kind === "Company" && it.end <= at && it.start >= sentence.paragraph.start) ??
    beforeParagraph(report, sentence)
  );
}

/** The firm that the paragraph before is about, for 公司 in a paragraph that names none. */
function beforeParagraph(report: Report, { paragraph }: Sentence): Mention | undefined {
  const last = report.sentences.findLast((it) => it.end <= paragraph.start);
  const first = last && report.sentences.find((it) => it.paragraph === last.paragraph);
  return first && subjectsIn(report, first).find((it) => it.kind === "Company");
}

const calledTheFirm = /^（[^（）]{0,40}?简称[：“"]*本?公司[”"]/;

/** The firm that a notice calls 公司 all through (以下简称“公司”). */
const issuerOf = (report: Report): Mention | undefined =>
  report.mentions.find((it) => it.kind === "Company" && calledTheFirm.test(report.text.slice(it.end, it.end + 50)));

/** The actor of one of some kinds that opened the clauses before, for a title that a clause without a subject wins. */
export function carriedOf(report: Report, kinds: readonly Mention["kind"][], at: number, sentence: Sentence): Mention | undefined {
  return subjectsIn(report, { start: sentence.start, end: at }).findLast((it) => kinds.includes(it.kind));
}

function sentenceBefore(report: Report, sentence: Sentence): Sentence | undefined {
  return report.sentences.findLast((it) => it.end <= sentence.start && it.paragraph === sentence.paragraph);
}
