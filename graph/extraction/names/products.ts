import type { Words } from "../text/words.ts";
import type { Mention } from "./mention.ts";

const made =
  /(?:主要产品(?:为|是|有|包括)?|主导产品(?:为|是|有|包括)?|拳头产品(?:为|是|有)?|产品(?:为|是|有|包括|涵盖|以)|专业生产|主要生产|研发生产|生产制造|生产|出产|主产|主打|量产|主营|专产|产出|制造)(?!总值|线|基地|能力|要素|企业|型|方式|经营|车间|商|业|许可|成本|效率|规模|运营|管理|工艺|中(?=[，、的等])|的|、|力|性|关系|服务|装置|设备|条件|任务|计划|安全|环节|加工|订单|活动|园|体系|组织|现场|模式|技术|流程|周期|名城|重镇|大市|强市|能手|要地)/g;
const raw =
  /(?:以|用|把|将|利用|消耗|吃进|消化|处理|购进|采购)([^，。；：“”（）\d]{2,20}?)(?=(?:等)?(?:为|作为?|做|当)(?:主要)?(?:原料|原材料|燃料))|(?:原料|原材料)(?:主要)?(?:是|为|来自|用|包括)([^，。；：“”（）\d]{2,10}?)(?=，|。|；|、)/g;
const yearly = /(?:年产|年可产|年产能(?:达|为)?)([\u4e00-\u9fffA-Za-z]{2,10}?)(?=(?:达到?|约|超过?|近)?\d)/g;
const amount = /^(?:了)?(?:各类|高品质|优质|多种)?/;
const noProduct =
  /(?:项目|企业|公司|工作|能力|水平|规模|基地|市场|任务|问题|中心|人员|时间|秩序|形势|结构|指标|情况|总值|收入|成本|区域|领域|车间|产值|厂家|单位|周期|销售|经营)$|^(?:以来|一|各|多|全|该|其|之|正|已|等|有|为|值|能|可)|力争|跨过|突破/;

/** Goods that stand behind a verb of making or before their yearly amount: 生产粗钢486万吨, 年产精密锻件6万吨. */
export function productsIn(text: string, words: Words): Mention[] {
  const found: Mention[] = [];
  const add = (start: number, name: string): void => {
    const plain = name.replace(/(?:等(?:系列|多种|各类)?产?品?|系列产品|等|的)?(?:为主)?$/, "");
    if (
      plain.length < 2 ||
      plain.length > 12 ||
      noProduct.test(plain) ||
      !/^[\u4e00-\u9fffA-Za-z0-9·+-]+$/.test(plain) ||
      !/[\u4e00-\u9fff]/.test(plain)
    )
      return;
    const tag = words.tags[words.at(start + plain.length - 1)] ?? "";
    if (/^(?:v|d|p|c|r|u.*|a|ad|t|f)$/.test(tag) && plain.length < 4) return;
    found.push({ start, end: start + plain.length, kind: "Product", name: plain, existing: null, confidence: 0.85 });
  };
  for (const match of text.matchAll(made)) {
    let at = match.index + match[0].length;
    at += amount.exec(text.slice(at, at + 6))?.[0].length ?? 0;
    const list = /^[^，。；：！？“”（）《》\n]{2,40}/.exec(text.slice(at, at + 40))?.[0] ?? "";
    for (const part of list.split(/(?<=、)|(?=、)|(?<=和)|(?=和)/)) {
      const name = /^(?:[\u4e00-\u9fffA-Za-z·+-]|\d(?=[A-Za-z\u4e00-\u9fff]*[A-Za-z]))+/.exec(part)?.[0] ?? "";
      if (part !== "、" && part !== "和") {
        const goods = name.replace(/(?:的|达|约|超|近|广泛|用于|供应|销往|主要|并|已|共).*$/, "");
        if (goods.length >= 2) add(at, goods);
        if (name.length < part.length && !/^[\d.]+[万亿]?\S{1,3}$/.test(part.slice(name.length))) break;
      }
      at += part.length;
    }
  }
  for (const match of [...text.matchAll(raw), ...text.matchAll(yearly)]) {
    const name = ((match[1] ?? match[2]) as string).replace(/^.*(?:[以把将的]|采用)(?=.{2})/, "");
    let at = match.index + match[0].lastIndexOf(name);
    for (const part of name.split(/(、|和|及)/)) {
      if (!/^(?:、|和|及)$/.test(part)) add(at, part);
      at += part.length;
    }
  }
  return found;
}
