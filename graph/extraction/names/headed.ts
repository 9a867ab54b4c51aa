import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Words } from "../text/words.ts";
import { extendLeft } from "./extend.ts";
import type { Mention } from "./mention.ts";

interface HeadedName {
  readonly kind: EntityKind;
  /** The last word of the name. */
  readonly head: string;
  /** What must not follow the head. */
  readonly notBefore?: string;
  /** Whole names that name no single thing. */
  readonly common?: RegExp;
  readonly confidence: number;
  readonly longest?: number;
  /** Least characters before the head. */
  readonly least?: number;
}

/** Names that end in a word which tells their kind. */
const headed: readonly HeadedName[] = [
  {
    kind: "Park",
    head: "国家级?高新技术产业开发区|高新技术产业开发区|高新技术产业园区|高新技术开发区|经济技术开发区|经济开发区|综合保税区|高新区|经开区|综保区|工业园区?|工业新区|产业园区?|科技园区?|科创园|科创城|创业园|产业城|产业新城|工业平台|工业基地|工业小区|工业城|(?:智造|科技|工业|化工|空港|临空|临港|数字)新城|科技城|智能制造基地|物流园区?|孵化园|园中园|双创园|产业小镇|光电城|信息港|航空城|医药城|智谷|临港新区|新区|工业集中区|产业集中区|工贸集中区|集中区|(?:稀金|光|药|锂|数|声|电|铜|硅|车|硬科技|VR|医|芯|钢|陶|氢|算)谷|开发区",
    notBefore: "域|县|标准|建设指挥部|管理办法",
    common:
      /^(?:省级|国家级|国家|全国|全省|全市|各|工业|产业|重点|特色|现代|主题|专业|专业化|绿色|各类|化工|科技|县级|市级|省|市|该|国际|国内|合作|共建|海外|标准化|循环化|智慧|飞地)*(?:高新区|经开区|工业园区?|产业园区?|科技园区?|开发区|工业平台|科创园|产业城|物流园区?|工业基地|孵化园|综保区|工业新区|创业园|集中区|新区)$|^(?:城市|城南|城北|城东|城西|高铁|老城|高校|大学|国家级|规划|东部|西部|南部|北部)新区$|^(?:硅|光)谷$/,
    confidence: 0.95,
    least: 2,
  },
  {
    kind: "Platform",
    head: "(?<!科学|大学|中国[\\u4e00-\\u9fff]{0,6})(?:产业|技术|创新|联合|工业|材料|电池|制造|能源|新型|装备|电子|稀土|铜业|锂电|钢铁|光电|食品|医药|陶瓷|信息|产业链)研究院|联合实验室|重点实验室|实验室|技术创新中心|制造业创新中心|创新中心|企业技术中心|技术中心|工程研究中心|工程技术研究中心|工程中心|中试基地|博士后科研工作站|院士工作站|工作站|检测中心|检验检测中心|研发中心|大数据中心|数据中心|算力中心|超算中心|孵化器|创新平台|科技平台|服务平台|公共平台|工业互联网平台|数字工厂|数智工厂|智能工厂|5G工厂|灯塔工厂|试验基地|中试平台|公共服务平台|检测平台|研发平台|飞地",
    common:
      /^(?:国家级?|省级|市级|国家级?或?省级|企业|高能级|各类|一批|重大|科技|公共|研发|创新|综合|专业|智能|数字|灯塔)*(?:实验室|创新中心|技术中心|研发中心|创新平台|科技平台|服务平台|公共平台|工程中心|检测中心|数据中心|工作站|孵化器|飞地|智能工厂|中试基地|数字工厂|工程研究中心)$/,
    notBefore: "级",
    confidence: 0.95,
    longest: 28,
    least: 2,
  },
  {
    kind: "Institution",
    head: "大学|学院|研究院|研究所|科学院|设计院|人民政府|市政府|县政府|省政府|区政府|管委会|管理委员会|委员会|发展改革委员会|发展改革委|发改委|工信部|工业和信息化部|科技部|商务部|财政部|生态环境部|国务院|能源局|生态环境局|生态环境厅|自然资源局|自然资源厅|市场监管局|行政审批局|投资促进局|招商局|交通运输局|农业农村局|农业农村厅|人社局|人社厅|住建局|国资委|科技厅|工信厅|商务厅|财政厅|工信局|工业和信息化局|工业和信息化厅|发改局|商务局|科技局|财政局|统计局|税务局|海关|银行|协会|学会|促进会|研究会|总会|商会|联合会|指挥部|专班|领导小组|工作组|市委|县委|省委|区委|联盟",
    notBefore: "书记|常委|副书记|全会|办公室主任|生|城|工作会|经济|集团|批准的|部长|署",
    common:
      /^(?:各|有关|相关|高等|职业|科研|商业|政策性|地方|国有|高校|研究|行业|大|多家|知名|国内外)*(?:大学|学院|研究院|研究所|委员会|银行|协会|商会|联盟|管委会|联合会)$|^(?:市委|县委|省委|区委|市政府|县政府|省政府|区政府|管委会|工信局|发改委|能源局|人民政府|[省市县区][\u4e00-\u9fff]{2,8}[局厅委]|财政局|统计局|国家|招商局|财政厅|科技局|商务局)$/,
    confidence: 0.95,
    least: 0,
  },
  {
    kind: "Fund",
    head: "引导基金|产业基金|发展基金|投资基金|母基金|子基金|科创基金|基金群?|专项资金|资金池",
    common: /^(?:各类|社会|一批|系列|政府|财政)*(?:基金|资金池|资金)$/,
    confidence: 0.85,
    least: 0,
  },
  {
    kind: "IndustrialChain",
    head: "(?:及其?应用)?(?:产业链|供应链)",
    notBefore: "条|式|招商|供应链|现代化|链长|上下游|协同|金融|创新链|、创新链|短板|韧性|集群|群|图谱|价值链|生态|长",
    common:
      /^(?:重点|全|制造业|制造业重点|重点制造业|主导|优势|特色|千亿|百亿|千亿级|百亿级|完整|上下游|整条|各|全省|全市|工业|特色优势|优势制造业|现代|现代化|完整的|关键|新兴|核心|整个)*(?:产业链|供应链)$/,
    confidence: 0.95,
    least: 2,
  },
  {
    kind: "IndustryCluster",
    head: "(?:及其?应用)?(?:先进制造业集群|战略性新兴产业集群|产业集群|制造业集群|产业集聚区|特色集群|集群)|产业发展核心区|产业核心区|产业基地|产业高地",
    notBefore: "式|化|效应|发展|规模|数字化|提能|建设|培育|优势|竞争|强链|集聚",
    common:
      /^(?:重点|先进|制造业|先进制造业|国家级?|省级|市级|世界级|全国|千亿级?|百亿级?|五百亿级?|千百亿级?|标志性|特色|优势|产业|中小企业|特色产业|战略性新兴产业|战略性新兴|新兴|现代|创新型|一定|主导|支柱|万亿级?|大|传统|万亿|产业发展|重要)*(?:集群|核心区|产业基地|产业高地)$/,
    confidence: 0.95,
    least: 2,
  },
  {
    kind: "Event",
    head: "集中开工活动|集中签约活动|集中竣工活动|集中投产活动|开工活动|签约活动|推介活动|招商活动|对接活动|开工签约活动|开竣工活动|推进大会|大会|发布会|签约仪式|开工仪式|投产仪式|启动仪式|推介会|博览会|招商会|恳谈会|论坛|现场会|调度会|动员会|推进会|峰会|座谈会|工作会议|洽谈会|对接会|交易会|展览会|年会|供需会|全会",
    common:
      /^(?:人民代表|党|代表|职工|股东|全体|集中|项目|推进|专题|工作|招商|动员|经济)*(?:大会|全会|发布会|签约仪式|推介会|座谈会|推进会|调度会|论坛|现场会|动员会|开工活动|签约活动|招商活动|推介活动)$/,
    notBefore: "堂|战",
    confidence: 0.85,
    longest: 34,
    least: 2,
  },
];

