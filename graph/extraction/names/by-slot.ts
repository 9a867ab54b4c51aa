import type { Words } from "../text/words.ts";
import { mayBeFirm, nameEnd, nameStart, withoutTail } from "./firm-words.ts";
import type { Mention } from "./mention.ts";

/** A place in a clause where the genre puts a firm's name, whatever its form. */
interface Slot {
  readonly cue: RegExp;
  /** Where the name stands to the cue. */
  readonly side: "before" | "after" | "both";
  /** A list may stand there: 甲、乙和丙. */
  readonly list?: true;
  /** No other kind of name stands there: a common word will do. */
  readonly sure?: true;
}

const parts = "(?:建设|承建|投资|投建|实施|运营|控股|持股|全资|出资|开发|牵头|领衔|主导|担任|创办|设立)";
const slots: readonly Slot[] = [
  { cue: /（(?:股票代码：?|证券代码：?)?\d{6}(?:\.[A-Z]{2})?/g, side: "before", sure: true },
  { cue: /(?:的|旗下的?|所属的?)?(?:全资|控股|参股)(?:子公司|孙公司)/g, side: "both", sure: true },
  { cue: /(?:旗下|下属)(?:的|企业|公司)*/g, side: "both", sure: true },
  { cue: /(?:绝对)?(?:控股|参股)(?=的|了?\d|，)/g, side: "before", sure: true },
  { cue: /(?:持股|占股)(?=的|\d)/g, side: "before", sure: true },
  {
    cue: /(?=(?:分别)?(?:被确定为|被列为|被选为|担任|出任|作为|成为|为|是)[^，。；]{0,16}?“?(?:链主|龙头企业))/g,
    side: "before",
    list: true,
    sure: true,
  },
  { cue: /(?:链主|龙头)”?(?:企业)?(?:——|：)?/g, side: "after", list: true },
  { cue: /作为[^，。；]{0,14}(?:链主|龙头|供应商|企业|冠军)”?(?:企业)?，/g, side: "after" },
  { cue: /(?=的[^，。；的]{2,14}?(?:项目|生产基地|生产线))/g, side: "before" },
  {
    cue: /(?:确定|明确|遴选|选定|支持|培育|推动)(?=[^，。；]{2,24}(?:为|担任|做)[^，。；]{0,16}链主)/g,
    side: "after",
    list: true,
    sure: true,
  },
  {
    cue: /(?=等(?:\d+|[一二三四五六七八九十百]+|多|数|一批)*(?:余|多)?(?:家|户)?(?:[^，。；、等]{0,8}?)(?:企业|车企|厂商|公司|客户|主机厂|整机厂|电池厂|品牌|巨头|业主|股东))/g,
    side: "before",
    list: true,
  },
  { cue: /(?=等配套|等为配套|等企业|等入驻|等供货)/g, side: "before", list: true },
  { cue: /(?=(?:先后|分别)?(?:投资|出资|斥资|总投资)(?:约|近|超|达)?\d)/g, side: "before" },
  {
    cue: /(?=(?:投资|斥资)(?:约|近|超|达)?[\d.]+[万亿]+元(?:在[^，。；]{2,10})?(?:投资)?(?:建设|新建|打造|兴建|投建|实施))/g,
    side: "before",
    sure: true,
  },
  { cue: /(?=年产(?:能)?[\d一二三四五六七八九十万])/g, side: "before" },
  { cue: /(?=(?:与|和|同)[^，。；]{2,24}?(?:签署|签订|签约|签下|达成|携手|共建))/g, side: "before" },
  {
    cue: /(?=(?:副?董事长|副?总经理|总裁|董秘|首席执行官|厂长)[\u4e00-\u9fff]{2,3}(?:说|介绍|表示|告诉|透露|坦言|称|道))/g,
    side: "before",
  },
  { cue: /(?=(?:是|系|为)[^，。；]{2,14}?(?:的)?(?:全资|控股|参股)(?:子公司|孙公司))/g, side: "before", sure: true },
  {
    cue: /(?:客户|买家|股东|母公司|控股股东|东家|投资方|投资商|业主|建设单位|实施主体|供应商)(?:单位)?(?:主要)?(?:是|为|有|包括|涵盖|：)/g,
    side: "after",
    list: true,
  },
  {
    cue: /(?:供应给|供货给|配套给|供应|供货|配套|销往|直供|卖给)(?=[^，。；]{2,30}等[^，。；]{0,6}(?:企业|车企|厂商|公司|主机厂|品牌|客户))/g,
    side: "after",
    list: true,
  },
  { cue: /(?:走访|考察|拜访|引进|引来|招引|引育|对接|吸引)了?(?=[^，。；]{2,30}等)/g, side: "after", list: true },
  { cue: /(?:收购|并购|入股|参股|受让|持有|直接持有)了?(?=[^，。；]{2,14}?(?:的)?(?:约|近)?[\d.]+%)/g, side: "after", sure: true },
  { cue: /(?:入股|参股|重组)了?(?=[^，。；\d]{2,6}[，。；])/g, side: "after" },
  { cue: /(?:所持有?的?|持有的)(?=[^，。；]{2,10}?的?[\d.]+%)/g, side: "after", sure: true },
  { cue: /(?=的?\d+(?:\.\d+)?%(?:的)?(?:股权|股份))/g, side: "before", sure: true },
  { cue: new RegExp(`由(?=[^，。；]{2,24}?${parts})`, "g"), side: "after", list: true },
  { cue: /以(?=[^，。；]{2,24}?(?:等)?为(?:“?链主|龙头|代表|引领))/g, side: "after", list: true },
  { cue: /(?:位列|名列|位居|列|排名|跻身|入围|入选|登上)(?=[^，。；]{0,6}(?:中国|全国|全球|世界|亚洲)[^，。；]{2,14}强)/g, side: "before" },
  { cue: /(?:向|从)(?=[^，。；]{2,12}?(?:供应|供货|供给|采购|购进|增资))/g, side: "after", list: true },
  { cue: /(?:背靠|隶属于|隶属|并入|归属于?)/g, side: "both" },
];

