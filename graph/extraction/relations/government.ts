import type { Rule } from "./rule.ts";

const back = "(?:支持|推动|助力|重点推进|加快推进|全力推进|加快建设|扶持|服务保障|推进|加快)";

/** What a region or its bodies do: host, set up, support, aim at, approve, fund. */
export const governmentRules: readonly Rule[] = [
  {
    name: "hosts",
    predicate: "HOSTS",
    pattern: "(?<s>{RI})(?:[^。；：]{0,20}?)(?:举办|召开|举行|承办|主办|开启|办起|开)(?:了)?(?:{~6})(?<o>{E+})",
  },
  { name: "hosts-passive", predicate: "HOSTS", pattern: "(?<o>{E})(?:{~6})在(?<s>{R})(?:{~4})(?:举办|召开|举行|开幕|启幕)" },
  {
    name: "hosts-implied",
    predicate: "HOSTS",
    pattern: "(?:^|，|；)(?:{~8}|{@})(?:举办|召开|举行|承办)(?:了)?(?:{~6})(?<o>{E+})",
    subject: "region",
    confidence: 0.95,
  },
  {
    name: "establishes",
    predicate: "ESTABLISHES",
    pattern:
      "(?<s>{RI+})(?:[^，。；：]{0,16}?)(?:发起设立|设立|成立|组建|建立|共同出资设立|出资设立|建成)(?:了)?(?:{~6}|{~5}{#}的?{~4})(?<o>{IAF+})",
    wish: "keep",
    properties: established,
  },
  {
    name: "establishes-implied",
    predicate: "ESTABLISHES",
    pattern: "(?:^|，|；)(?<wish>{~8})(?:发起设立|设立|成立|组建|探索建设|出资设立)(?:了)?(?:{~6}|{~5}{#}的?{~4})(?<o>{IAF+})",
    subject: "region",
    wish: "keep",
    confidence: 0.95,
    properties: established,
  },
  { name: "establishes-place-of", predicate: "ESTABLISHES", pattern: "(?<s>{I})在{RK}(?:{~2})(?:设立|成立|组建|建立)的(?:{~4})(?<o>{A})" },
  { name: "funds-amount", predicate: "FUNDS", pattern: "(?<s>{I})(?:{~4})出资", object: "fund" },
  {
    name: "funds",
    predicate: "FUNDS",
    pattern: "(?:由)?(?<s>{IF+})(?:{~4})(?:共同)?(?:出资|注资|安排)(?:{~6}|{~2}{#}{~2})(?:设立|成立|组建)?(?:{~4})(?<o>{F})",
  },
  { name: "supports", predicate: "SUPPORTS", pattern: `(?<s>{R})(?:{~8})${back}(?:{~4})(?<o>{CJKH+})`, wish: "keep" },
  {
    name: "supports-implied",
    predicate: "SUPPORTS",
    pattern: `(?:^|，|；|。)(?:{~4})${back}(?:{~4})(?<o>{CJKH+})`,
    subject: "region",
    wish: "keep",
    confidence: 0.95,
  },
  {
    name: "targets",
    predicate: "TARGETS",
    pattern: "(?<s>{RL})(?:[^。；]{0,30}?)(?<purpose>争创|争取|创建|力争打造|打造|冲刺|申报|培育|争建|建设成为)(?:{~8})(?<o>{QU+})",
    wish: "keep",
    properties: purpose,
  },
  {
    name: "targets-implied",
    predicate: "TARGETS",
    pattern: "(?<purpose>争创|创建|打造|冲刺|申报|加快打造|着力打造|全力打造|力争打造)(?:{#})?(?:{~8})(?<o>{QU+})",
    subject: "region",
    wish: "keep",
    confidence: 0.95,
    properties: purpose,
  },
  {
    name: "approves",
    predicate: "APPROVES",
    pattern: "(?<s>{I})(?:{~6})(?:批准|核准|批复|备案|审批通过|同意|准予)(?:了)?(?:{~4})(?<o>{J})",
  },
  {
    name: "approved-by",
    predicate: "APPROVES",
    pattern: "(?<o>{J})(?:{~6})(?:获|通过|经|取得)(?<s>{I})(?:{~4})(?:批准|核准|批复|备案|审批|同意|准予)",
  },
  { name: "operates", predicate: "OPERATES", pattern: "(?<s>{C})(?:{~6})(?:运营|负责运营|管理运营|拥有)(?:的|了)?(?:{~6})(?<o>{A})" },
  {
    name: "focuses",
    predicate: "FOCUSES_ON",
    pattern:
      "(?<s>{K})(?:{~10}|，)(?:主导产业为|主导产业是|重点发展|聚焦|主攻|专注|以|形成以|形成了以|形成了?|重点布局|围绕)(?:{~8})(?<o>{DO+})",
  },
  { name: "event-of-company", predicate: "INVOLVES", pattern: "(?<s>{E})(?:上|期间|中)(?:[^。；]{0,10})，(?<o>{C+})" },
  { name: "leads-programme", predicate: "LEADS", pattern: "由(?<s>{C})(?:牵头|领衔)(?:{~6})(?<o>{L})" },
  {
    name: "part-of-plan",
    predicate: "PART_OF_PLAN",
    pattern: "(?<s>{EL})(?:{~4})(?:是|作为|属于|纳入)(?:{~6})(?<o>{L})(?:的)?(?:{~4})(?:组成部分|重要内容|之一|配套|举措|抓手)",
  },
];

function purpose(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return groups.purpose ? { purpose: groups.purpose } : {};
}
function established(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return /拟|计划|将|探索|筹/.test(`${groups.wish ?? ""}`) ? { state: "planned" } : {};
}
