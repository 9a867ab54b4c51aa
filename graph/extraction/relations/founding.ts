import type { Rule } from "./rule.ts";

const found =
  "(?:发起设立|牵头设立|牵头成立|牵头组建|专门成立|设立|成立|组建|建立|共同出资设立|出资设立|建成|组成|挂牌成立|发起成立|发起|筹建|共建|新设)";

/** Who sets up a body, a platform or a fund, and who pays into it. */
export const foundingRules: readonly Rule[] = [
  {
    name: "establishes",
    predicate: "ESTABLISHES",
    pattern: `(?<![与和同为])(?<s>{RI+})(?:[^，。；：{CIAF}]{0,16}?)${found}(?:了)?(?:{~8}|{~5}{#}的?{~4}|由[^，。；]{1,14}任{~2}组长的|[^，。；]{0,14}的)(?<o>{IAF+})`,
    wish: "keep",
    properties: established,
  },
  {
    name: "establishes-with",
    predicate: "ESTABLISHES",
    pattern:
      "(?<s>{R})(?:市政府)?(?:{~2}|{~2}{@}{~2})(?:与|和|同|联合|携手){CI+}(?:{~4})(?:共建|合作共建|合建|共同组建|共同设立|联合组建|联合设立|共同建设)(?:了)?(?:{~6})(?<o>{IA})",
    properties: () => ({}),
  },
  {
    name: "establishes-unsaid",
    predicate: "ESTABLISHES",
    pattern:
      "(?:^|，|；)(?<wish>{~8})(?:发起设立|设立|成立|组建|探索建设|出资设立|牵头成立|还成立)(?:了)?(?:{~6}|{~5}{#}的?{~4}|由[^，。；]{1,14}任{~2}组长的)(?<o>{IAF+})",
    subject: "body",
    wish: "keep",
    confidence: 0.95,
    properties: established,
  },
  { name: "establishes-place-of", predicate: "ESTABLISHES", pattern: "(?<s>{I})在{RK}(?:{~2})(?:设立|成立|组建|建立)的(?:{~4})(?<o>{A})" },
  {
    name: "founded-by",
    predicate: "ESTABLISHES",
    pattern: `由(?<s>{RI+})(?:{~6})${found}的(?:{~6}|{~4}{#}的?{~4})(?<o>{IAF})`,
  },
  {
    name: "founded-passive",
    predicate: "ESTABLISHES",
    pattern: `(?<o>{IAF})(?:[^。；]{0,8}?)由(?<s>{RI+})(?:{~6})(?:设立|成立|组建|发起设立|发起)`,
  },
  {
    name: "funds-amount",
    predicate: "FUNDS",
    pattern:
      "(?<s>{IF+})(?:{~4})(?:出资|注资|认缴|出资认缴|投入)(?=[^。；]{0,3}\ue020)(?!{~2}{#}(?:{~4})(?:参与|设立|成立|认购)(?:{~4}){F})",
    object: "fund",
  },
  {
    name: "funds-later",
    predicate: "FUNDS",
    pattern:
      "(?<s>{I}(?:(?:、|和|与|及){I})*)(?:{~2})(?:分别|各|共同)?(?:{~2})(?:出资|注资|认缴|拿出)(?:{#}(?:、|和)?)+(?:，)(?:{~4})(?:设立|成立|组建)(?:了)?(?:{~6})(?<o>{F})",
  },
  {
    name: "funds",
    predicate: "FUNDS",
    pattern:
      "(?:由)?(?<s>{IF+})(?:{~4})(?:共同)?(?:出资|注资|安排|认缴|拨付|划拨)(?:{~6}|{~2}{#}{~4})(?:设立|成立|组建|充实|参与|注入|认购|用于|补充)?(?:{~4})(?<o>{F})",
  },
  { name: "funded-by", predicate: "FUNDS", pattern: "(?<o>{F})(?:[^。；]{0,20}?)由(?<s>{IF+})(?:{~4})(?:共同)?(?:出资|注资|认缴|拨付)" },
];

function established(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return /拟|计划|将|探索|筹/.test(`${groups.wish ?? ""}`) ? { state: "planned" } : {};
}
