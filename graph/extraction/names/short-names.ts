import { coreOf } from "./legal-name.ts";
import { covers, type Mention } from "./mention.ts";

/** A name that goes on is another firm's. */
const goesOn =
  /^(?:科技|材料|股份(?!的|制)|集团|能源|电子|新能源|新材料|循环|锂|电池|环保|智能|机械|实业|控股(?!股东|子公司|的|\d)|重工|金属|化工|光电|国际|置业|物流|时代|再生)/;
const dispensable = /(?:科技|实业|控股|集团|股份|新材料|新能源|材料|技术)$/;

/** Where a firm is named in a text, its short name and its name again name it too. */
export function shortNamesIn(text: string, full: readonly Mention[]): Mention[] {
  const shorts = new Map<string, number>();
  for (const { name } of full) {
    if (name.length >= 3) shorts.set(name, 0.95);
    if (!/公司$|集团$/.test(name)) continue;
    const core = coreOf(name);
    if (core.length >= 4) shorts.set(core, 0.95);
    const brand = core.replace(dispensable, "");
    if (brand.length >= 4) shorts.set(brand, 0.9);
  }
  const found: Mention[] = [];
  const taken = new Set(full.map((it) => `${it.start}|${it.end}`));
  for (const [short, confidence] of shorts)
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + short.length)) {
      const end = at + short.length;
      if (taken.has(`${at}|${end}`) || goesOn.test(text.slice(end, end + 3))) continue;
      if (full.some((it) => covers(it, { start: at, end }))) continue;
      found.push({ start: at, end, kind: "Company", name: short, existing: null, confidence });
    }
  return found;
}

/** 某某锂能科技有限公司（以下简称“某某锂能”）: the short name that the text itself gives a firm. */
const given = /^（[^（）“]{0,24}?(?:简称|称)(?:为)?[：“"]*(?:(?:本?公司|集团)[”"]?(?:或|、|及)[“"]?)?([\u4e00-\u9fffA-Za-z]{2,10})[”"]?）/;

export function givenNamesIn(text: string, full: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const it of full) {
    const short = given.exec(text.slice(it.end, it.end + 44))?.[1];
    if (!short || /^(?:本?公司|集团)$/.test(short)) continue;
    for (let at = text.indexOf(short, it.end); at >= 0; at = text.indexOf(short, at + short.length))
      if (!goesOn.test(text.slice(at + short.length, at + short.length + 3)))
        found.push({ start: at, end: at + short.length, kind: "Company", name: it.name, existing: null, confidence: 1 });
  }
  return found;
}
