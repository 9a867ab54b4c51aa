import type { Words } from "../text/words.ts";
import { extendLeft } from "./extend.ts";
import type { Mention } from "./mention.ts";

const heads =
  /(?:建设项目|技改项目|改造项目|项目|生产基地|制造基地|整车基地|电池基地|产业基地|研发基地|总部基地|运营总部|区域总部|总部|工程|生产线|产线)(?:[一二三四五]期)?(?!库|化|部|组|团队|谋划|建设百日|数|储备|管理|经理|负责|审批|招商|服务|用地|中心|师|技术|机械|为王|计划|申报)/g;
/** 项目签约, 项目落户: an event of projects at large, unless a name of some length or its owner stands before. */
const atLarge = /^(?:攻坚|招引|推进|签约|投资|竣工|开工|落地|落户|总投资|带动)/;
const phase = /(?<![第一二三四五\d])[一二三四五]期(?:扩建|扩产|技改)?(?:工程|项目)?(?!工程|项目|间|建设项目)/g;
const counted = /(?:[\d一二两三四五六七八九十百]+|多)[余多]?个(?:[^，。；、：“”]{0,14}?)(?:项目)(?!组|部)/g;
const afterwards = /项目\d+个/g;
const counting = /(?:(?:\d+(?:\.\d+)?)?(?:亿|千万|百万|百亿|十亿)元以上|[百千]亿级|亿级)[\u4e00-\u9fff]{0,8}$/;
/** 年产60万套…项目: from the capacity to the first head behind it. */
const byCapacity =
  /(?:年产|年处理|年加工|年回收|年拆解)?(?:\d+(?:\.\d+)?[×x])?\d+(?:\.\d+)?(?:万|亿)?(?:千瓦时|千瓦|平方米|公吨|吨|台套|件|套|台|辆|只|支|片|颗|双|GWh|MWh|MW|GW|吉瓦时|吉瓦|兆瓦)(?:\/年)?[^，。；：、！？“”（）《》\n项]{2,26}?(?:项目|生产基地|制造基地|整车基地|电池基地|产业园|基地|生产线|工程|产线|装置)(?:[一二三四五]期)?(?!建成后)/g;
const common =
  /^(?:该|此|本|上述|签约|在建|新建|续建|开工|重点|重大|工业|产业|投资|优质|制造业|一批|各|新|省|市|大|小|好|民生|基础设施|储备|招商|招商引资|引进|建设|技改|技术改造|改造|落地|产业链|外资|内资|新签|新签约|亿元以上|标志性|强链补链|补链|延链|重点工业|重大产业|省级|市级|国家级|优势|科研|科技|竣工|投产|系列|龙头|入库|签约的|配套|类|总部|基地|系统|现有|高质量|工程)*(?:项目|工程|基地|总部|产业基地|生产基地|生产线|产线|建设项目|技改项目|改造项目|制造基地|研发基地)$/;

/**
 * Single projects (年产3万吨…项目, …二期) and portfolios told by a count (17个重点项目, collective). The owner's name before it is not part
 * of the mention: the rules join the two.
 */
export function projectsIn(text: string, words: Words, owners: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(counted))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: "Project",
      name: match[0],
      existing: null,
      collective: true,
      confidence: 0.95,
    });
  for (const match of text.matchAll(afterwards)) {
    const end = match.index + match[0].length;
    const head = match.index;
    const counted = counting.exec(text.slice(Math.max(0, head - 24), head))?.[0];
    const start = counted === undefined ? extendLeft(words, head, { longest: 12 }) : head - counted.length;
    found.push({ start, end, kind: "Project", name: text.slice(start, end), existing: null, collective: true, confidence: 0.85 });
  }
  for (const match of text.matchAll(byCapacity)) {
    if (/(?:建设|投资|新建|投产|落户|签约|开工|竣工|达到|实现|等|的[^项]*的)/.test(match[0])) continue;
    const end = match.index + match[0].length;
    const phased = /[一二三四五]期$/.exec(text.slice(Math.max(0, match.index - 2), match.index));
    const floor = owners.reduce((last, it) => (it.end <= match.index && it.end > last ? it.end : last), 0);
    const start = phased ? extendLeft(words, match.index - 2, { longest: 10, floor }) : match.index;
    found.push({ start, end, kind: "Project", name: text.slice(start, end), existing: null, confidence: 0.97 });
  }
  for (const match of text.matchAll(heads)) {
    const head = match.index;
    const end = head + match[0].length;
    if (found.some((it) => it.start <= head && it.end >= end)) continue;
    const owner = owners.reduce((last, it) => (it.end <= head && it.end > last ? it.end : last), 0);
    const start = capacityBefore(text, extendLeft(words, head, { numbers: true, longest: 34, floor: owner }), owner);
    const name = text.slice(start, end).replace(/^的/, "");
    const at = end - name.length;
    const firm = head === at ? owners.find((it) => it.end === head && it.kind === "Company") : undefined;
    if (firm && /^项目/.test(match[0])) {
      found.push({ start: head, end, kind: "Project", name: `${firm.name}${match[0]}`, existing: null, confidence: 0.8 });
      continue;
    }
    const owned = owner === start || text.slice(owner, at) === "的";
    if (name.length - match[0].length < 2 && !(owned && at > owner && owner > 0)) continue;
    if (atLarge.test(text.slice(end, end + 3)) && !(owner > 0 && (owner === at || owned)) && name.length - match[0].length < 4) continue;
    if (common.test(name) || /^[\d.]+[万亿]?元/.test(name)) continue;
    found.push({ start: at, end, kind: "Project", name, existing: null, confidence: 0.9 });
  }
  for (const match of text.matchAll(phase)) {
    const owner = owners.find((it) => it.end === match.index);
    const start = owner ? match.index : extendLeft(words, match.index, { longest: 14 });
    const end = match.index + match[0].length;
    if (!owner && match.index - start < 2) {
      const alone = /(?:工程|项目)$/.test(match[0]) ? ownerOf(text, match.index, owners) : undefined;
      if (alone)
        found.push({ start: match.index, end, kind: "Project", name: `${alone.name}${match[0]}`, existing: null, confidence: 0.8 });
      continue;
    }
    const name = owner?.kind === "Company" ? `${owner.name}${match[0]}` : text.slice(start, end);
    if (!found.some((it) => it.start < end && it.end > start))
      found.push({ start, end, kind: "Project", name, existing: null, confidence: 0.85 });
  }
  return found;
}

/** Whose 二期项目 is that stands alone: the firm named last in its paragraph. */
const ownerOf = (text: string, at: number, owners: readonly Mention[]): Mention | undefined =>
  owners.findLast((it) => it.kind === "Company" && it.end <= at && at - it.end < 160 && !text.slice(it.end, at).includes("\n"));

const capacity =
  /(?:年产|年处理|年加工|年产能)?(?:\d+(?:\.\d+)?[×x])?\d+(?:\.\d+)?(?:万|亿)?(?:千瓦|平方米|吨|件|套|台套|台|辆|只|支|片|颗|GWh|MW|GW|吉瓦时|兆瓦)(?:\/年)?$/;

/** A capacity right before the words belongs to the name: 年产10万件|汽车线束项目. */
function capacityBefore(text: string, start: number, floor: number): number {
  const from = Math.max(floor, start - 18);
  const match = capacity.exec(text.slice(from, start));
  return match ? from + match.index : start;
}
