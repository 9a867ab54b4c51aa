import type { Span } from "../extraction.ts";
import type { Words } from "../text/words.ts";
import { endsInProduct, isCommon, isNameLike } from "./firm-words.ts";
import { covers, type Mention } from "./mention.ts";
import { stopWords } from "./stop-words.ts";

/** Trade words that end a firm's short name: 国兴|锂业, 华晟|光电. Longest first. */
const trades =
  "新能源科技 新能源汽车 新材料科技 新能源 新材料 半导体 微电子 生物科技 生物医药 精密制造 精密科技 智能装备 智能科技 智能制造 智造 锂业 锂电 锂能 锂源 铜业 铝业 钨业 镍业 矿业 矿冶 稀土 钴业 硅业 硅能 钛业 镁业 锌业 铅锌 锡业 钼业 钢业 管业 泵业 阀业 线业 轮业 磁材 磁业 电子 科技 重工 重科 光电 光学 光能 光伏 光纤 电池 动力 储能 材料 材料科技 药业 制药 医药 医疗 医械 生物 机械 机电 装备 电气 电器 电源 电力 电工 电缆 精密 精工 精机 精铸 食品 乳业 酒业 茶业 茶油 粮油 饲料 油脂 肉业 米业 农业 牧业 渔业 水产 果业 纺织 针织 纤维 化纤 服饰 服装 鞋业 鞋服 家居 家具 家纺 陶瓷 瓷业 建材 水泥 玻璃 玻纤 纸业 印刷 包装 化工 化学 石化 钢铁 特钢 不锈钢 铜箔 铝箔 铜材 铝材 铝箔 隔膜 电解液 前驱体 汽车 车业 汽配 车桥 底盘 内饰 航空 航天 船舶 船业 轴承 模具 激光 显示 视讯 通信 通讯 智能 智控 智联 软件 信息 数科 数码 数据 能源 能科 氢能 热能 风电 风能 核电 环保 环境 实业 工业 股份 控股 时代 高科 微电 芯片 芯能 物流 集团 电路 线缆 线束 传感 仪器 仪表 照明 玩具 箱包 日化 香料 竹业 林业 木业 水泵 阀门 铸造 锻造 锻压 铸锻 循环 再生 再生资源 金属 新材 硅材 碳材 磷业 氟业 盐业 传动 客车 重汽 重装 盐化 盐业 印务 印业 饮品 饮料 食业 粮业 电机 变压器 机器人 制造 电驱 电控 炭素 碳素 碳业 塑业 塑胶 橡胶 涂料 工贸 冶金 冶炼 焦化 煤业 煤电 钻探 国控 国投 城投 产投 建投 工投 交投"
    .split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|");
const trade = new RegExp(`(?:${trades})(?<!控股(?=的|了|\\d|子公司|股东))(?:股份(?!的|\\d)|集团|公司)?`, "g");

