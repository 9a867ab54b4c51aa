import type { Rule } from "./rule.ts";

const together =
  "(?<mechanism>签署战略合作协议|签订战略合作协议|签署战略合作|签署合作协议|签订合作协议|达成战略合作|达成合作|战略合作|战略合作伙伴|签署|签订|签下|合作共建|共建|合资|联合攻关|联合开展|联合研发|合作|共同|联合|签约|携手|产学研|结成|结为|牵手|对接|成立|联手|组建|合建|建立|建有|建起|开发|攻克|研发|攻关|联办)";

/** Who works together, and who came. */
export const cooperationRules: readonly Rule[] = [
  {
    name: "partners",
    predicate: "PARTNERS_WITH",
    pattern: `(?<s>{CRI})(?:公司)?(?:{~6}|{~2}{@}{~2}|，{@}，?{~6})(?:与|和|同|携手|联合|联手|牵手)(?<o>{CI+})(?:等)?(?:{~12})${together}`,
    properties: mechanism,
  },
  {
    name: "partners-unsaid",
    predicate: "PARTNERS_WITH",
    pattern: `{S}(?:与|和|同|携手|联合|联手|牵手)(?<o>{CI+})(?:等)?(?:{~12})${together}`,
    properties: mechanism,
  },
  {
    name: "partners-joined",
    predicate: "PARTNERS_WITH",
    pattern: "(?<s>{C})(?:[^。；]{0,6})(?:，)?(?:联合|携手|联手|牵手|会同)(?<o>{CI+})",
    properties: () => ({ mechanism: "联合" }),
  },
  {
    name: "partners-led",
    predicate: "PARTNERS_WITH",
    pattern: "由(?<s>{C})(?:牵头|领衔)，?(?:联合|会同|携手)(?<o>{CI+})",
    properties: () => ({ mechanism: "联合" }),
  },
  {
    name: "partners-jointly",
    predicate: "PARTNERS_WITH",
    pattern:
      "由(?<s>{CR})(?:、|和|与|联合|携手)(?<o>{CI+})(?:等(?:{~6}))?(?:{~4})(?:共建|共同建设|合作共建|联合共建|共同组建|联合组建|合作建设|共同出资|共同发起)",
    properties: () => ({ mechanism: "共建" }),
  },
  {
    name: "partners-government",
    predicate: "PARTNERS_WITH",
    pattern: `(?:^|，|；)(?!该?公司|其|企业)(?:{~6}|{@}，?)(?:与|和|同)(?<o>{CI+})(?:{~8})${together}`,
    subject: "region",
    confidence: 0.85,
    properties: mechanism,
  },
  {
    name: "serves-company",
    predicate: "PARTNERS_WITH",
    pattern: "(?:服务对接|主动对接|积极对接)(?<o>{C+})",
    subject: "region",
    properties: () => ({ mechanism: "服务对接" }),
  },
  {
    name: "attracts",
    predicate: "ATTRACTS",
    pattern:
      "(?<s>{RI})(?:[^，。；：]{0,18}?)(?:招引落地|引进|引来|引入|招引|招来|签约引进|成功引进|吸引|迎来|落户了|落地)(?:了)?(?:{~8})(?<o>{CJ+})",
  },
  {
    name: "attracts-project-of",
    predicate: "ATTRACTS",
    pattern: "(?<s>{R})(?:[^，。；：]{0,18}?)(?:招引落地|引进|引来|引入|招引|落地)(?:了)?(?:{~8}){C}(?:的)?(?<o>{J})",
  },
  {
    name: "attracts-unsaid",
    predicate: "ATTRACTS",
    pattern: "(?:引进|引来|招引|签约引进|成功引进|促成|吸引)(?:落地)?(?:了)?(?:{~8})(?<o>{CJ+})(?!{~8}人才)",
    subject: "region",
    confidence: 0.95,
  },
  {
    name: "settles-in-region",
    predicate: "ATTRACTS",
    pattern: "(?<o>{CJ+})(?:等(?:{~8}))?(?:{~6}|{@}{~4})(?:签约落户|落户|签约落地|落地|入驻)(?:于|在)?(?<s>{R})",
  },
  {
    name: "settles-here",
    predicate: "ATTRACTS",
    pattern: "(?<o>{J+})(?:等(?:{~8}))?(?:{~2})(?:成功|顺利|相继)?(?:签约落户|落户|签约落地)(?!{KR})",
    subject: "region",
    confidence: 0.95,
  },
  {
    name: "agreement-with-region",
    predicate: "ATTRACTS",
    pattern: "{C}(?:与|和|同)(?<s>{RI})(?:{~4})(?:签订|签署|签约)(?:[^。；]{0,40}?)(?:建设|投资|新建)(?:{~10})(?<o>{J})",
    wish: "keep",
  },
  {
    name: "region-signs-project",
    predicate: "ATTRACTS",
    pattern: "(?<s>{RI})(?:{~4})(?:与|和|同){C+}(?:{~4})(?:签下|签约|签订|签署)(?:了)?(?:{~8})(?<o>{J})",
  },
];

function mechanism(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return groups.mechanism ? { mechanism: groups.mechanism } : {};
}
