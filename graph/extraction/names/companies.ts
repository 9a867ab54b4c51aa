import type { Words } from "../text/words.ts";
import { bySlot } from "./by-slot.ts";
import { byTrade } from "./by-trade.ts";
import { extendLeft } from "./extend.ts";
import type { Mention } from "./mention.ts";
import { givenNamesIn, shortNamesIn } from "./short-names.ts";
import { stopWords } from "./stop-words.ts";
import { wellKnown } from "./well-known.ts";

const legal =
  /(?:股份有限公司|有限责任公司|集团有限公司|控股有限公司|有限公司|股份公司|集团公司|集团总公司|总公司|分公司|集团|(?<!子|孙)公司)(?!债|法|治理|化)/g;
const notACompany =
  /^(?:上市|子|分|总|母|各|跨国|数|多家|大型|国有|央企|民营|投资|平台|科技|新能源|龙头|物流|本地|该|全资子|控股子|制造|电子|保险|合资|高科技|外资|知名|世界500强|500强|项目|基金|担保|全资|控股|参股|主板|独角兽|铜杆|锂电|光伏|贸易|运营|管理|租赁|目标|标的|关联|下属|两家|三家|几家)*(?:公司|集团|子公司|总公司|分公司)$/;
const notAGroup = /^(?:产业|企业|学习|城市|大|教育|党员|专家|科研)?集团$/;

/** 控股子公司某某有限公司: what the firm is to another is no part of its name. */
const rank =
  /^(?:其|该公司|公司)?(?:(?:全资|控股|参股)?(?:子公司|孙公司|分公司)|(?:控股|第一大|大)?股东|母公司|上市公司|龙头企业|链主企业)(?=.{2})/;
const known = new RegExp(wellKnown.join("|"), "g");

/** Firms by their legal form, by their trade's word or place where these speak for a firm, and by well-known names. */
export function companiesIn(text: string, words: Words, beside: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  const floorAt = (at: number): number =>
    beside.reduce((floor, it) => ((it.kind === "Park" || it.kind === "Company") && it.end <= at && it.end > floor ? it.end : floor), 0);
  for (const match of text.matchAll(legal)) {
    const head = match.index;
    const gathered = fromPlace(text, gatheredFrom(text, words, head, floorAt(head)), head, beside);
    const start = gathered + cutFrom(text.slice(gathered, head));
    const end = head + match[0].length;
    const name = text.slice(start, end);
    if (start >= head || notACompany.test(name) || notAGroup.test(name) || stopWords.has(text.slice(start, head))) continue;
    found.push({ start, end, kind: "Company", name, existing: null, confidence: /有限|股份/.test(match[0]) ? 1 : 0.95 });
  }
  for (const match of text.matchAll(known))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: "Company",
      name: match[0],
      existing: null,
      confidence: 0.95,
    });
  const named = [...found, ...bySlot(text, words)];
  const all = [...named, ...byTrade(text, words, named)];
  return [...all, ...givenNamesIn(text, all), ...shortNamesIn(text, all)];
}

/** A verb or particle that the segmenter left inside: 甲系|乙集团, 项目由|乙有限公司. */
const joined =
  /^.{2,}(?:系|隶属于?|归属于?|背靠|由|并入|控股|入股|收购|携手|联合|牵手|重组|还有|以及)(?=.{2,})|^.*?(?:还有|以及|包括|来自|其中|位于|(?:全资|控股|参股)?(?:子公司|孙公司)|控股股东|母公司)(?=.{2,})/;

/** How much at the beginning of what was gathered is no part of the name. */
function cutFrom(gathered: string): number {
  const before = joined.exec(gathered)?.[0].length ?? 0;
  return before + (rank.exec(gathered.slice(before))?.[0].length ?? 0);
}

/** 某某半导体（萍乡）有限公司, 某某永磁（包头）科技有限公司: the place in brackets belongs to the name. */
function gatheredFrom(text: string, words: Words, head: number, floor: number): number {
  const reach = { longest: 30, firm: true, floor } as const;
  const branch = /（[\u4e00-\u9fff]{2,4}）$/;
  const before = (at: number): number => branch.exec(text.slice(Math.max(0, at - 6), at))?.[0].length ?? 0;
  const start = extendLeft(words, head - before(head), reach);
  const inner = before(start);
  return inner > 0 ? extendLeft(words, start - inner, reach) : start;
}

/** A firm's name begins at its province or city where one stands inside: 高新区|江西众某公司. */
function fromPlace(text: string, start: number, head: number, known: readonly Mention[]): number {
  const place = known.find((it) => it.kind === "Region" && it.start > start && it.end < head && text.slice(start, it.start).length >= 2);
  return place && /(?:区|园|市|县|城|平台|基地)$/.test(text.slice(start, place.start)) ? place.start : start;
}
