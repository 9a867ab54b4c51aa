import { act, type Rule } from "./rule.ts";

const issue =
  "(?<act>联合印发|印发实施|印发|出台|发布|公布|下发|制定|编制|审议通过|推出|颁布|发出|正式发布|拿出|亮出|拟定|制订|出炉|配套出台)";
const carry =
  "(?<act>全面推行|深入实施|全面实施|组织实施|启动实施|继续推进|深入推进|全面推进|扎实推进|大力推进|深入开展|持续开展|组织开展|全面推行|全面启动|结合开展|开展|实施|推行|推进|落实|执行|启动|打响|建立|谋划|开展“|推行|探索|创新|用|运用|坚持|抓实|深化)";
const align = "(?:对接|衔接|呼应|承接|对标|贯彻落实|贯彻|围绕|根据|按照|落实|服务|融入|紧扣|依据|结合)";

/** Who issued a plan, who carries it out, and which plan stands above it. */
export const planRules: readonly Rule[] = [
  {
    name: "issues",
    predicate: "ISSUES",
    pattern: `(?<s>{RI+})[^，。；：]{0,14}?${issue}(?:实施)?了?(?:一份|新版|最新)?(?:的)?(?<o>{L+})`,
    properties: act,
  },
  {
    name: "issues-subject-before",
    predicate: "ISSUES",
    pattern: `(?<s>{RI})(?:{*24}，){1,3}{*10}${issue}了?(?<o>{L+})`,
    properties: act,
    confidence: 0.95,
  },
  {
    name: "issues-passive",
    predicate: "ISSUES",
    pattern: `(?<o>{L})(?:，)?(?:{~4})(?:由|经)(?<s>{RI+})(?:{~8})(?:印发|出台|发布|制定|编制|审议通过|研究同意|牵头制定|牵头编制)`,
  },
  {
    name: "issued-modifier",
    predicate: "ISSUES",
    pattern: "(?<s>{RI+})(?:{~4}|{~2}{@}{~2})(?<act>印发|出台|发布|制定|编制|推出|公布)的(?:{~4})(?<o>{L})",
    properties: act,
  },
  {
    name: "issues-conference",
    predicate: "ISSUES",
    pattern: `(?<s>{RI})(?:{~10})(?:召开|举行|举办)(?:{~4})(?<o>{L})(?:{~6})(?:新闻)?(?:发布会|通气会|新闻发布|解读)`,
    properties: () => ({ act: "新闻发布" }),
  },
  {
    name: "issues-implied",
    predicate: "ISSUES",
    pattern: `(?:^|，|；|。)(?:近日|日前|为此|同时|此外|{@}|，|县里|市里|区里|省里|园区|当地)*(?:已|还|又|正式|率先|先后|研究){0,2}${issue}了?(?<o>{L+})`,
    subject: "home",
    properties: act,
    confidence: 0.95,
  },
  {
    name: "issues-by-means",
    predicate: "ISSUES",
    pattern: `(?<s>{R})(?:{~4})(?:以|依托|凭借|用)(?:{~4})(?<o>{L})(?=[^，。；]{0,8}(?:引|招|吸引|撬动|扶持|支持|激励))`,
    confidence: 0.95,
  },
  {
    name: "issues-of",
    predicate: "ISSUES",
    pattern: `(?<s>{RI})(?:的|版)?(?<o>{L})(?=[^，。；]{0,6}(?:正式|日前|近日|已|于)?(?:印发|出台|发布|公布|实施|出炉|落地))`,
  },
  {
    name: "implements",
    wish: "keep",
    predicate: "IMPLEMENTS",
    pattern: `(?<s>{RI})(?:[^，。；：]{0,16}?)${carry}(?:了)?(?:{~8})(?<o>{L+})`,
    properties: act,
  },
  {
    name: "implements-implied",
    wish: "keep",
    predicate: "IMPLEMENTS",
    pattern: `(?:^|，|；|、)(?:{~8})${carry}(?:了)?(?:{~6})(?<o>{L+})`,
    subject: "region",
    properties: act,
    confidence: 0.95,
  },
  {
    name: "implements-passive",
    wish: "keep",
    predicate: "IMPLEMENTS",
    pattern: `(?<o>{L})(?<act>继续推进|深入实施|深入推进|全面实施|有序推进|扎实推进|加快推进|全面推进|持续推进|全面铺开|深入开展|启动实施|正式实施|落地见效|加快实施)`,
    subject: "region",
    properties: act,
    confidence: 0.95,
  },
  {
    name: "implements-as-lever",
    predicate: "IMPLEMENTS",
    pattern: "以(?:{*20})(?<o>{L})为(?:总?抓手|载体|牵引|引领)",
    subject: "region",
    wish: "keep",
    properties: () => ({ act: "作为抓手" }),
  },
  {
    name: "aligned-before",
    predicate: "ALIGNED_WITH",
    pattern: `${align}(?:国家|省里的?|省级?|全省|上级)?(?:{~6}{R}?的?)(?<o>{L})(?:[^。；]{0,60}?)(?:印发|出台|制定|编制|发布|实施)(?:了)?(?<s>{L})`,
    wish: "keep",
  },
  {
    name: "aligned-to-serve",
    predicate: "ALIGNED_WITH",
    pattern: `(?:为|为了)?${align}(?:国家|省里的?|省级?|全省|上级)?(?:{~14}{RD}?(?:的)?{~14})(?<o>{L})(?:等)?(?:，|的?要求，)(?:[^。；]{0,16}?)(?:印发|出台|制定|编制|发布|实施)(?:了)?(?<s>{L})`,
    wish: "keep",
  },
  {
    name: "aligned-mutually",
    predicate: "ALIGNED_WITH",
    pattern: "(?<s>{L})(?:{~4})(?:与|同|和)(?:{~6}{R}?的?)(?<o>{L})(?:{~4})(?:衔接|对接|呼应|一脉相承|相配套|相衔接)",
  },
  {
    name: "aligned",
    predicate: "ALIGNED_WITH",
    pattern: `(?<s>{L})(?:[^。；]{0,50}?)${align}(?:的是|了)?(?:{~6}{R}?(?:里)?的?)(?<o>{L})`,
    wish: "keep",
  },
  {
    name: "aligned-implied",
    predicate: "ALIGNED_WITH",
    pattern: `(?:对接|衔接|呼应|承接|对标)(?:的是|了)?(?:{~6}{R}?(?:里)?的?)(?<o>{L})`,
    subject: "policy",
    wish: "keep",
    confidence: 0.95,
  },
];