const after =
  /^(?:公司|集团|股份|的?[^，。；、]{0,16}?(?:项目|工程(?!研究|技术|中心|师)|生产线|产线|基地)|年产|[一二三四]期|投资|投入|投建|投产|建成|建设|新建|落户|入驻|签约|入选|获评|获批|荣获|荣膺|名列|位列|分列|排名|位居|列第|跻身|入围|登榜|上榜|上市|董事长|总经理|总裁|负责人|副总|车间|厂区|生产|研发|量产|实现|扩产|增资|竣工|开工|动工|点火|试产|与|同|和|携手|联合|牵头|承建|旗下|控股|参股|持股|直接|持有|收购|完成|入股|以\d|系|由|位于|地处|坐落|成立|正式|率先|总部|是|为|被|将|把|向|从|在|已|不断|连续|去年|今年|上半年|营收|营业收入|董事会|的(?:智能|产品|订单|控股股东|主要|全资)|\d+%|[（(]\d{6}|（[\u4e00-\u9fff]{2,10}(?:子公司|控股)|产品|主营|专注|专业|致力|深耕|斥资|发布|公告|启动|负责|受托|运营|拥有|形成|利用|收购|用|每年|年处理|亮相|参加|等.{0,8}(?:企业|公司|项目|车企|厂商|供货|配套)|等\d+[家个户]|拟|计划|现场|担任|分别|相继|先后|两|处在|[，。；]|上半年|\d{4}年|隶属|背靠|来自|成为|获|还|也|又|通过|出口|扩能|技改|前来)/;
const before =
  /(?:引进|引来|引入|招引|引育|落户了?|支持|扶持|帮助|依托|由|携手|联合|龙头企业|链主企业|链主|龙头|企业|公司|子公司|走进|走访|考察|包括|以|如|推动|推进|以及|旗下|供应|供货|供给|销往|配套|和|与|及|同|向|为|对|从|至|给|促成|培育出?|涌现出?|集聚了?|聚集了?|吸引了?|吸引|拥有|来自|在|据|入驻|持有|收购|入股|参股|重组|控股|的|是|位列|还有|确定|遴选|授予|巨头|股东|业主|客户|投资方)$/;
/** What follows a firm and no trade, however common the brand. */
const telling =
  /^(?:公司|集团|股份|年产|投资|投产|落户|签约|入选|获评|获批|荣获|申报|争创|冲刺|领跑|加快|做|董事长|总经理|总裁|携手|牵头|承建|旗下|控股|参股|持股|持有|直接持有|收购|入股|系|位于|地处|总部|是|为|被|主营|主要|专业|专注|致力|斥资|扩产|增资|隶属|背靠|联合|与|同|向|的(?:全资|控股)|\d+%|拥有|负责|受托|运营|启动|形成|利用|亮相|参加|担任|处在|成为|投资|去年|今年|上半年|已|还|研发|发布|通过|牵头|每年|将|以\d|2|等|、|和|在|，|。|运营|新建|由|（|[^，。；、的]{0,14}?(?:项目|基地|工程(?!研究|技术|中心|师)|生产线|产线))/;

/** What follows a trade's word when it names a trade and no firm: 光电|产业, 电子|信息. */
const notBeforeTrade =
  /^(?:产业|行业|领域|产品|工业|制造业|企业|技术|信息|园|链|集群|基地|设备|器件|元器件|零部件|级|类|用(?=[^，。]{0,4}(?:材料|玻璃|级|膜|板|件|设备|化学品))|装备|化|大学|学院|局|厅|板块|赛道|市场|为主|加工|及|与应用|研究|材料(?!股份|公司)|股东|股权(?!划转)|子公司|大会|博览会|协会|之|创新|发展|专班|进出口|价格|产能|产量|项目数|强|新城|小镇|营收|增加值|投资\d+%|转化|攻关|成果|研发投入|招商|金融|支行|转型|赋能|配件|元件|终端|业务|板|件|片|膜|管|杆|棒|粉|盐|器(?!件公司)|模组|系统|总成|座椅|站|厂房|城|街|费|量|价|类|率|商|需求|消费|消耗|使用|自给|开发区|出口额|供应链)/;

/** A place's statistics or a time, no brand: 吉安市规上|工业, 去年|工业. */
const notABrand =
  /[了着]|规模$|^(?:专|主)[做产营供]|大学|学院|研究院|政府|规上|规模以上|[市县省]$|全[市县省区]|^(?:去年|今年|明年|全年|上半年|下半年|一季度|当年|近年)/;
/** Nouns before a brand that are none of it: 国家级绿色工厂|启航电子, 高新区|启航电子. */
const beforeBrand = /^(?:工厂|企业|园区|基地|冠军|巨人|公司|龙头|链主|股东|子公司|车企|巨头|客户)$|.[区园市县省镇]$/;

/** Trades that are goods too: a firm's name only behind a word that is coined, and never behind a whole one (科晟材料|隔膜). */
const goods =
  /^(?:隔膜|电解液|前驱体|线束|变压器|铜箔|铝箔|铝材|铜材|电池|电机|模具|轴承|玻璃|水泥|汽车|底盘|内饰|仪器|仪表|机器人|箱包|芯片|电路|线缆|电缆|陶瓷|纤维|涂料|橡胶|塑胶|阀门|水泵|饮品|饮料)/;
const endsInTrade = new RegExp(`.{2}(?:${trades}|集团|公司)$`);

type Candidate = Mention & { proven: boolean };

/** Firms by a trade's word, where the place speaks for a firm, beside a proven one in a list, or by the same name elsewhere. */
export function byTrade(text: string, words: Words, taken: readonly Mention[]): Mention[] {
  const candidates: Candidate[] = [];
  for (const match of text.matchAll(trade)) {
    const end = match.index + match[0].length;
    if (notBeforeTrade.test(text.slice(end, end + 5)) || taken.some((it) => covers(it, { start: match.index, end }))) continue;
    if (attributive.test(match[0]) && taken.some((it) => it.end === match.index)) continue;
    const brand = brandBefore(text, words, match.index, end);
    if (!brand) continue;
    candidates.push({
      start: brand.start,
      end,
      kind: "Company",
      name: text.slice(brand.start, end),
      existing: null,
      confidence: 0.85,
      proven: isProven(text, words, brand.start, end) || /(?:股份|集团|公司)$/.test(match[0]),
    });
  }
  const names = new Set([...candidates.filter((it) => it.proven), ...taken].map((it) => it.name));
  const beside: Candidate[] = [...candidates, ...taken.map((it) => ({ ...it, proven: true }))].sort((a, b) => a.start - b.start);
  return candidates.filter((it) => it.proven || names.has(it.name) || isListed(text, beside, it)).map(({ proven, ...it }) => it);
}

const isProven = (text: string, words: Words, start: number, end: number): boolean =>
  after.test(text.slice(end, end + 24)) || before.test(text.slice(Math.max(0, start - 5), start)) || isBoundTwice(text, words, start, end);

/** A name beside a proven one in the same list is one too. */
function isListed(text: string, all: readonly Candidate[], it: Candidate): boolean {
  for (const step of [-1, 1]) {
    let beside: Mention = it;
    for (let at = all.indexOf(it) + step; all[at]; at += step) {
      const next = all[at] as Candidate;
      const [left, right] = step < 0 ? [next, beside] : [beside, next];
      if (!/^(?:、|和|与|及|以及)$/.test(text.slice(left.end, right.start))) break;
      if (next.proven) return true;
      beside = next;
    }
  }
  return false;
}

/** Two to four characters before a trade's word that stand at a boundary and are no common modifier. */
function brandBefore(text: string, words: Words, head: number, end: number): Span | null {
  let start = head;
  while (start > 0 && head - start < 7) {
    const index = words.at(start - 1);
    const from = words.start(index);
    const word = text.slice(from, start);
    if (/[^\w\u4e00-\u9fff]/.test(word) || /^[\d.]+$/.test(word)) break;
    const tag = words.tags[index] as string;
    if (beforeBrand.test(word)) break;
    if (
      word.length > 1 &&
      (stopWords.has(word) || /^(?:p|c|u.*|r|d|y|t|m|q|v|vd|vn)$/.test(tag)) &&
      !(start === head && /^v/.test(tag) && !stopWords.has(word))
    )
      break;
    if (
      word.length === 1 &&
      (/^[的与和及由在对向将把被为是有以等了、个家户条期到从或这该其]$/.test(word) || (stopWords.has(word) && start !== head))
    )
      break;
    start = from;
  }
  if (start === head && closedBefore(words, head)) return null;
  start = boundaryBefore(text, start, head);
  const brand = text.slice(start, head);
  if (brand.length < 2 || brand.length > 6 || !/^[\u4e00-\u9fffA-Za-z]+$/.test(brand)) return null;
  if (isCommon(brand) || endsInProduct(brand)) return null;
  if (goods.test(text.slice(head, end)) && (endsInTrade.test(brand) || !isCoined(words, start, head))) return null;
  if (notABrand.test(brand) || (text[end - 1] === "投" && /^[产入放用运资]/.test(text.slice(end, end + 1)))) return null;
  return isNameLike(words, start, head) || isBoundTwice(text, words, start, end) ? { start, end: head } : null;
}

/** What may stand behind a firm and be part of what it does: 泸州老窖|智能酿造技改项目. */
const attributive = /^(?:智能|数据|电池|储能|动力|光伏|装备|机器人|信息|芯片|能源|材料|制造|电力|生物|环保|循环|再生)/;

/** Whether a brand has a word that no dictionary lists, or one that is a name. */
function isCoined(words: Words, start: number, end: number): boolean {
  for (let at = start; at < end; at = words.end(words.at(at)))
    if (/^(?:x|nr.*|nz|ns|nt|eng)$/.test(words.tags[words.at(at)] ?? "")) return true;
  return false;
}

/** The word right before is no name's: nothing stands between it and the trade. */
function closedBefore(words: Words, head: number): boolean {
  const index = words.at(head - 1);
  const word = words.text.slice(words.start(index), head);
  return word.length > 1 && words.end(index) === head && (stopWords.has(word) || /^(?:p|c|u.*|r|d|t|m|q)$/.test(words.tags[index] ?? ""));
}

const personal = /^(?:订单|产能|产线|产品|员工|工人|技术人员|车间|展厅|生产线|厂房|负责人|产量|产值|营收|股权|股份|年报|智能|业绩|净利)/;

/** A brand that is a common word (启航, 天虹) counts where its left is bound and what a firm does, or has, follows. */
function isBoundTwice(text: string, words: Words, start: number, end: number): boolean {
  const bound =
    start === 0 ||
    /[^\w\u4e00-\u9fff]/.test(text[start - 1] as string) ||
    before.test(text.slice(Math.max(0, start - 5), start)) ||
    /[区园市县省]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    beforeBrand.test(words.text.slice(words.start(words.at(start - 1)), start));
  if (!bound) return false;
  const tail = text.slice(end, end + 18);
  return (
    telling.test(tail) ||
    personal.test(tail) ||
    (words.start(words.at(end)) === end && /^(?:v|vd|d|p|uj|c|t|x)$/.test(words.tags[words.at(end)] ?? ""))
  );
}

const openers =
  /(?:[^\u4e00-\u9fffA-Za-z\d]|供应|供货|供给|引进|引来|引入|招引|支持|依托|携手|联合|龙头企业|链主企业|企业|公司|走进|走访|包括|推动|推进|以及|旗下|客户|由|与|和|及|在|为|向|是)$/;

/** The segmenter may glue a verb to a brand (供应国|鼎时代): a plain verb or mark right before two to four characters cuts better. */
function boundaryBefore(text: string, start: number, head: number): number {
  if (head - start >= 2 && head - start <= 4) return start;
  for (let length = 2; length <= 4; length++)
    if (openers.test(text.slice(Math.max(0, head - length - 5), head - length))) return head - length;
  return start;
}