/** 发布会 alone names no event; 项目集中签约仪式 does by what it opens. */
export function headedNamesIn(
  text: string,
  words: Words,
  {
    only,
    except,
    behind = [],
    places = [],
  }: { only?: EntityKind; except?: EntityKind; behind?: readonly Mention[]; places?: readonly Mention[] },
): Mention[] {
  const found: Mention[] = [];
  const ends = behind.map((it) => it.end);
  for (const { pattern, ...it } of patterns) {
    if (it.kind === except || (only && it.kind !== only)) continue;
    for (const match of text.matchAll(pattern)) {
      const head = match.index;
      const end = head + match[0].length;
      const floor = ends.reduce((last, at) => (at <= head && at > last ? at : last), 0);
      const reach = {
        longest: it.longest ?? 20,
        joints: it.kind === "Event",
        floor: it.kind === "Park" || it.kind === "Institution" ? 0 : floor,
      };
      const gathered = extendLeft(words, head, reach);
      const start =
        it.kind === "Event"
          ? eventStart(text, words, gathered, reach)
          : it.kind === "Park"
            ? parkStart(gathered, places)
            : ownPlace(text, words, gathered, places, reach) +
              (it.kind === "Institution" ? (received.exec(text.slice(gathered, head))?.[0].length ?? 0) : 0);
      const name = text.slice(start, end);
      if (head - start < (it.least ?? 0) || it.common?.test(name)) continue;
      const kind = it.kind === "Platform" && scholarly.test(name) ? "Institution" : it.kind;
      found.push({ start, end, kind, name, existing: null, confidence: it.confidence });
    }
  }
  return found;
}

