import type { Report } from "../report.ts";

const behind =
  /^等?(?:[\d一二两三四五六七八九十]+[余多]?[家个]|一批)?([\u4e00-\u9fff]{2,8}?)(?:产业|行业)?(?:链)?(?:上下游)?(?:龙头|骨干|重点|配套)?(?:项目|企业)/;
const general =
  /^(?:市级|省级|国家级|重点|重大|优质|龙头|骨干|工业|产业|本地|知名|规上|规模以上|亿元|链主|上市|签约|投资|新|在建|外资|民营|科技|高新技术|专精特新|制造业|龙头骨干|配套|领军)+$/;
const ofChain = /^等(?:[^，。；]{0,4})企业(?:成为|是|为)(?:该|全市)?产业链/;

/** Firms listed with a trade (A、B等13个锂电项目): each is on that trade's chain, which no clause says. */
export function readTradeLists(report: Report): void {
  const firms = report.mentions.filter((it) => it.kind === "Company");
  for (const [index, last] of firms.entries()) {
    const tail = report.text.slice(last.end, last.end + 24);
    const trade = behind.exec(tail)?.[1]?.replace(/^(?:家|个|户)/, "");
    const chain = ofChain.test(tail)
      ? report.mentions.findLast((it) => it.kind === "IndustrialChain" && it.end <= last.start)
      : trade && !general.test(trade) && tail.startsWith("等")
        ? { kind: "IndustrialChain" as const, name: `${trade}产业链` }
        : undefined;
    if (!chain || !report.sentences.some((it) => it.start <= last.start && last.end <= it.end)) continue;
    const list = [last];
    for (let at = index - 1; at >= 0; at--) {
      const before = firms[at];
      if (!before || !/^(?:、|和|与|及|以及)$/.test(report.text.slice(before.end, (list[0] ?? last).start))) break;
      list.unshift(before);
    }
    for (const firm of list)
      report.relate({
        subject: firm,
        predicate: "PART_OF_CHAIN",
        object: chain,
        status: "inferred",
        confidence: 0.85,
        basis: "同列于该行业的项目或企业",
        start: (list[0] ?? last).start,
        end: last.end + (tail.indexOf("项目") > 0 ? tail.indexOf("项目") + 2 : 1),
        rule: "listed-with-a-trade",
      });
  }
}
