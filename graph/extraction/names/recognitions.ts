import type { Words } from "../text/words.ts";
import { extendLeft } from "./extend.ts";
import type { Mention } from "./mention.ts";

const ranking =
  /(?:20\d\d年?)?(?:中国|全国|全球|世界|江西省?|亚洲|财富|胡润|福布斯|全省|全市|(?:浙江|江苏|安徽|福建|山东|湖北|湖南|广东|广西|四川|河南|河北|山西|陕西|云南|贵州|海南|甘肃|辽宁|吉林|黑龙江|内蒙古)省?)[\u4e00-\u9fffA-Za-z]{0,16}?(?:\d{2,4}强|百强|50强|百强县|前\d+强)(?:企业|县|区|市)?/g;
const titles =
  "新型工业化产业示范基地|示范集聚区|示范区|示范基地|示范企业|示范园区|示范工厂|示范城市|示范县|示范项目|示范平台|先行区|试验区|试点城市|试点园区|试点示范|试点|标杆企业|标杆工厂|标杆|灯塔工厂|小巨人企业|小巨人|中小企业|单项冠军企业|单项冠军|绿色工厂|零碳工厂|绿色工业园区|绿色园区|智能制造示范工厂|智能工厂|5G工厂|制造业标杆|制造业领航企业|质量奖|科技进步奖|领跑者企业|外贸转型升级基地|特色产业基地|火炬产业基地|优势企业|百强产业园区|百强园区|绿色供应链|高新技术企业|领航企业|领军企业|瞪羚企业|独角兽企业|创新型城市|创新型县|创新型产业集群|先进制造业集群|产业集群|集群|文明城市|卫生城市|园林城市|集聚区|产业基地|工业设计中心|技术中心|重点实验室|高成长性企业|科技型中小企业|龙头企业|百强县|数字领航企业|贯标企业|上市企业|上市公司|特色产业集群|优秀园区|强县|先进县|模范企业|中国驰名商标|地理标志|奖|示范集群";
const levelled = new RegExp(`(?:“[^“”\\n]{2,16}”)?(?:${titles})(?!建设|创建|引领|申报|联合|级|规模|发展)`, "g");
const level =
  /^(?:20\d\d年度?)?(?:第[一二三四五六七八九十]+批)?(?:国家级?|省级?|全国|全省|市级?|全市|中国|江西省?|世界级|自治区|国际|工信部|国务院|首批|[\u4e00-\u9fff]{2,3}省)/;
const bare =
  /^(?:20\d\d年度?)?(?:国家|省级)?(?:专精特新“?小巨人”?企业|专精特新中小企业|专精特新企业|(?:制造业)?单项冠军企业|制造业单项冠军|高新技术企业|瞪羚企业|独角兽企业|高成长性企业|科技型中小企业|中小企业特色产业集群|先进级智能工厂|上市企业|上市公司|“小巨人”企业|绿色工厂|创新型中小企业|潜在独角兽企业)$/;

/** 全球“灯塔工厂”, 省级“专精特新”企业: a level and a quoted title. */
const quoted =
  /(?:全球|自治区|世界|国家级?|全国|中国|省级?|江西省?|市级|国际)[\u4e00-\u9fff]{0,6}“(?:灯塔工厂|数字灯塔|小巨人|专精特新|单项冠军|绿色工厂|零碳工厂|无废工厂|无废园区|独角兽|瞪羚|链主|领航员?|未来工厂|5G工厂|智能工厂|质量标杆|放心消费|最美工厂|科改示范|双百)”(?:中小企业|企业|工厂|园区|称号)?/g;

const specialised = /(?:国家级?|省级|市级)?(?:重点)?专精特新(?:“小巨人”|重点“小巨人”|小巨人)?(?:中小)?企业|(?:国家级?|省级)?“小巨人”企业/g;

/** Rankings and titles: a word of honour with the level that grants it, or one that needs none. */
export function recognitionsIn(text: string, words: Words): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(ranking))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: "Recognition",
      name: match[0],
      existing: null,
      confidence: 0.95,
    });
  for (const match of text.matchAll(specialised))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: "Recognition",
      name: match[0],
      existing: null,
      confidence: 0.97,
    });
  for (const match of text.matchAll(levelled)) {
    const end = match.index + match[0].length;
    const start = withYear(text, withLevel(text, withSpecial(text, extendLeft(words, match.index, { longest: 26 }))));
    const name = text.slice(start, end);
    if (!level.test(name) && !bare.test(name)) continue;
    if (/^(?:国家级?|省级?|全国|全省|市级?|全市|世界级|国际)(?:产业基地|试点|示范|标杆|奖|中小企业|集聚区)$/.test(name)) continue;
    if (/(?:集群|产业基地)$/.test(name) && !/^(?:20\d\d年度?)?(?:国家级?|省级?|全国|全省|中国|国家|世界级)/.test(name)) continue;
    found.push({ start, end, kind: "Recognition", name, existing: null, confidence: 0.97 });
  }
  for (const match of text.matchAll(quoted))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: "Recognition",
      name: match[0],
      existing: null,
      confidence: 0.97,
    });
  return found;
}

/** The year of an award stands before its name: 2023年度省级…. */
const withYear = (text: string, start: number): number =>
  start - (/20\d\d年度?$/.exec(text.slice(Math.max(0, start - 6), start))?.[0].length ?? 0);
/** Whose level a title is of stands before it, though it opens no other name: 全国|制造业单项冠军企业. */
const withLevel = (text: string, start: number): number =>
  start - (/(?:全国|国内|自治区|国家级?|省级)$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0);
/** 国家级专精特新“小巨人”企业: the words before the quotation belong to the name. */
const withSpecial = (text: string, start: number): number =>
  start - (/(?:国家级?|省级)专精特新$/.exec(text.slice(Math.max(0, start - 7), start))?.[0].length ?? 0);
