import type { Rule } from "./rule.ts";

const cover =
  "(?:覆盖|涵盖|聚焦|涉及|围绕|重点发展|重点培育|重点打造|做强|培育|打造|提升|壮大|发展壮大|包括|明确|确定|锁定|主攻|建强|建设|构建|布局|形成|依托|瞄准|突出|聚力|支持|发展)";

/** Which chains, clusters and industries a plan covers, and who leads them. */
export const chainRules: readonly Rule[] = [
  { name: "covers", predicate: "COVERS", pattern: `(?<s>{L}){!LRIC40}${cover}(?:{~10})(?<o>{HUD+})`, wish: "keep" },
  {
    name: "leads-by-role",
    predicate: "LEADS_CHAIN",
    pattern:
      "(?<s>{C+})(?:{~8})(?:为|是|系|担任|作为|成为|被列为|被确定为|被认定为|入选|名列)(?:{~4}{R}?)(?<o>{HU})(?:的)?(?<role>链主|龙头)(?:企业)?",
    properties: role,
  },
  {
    name: "leads-named",
    predicate: "LEADS_CHAIN",
    pattern: "(?<o>{HU})(?:的)?(?<role>链主|龙头)(?:企业)?(?:为|是|由|——|：|，|{~4}担任)?(?<s>{C+})",
    properties: role,
  },
  {
    name: "leads-relied-on",
    predicate: "LEADS_CHAIN",
    pattern:
      "(?:依托|以|围绕|发挥)(?<s>{C+})(?:等)?(?:{~6})(?<role>链主|龙头)(?:企业)?(?:[^。；]{0,20}?)(?:打造|建设|培育|壮大|发展|引领|带动|形成)(?:{~10})(?<o>{HU})",
    wish: "keep",
    properties: role,
  },
  {
    name: "leads-led",
    predicate: "LEADS_CHAIN",
    pattern: "(?<o>{HU})(?:{~6})(?:以)(?<s>{C+})(?:等)?(?:为)(?<role>链主|龙头)",
    properties: role,
  },
  { name: "member-cluster", predicate: "MEMBER_OF", pattern: "(?<s>{U+})(?:{~6})(?:纳入|列入|属于)(?:{~4})(?<o>{U})" },
  {
    name: "park-on-chain",
    predicate: "PART_OF_CHAIN",
    pattern: "(?<s>{K})(?:{~6})(?:是|为|作为)(?:{~6})(?<o>{H})(?:的)?(?:{~6})(?:承载|载体|核心区)",
  },
];

function role(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return { role: groups.role === "链主" ? "链主" : "龙头企业" };
}
