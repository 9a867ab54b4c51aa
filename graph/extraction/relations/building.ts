import type { Rule } from "./rule.ts";

/** What a firm does with a project. */
const build =
  "(?:投资建设|投资新建|投资兴建|投资打造|投资|建设|新建|投建|兴建|承建|建成投产|建成投用|建成|建有|建起|建立|筹建|开工建设|启动建设|筹划建设|规划建设|启动|实施|推进|扩建|改建|改造|布局|开建|动工建设|打造|上马|新上|共建|组建|办起|兴办|落子|落地|动土|破土|扩产|盖起|盖|动工|开工|投产|投用|投下|砸下|操刀|新增|续建|完成|拿出|押注|揭牌|上|建)";
/** By whom a project is built. */
const by =
  "(?:投资建设|投资、建设|投资兴建|负责投资|负责建设|出资建设|投资|建设|承建|投建|兴建|实施|开发|打造|承担|牵头|负责(?!{~3}(?:运营|管理|销售))|出资|操刀)";

/** Who builds what. */
export const buildingRules: readonly Rule[] = [
  {
    name: "owner-and-project",
    predicate: "BUILDS",
    pattern: "(?<s>{C})(?:的|公司的|集团的|公司|集团)?(?:（[^（）。]{0,16}）)?(?:总投资{#}的|投资{#}的)?(?<o>{J})",
    wish: "keep",
  },
  {
    name: "builds",
    predicate: "BUILDS",
    pattern: `{S}(?:斥资|投资|总投资|拟|计划)?(?:{~4}{#}{~4}|在{RK}{~4}|{#}{~4}在{RK}{~4}|在{RK}{~4}{#}{~4})?${build}(?:了|的)?(?:{~14}|{~6}{#}的?{~6}|{~4}在{RK}的?{~4})(?<o>{JA+})`,
    wish: "keep",
  },
  {
    name: "builds-next-clause",
    predicate: "BUILDS",
    pattern: `(?<s>{C})(?:[^。；：{C}]{0,30}?)，(?:拟|计划|将)?(?:{~4})(?:斥资|投资)?(?:{~2}{#})?(?:{~3})(?:在{RK})?(?:建设|新建|投建|建起|上马|打造|建)(?:了)?(?:{~8})(?<o>{J})`,
    wish: "keep",
  },
  {
    name: "built-by",
    predicate: "BUILDS",
    pattern: `(?<o>{JA})(?:[^。；：由{J}]{0,24}?)(?:，)?(?:由|系|是由|均由)(?<s>{C+})(?:等(?:{~4}))?(?:{~6})${by}`,
    wish: "keep",
  },
  {
    name: "built-by-modifier",
    predicate: "BUILDS",
    pattern: `(?:由)?(?<s>{C+})(?:公司|集团)?(?:{~4})(?:斥资|投资|总投资)?(?:{~2}{#})?(?:{~3})(?:在{RK})?(?:{~2})(?:投资建设|建设|承建|投建|兴建|打造|实施|新建|规划|开工|布局|牵头建设|牵头组建|投资)的(?:{~8}|{~4}{#}的?{~4})(?<o>{JKA})`,
    wish: "keep",
  },
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
      "(?<o>{J})(?:[^。；]{0,20}?)(?:业主|业主单位|建设单位|投资方|投资商|投资人|实施主体|投资主体|建设主体|项目单位|承建单位|牵头单位)(?:为|是|：|系)(?<s>{C+})",
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
    pattern: `(?:^|，|；)(?:该|本|这一?|此)?(?:项目|工程|基地)?(?:{~4})由(?<s>{C+})(?:{~6})${by}`,
    object: "project",
    wish: "keep",
  },
  {
    name: "owner-is",
    predicate: "BUILDS",
    pattern: "(?:^|，|；)(?:该|本)?项目(?:的)?(?:业主|业主单位|建设单位|投资方|投资商|实施主体|投资主体)(?:为|是|：|系)(?<s>{C+})",
    object: "project",
    wish: "keep",
  },
  {
    name: "this-project",
    predicate: "BUILDS",
    pattern:
      "(?:^|，|；|“)(?:{@}，?)?(?:这个|这一|这座|这条|其|公司|该公司|公司的|该企业|企业|企业的|旗下)(?:投资{#}的|总投资{#}的|{@}|新|首个|首条)*(?<o>{J})",
    subject: "company",
    confidence: 0.95,
    wish: "keep",
  },
  {
    name: "next-phase",
    predicate: "BUILDS",
    pattern: "(?:^|，|；)(?:其)?[一二三四五]期(?:{~2})(?<o>{J})",
    subject: "company",
    confidence: 0.95,
    wish: "keep",
  },
  {
    name: "own-project-goes-on",
    predicate: "BUILDS",
    pattern: "，(?:{@})?(?<o>{J})(?:{~4}|{~2}{@}{~4})(?:建成|投产|开工|竣工|达产|试产|封顶|启动|满产)",
    subject: "carried",
    confidence: 0.85,
    wish: "keep",
  },
  {
    name: "its-project",
    predicate: "BUILDS",
    pattern: "(?<s>{C})(?:公司)?(?:[^。；{C}]{0,24}?)，(?:{@})?(?:其|公司|该公司)(?:{~6}|{~2}投资{#}的)(?<o>{J})",
    confidence: 0.95,
    wish: "keep",
  },
  {
    name: "for-the-project-of",
    predicate: "BUILDS",
    pattern: "向(?:{~8})(?<s>{C})(?:增资|注资|出资|拨款)(?:{#})?，(?:{~2})用于(?:{~6})(?<o>{J})",
    wish: "keep",
  },
  {
    name: "lab-built",
    predicate: "BUILDS",
    pattern: "{S}(?:合作共建|共建|建设|组建|牵头组建|牵头建设|建成|获批建设|获批|设立|成立|建有|拥有)(?:了|的)?(?:{~8})(?<o>{A})",
  },
  {
    name: "lab-joint",
    predicate: "BUILDS",
    pattern:
      "(?<s>{C})(?:与|和|同|携手|联合)[^，。；]{1,16}?(?:共建|合作共建|联合共建|共同建设|组建|合作建有|建有|合建|联建|组建)(?:的|了)?(?:{~8})(?<o>{A})",
  },
];
