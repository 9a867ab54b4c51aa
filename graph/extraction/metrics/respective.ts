import type { Report } from "../report.ts";
import { continues, type Place } from "./context.ts";
import type { Measured } from "./measured.ts";
import { measureIn } from "./measures.ts";

/** What a figure of a 分别 list is of: a measure named before, or the measure of an earlier figure. */
export type Respective = { readonly name: string } | { readonly like: Place };

const joints = /、|和|与|及|以及/;
const bare = /^[，、\s]*(?:同比|均|各|环比)?$/;
const growthName = /(?:年均)?增长率$/;

/** 营业收入、利润分别增长9.6%、14.2%, and 营收92.7亿元、净利润6.4亿元，分别增长…: which measure each figure of the list is of. */
export function respectiveOf(report: Report, places: readonly Place[]): Map<Place, Respective> {
  const found = new Map<Place, Respective>();
  for (const sentence of new Set(places.map((it) => it.sentence))) {
    const here = places.filter((it) => it.sentence === sentence);
    for (const match of report.slice(sentence).matchAll(/分别/g)) {
      const at = sentence.start + match.index;
      const first = here.findIndex((it) => it.figure.start >= at);
      if (first < 0) continue;
      let end = first + 1;
      while (end < here.length && continues(here[end] as Place)) end++;
      const group = here.slice(first, end);
      if (group.length < 2) continue;
      const words = report.text.slice(sentence.start, at);
      const list = words.slice(Math.max(...["，", "。", "：", "；"].map((mark) => words.lastIndexOf(mark))) + 1);
      const names = namesIn(list, group.length);
      const earlier = bare.test(list) ? here.slice(Math.max(0, first - group.length), first) : [];
      for (const [index, place] of group.entries()) {
        const name = names[index];
        const like = earlier.length === group.length ? earlier[index] : undefined;
        if (name !== undefined) found.set(place, { name });
        else if (like !== undefined) found.set(place, { like });
      }
    }
  }
  return found;
}

/** 履约率、开工率、投产率 → each; 锂电池、光伏组件产量 → the same measure of each; none where the counts differ. */
function namesIn(list: string, count: number): string[] {
  const items = list.split(joints);
  if (items.length !== count) return [];
  const measures = items.map((it) => measureIn(it));
  if (measures.every((it) => it !== null)) return measures.map((it) => (it as { name: string }).name);
  const last = measures.at(-1);
  const shared = last && measures.slice(0, -1).every((it) => it === null) && /产量|销量|出货量/.test(last.name);
  if (!shared) return [];
  return items.map((item, index) => `${index === count - 1 ? item.slice(0, last.index) : item}${last.name}`);
}

/** The figure's measure as the list before it tells it. */
export function asRespective(found: Measured, of: Respective | undefined, read: ReadonlyMap<Place, Measured>): Measured {
  if (of === undefined) return found;
  const growth = growthName.exec(found.name)?.[0] ?? "";
  if ("name" in of) return { ...found, name: `${of.name.replace(growthName, "")}${growth}` };
  const base = read.get(of.like);
  return base && growth !== "" ? { ...found, subject: base.subject, name: `${base.name.replace(growthName, "")}${growth}` } : found;
}
