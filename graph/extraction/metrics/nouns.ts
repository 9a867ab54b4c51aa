import type { Report } from "../report.ts";

const tails =
  /(?:达到?|为|是|有|共有?|突破|超过?|累计|约|近|已|逾|分别|合计|高达|升至|降至|增至|[：:—\s]|实现|完成|在|到|至|仅|只有|则|也|均|的|了|接近|站上|迈过|跨过|冲上|保持在|稳定在)*$/;
const phrase = /([\u4e00-\u9fff]{2,12})$/;
const lead =
  /^.*(?:的|将|把|对|从|由|使|让|与|和|及|其中|以来|目前|全[市县区省年]|当地|该[市县区]|今年|去年|实现|完成)(?=[\u4e00-\u9fff]{2,})/;

/** The noun right before a figure whose measure no table lists: 良品率, 盐穴库容. Null where none stands there. */
export function nounBefore(report: Report, start: number, end: number): string | null {
  const words = report.text.slice(start, end).replace(tails, "");
  const found = phrase.exec(words)?.[1]?.replace(lead, "");
  if (!found || found.length < 2) return null;
  const at = start + words.length - 1;
  const tag = report.words.tags[report.words.at(at)] ?? "";
  return /^(?:n|vn|x|j|l|nz|an|g|k|b|v)/.test(tag) ? found : null;
}
