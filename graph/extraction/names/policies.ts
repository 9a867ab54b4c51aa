import type { Words } from "../text/words.ts";
import { extendLeft } from "./extend.ts";
import type { Mention } from "./mention.ts";

const titled = /《([^《》\n]{3,70})》/g;
const policyTitle =
  /(?:计划|方案|意见|规划|办法|措施|条例|行动|政策|纲要|决定|细则|条|指南|目录|通知|实施方案|若干|体系)(?:[（(][^（）()]*[）)])?$/;
const programme =
  "(?:三年|五年|专项|攻坚|提升|倍增|培育|领航|跃升)*(?:行动计划|行动方案|实施方案|发展规划|专项规划|规划纲要|三年行动|专项行动|攻坚行动|行动|总体方案|工作方案|发展战略|战略|工程|方案|规划|若干措施|政策措施|扶持政策|政策|改革行动|改革|思路|机制|模式|体系|计划|活动|格局|会战|办法|意见|举措)";
/** “8810”行动计划 · “2+3”思路 · “链长+链主”机制 */
const quotedProgramme = new RegExp(
  `“([^“”\\n]{2,24})”(?:的)?(?:产业|工业|发展|制造业|现代化|工作|融合|共建|协同|推进|产业发展|人才|科技){0,3}(${programme})(?:[（(]20\\d\\d[^（）()]{0,12}[）)])?`,
  "g",
);
/** “锂电二十条” · “三个百日行动” · “1269” alone after its plan was named */
const quotedAlone = /“([^“”\n]{2,20}(?:[一二三四五六七八九十\d]+条|行动计划|行动|计划|工程|战略|方案|政策|会战|高地|攻坚战))”/g;
const plainProgramme =
  /(?:三年行动计划|三年行动方案|五年行动计划|行动计划|行动方案|三年行动|专项行动|攻坚行动|百日会战|倍增计划|领航计划|实施方案|发展规划|“十[四五]五”规划)(?:[（(]20\d\d[^（）()]{0,12}[）)])?/g;
const common =
  /^(?:产业|重点|专项|工作|相关|具体|一批|系列|三年|该|本|总体|分链|建设|项目|企业|投资|经济|中长期|国民经济和社会)*(?:行动计划|行动方案|三年行动|实施方案|发展规划|专项行动|攻坚行动)$/;
/** 支持…十条措施, after the verb that issues it: the title of a measure that is printed without marks. */
const plainMeasures =
  /(?<=(?:出台|印发|发布|推出|制定)(?:了)?)(?:关于)?(?:支持|促进|推动|加快|鼓励|扶持)[^，。；：、《》“”\n]{3,28}?(?:[一二三四五六七八九十\d]+条)?(?:政策措施|若干措施|措施|政策|意见|办法|细则)/g;
const plainMechanism = /链长制|林长制|河长制|“一业一策”|“一企一策”/g;
const notAQuote = /^(?:双链|链长|链主|三足鼎立|双轮驱动|走在前)/;

/** 制造业重点产业链现代化建设|“7510”行动计划: what the programme is for belongs to its name. */
const purpose =
  /(?:[\u4e00-\u9fff]{2,4}[省市县区])?(?:制造业|工业|数字经济|先进制造业|开放型经济|[\u4e00-\u9fff]{2,6}产业)?(?:重点)?(?:产业链|产业集群|产业|集群|企业|园区)?(?:现代化|高质量|提能升级)?(?:建设|发展|提升|培育|升级|振兴)$/;

function objectOf(text: string, at: number): number | null {
  const match = purpose.exec(text.slice(Math.max(0, at - 28), at));
  const verb = match ? (/^(?:对接|承接|实施|落实|围绕|推进|衔接|贯彻|聚焦|印发|出台)/.exec(match[0])?.[0].length ?? 0) : 0;
  return match && match[0].length - verb >= 6 && /产业|工业|制造|企业|园区|经济/.test(match[0]) ? at - match[0].length + verb : null;
}

/** Plans, programmes and campaigns: titled, quoted, or ended by such a word. */
export function policiesIn(text: string, words: Words): Mention[] {
  const found: Mention[] = [];
  const add = (start: number, end: number, name: string, confidence: number): void => {
    if (!found.some((it) => it.start < end && start < it.end)) found.push({ start, end, kind: "Policy", name, existing: null, confidence });
  };
  for (const match of text.matchAll(titled))
    if (policyTitle.test(match[1] as string)) add(match.index, match.index + match[0].length, match[1] as string, 1);
  for (const match of text.matchAll(quotedProgramme)) {
    if (notAQuote.test(match[1] as string) && !/机制|模式/.test(match[2] as string)) continue;
    const start = objectOf(text, match.index) ?? extendLeft(words, match.index, { longest: 24 });
    add(start, match.index + match[0].length, text.slice(start, match.index + match[0].length), 1);
  }
  for (const match of text.matchAll(quotedAlone)) add(match.index, match.index + match[0].length, match[0], 0.95);
  for (const match of text.matchAll(plainMeasures)) add(match.index, match.index + match[0].length, match[0], 0.95);
  for (const match of text.matchAll(plainMechanism)) add(match.index, match.index + match[0].length, match[0], 0.95);
  for (const match of text.matchAll(plainProgramme)) {
    const start = extendLeft(words, match.index, { longest: 26 });
    const end = match.index + match[0].length;
    if (match.index - start >= 2 && !common.test(text.slice(start, end))) add(start, end, text.slice(start, end), 0.85);
  }
  return found;
}
