import type { Rule } from "./rule.ts";

const cover =
  "(?:覆盖|涵盖|聚焦|涉及|围绕|重点发展|重点培育|重点打造|做强|培育|打造|提升|壮大|发展壮大|包括|明确|确定|锁定|主攻|建强|建设|构建|布局|形成|依托|瞄准|突出|聚力|支持|发展)";
const lead = "(?<role>链主|龙头|头雁|领头羊|领军企业|领航企业)";
const as = "(?:为|是|系|担任|作为|成为|充当|当上|被列为|被确定为|被确立为|被认定为|被选为|入选|名列|出任|确定为|列为)";

/** Which chains, clusters and industries a plan covers, who leads them and who belongs to them. */
export const chainRules: readonly Rule[] = [
  { name: "covers", predicate: "COVERS", pattern: `(?<s>{L}){!LRIC40}${cover}(?:{~10})(?<o>{HUD+})`, wish: "keep" },
  {
    name: "leads-by-role",
    predicate: "LEADS_CHAIN",
    pattern: `{S}${as}(?:{~4}|{R}|{K})(?<o>{HU})(?:的)?(?:“)?${lead}`,
    properties: role,
  },
  {
    name: "leads-in-order",
    predicate: "LEADS_CHAIN",
    pattern: `(?<s>{C+})(?:等(?:{~4}))?(?:{~2})分别(?:{~2})${as}(?:{~4})(?<o>{HU+})(?:等(?:{~6}))?(?:的)?(?:“)?${lead}`,
    inOrder: true,
    properties: role,
  },
  {
    name: "leads-named",
    predicate: "LEADS_CHAIN",
    pattern: `(?<o>{HU})(?:的)?(?:“)?${lead}”?(?:企业)?(?:为|是|由|——|：|{~4}担任)?(?<s>{C+})`,
    properties: role,
  },
  {
    name: "leads-whose-head-is",
    predicate: "LEADS_CHAIN",
    pattern: `(?<o>{HU})(?:的)?(?:，)?(?:{~4})(?:由|以)(?<s>{C+})(?:等)?(?:为|担任|出任|作为|任|做)(?:“)?${lead}`,
    properties: role,
  },
  {
    name: "leads-as",
    predicate: "LEADS_CHAIN",
    pattern: `(?:作为|身为)(?:{~4}{RK}?的?{~4})(?<o>{HU})(?:的)?(?:“)?${lead}”?(?:企业)?(?:，)(?<s>{C})`,
    properties: role,
  },
  {
    name: "leads-relied-on",
    predicate: "LEADS_CHAIN",
    pattern: `(?:依托|以|围绕|发挥)(?<s>{C+})(?:等)?(?:{~6})${lead}(?:企业)?(?:[^。；]{0,20}?)(?:打造|建设|培育|壮大|发展|引领|带动|形成)(?:{~10})(?<o>{HU})`,
    wish: "keep",
    properties: role,
  },
  {
    name: "leads-with",
    predicate: "LEADS_CHAIN",
    pattern: `以(?<s>{C+})(?:等)?(?:企业)?为(?:“)?${lead}”?(?:企业)?(?:、[^，。；]{1,20})?的(?:{~8})(?<o>{HU})`,
    wish: "keep",
    properties: role,
  },
  {
    name: "leads-with-implied",
    predicate: "LEADS_CHAIN",
    pattern: `以(?<s>{C+})(?:等)?(?:企业)?为(?:“)?${lead}`,
    object: "chain",
    confidence: 0.95,
    properties: role,
  },
  {
    name: "leads-this-head",
    predicate: "LEADS_CHAIN",
    pattern: `(?:围绕|依托|借助|发挥|有了)(?:这家|这一|该|这个|这户)(?:“)?${lead}”?(?:企业)?(?:[^。；]{0,24}?)(?<o>{HU})`,
    subject: "company",
    confidence: 0.95,
    properties: role,
  },
  {
    name: "leads-chosen",
    predicate: "LEADS_CHAIN",
    pattern: `(?:确定|明确|遴选|选定|推选|由)(?:了)?(?<s>{C+})(?:等(?:{~6}))?(?:分别)?(?:为|担任|作为|出任|做)(?:{~4}|{R})(?<o>{HU+})(?:的)?(?:“)?${lead}`,
    inOrder: true,
    properties: role,
  },
  {
    name: "leads-at-the-head",
    predicate: "LEADS_CHAIN",
    pattern: "(?<s>{C})(?:{~3})(?:牵头|领衔|领跑|领航|引领)(?:的|着)?(?:{~4})(?<o>{HU})",
    confidence: 0.95,
    properties: () => ({ role: "龙头企业" }),
  },
  {
    name: "member-cluster",
    predicate: "MEMBER_OF",
    pattern: "(?<s>{U+})(?:{~6})(?:纳入|列入|属于|是)(?:{~4})(?<o>{U})(?:的)?(?:组成部分|成员|之一)?",
  },
  {
    name: "park-on-chain",
    predicate: "PART_OF_CHAIN",
    pattern: "(?<s>{K})(?:{~6})(?:是|为|作为)(?:{~6})(?<o>{H})(?:的)?(?:{~6})(?:承载|载体|核心区)",
  },
  {
    name: "on-chain",
    predicate: "PART_OF_CHAIN",
    pattern:
      "(?<s>{C+})(?:等(?:{~6}))?(?:{~4})(?:是|为|成为|加入|进入|融入|处在|处于|位于|补齐了?|补上了?|串起|串联起)(?:了)?(?:{~4})(?<o>{H})(?:的|上的?|中的?)?(?!{~2}(?:“)?(?:链主|龙头))",
    properties: () => ({}),
  },
  {
    name: "chain-gathers",
    predicate: "PART_OF_CHAIN",
    pattern: "(?<o>{H})(?:上)?(?:{~4})(?:聚集|集聚|汇聚|拥有|汇集|包括|有)(?:了)?(?<s>{C+})",
  },
  {
    name: "firms-along-chain",
    predicate: "PART_OF_CHAIN",
    pattern: "(?<o>{H})(?:上|中|里|方面)，(?<s>{C+})",
    confidence: 0.95,
  },
  {
    name: "suppliers-of-head",
    predicate: "PART_OF_CHAIN",
    pattern: "以{C+}(?:等)?为(?:“)?(?:链主|龙头)”?(?:企业)?(?:，|、)(?<s>{C+})(?:等)?(?:{~6})(?:配套|协同|跟进|为配套|为支撑|为骨干)",
    object: "chain",
    confidence: 0.95,
    properties: () => ({ role: "配套" }),
  },
];

function role(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return { role: groups.role === "链主" ? "链主" : "龙头企业" };
}