const joint = /^(?:、|和|与|及|以及)$/;
const edge = /[，。；：！？（）“”《》\n—]/;

/** Firms that no form of theirs but their place betrays: 以甲为链主, 甲控股的乙, 供应甲、乙等车企. */
export function bySlot(text: string, words: Words): Mention[] {
  const found: Mention[] = [];
  const add = (start: number, end: number, sure: boolean): boolean => {
    if (!mayBeFirm(words, start, end, sure)) return false;
    found.push({ start, end, kind: "Company", name: text.slice(start, end), existing: null, confidence: sure ? 0.85 : 0.8 });
    return true;
  };
  for (const { cue, side, list = false, sure = false } of slots)
    for (const match of text.matchAll(cue)) {
      const to = match.index + match[0].length;
      if (side !== "after") backwards(text, words, match.index, list, (start, end) => add(start, end, sure));
      if (side !== "before") forwards(text, words, to, list, (start, end) => add(start, end, sure));
    }
  return found;
}

type Take = (start: number, end: number) => boolean;

/** From the name that ends here to the first of its list. */
function backwards(text: string, words: Words, at: number, list: boolean, take: Take): void {
  let from = at;
  while (from > 0 && at - from < 80 && !edge.test(text[from - 1] as string)) from--;
  let end = withoutTail(words, from, text[at - 1] === "的" ? at - 1 : at);
  if (/[则已还也又将拟均都正刚]/.test(text[end - 1] ?? "") && end - from > 3) end--;
  while (end > from) {
    const start = nameStart(words, from, end);
    if (start === end || !take(start, end) || !list || !joint.test(text[start - 1] ?? "")) return;
    end = start - 1;
  }
}

/** From the name that begins here to the last of its list. */
function forwards(text: string, words: Words, at: number, list: boolean, take: Take): void {
  let until = at;
  while (until < text.length && until - at < 80 && !edge.test(text[until] as string)) until++;
  let start = at;
  while (start < until) {
    const end = nameEnd(words, start, until);
    if (end === start || !take(start, end) || !list || !joint.test(text[end] ?? "")) return;
    start = end + 1;
  }
}
