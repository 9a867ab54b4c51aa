import type { Rule } from "./rule.ts";

const together =
  "(?<mechanism>签署战略合作协议|签订战略合作协议|签署战略合作|签署合作协议|签订合作协议|达成战略合作|达成合作|战略合作|签署|签订|合作共建|共建|合资|联合攻关|联合开展|联合研发|合作|共同|联合|签约|携手|产学研)";

/** Who works together, who belongs to whom, who came. */
export const cooperationRules: readonly Rule[] = [
  {
    name: "partners",
    predicate: "PARTNERS_WITH",
    pattern: `(?<s>{CR})(?:{~6}|{~2}{@}{~2})(?:与|和|同|携手|联合|联手|牵手)(?<o>{CI+})(?:等)?(?:{~10})${together}`,
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
    name: "partners-government",
    predicate: "PARTNERS_WITH",
    pattern: `(?:与|和|同)(?<o>{CI+})(?:{~8})${together}`,
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
    name: "subsidiary-of",
    predicate: "SUBSIDIARY_OF",
    pattern:
      "(?<s>{C})(?:，|（)?(?:{~4})(?:是|系|为|作为|隶属于?|由)(?:{~4})(?<o>{C})(?:的|在{R}(?:的|设立的|投资的)?)?(?:{~4})(?<control>全资|控股|参股)?(?:子公司|下属企业|下属公司|旗下|成员企业|设立|控股)",
    properties: control,
  },
  {
    name: "has-subsidiary",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?:的|旗下的?|所属的?|下属的?)(?<control>全资|控股)?(?:子公司|下属企业|下属公司|所属企业)(?<s>{C})",
    properties: control,
  },
  {
    name: "held-by",
    predicate: "SUBSIDIARY_OF",
    pattern: "由(?<o>{C})(?:{~2})(?<control>全资|控股|投资)(?:设立|控股|持股)?的(?<s>{C})",
    properties: control,
  },
  {
    name: "subsidiary-implied",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?:该公司|公司|企业)(?:{~2})(?:是|系|为)(?<o>{C})(?:的|旗下的?)?(?:{~2})(?<control>全资|控股)?(?:子公司|下属企业|成员企业)",
    subject: "company",
    properties: control,
  },
  {
    name: "group-then-daughter",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?:[^。；{C}]{0,30}?)，?(?:其|该公司)?旗下(?:的)?(?<s>{C})",
  },
  {
    name: "owned-by",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<s>{C})(?:{~8})(?:由|为|被|是|系)(?<o>{C})(?:{~4})(?<control>全资|控股|绝对控股)(?:拥有|所有|持有|持股|设立|投资)?",
    properties: control,
  },
  {
    name: "parent-is",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<s>{C})(?:的|，其|，)(?:{~4})(?:母公司|控股股东|实际控制人|大股东|东家)(?:为|是|系)(?<o>{C})",
  },
  { name: "parent-before", predicate: "SUBSIDIARY_OF", pattern: "(?<s>{C})(?:{~3})(?:隶属于?|归属于?|背靠|并入|划归|归入)(?<o>{C})" },
  {
    name: "holds-shares",
    predicate: "OWNS",
    pattern:
      "(?<s>{CR})(?:{~6})(?:持有|拥有|控股|入股|参股|收购|受让|购得|拿下)(?:了)?(?<o>{C})(?:的)?(?:{~2})(?<percent>\ue020)?(?:的)?(?:股权|股份|股)?",
  },
  { name: "held-share", predicate: "OWNS", pattern: "(?<o>{C})(?:{~4})(?:由|被|：)(?<s>{CR})(?:{~2})(?:持股|持有|占股|收购)" },
  {
    name: "shares-transferred",
    predicate: "OWNS",
    pattern:
      "(?<!拟|计划|打算|或|即|有望)(?:将|把)(?:{~4})(?:所持有?|持有)的?(?<o>{C})(?:的)?(?:{~2})(?:{#})?(?:的)?(?:{~2})(?:股权|股份)(?:{~6})(?:划转|转让|过户|出让|无偿划转)(?:给|至|到)(?<s>{CR})",
    wish: "keep",
  },
  {
    name: "becomes-controller",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?:{~6})(?:成为|系|是|为)(?:了)?(?<s>{C})(?:的)?(?:{~2})(?:控股股东|母公司)",
    properties: () => ({ control: "控股" }),
  },
  {
    name: "daughter-of-the-named",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?:^|，|；)(?:其|公司|该公司|旗下)?(?<control>全资|控股)(?:子公司|孙公司)(?<s>{C})",
    object: "company",
    confidence: 0.95,
    properties: control,
  },
  { name: "under-group", predicate: "SUBSIDIARY_OF", pattern: "(?<o>{C})旗下(?:的)?(?<s>{C+})" },
  {
    name: "takes-over",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?:{~8})(?:控股|收购|全资收购|并购)(?:了)?(?<s>{C})",
    properties: () => ({ control: "收购或控股" }),
  },
  { name: "restructured", predicate: "RESTRUCTURED_WITH", pattern: "(?<s>{C})(?:与|和|同)(?<o>{C})(?:{~6})(?:重组|联合重组|合并)" },
  {
    name: "attracts",
    predicate: "ATTRACTS",
    pattern: "(?<s>{R})(?:[^，。；：]{0,18}?)(?:引进|引来|引入|招引|签约引进|成功引进|吸引|迎来|落户了)(?:了)?(?:{~8})(?<o>{CJ+})",
  },
  {
    name: "attracts-implied",
    predicate: "ATTRACTS",
    pattern: "(?:引进|引来|招引|签约引进|成功引进|促成|吸引)(?:了)?(?:{~8})(?<o>{CJ+})(?!{~8}人才)",
    subject: "region",
    confidence: 0.95,
  },
  {
    name: "settles-in-region",
    predicate: "ATTRACTS",
    pattern: "(?<o>{CJ+})(?:等(?:{~8}))?(?:{~4})(?:签约落户|落户|签约落地|落地|入驻)(?:于|在)?(?<s>{R})",
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
    pattern: "{C}(?:与|和|同)(?<s>{R})(?:{~4})(?:签订|签署|签约)(?:[^。；]{0,40}?)(?:建设|投资|新建)(?:{~10})(?<o>{J})",
    wish: "keep",
  },
];

function mechanism(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return groups.mechanism ? { mechanism: groups.mechanism } : {};
}
function control(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return groups.control ? { control: groups.control } : {};
}
