import type { Dimension } from "../figures/units.ts";

/** A measure as it is printed, and its name in the graph. */
interface Measure {
  readonly name: string;
  /** A flow of a period (revenue of a year), else a state at a time (companies, area). */
  readonly flow: boolean;
  /** Money laid out for what is not yet there: a plan unless it is done. */
  readonly outlay?: true;
}

const flow = (name: string): Measure => ({ name, flow: true });
const stock = (name: string): Measure => ({ name, flow: false });
const outlay = (name: string): Measure => ({ name, flow: true, outlay: true });

/** Printed word → measure. The longest that ends nearest before the figure is meant. */
export const measureWords: Readonly<Record<string, Measure>> = {
  人均地区生产总值: flow("人均地区生产总值"),
  人均GDP: flow("人均地区生产总值"),
  人均生产总值: flow("人均地区生产总值"),
  地区生产总值: flow("地区生产总值"),
  生产总值: flow("地区生产总值"),
  GDP: flow("地区生产总值"),
  规模以上工业增加值: flow("规上工业增加值"),
  规上工业增加值: flow("规上工业增加值"),
  工业增加值: flow("工业增加值"),
  增加值: flow("增加值"),
  单位规上工业增加值能耗: flow("单位规上工业增加值能耗"),
  规上工业增加值能耗: flow("单位规上工业增加值能耗"),
  单位工业增加值能耗: flow("单位工业增加值能耗"),
  增加值能耗: flow("单位工业增加值能耗"),
  生产总值能耗: flow("单位生产总值能耗"),
  GDP能耗: flow("单位生产总值能耗"),
  能耗: flow("能耗"),
  主营业务收入: flow("营业收入"),
  营业收入: flow("营业收入"),
  年营业收入: flow("营业收入"),
  营业总收入: flow("营业收入"),
  年营收: flow("营业收入"),
  营收: flow("营业收入"),
  销售收入: flow("销售收入"),
  销售额: flow("销售额"),
  工业总产值: flow("工业总产值"),
  总产值: flow("总产值"),
  年产值: flow("产值"),
  产值: flow("产值"),
  亩均税收: flow("亩均税收"),
  投资强度: flow("投资强度"),
  亩均投资强度: flow("亩均投资强度"),
  亩均产值: flow("亩均产值"),
  亩均营业收入: flow("亩均营业收入"),
  亩均工业增加值: flow("亩均工业增加值"),
  归母净利润: flow("归母净利润"),
  利润总额: flow("利润总额"),
  净利润: flow("净利润"),
  利润: flow("利润总额"),
  税收收入: flow("税收"),
  税收: flow("税收"),
  纳税: flow("税收"),
  利税: flow("利税"),
  固定资产投资: flow("固定资产投资"),
  工业固定资产投资: flow("工业固定资产投资"),
  工业投资: flow("工业投资"),
  制造业投资: flow("制造业投资"),
  技改投资: flow("技改投资"),
  技术改造投资: flow("技术改造投资"),
  年度计划投资: outlay("年度计划投资"),
  计划总投资: outlay("总投资"),
  协议总投资: outlay("签约金额"),
  协议投资: outlay("签约金额"),
  签约总投资: outlay("签约金额"),
  签约金额: flow("签约金额"),
  签约总额: outlay("签约总额"),
  签约资金: flow("签约金额"),
  合同金额: flow("签约金额"),
  完成投资: flow("完成投资"),
  累计投资: flow("完成投资"),
  项目投资: outlay("投资额"),
  实际投资: flow("完成投资"),
  实际到位资金: flow("实际到位资金"),
  到位资金: flow("实际到位资金"),
  总投资额: outlay("总投资"),
  总投资: outlay("总投资"),
  计划投资: outlay("计划投资"),
  投资总额: outlay("总投资"),
  投资规模: outlay("总投资"),
  投资额: outlay("投资额"),
  投资: outlay("投资额"),
  投入: outlay("投资额"),
  社会资本投资: flow("带动社会资本"),
  社会资本: flow("带动社会资本"),
  斥资: outlay("投资额"),
  耗资: outlay("投资额"),
  投下: outlay("投资额"),
  砸下: outlay("投资额"),
  总盘子: outlay("总投资"),
  进账: flow("营业收入"),
  收入: flow("营业收入"),
  体量: flow("规模"),
  盘子: flow("规模"),
  外贸: flow("进出口总额"),
  进出口总额: flow("进出口总额"),
  外贸进出口总值: flow("进出口总额"),
  进出口总值: flow("进出口总额"),
  进出口: flow("进出口总额"),
  出口总额: flow("出口额"),
  出口额: flow("出口额"),
  出口: flow("出口额"),
  实际使用外资: flow("实际使用外资"),
  利用外资: flow("实际使用外资"),
  社会消费品零售总额: flow("社会消费品零售总额"),
  一般公共预算收入: flow("一般公共预算收入"),
  财政总收入: flow("财政总收入"),
  研发投入强度: flow("研发投入强度"),
  研发强度: flow("研发投入强度"),
  研发经费投入强度: flow("研发投入强度"),
  研发经费: flow("研发经费"),
  研发费用: flow("研发经费"),
  研发投入: flow("研发投入"),
  募集资金: flow("募集资金"),
  融资: flow("融资额"),
  贷款余额: stock("贷款余额"),
  贷款: flow("贷款额"),
  授信: flow("授信额"),
  专项资金: outlay("专项资金"),
  补助: outlay("补助资金"),
  奖励: outlay("奖励资金"),
  注册资本: stock("注册资本"),
  基金规模: outlay("基金规模"),
  总规模: outlay("基金规模"),
  首期规模: outlay("首期规模"),
  出资额: flow("出资额"),
  出资: outlay("出资额"),
  合同成交额: flow("合同成交额"),
  技术合同成交额: flow("技术合同成交额"),
  成交额: flow("成交额"),
  财政补贴: flow("财政补贴"),
  产业规模: flow("产业规模"),
  集群规模: flow("集群规模"),
  规模: flow("规模"),
  占地面积: stock("占地面积"),
  占地: stock("占地面积"),
  规划面积: stock("规划面积"),
  建筑面积: stock("建筑面积"),
  用地: stock("用地面积"),
  面积: stock("面积"),
  标准厂房: stock("标准厂房面积"),
  厂房: stock("厂房面积"),
  年产能: stock("设计产能"),
  总产能: stock("设计产能"),
  产能: stock("设计产能"),
  年产量: flow("产量"),
  产量: flow("产量"),
  出货量: flow("出货量"),
  出货: flow("出货量"),
  销量: flow("销量"),
  装机规模: stock("装机容量"),
  总装机容量: stock("装机容量"),
  装机容量: stock("装机容量"),
  装机: stock("装机容量"),
  发电量: flow("发电量"),
  形象进度: flow("工程完成率"),
  工程进度: flow("工程完成率"),
  投资完成率: flow("投资完成率"),
  开工率: flow("开工率"),
  竣工率: flow("竣工率"),
  投产率: flow("投产率"),
  履约率: flow("履约率"),
  完成率: flow("完成率"),
  落地率: flow("落地率"),
  产能利用率: flow("产能利用率"),
  利用率: flow("利用率"),
  自给率: flow("自给率"),
  市场占有率: flow("市场占有率"),
  市占率: flow("市场占有率"),
  本地配套率: flow("本地配套率"),
  配套率: flow("配套率"),
  国产化率: flow("国产化率"),
  覆盖率: flow("覆盖率"),
  数字化率: flow("数字化率"),
  成活率: flow("成活率"),
  合格率: flow("合格率"),
  良品率: flow("良品率"),
  增长贡献率: flow("增长贡献率"),
  贡献率: flow("增长贡献率"),
  出租率: flow("出租率"),
  入驻率: flow("入驻率"),
  用工: stock("用工人数"),
  就业: stock("就业人数"),
  员工: stock("员工数"),
  职工: stock("员工数"),
};

