import type { Rule } from "./rule.ts";

const build =
  "(?:投资建设|投资新建|投资兴建|建设|新建|投建|兴建|承建|开工建设|启动建设|建成|建成投产|启动|实施|推进|扩建|布局|开建|动工建设|打造|上马|投资|建立|共建|组建|筹建|建起|办起|兴办|落子|动土|破土|上马|扩产|筹划建设|盖起|盖|动工|开工|操刀|上|建)";

/** Who builds what. */
export const buildingRules: readonly Rule[] = [
  {
    name: "owner-and-project",
    predicate: "BUILDS",
    pattern: "(?<s>{C})(?:的|公司的|集团的|公司|集团)?(?:总投资{#}的)?(?<o>{J})",
    wish: "keep",
  },
  {
    name: "builds",
    predicate: "BUILDS",
    pattern: `(?<s>{C+})(?:公司|集团)?(?:（[^（）]*）)?(?:{~10}|{~4}(?:{@}){~6}|{~6}在{RK}{~4}|{~6}{#}{~6}|{~6}{#}在{RK}{~4}|{~6}在{RK}{~4}{#}{~4})${build}(?:了|的)?(?:{~14}|{~6}{#}的?{~6})(?<o>{JA+})`,
    wish: "keep",
  },
  {
    name: "builds-next-clause",
    predicate: "BUILDS",
    pattern: `(?<s>{C})(?:[^。；：{C}]{0,30}?)，(?:拟|计划|将)?(?:{~4})(?:投资)?(?:{#})?(?:{~3})(?:在{RK})?(?:建设|新建|投建|建)(?:了)?(?:{~8})(?<o>{J})`,
    wish: "keep",
  },
  { name: "built-by", predicate: "BUILDS", pattern: `(?<o>{J})(?:，|，?(?:{~4}))(?:由|系|是由)(?<s>{C+})(?:{~6})${build}`, wish: "keep" },
  {
    name: "park-built-by",
    predicate: "BUILDS",
    pattern: "(?:该产业园|该园区|园区|产业园|该园)(?:{~3})由(?<s>{C+})(?:{~6})(?:投资建设|投资|建设|承建|运营|开发)",
    object: "park",
  },
  {
    name: "led-centre",
    predicate: "BUILDS",
    pattern: "由(?<s>{C})(?:{~2})(?:牵头|领衔|主导)(?:[^。；]{0,24}?)(?:组建|建设|共建|成立)的(?:{~6})(?<o>{A})",
  },
  {
    name: "owner-labelled",
    predicate: "BUILDS",
    pattern:
      "(?<o>{J})(?:[^。；]{0,20}?)(?:业主|业主单位|建设单位|投资方|实施主体|投资主体|建设主体|项目单位|承建单位)(?:为|是|：)(?<s>{C+})",
    wish: "keep",
  },
  {
    name: "owner-after",
    predicate: "BUILDS",
    pattern: "(?<o>{J})(?:（|——|，)(?:{~4})(?<s>{C})(?:{~4})(?:投资|投建|承建|实施|出资)",
    wish: "keep",
  },
  {
    name: "built-by-implied",
    predicate: "BUILDS",
    pattern: `(?:^|，)(?:该|本|这一?)?(?:项目)?由(?<s>{C+})(?:{~6})(?:投资建设|投资|建设|承建|投建|实施)`,
    object: "project",
    wish: "keep",
  },
  {
    name: "invested-by",
    predicate: "BUILDS",
    pattern: "(?:由)(?<s>{C+})(?:{~4})(?:投资|总投资)?(?:{#})?(?:{~2})(?:建设|投建|兴建|打造|实施|投资建设|投资)的(?:{~6})(?<o>{JK})",
    wish: "keep",
  },
  {
    name: "company-builds-implied",
    predicate: "BUILDS",
    pattern:
      "(?:该公司|公司|企业)(?:{~8}|{~4}{@}{~4})(?:投资)?(?:{#})?(?:{~3})(?:建设|新建|投建|扩建|启动|实施)(?:了|的)?(?:{~10})(?<o>{J})",
    subject: "company",
    wish: "keep",
  },
  {
    name: "whose-project",
    predicate: "BUILDS",
    pattern: "(?:^|，|；)(?:其|该公司|公司)(?:{~4}|{~2}在{RK}{~2})(?:投资)?(?:建设|新建|投建|兴建)的(?:{~6})(?<o>{J})",
    subject: "company",
    confidence: 0.95,
    wish: "keep",
  },
  {
    name: "lab-built",
    predicate: "BUILDS",
    pattern: "(?<s>{C+})(?:{~10})(?:合作共建|共建|建设|组建|牵头组建|牵头建设|建成|获批建设|获批)(?:了|的)?(?:{~8})(?<o>{A})",
  },
  {
    name: "lab-joint",
    predicate: "BUILDS",
    pattern: "(?<s>{C})(?:与|和|同|携手|联合)[^，。；]{1,12}?(?:共建|合作共建|联合共建|共同建设|组建)(?:的|了)?(?:{~8})(?<o>{A})",
  },
];
