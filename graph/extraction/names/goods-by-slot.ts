import type { Words } from "../text/words.ts";
import type { Mention } from "./mention.ts";

/** A place in a clause where goods stand. */
interface Slot {
  readonly cue: RegExp;
  readonly side: "before" | "after";
}

const extracting = "(?:提炼|提取|冶炼|制成|制备|再生|熔炼|拆解|生产|加工|变成)";
const slots: readonly Slot[] = [
  {
    cue: new RegExp(`(?:回收|收购|利用|消耗|采用|消化|处理|吃进|用|以|将|把)(?=[^，。；：“”\\d]{2,8}?(?:等)?(?:来)?${extracting})`, "g"),
    side: "after",
  },
  {
    cue: /(?:年处理|每年处理|可处理|年消化|每年消化|年回收|年拆解|消纳|年消纳|年利用)(?=[^，。；：“”\d]{2,8}?(?:能力)?(?:约|近|超|达)?\d)/g,
    side: "after",
  },
  {
    cue: /(?:专业从事|主要从事|从事|致力于|专注于?|深耕|聚焦|专攻|主攻)(?=[^，。；：“”]{2,20}?(?:的)?(?:研发|生产|制造|销售|加工|研制))/g,
    side: "after",
  },
  {
    cue: /(?:研发|开发|研制|推出|生产|制造|量产)的(?=[^，。；：“”的]{2,10}?(?:填补|打破|出口|远销|销往|供应|畅销|用于|应用|已|通过|获|占|为))/g,
    side: "after",
  },
  { cue: /(?:产品|主业|业务|主营业务)(?:主要)?以(?=[^，。；：“”]{2,30}?为主)/g, side: "after" },
  {
    cue: /(?<=(?:高新区|经开区|工业园|产业园|园区|开发区|新区|集中区)[^，。；的]{0,4})(?:主攻|瞄准|聚焦|重点发展|专攻|深耕|主打|锁定|集聚了?|发力)(?=[^，。；：“”]{2,40}(?:[，。；、]|等|两大|三大|\d大))/g,
    side: "after",
  },
  {
    cue: /年产(?:能)?(?:约|近|超)?[\d.]+[万亿]?(?:吨|台套|台|套|件|只|片|辆|GWh|GW|平方米|支|双|颗)(?:的)?(?=[\u4e00-\u9fff]{2,10}(?:[，。；、]|及|和))/g,
    side: "after",
  },
  { cue: /年产(?=[\u4e00-\u9fff]{2,8}(?:约|近|超)?[\d.]+[万亿]?(?:吨|台|套|件|只|片|辆|支|双|颗))/g, side: "after" },
  { cue: /(?=(?:正)?(?:是|为)[^，。；]{2,10}?的?(?:拳头|主打|主导|核心|王牌|明星)产品)/g, side: "before" },
  { cue: /(?:拳头|主打|主导|核心|王牌|明星)产品(?:——|“)(?=[^，。；：]{2,10})/g, side: "after" },
];

const item = /^[\u4e00-\u9fffA-Za-z0-9·+-]{2,12}$/;
const noGoods =
  /(?:产业|行业|企业|公司|项目|领域|方向|技术|能力|水平|市场|问题|工作|服务|环节|政策|客户|机遇|目标|需求|优势|园区|集群|产业链|经济|资源优势|短板|方式|工艺|方法|设备|资金|订单|手段|契机|模式)$|^(?:一|各|多|全|该|其|这|那|新|大|本|自|自主|先进|不断|以|为|对|更)$|的|了|是|在|与|着/;
const trailing =
  /(?:等(?:产品|系列产品|领域)?|系列产品|产品|(?:的?(?:研发|生产|制造|销售|研制|设计)|的加工).*|(?:两|三|四|\d)[大个].*|来)$/;

/** Goods that a verb of trade, a park's aim or a firm's boast puts in their place: 主攻再生铜和铜加工, 收购废杂铜提炼阴极铜. */
export function goodsBySlot(text: string, words: Words): Mention[] {
  const found: Mention[] = [];
  const add = (start: number, printed: string): boolean => {
    const name = printed.replace(trailing, "");
    if (!item.test(name) || noGoods.test(name)) return false;
    const tag = words.tags[words.at(start + name.length - 1)] ?? "";
    if (/^(?:d|p|c|r|u.*|t|f)$/.test(tag)) return false;
    found.push({ start, end: start + name.length, kind: "Product", name, existing: null, confidence: 0.75 });
    return true;
  };
  for (const { cue, side } of slots)
    for (const match of text.matchAll(cue)) {
      if (side === "before") {
        const name = /[\u4e00-\u9fffA-Za-z]{2,10}$/.exec(text.slice(Math.max(0, match.index - 10), match.index))?.[0];
        if (name) add(match.index - name.length, name);
        continue;
      }
      let at = match.index + match[0].length;
      const list = /^[^，。；：！？“”（）《》\n]{2,60}/.exec(text.slice(at, at + 60))?.[0] ?? "";
      const until =
        /(?:为主|等?(?:来)?(?:提炼|提取|冶炼|制成|制备|再生(?!铜|铝|铅|资源|塑料)|熔炼|拆解|变成)|(?:能力)?(?:约|近|超|达)?\d|填补|打破|出口|远销|销往|供应|畅销|用于|应用|已|通过)/.exec(
          list.slice(2),
        );
      for (const part of list.slice(0, until ? until.index + 2 : list.length).split(/(、|以及|和|及)/)) {
        if (!/^(?:、|以及|和|及)$/.test(part) && !add(at, part)) break;
        at += part.length;
      }
    }
  return found;
}
