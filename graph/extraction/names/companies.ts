import type { Span } from "../extraction.ts";
import type { Words } from "../text/words.ts";
import { extendLeft } from "./extend.ts";
import { coreOf } from "./legal-name.ts";
import { covers, type Mention } from "./mention.ts";
import { commonModifiers, stopWords } from "./stop-words.ts";

const legal =
  /(?:股份有限公司|有限责任公司|集团有限公司|控股有限公司|有限公司|股份公司|集团公司|集团总公司|总公司|分公司|子公司|集团|公司)(?!债|法|治理|化)/g;
const notACompany =
  /^(?:上市|子|分|总|母|各|跨国|数|多家|大型|国有|央企|民营|投资|平台|科技|新能源|龙头|物流|本地|该|全资子|控股子|制造|电子|保险|合资|高科技|外资|知名|世界500强|500强)*(?:公司|集团|子公司|总公司|分公司)$/;
const notAGroup = /^(?:产业|企业|学习|城市|大|教育|党员|专家|科研)?集团$/;

/** 控股子公司某某有限公司: what the firm is to another is no part of its name. */
const rank = /^(?:全资|控股|参股)?(?:子公司|孙公司|分公司)/;

/** Trade words that end a firm's short name: 国兴|锂业, 华晟|光电. Longest first. */
const trades =
  "新能源科技 新能源汽车 新材料科技 新能源 新材料 半导体 微电子 生物科技 生物医药 精密制造 智能装备 智能科技 锂业 锂电 锂能 锂源 铜业 铝业 钨业 镍业 矿业 矿冶 稀土 钴业 硅业 钛业 磁材 电子 科技 重工 光电 光学 光伏 电池 动力 储能 材料 材料科技 药业 制药 医药 医疗 生物 机械 机电 装备 电气 电器 电源 电力 电工 电缆 精密 精工 食品 乳业 酒业 茶业 粮油 饲料 农业 牧业 纺织 针织 服饰 服装 鞋业 家居 家具 陶瓷 瓷业 建材 水泥 玻璃 纸业 印刷 包装 化工 化学 石化 钢铁 特钢 不锈钢 铜箔 汽车 车业 航空 航天 船舶 轴承 模具 激光 显示 通信 智能 软件 信息 能源 环保 环境 实业 工业 股份 控股 时代 高科 微电 芯片 物流 集团 电路 线缆 传感 仪器 仪表 照明 玩具 箱包 日化 香料 竹业 林业 水泵 阀门 铸造 锻造 循环 再生 金属 新材 硅材 磷业 氟业 盐业 数码 传动 客车 重汽 电机 变压器 机器人 制造 电驱 能科 炭素 碳素"
    .split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|");
const trade = new RegExp(`(?:${trades})(?:股份|集团|公司)?`, "g");

/** National names without a trade's word. */
const wellKnown =
  /宁德时代|比亚迪|欣旺达|国轩高科|孚能科技|亿纬锂能|中创新航|蜂巢能源|晶科能源|隆基绿能|天合光能|晶澳科技|阿里巴巴|腾讯|百度|京东|华为|中兴通讯|小米|立讯精密|华勤|龙旗|欧菲光|富士康|格力电器|美的集团|海尔|江铃|吉利|长安汽车|奇瑞|长城汽车|中国商飞|洪都航空|中航工业|江西铜业|江铜|江钨|晶能光电|联创电子|合力泰|中国移动|中国电信|中国联通|中国铁塔|中国宝武|中国五矿|中国铝业|中国石化|中国石油|中国中车|中国建材|中国有研|中国一重|中国稀土集团|国家电网|国家电投|国家能源集团|中国华能|大唐集团|三峡集团|中核集团|中广核|天齐锂业|赣锋锂业|盛新锂能|雅化集团|中矿资源|紫金矿业|洛阳钼业|华友钴业|格林美|当升科技|容百科技|恩捷股份|星源材质|天赐材料|浪潮|海康威视|科大讯飞|京东方|中芯国际|三一重工|徐工集团|中联重科|特斯拉|海螺水泥|华润集团|招商局集团|方大集团|正邦集团|双胞胎集团|济民可信|仁和集团|汇仁集团|江中集团|九江石化|新钢集团|萍钢|方大特钢/g;

const after =
  /^(?:公司|集团|股份|的?[^，。；、]{0,16}?(?:项目|工程|生产线|基地)|年产|[一二三四]期|投资|投入|投建|投产|建成|建设|新建|落户|入驻|签约|入选|获评|获批|荣获|名列|位列|分列|排名|位居|列第|跻身|上市|董事长|总经理|总裁|负责人|副总|车间|厂区|生产|研发|量产|实现|扩产|增资|竣工|开工|点火|试产|与|携手|联合|牵头|承建|旗下|控股|收购|系|由|位于|成立|正式|率先|总部|是|为|（\d{6}|等.{0,6}(?:企业|公司|项目)|等\d+[家个户])/;
