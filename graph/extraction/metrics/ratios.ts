import { measureIn } from "./measures.ts";

export interface Ratio {
  readonly name: string;
  readonly unit: "%" | "%/a";
  readonly sign: 1 | -1;
  readonly basis: string | null;
  /** The measure was named with an earlier figure: 营业收入797亿元，同比增长5%. */
  readonly inherits: boolean;
}

const growth =
  /(?:增长|增幅|增速|提高|上升|增加|提升|扩大|升高|攀升|上涨|递增|净增|大涨|[同环]比增|涨|增)(?:幅度)?(?:率)?(?:出)?(?:了|约|达到?|为|在|保持在|超过?|率)*$/;
const growthBehind = /^(?:左右|以上|以内)?的?(?:增长|增速|增幅)/;
const decline = /(?:下降|减少|下滑|回落|降低|缩减|下跌|收窄|缩水|走低|[同环]比降|降幅|跌|降|减)(?:了|约|达到?|为|率)*$/;
const share =
  /占(?:全[市县区省](?:的)?)?(?:比|.{0,24}?(?:的)?(?:比重|比例|份额)?)(?:分别)?(?:合计)?(?:达到?|为|的|超过?|约|提高到|提升至|升到|升至|上升到|高达|提高至|稳定在)*$/;
const portion = /([\u4e00-\u9fff]{2,10}占比)[^占]*$/;
const shareOf = /占((?:全[市县区省])?[^占，。；]{0,22}?)(?:的|比重|比例|份额)/;

/** The words before a growth rate without what says that it grew: 生产效率提高 → 生产效率. */
export const withoutGrowth = (left: string): string =>
  left
    .replace(/(?:分别|均|又|再|实际|同口径|合计)$/, "")
    .replace(growth, "")
    .replace(decline, "")
    .replace(
      /(?:累计|同比|环比|比上年|较上年|比去年|较去年|年均|平均|(?:比|较)[^，。；]{1,8}|一倍|再|又|也|则|分别|将|可|要|预期|预计|实现|了)+$/,
      "",
    );

/** What a percentage says: growth, a share, or a rate with a name of its own; null where the words tell none. */
export function ratioOf(left: string, right: string, clauseLeft: string): Ratio | null {
  const yearly = /年均|年平均|每年|复合/.test(left.slice(-24)) || /^[^，。]{0,3}年均/.test(right);
  const words = left.replace(/(?:分别|均|又|再|实际|同口径|合计)$/g, "").trimEnd();
  const down = decline.test(words);
  if (down || growth.test(words) || growthBehind.test(right)) {
    const measure = measureIn(words.replace(/占[^，。]*$/, "")) ?? null;
    const base = measure ? nameBefore(words, measure) : null;
    return {
      name: `${base ?? ""}${yearly ? "年均增长率" : "增长率"}`,
      unit: yearly ? "%/a" : "%",
      sign: down ? -1 : 1,
      basis: null,
      inherits: base === null,
    };
  }
  const above = /(?:高于|低于|高出|快于|超出|领先|落后)[^，。；\d]{1,12}$/.exec(left)?.[0];
  if (above) return { name: above, unit: "%", sign: 1, basis: null, inherits: false };
  const named = measureIn(words);
  if (named && /率$|强度$/.test(named.name)) return { name: named.name, unit: "%", sign: 1, basis: null, inherits: false };
  if (share.test(words) || /占/.test(clauseLeft)) {
    const rate = /占比(?:分别)?(?:达到?|为|超过?|约|提高到|提升至|升至)*$/.test(words) ? portion.exec(words)?.[1] : undefined;
    if (rate) return { name: rate.replace(/^.*(?:的|、|和|与|有)(?=[^的]{2})/, ""), unit: "%", sign: 1, basis: null, inherits: false };
    const whole = shareOf.exec(clauseLeft)?.[1] ?? "";
    return {
      name: shareName(whole, clauseLeft),
      unit: "%",
      sign: 1,
      basis: /增加值/.test(clauseLeft) ? "按增加值" : null,
      inherits: false,
    };
  }
  if (/完成(?:了|约|近|过半|率)*$/.test(words)) return { name: "工程完成率", unit: "%", sign: 1, basis: null, inherits: false };
  if (/(?:相当于|为|是)?(?:年度|全年)?(?:计划|目标|任务)(?:数|投资)?的$/.test(words))
    return { name: "占年度计划比重", unit: "%", sign: 1, basis: null, inherits: false };
  const rate =
    /([\u4e00-\u9fff]{2,8}(?:率|占比|比重|比例|强度))(?:分别)?(?:达到?|为|超过?|约|在|保持在|提高到|提升至|升至|是|稳定在|由目前的|由|从|不低于|力争)*$/.exec(
      words,
    );
  return rate
    ? { name: (rate[1] as string).replace(/^.*(?:的|、|和|今年|全年)/, ""), unit: "%", sign: 1, basis: null, inherits: false }
    : null;
}

/** 占规上工业比重 → 占规上工业比重; with the measure that the clause names: 占规上工业营业收入比重. */
function shareName(whole: string, clause: string): string {
  const plain = whole
    .replace(/^全[市县区省](?=.)/, "")
    .replace(/规模以上工业|规模工业/, "规上工业")
    .replace(/(?:总)?的$|^(?:比|了)/g, "")
    .replace(/^GDP/, "地区生产总值");
  const measure = /增加值/.test(clause) && !/增加值/.test(plain) && /工业/.test(plain) ? "增加值" : "";
  return plain ? `占${plain}${measure}比重` : "占比";
}

/** 规上工业增加值, 高技术制造业增加值: the measure with what narrows it. */
function nameBefore(words: string, measure: { index: number; word: string; name: string }): string {
  const ahead =
    /(?:规模以上工业|规上工业|规模以上|高技术制造业|装备制造业|战略性新兴产业|高新技术产业|数字经济(?:核心产业)?|制造业|工业|民间|基础设施|社会)$/.exec(
      words.slice(0, measure.index),
    )?.[0] ?? "";
  return `${ahead.replace("规模以上", "规上").replace(/^规上$/, "")}${measure.name}`;
}