const words = Object.keys(measureWords).sort((a, b) => b.length - a.length);
const pattern = new RegExp(words.join("|"), "g");

export interface PrintedMeasure extends Measure {
  readonly word: string;
  /** Offset in the words that were searched. */
  readonly index: number;
}

/** What a measure is counted in, told by its name. */
function dimensionsOf(name: string): readonly Dimension[] {
  if (/面积/.test(name)) return ["area"];
  if (/产能|产量|出货量|销量|装机|发电量|能力/.test(name)) return ["mass", "pieces", "energy", "power", "area", "count"];
  if (/人数|员工数/.test(name)) return ["count"];
  return /投资强度$/.test(name) ? ["money"] : /率$|强度$/.test(name) ? ["ratio", "points"] : ["money"];
}

const spending = /(?:完成|已累计|累计|已)(?:了)?[^，。；、]{0,10}$/;
const spent = flow("完成投资");

/** The last measure that a stretch of words names, of a dimension where one is asked for; null where it names none. */
export function measureIn(stretch: string, dimension?: Dimension): PrintedMeasure | null {
  const match = [...stretch.matchAll(pattern)].findLast(
    ([word]) => dimension === undefined || dimensionsOf((measureWords[word] as Measure).name).includes(dimension),
  );
  if (!match) return null;
  const printed = measureWords[match[0]] as Measure;
  const measure = printed.outlay && match[0].endsWith("投资") && spending.test(stretch.slice(0, match.index)) ? spent : printed;
  return { ...measure, word: match[0], index: match.index };
}
