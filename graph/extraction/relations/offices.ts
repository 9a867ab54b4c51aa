import { placeFor } from "../context/abbreviations.ts";
import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import { implied } from "./run.ts";

const companyPost = /董事长|总经理|总裁|总工程师|总监|厂长|车间主任|董秘|董事会秘书|首席|项目经理|负责人/;
const regional = /(省|市|县|区)(?:委|长|府|政协|人大)|副?(省|市|县|区)长/;

const municipal =
  /(?:^|[，。；：、“”\s]|[\u4e00-\u9fff]日)((?:省|市|县|区)[\u4e00-\u9fff]{2,14}(?:局|厅|委员会|委|办公室|中心|署|院|会|部|馆))(?:党组书记、)?$/;

/** People with their office, and the body where they hold it. */
export function readOffices(report: Report): void {
  for (const { person, post, start } of report.names.holders) {
    const sentence = report.sentences.find((it) => it.start <= start && person.end <= it.end);
    if (!sentence) continue;
    const body = bodyOf(report, post, start, sentence);
    if (!body) continue;
    report.relate({
      subject: person,
      predicate: "HOLDS_POSITION",
      object: body.named,
      status: "stated",
      confidence: body.adjacent ? 1 : 0.85,
      start: body.start,
      end: person.end,
      properties: { post },
      rule: "office-and-name",
    });
  }
}

function bodyOf(
  report: Report,
  post: string,
  start: number,
  sentence: Report["sentences"][number],
): { named: Named; start: number; adjacent: boolean } | null {
  const around = report.mentions.find((it) => it.kind === "Institution" && it.start < start && it.end > start);
  if (around) return { named: around, start: around.start, adjacent: true };
  const adjacent = report.mentions.find((it) => it.end === start && ["Company", "Institution", "Park", "Region"].includes(it.kind));
  if (adjacent) return { named: adjacent, start: adjacent.start, adjacent: true };
  const body = municipal.exec(report.text.slice(Math.max(sentence.start, start - 18), start));
  if (body) return { named: { kind: "Institution", name: body[1] as string }, start: start - (body[1] as string).length, adjacent: true };
  if (companyPost.test(post)) {
    const [company] = implied(report, "company", { start, end: start }, sentence);
    return company && /公司|企业|集团|园区|基地|项目|工厂/.test(report.text.slice(Math.max(sentence.start, start - 6), start))
      ? { named: company, start, adjacent: false }
      : null;
  }
  const level = regional.exec(post);
  const place = level && placeFor((level[1] ?? level[2]) as string, report.home);
  if (place) return { named: place, start, adjacent: false };
  if (!/管委会/.test(post)) return null;
  const committee = report.mentions.findLast((it) => it.kind === "Institution" && it.end <= start && /管委会$/.test(it.name));
  const named = committee ?? report.home.park;
  return named ? { named, start, adjacent: false } : null;
}
