import type { Words } from "../text/words.ts";
import { extendLeft } from "./extend.ts";
import type { Mention } from "./mention.ts";

const head =
  /(?:制造业|产业|行业|工业)(?!链|集群|园|基地|城|化|平台|大县|投资|增加值|总产值|机器人|互联网|强市|强县|强省|强区|用地|项目|企业|设计|废|固废|领域|发展|布局|体系|结构|规模|格局|工人|转型|升级|基金|引导|扶持|政策|招商|生态|高质量|协会|信息化|和信息化|局|厅|转移|合作|大会|新区|小镇|税收|单项冠军|标杆|领航企业|\d+强|“|”)/g;
const aggregate =
  /(?:全[市县省区])?(?:规模以上工业|规上工业|规模工业|战略性新兴产业|高技术制造业|装备制造业|高新技术产业|数字经济核心产业|未来产业|先进制造业)/g;
const common =
  /^(?:主导|首位|支柱|优势|特色|重点|传统|新兴|未来|战略性新兴|现代|上下游|相关|全|一二三|三次|两大|三大|四大|五大|六大|各|大|绿色|主要|朝阳|富民|千亿|百亿|千亿级|百亿级|优势特色|传统优势|特色优势|新型|第一|第二|第三|本地|该|配套|细分|高端|智能|先进|低碳|生产性服务|服务|农|工|县域|支柱性|地方|龙头|核心|其他|关联|基础|多个|部分|首位度|全省|全市|全县|中国|我国|国内)*(?:产业|行业|工业|制造业)$/;

/** What is done with an industry, and by whom, before its name: 基金重点支持|电子信息产业. */
const aim = /^.*(?:支持|捧回|摘得|重点|培育|壮大|推动|投向|服务|围绕)(?=.{2})/;

/** Industries as statistics count them: named ones, and the aggregates 规上工业, 高技术制造业…. */
export function industriesIn(text: string, words: Words): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(aggregate))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: "Industry",
      name: plain(match[0]),
      existing: null,
      confidence: 0.95,
    });
  for (const match of text.matchAll(head)) {
    const gathered = extendLeft(words, match.index, { longest: 14 });
    const start = gathered + (aim.exec(text.slice(gathered, match.index))?.[0].length ?? 0);
    const end = match.index + match[0].length;
    const name = text.slice(start, end);
    if (match.index - start < 2 || common.test(name) || found.some((it) => it.start < end && it.end > start)) continue;
    found.push({ start, end, kind: "Industry", name, existing: null, confidence: 0.9 });
    if (match[0] === "产业" || match[0] === "制造业") found.push(...listedBefore(text, words, start, match[0]));
  }
  return found;
}

/** 电子信息、|生物医药产业: the items of a list share its last word. */
function listedBefore(text: string, words: Words, at: number, head: string): Mention[] {
  const items: Mention[] = [];
  let end = at - 1;
  while (end > 0 && text[end] === "、") {
    const start = extendLeft(words, end, { longest: 10, verbs: false });
    const name = text.slice(start, end);
    if (name.length < 2 || /(?:产业|工业|业|项目|企业|公司|区|市|县|省)$/.test(name)) break;
    items.push({ start, end, kind: "Industry", name: `${name}${head}`, existing: null, confidence: 0.8 });
    end = start - 1;
  }
  return items;
}

const plain = (name: string): string => name.replace(/^全[市县省区]/, "").replace(/^(?:规模以上工业|规模工业)$/, "规上工业");
