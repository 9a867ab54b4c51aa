import type { Words } from "../text/words.ts";
import { commonModifiers, stopWords } from "./stop-words.ts";

/** Whether words are modifiers of a trade through and through. */
export function isCommon(brand: string): boolean {
  if (brand === "") return true;
  for (let length = Math.min(6, brand.length); length > 0; length--)
    if (commonModifiers.has(brand.slice(0, length)) && isCommon(brand.slice(length))) return true;
  return false;
}

/** 明珠|隔膜|材料: a firm and its goods, no firm's name. */
export const endsInProduct = (brand: string): boolean =>
  [2, 3, 4].some((length) => brand.length - length >= 2 && commonModifiers.has(brand.slice(-length)));

/** A brand has a word that no dictionary lists, a place or a person's name, or is too short to be cut. */
export function isNameLike(words: Words, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    const index = words.at(at);
    if (/^(?:x|nr.*|nz|ns|nt|b|j|eng)$/.test(words.tags[index] as string) || words.end(index) > end || words.end(index) - at === 1)
      return true;
    at = words.end(index);
  }
  return false;
}

const particles = /^[的与和及由在对向将把被为是有以等了、个家户条期到从或这该其至给让使即如]$/;
const closed = /^(?:p|c|u.*|r|d|y|t|m|q)$/;
/** Nouns that say what a name is and are none of it: 芜湖|企业|瑞鹄模具. */
const telling =
  /^(?:企业|公司|集团公司|上市公司|龙头|龙头企业|链主|链主企业|链主“|车企|巨头|股东|子公司|孙公司|客户|厂商|业主|单位|厂家|大户|老牌|本土|知名|全球|国内|行业|项目|园区|工厂|车间|家|户|企|业|名企|伙伴|其中|代表|为首|所在地|全资|控股|参股|民企|央企|国企)$/;

/** Where the name begins that ends at `end` and reaches to `from` at most: after the last word that belongs to no name. */
export function nameStart(words: Words, from: number, end: number): number {
  let start = end;
  while (start > from) {
    const index = words.at(start - 1);
    const begin = Math.max(words.start(index), from);
    const word = words.text.slice(begin, start);
    const tag = words.tags[index] as string;
    if (/[^\w\u4e00-\u9fff·]/.test(word) || /^[\d.]+$/.test(word) || telling.test(word)) break;
    if (word.length > 1 && (stopWords.has(word) || closed.test(tag))) break;
    if (word.length === 1 && particles.test(word)) break;
    start = begin;
  }
  const glued = /^(?:.{2,}系(?=.{2})|[即以由与及]{1,2}(?=.{4}))/.exec(words.text.slice(start, end))?.[0].length ?? 0;
  return start + glued;
}

/** Verbs and adverbs that end a name, though they may stand inside one that is gathered from its end. */
const ending =
  /^(?:拟|将|已|还|也|又|再|均|都|系|现|正|才|并|共|承建|控股|持股|全资|参股|出资|实施|牵头|领衔|负责|担任|增资|采购|供货|扩产|投用|扭亏为盈|持有|主导|开发|创办|领跑|交割|供应|完成|隶属于?|背靠|并入|加码|新建|扩建|来|前来|当|做|上榜|公告|披露|去年|股权|重组|的|等|年产|投资|位列|主要|直接|合计|分别|同|则|刚|便|就|更|却|管理|托管|来到)$/;

/** Where the name ends that begins at `start` and reaches to `until` at most. */
export function nameEnd(words: Words, start: number, until: number): number {
  let at = start;
  while (at < until) {
    const index = words.at(at);
    const end = Math.min(words.end(index), until);
    const word = words.text.slice(at, end);
    const tag = words.tags[index] as string;
    if (/[^\w\u4e00-\u9fff·]/.test(word) || /^[\d.]+$/.test(word) || telling.test(word) || ending.test(word)) break;
    if (word.length > 1 && (stopWords.has(word) || closed.test(tag))) break;
    if (word.length === 1 && particles.test(word)) break;
    at = end;
    if (/(?:集团|公司)$/.test(word)) break;
  }
  return at;
}

const otherKind =
  /(?:大学|学院|学校|研究院|研究所|政府|委员会|管委会|市委|县委|区委|省委|发改委|国资委|局|厅|部|院|中心|集群|产业|产业链|链|基金|园区|工业园|产业园|园|区|县|市|省|镇|乡|村|街道|平台|实验室|项目|工程|企业|车企|厂商|人员|团队|专班|小组|领导|协会|商会|银行|地区|领域|行业|企业家|干部|工人|员工|技术|设备|产品|材料等|市场|品牌|模式|机制|资金|板块|环节|方面|城市|会议|大会|活动|国家|部门|单位|镇长|书记|主任|局长|工信部|奖|强|榜|基地|工厂|车间|总部|主任|书记|局长|市长|县长|区长|院士|教授|专家|计划|方案|规划|措施|政策|制造业|工业|服务业|经济|论坛|资本|股权|股份公司的|产线|协议|订单|电芯厂|生产线|企|车|年|月|日|亿元|万元|为主)$/;
const opening =
  /主任|书记|局长|市长|县长|区长|院士|教授|副省长|^(?:全[市县区省国球]|当地|该|本|这|那|其|两|三|多|各|一|几|众多|部分|市|县|区(?!域)|省|我|他|她|它|更|最|已|将|大量|许多|不少|首|第|以上|以下|截至|目前|如今|产业|行业|工业|项目|企业|双方|同样|另)/;

/** The end of a name without the adverbs before the cue that follows it: 启航电子|还. */
export function withoutTail(words: Words, from: number, end: number): number {
  let at = end;
  while (at > from) {
    const begin = words.start(words.at(at - 1));
    if (begin < from || !ending.test(words.text.slice(begin, at)) || words.end(words.at(at - 1)) !== at) break;
    at = begin;
  }
  return at;
}

/** Whether the words between two offsets may name a firm that no form of its own betrays. */
export function mayBeFirm(words: Words, start: number, end: number, sure: boolean): boolean {
  const name = words.text.slice(start, end);
  if (name.length < (sure ? 2 : 3) || name.length > 10 || !/^[\u4e00-\u9fffA-Za-z]+$/.test(name) || !/[\u4e00-\u9fff]/.test(name))
    return false;
  if (otherKind.test(name) || opening.test(name) || isCommon(name) || stopWords.has(name)) return false;
  return sure || isNameLike(words, start, end);
}