/** The segmenter may take a county for a verb (分宜|工业园): a place right before a zone belongs to its name. */
const parkStart = (start: number, places: readonly Mention[]): number =>
  places.find((it) => it.start < start && it.end >= start)?.start ?? start;
/** A centre of an academy or a university is a body that works with others. */
const scholarly = /^(?:中国科学院|中科院|中国工程院|[\u4e00-\u9fff]{2,8}大学).{2}/;
/** The same for a body's seat: 中国科学院|包头|稀土研发中心. */
function ownPlace(
  text: string,
  words: Words,
  start: number,
  places: readonly Mention[],
  reach: { longest: number; floor: number },
): number {
  const place = places.find((it) => it.end === start);
  return place && words.tags[words.at(place.start)] !== "ns" && /[\u4e00-\u9fff]/.test(text[place.start - 1] ?? "")
    ? extendLeft(words, place.start, reach)
    : start;
}
/** A verb that the segmenter left before a body: 已获|福建省发展改革委. */
const received = /^(?:已获|已经|获|经|由|向|报|获得|取得|得到|与|和)(?=.)/;

const edition = /(?:(?:20\d\d年?)?第[一二三四五六七八九十\d]+届|20\d\d年?(?:第?[一二三四]季度|上半年|下半年)?|第?[一二三四]季度)$/;
const hostCity = /[\u4e00-\u9fff]{2,4}(?:市|县|区)?（[\u4e00-\u9fff]{2,5}）$/;

/** The year and edition of an event, and the town in brackets where it is held, belong to its name: 2023世界…大会, 新余（深圳）…推介会. */
function eventStart(text: string, words: Words, start: number, reach: { longest: number; joints: boolean; floor: number }): number {
  const before = text.slice(Math.max(0, start - 16), start);
  const held = hostCity.exec(before)?.[0] ?? "";
  const bracket = held.lastIndexOf("（");
  if (bracket > 0) return extendLeft(words, start - (held.length - bracket), reach);
  const year = edition.exec(before)?.[0].length ?? 0;
  if (year === 0) return start;
  const place = /(?:[\u4e00-\u9fff]{2,3}[市县区])$/.exec(text.slice(Math.max(0, start - year - 4), start - year));
  return start - year - (place && start - year - place[0].length >= reach.floor ? place[0].length : 0);
}

const patterns = headed.map((it) => ({ ...it, pattern: new RegExp(`(?:${it.head})${it.notBefore ? `(?!${it.notBefore})` : ""}`, "g") }));