const before =
  /(?:引进|引来|引入|招引|引育|落户了?|支持|依托|由|携手|联合|龙头企业|链主企业|链主|龙头|企业|公司|走进|走访|包括|以|如|推动|推进|以及|旗下|供应|供货|供给|销往|配套|和|与|及|向|为|促成|培育出?|涌现出?|集聚了?|聚集了?|吸引了?|拥有|来自|在|据|入驻)$/;

/** What follows a trade's word when it names a trade and no firm: 光电|产业, 电子|信息. */
const notBeforeTrade =
  /^(?:产业|行业|领域|产品|工业|制造业|企业|技术|信息|园|链|集群|基地|设备|器件|元器件|零部件|级|类|用|装备|化|大学|学院|局|厅|板块|赛道|市场|为主|加工|及|与应用|研究|材料(?!股份|公司)|股东|股权|子公司)/;

/** Firms by their legal form, by their trade's word where the place speaks for a firm, and by well-known names. */
export function companiesIn(text: string, words: Words, known: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  const floorAt = (at: number): number =>
    known.reduce((floor, it) => ((it.kind === "Park" || it.kind === "Company") && it.end <= at && it.end > floor ? it.end : floor), 0);
  for (const match of text.matchAll(legal)) {
    const head = match.index;
    const gathered = fromPlace(
      text,
      extendLeft(words, pastBranch(text, head), { longest: 30, firm: true, floor: floorAt(head) }),
      head,
      known,
    );
    const start = gathered + (rank.exec(text.slice(gathered, head))?.[0].length ?? 0);
    const end = head + match[0].length;
    const name = text.slice(start, end);
    if (start === head || notACompany.test(name) || notAGroup.test(name) || stopWords.has(text.slice(start, head))) continue;
    found.push({ start, end, kind: "Company", name, existing: null, confidence: /有限|股份/.test(match[0]) ? 1 : 0.95 });
  }
  for (const match of text.matchAll(wellKnown))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: "Company",
      name: match[0],
      existing: null,
      confidence: 0.95,
    });
  const named = [...found, ...shortNamesIn(text, found), ...byPlaceIn(text)];
  return [...named, ...byTrade(text, words, named)];
}

const listedFirms =
  /(?:依托|支持|以|包括|聚集了?|集聚了?|拥有|引进了?|引来|培育了?|涌现出?|联合|由)((?:[\u4e00-\u9fffA-Za-z]{2,8}、){1,9}[\u4e00-\u9fffA-Za-z]{2,8})等(?:一批|[\d一二三四五六七八九十]+家)?(?:行业)?(?:龙头|骨干|知名|链主|头部|领军|优质|重点|本土)*企业/g;
const ranked =
  /(?<=[，。；：、]|^)([\u4e00-\u9fff]{2,8})(?=(?:名列|位列|入围|跻身|登榜|上榜|入选)[^，。；]{0,4}(?:中国|全国|全球|世界|江西)[^，。；]{2,14}强)/g;
const noFirm =
  /(?:产业|行业|制造|装备|材料|信息|工业|项目|企业|公司|食品|医药|化工|纺织|领域|地区|市|县|区|省|全市|年)$|^(?:连续|再次|首次|成功|并|已|又|还|该|其|也|共|去年|今年)/;

/** Firms that no form of theirs but their place betrays: 依托甲、乙、丙等龙头企业; 甲名列中国…500强. */
function byPlaceIn(text: string): Mention[] {
  const found: Mention[] = [];
  const add = (start: number, name: string): void => {
    if (!noFirm.test(name) && !isCommon(name))
      found.push({ start, end: start + name.length, kind: "Company", name, existing: null, confidence: 0.85 });
  };
  for (const match of text.matchAll(listedFirms)) {
    let at = match.index + match[0].indexOf(match[1] as string);
    for (const name of (match[1] as string).split("、")) {
      add(at, name);
      at += name.length + 1;
    }
  }
  for (const match of text.matchAll(ranked)) add(match.index, match[1] as string);
  return found;
}

/** 某某半导体（萍乡）有限公司: the place in brackets belongs to the name. */
function pastBranch(text: string, head: number): number {
  const branch = /（[\u4e00-\u9fff]{2,4}）$/.exec(text.slice(Math.max(0, head - 6), head));
  return branch ? head - branch[0].length : head;
}

