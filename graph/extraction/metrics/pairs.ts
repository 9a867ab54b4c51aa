import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import type { Place } from "./context.ts";

const suffixes: readonly [end: RegExp, kind: EntityKind][] = [
  [/产业链$/, "IndustrialChain"],
  [/集群$/, "IndustryCluster"],
  [/(?:产业|制造业|行业|工业)$/, "Industry"],
];
const quantified = /[两二三四五六七八九十\d]+(?:大|个|条)(?:主导|支柱|优势|特色|首位|重点|传统)?(?=产业|行业)/;

/** Before 分别 stands a list, after it as many figures: who the figure at `index` belongs to; null where the counts differ. */
export function pairedSubject(list: readonly Named[], figures: readonly Place[], place: Place): Named | null {
  const index = figures.indexOf(place);
  return index >= 0 && list.length === figures.length && list.length > 1 ? (list[index] ?? null) : null;
}

/** The list that 分别 distributes over: names as mentioned, or words that share the last one's ending (钢铁、锂电产业). */
export function distributedList(report: Report, start: number, until: number): Named[] {
  const words = report.text.slice(start, until);
  const from = Math.max(words.lastIndexOf("，"), words.lastIndexOf("。"), words.lastIndexOf("："), words.lastIndexOf("；")) + 1;
  const phrase = words.slice(from).replace(/(?:规模以上|规上)工业?(?:增加值|营业收入)(?:占.*)?$/, "");
  const mentions = report.mentions.filter((it) => it.start >= start + from && it.end <= until && it.kind !== "Region");
  const list = phrase.replace(quantified, "").replace(/^[^、]*(?:中|市|县|区|省)(?=[^、]{2,6}、)/, "");
  const end = /(?:产业链|集群|产业|制造业|行业|工业)(?=[^、产业]*$)/.exec(list);
  const kind = end ? suffixes.find(([shape]) => shape.test(end[0]))?.[1] : undefined;
  if (kind && end && list.includes("、")) {
    const items = list
      .slice(0, end.index)
      .split(/、|和|与|及|以及/)
      .filter((it) => it.length >= 1 && it.length <= 14);
    if (items.length > 1)
      return items.map((item) => ({
        kind,
        name: suffixes.some(([shape]) => shape.test(item)) ? item : `${item}${end[0]}`,
        existing: null,
      }));
  }
  const kinds = new Set(mentions.map((it) => it.kind));
  return kinds.size === 1 && mentions.length > 1 ? mentions : [];
}