/** Where a firm's legal name stands in a text, its short name names it too; a name that goes on is another firm's. */
function shortNamesIn(text: string, full: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const short of new Set(full.filter((it) => /公司$|集团$/.test(it.name)).map((it) => coreOf(it.name)))) {
    if (short.length < 4) continue;
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + short.length)) {
      const end = at + short.length;
      if (full.some((it) => it.start <= at && end <= it.end) || /^(?:科技|材料|股份|集团|能源|电子|新|循环)/.test(text.slice(end, end + 2)))
        continue;
      found.push({ start: at, end, kind: "Company", name: short, existing: null, confidence: 0.95 });
    }
  }
  return found;
}

/** A firm's name begins at its province or city where one stands inside: 高新区|江西众某公司. */
function fromPlace(text: string, start: number, head: number, known: readonly Mention[]): number {
  const place = known.find((it) => it.kind === "Region" && it.start > start && it.end < head && text.slice(start, it.start).length >= 2);
  return place && /(?:区|园|市|县|城|平台|基地)$/.test(text.slice(start, place.start)) ? place.start : start;
}

function byTrade(text: string, words: Words, taken: readonly Mention[]): Mention[] {
  const candidates: (Mention & { proven: boolean })[] = [];
  for (const match of text.matchAll(trade)) {
    const end = match.index + match[0].length;
    if (notBeforeTrade.test(text.slice(end, end + 4)) || taken.some((it) => covers(it, { start: match.index, end }))) continue;
    const brand = brandBefore(text, words, match.index);
    if (!brand) continue;
    const proven =
      after.test(text.slice(end, end + 24)) ||
      before.test(text.slice(Math.max(0, brand.start - 5), brand.start)) ||
      /(?:股份|集团|公司)$/.test(match[0]);
    candidates.push({
      start: brand.start,
      end,
      kind: "Company",
      name: text.slice(brand.start, end),
      existing: null,
      confidence: 0.85,
      proven,
    });
  }
  const beside = [...candidates, ...taken.map((it) => ({ ...it, proven: true }))].sort((a, b) => a.start - b.start);
  return candidates.filter((it) => it.proven || isListed(text, beside, it)).map(({ proven, ...it }) => it);
}

/** A name beside a proven one in the same list is one too. */
function isListed(text: string, all: readonly (Mention & { proven: boolean })[], it: Mention & { proven: boolean }): boolean {
  for (const step of [-1, 1]) {
    let beside: Mention = it;
    for (let at = all.indexOf(it) + step; all[at]; at += step) {
      const next = all[at] as Mention & { proven: boolean };
      const [left, right] = step < 0 ? [next, beside] : [beside, next];
      if (!/^(?:、|和|与|及|以及)$/.test(text.slice(left.end, right.start))) break;
      if (next.proven) return true;
      beside = next;
    }
  }
  return false;
}

/** Two to four characters before a trade's word that stand at a boundary and are no common modifier. */
function brandBefore(text: string, words: Words, head: number): Span | null {
  let start = head;
  while (start > 0 && head - start < 7) {
    const index = words.at(start - 1);
    const from = words.start(index);
    const word = text.slice(from, start);
    if (/[^\w\u4e00-\u9fff]/.test(word) || /^[\d.]+$/.test(word)) break;
    const tag = words.tags[index] as string;
    if (
      word.length > 1 &&
      (stopWords.has(word) || /^(?:p|c|u.*|r|d|y|t|m|q|v|vd|vn)$/.test(tag)) &&
      !(start === head && tag === "vn" && !stopWords.has(word))
    )
      break;
    if (
      word.length === 1 &&
      (/^[的与和及由在对向将把被为是有以等了、个家户条期到从或这该其]$/.test(word) || (stopWords.has(word) && start !== head))
    )
      break;
    start = from;
  }
  start = boundaryBefore(text, start, head);
  const brand = text.slice(start, head);
  if (brand.length < 2 || brand.length > 6 || !/^[\u4e00-\u9fffA-Za-z]+$/.test(brand)) return null;
  if (isCommon(brand) || endsInProduct(brand) || !isNameLike(words, start, head)) return null;
  return { start, end: head };
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

/** A brand has a word that no dictionary lists, a place or a person's name, or is too short to be cut. */
function isNameLike(words: Words, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    const index = words.at(at);
    if (/^(?:x|nr.*|nz|ns|nt|b|j|eng)$/.test(words.tags[index] as string) || words.end(index) > end || words.end(index) - at === 1)
      return true;
    at = words.end(index);
  }
  return false;
}

/** 明珠|隔膜|材料: a firm and its goods, no firm's name. */
const endsInProduct = (brand: string): boolean =>
  [2, 3, 4].some((length) => brand.length - length >= 2 && commonModifiers.has(brand.slice(-length)));

/** Whether words are modifiers of the trade through and through. */
function isCommon(brand: string): boolean {
  if (brand === "") return true;
  for (let length = Math.min(6, brand.length); length > 0; length--)
    if (commonModifiers.has(brand.slice(0, length)) && isCommon(brand.slice(length))) return true;
  return false;
}
