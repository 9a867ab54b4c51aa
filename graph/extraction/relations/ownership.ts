import type { Rule } from "./rule.ts";

const daughter = "(?:子公司|孙公司|下属企业|下属公司|所属企业|成员企业|成员单位|旗下企业|旗下公司|控股企业|全资企业)";

/** Who belongs to whom, and who holds whose shares. */
export const ownershipRules: readonly Rule[] = [
  {
    name: "subsidiary-of",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?<s>{C})(?:，|（[^（）]*）)?(?:{~4})(?:是|系|为|作为|隶属于?|由)(?:{~4})(?<o>{C})(?:的|在{R}(?:的|设立的|投资的)?)?(?:{~4})(?<control>全资|控股|参股)?(?:${daughter}|旗下|设立|控股)(?!股东)`,
    properties: control,
  },
  {
    name: "has-subsidiary",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?<o>{C})(?:公司|集团)?(?:的|旗下的?|所属的?|下属的?)?(?:{~2})(?<control>全资|控股)?${daughter}(?:——|“)?(?<s>{C+})`,
    properties: control,
  },
  {
    name: "whose-daughter",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?<o>{C})(?:[^。；{C}]{0,40}?)，(?:{~4})(?:其|公司|该公司|旗下)的?(?<control>全资|控股)?${daughter}(?<s>{C+})`,
    confidence: 0.95,
    properties: control,
  },
  {
    name: "daughter-of-the-named",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?:^|，|；|：|“)(?:{@}，?)?(?:通过|由|向|对)?(?:其|公司|该公司|旗下|公司旗下)?(?:通过|向|对|由)?(?<control>全资|控股)?${daughter}(?<s>{C+})`,
    object: "company",
    confidence: 0.95,
    properties: control,
  },
  {
    name: "daughter-in-brackets",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?<s>{C})（(?:系|为|是)?(?<o>{C})的?(?<control>全资|控股)?${daughter}`,
    properties: control,
  },
  {
    name: "controlled-modifier",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?<control>全资控股|全资|绝对控股|控股|投资设立|设立|投资|持股{#}|控股{#}|投资创办|创办)的(?:{~6})(?<s>{C})",
    properties: control,
  },
  {
    name: "as-daughter",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?:作为|身为)(?<o>{C})(?:的)?(?:{~4})(?<control>全资|控股)?${daughter}，(?<s>{C})`,
    properties: control,
  },
  {
    name: "as-daughter-unsaid",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?:作为|身为)(?<o>{C})(?:的)?(?:{~4})(?<control>全资|控股)?${daughter}，(?!{C})`,
    subject: "company",
    confidence: 0.95,
    properties: control,
  },
  {
    name: "founded-together",
    predicate: "OWNS",
    pattern:
      "(?<o>{C})(?:{~2})(?:系|由|是|为)(?<s>{C}(?:(?:、|和|与|联合){C})+)(?:{~2})(?:共同|合资|联合)?(?:出资|投资|合资)?(?:组建|设立|成立|兴建|创办)",
  },
  {
    name: "founded-by-firm",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<s>{C})(?:{~2})(?:系|由|是|为)(?<o>{C})(?:{~2})(?:投资兴建|投资设立|投资创办|投资成立|出资设立|投资建设|创办)",
    confidence: 0.95,
  },
  {
    name: "its-controlled",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?:^|，|；)(?:由)?(?:其|公司|该公司|集团)(?<control>全资|控股|绝对控股|投资设立)的(?<s>{C})",
    object: "company",
    confidence: 0.95,
    properties: control,
  },
  {
    name: "shareholder-modifier",
    predicate: "OWNS",
    pattern: "(?<s>{C})(?:入股|参股|战略投资|收购|并购)的(?:{~6})(?<o>{C})",
  },
  {
    name: "held-by",
    predicate: "SUBSIDIARY_OF",
    pattern: "由(?<o>{C})(?:{~2})(?<control>全资|控股|投资)(?:设立|控股|持股)?的(?<s>{C})",
    properties: control,
  },
  {
    name: "owned-by",
    predicate: "SUBSIDIARY_OF",
    pattern:
      "(?<s>{C})(?:[^。；{C}]{0,14}?)(?:由|为|被)(?<o>{C})(?:{~4})(?<control>全资|控股|绝对控股)(?:拥有|所有|持有|持股|设立|投资)?(?!股东)",
    properties: control,
  },
  {
    name: "owned-by-unsaid",
    predicate: "SUBSIDIARY_OF",
    pattern: "，(?:{@})?(?:{~4})由(?<o>{C})(?:{~4})(?<control>全资|控股|绝对控股)(?:拥有|所有|持有|持股|设立|投资)?(?!股东)",
    subject: "carried",
    confidence: 0.95,
    properties: control,
  },
  {
    name: "subsidiary-implied",
    predicate: "SUBSIDIARY_OF",
    pattern: `(?:该公司|公司|企业|它)(?:{~2})(?:是|系|为)(?<o>{C})(?:的|旗下的?)?(?:{~2})(?<control>全资|控股)?${daughter}`,
    subject: "company",
    properties: control,
  },
  { name: "under-group", predicate: "SUBSIDIARY_OF", pattern: "(?<o>{C})(?:公司|集团)?旗下(?:的|企业|公司)?(?:{~4})(?<s>{C+})" },
  {
    name: "group-then-daughter",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?:[^。；{C}]{0,30}?)，?(?:其|该公司)?旗下(?:的|企业|公司)?(?<s>{C})",
  },
  {
    name: "parent-is",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<s>{C})(?:的|，其|，)(?:{~4})(?:母公司|控股股东|实际控制人|大股东|东家)(?:为|是|系)?(?<o>{C})",
  },
  {
    name: "parent-appositive",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?:^|，|；|：)(?:其|公司|公司的)?(?:控股股东|母公司|第一大股东)(?:为|是|系)?(?<o>{C})",
    subject: "company",
    confidence: 0.95,
    properties: () => ({ control: "控股" }),
  },
  {
    name: "parent-before",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<s>{C})(?:{~3})(?:隶属于?|归属于?|背靠|并入|划归|归入|是)(?<o>{C})(?=，|。|；|$|旗下)",
  },
  {
    name: "becomes-controller",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?:{~6})(?:成为|系|是|为)(?:了)?(?<s>{C})(?:的)?(?:{~2})(?:控股股东|母公司|第一大股东)",
    properties: () => ({ control: "控股" }),
  },
  {
    name: "holds-and-controls",
    predicate: "SUBSIDIARY_OF",
    pattern:
      "(?<o>{C})(?:{~8})(?:持有|持股|直接持有|合计持有)(?:了)?(?<s>{C})(?:的)?(?:{~2})(?:{#})?(?:的)?(?:股权|股份|股)?(?:[^。；]{0,12}?)，(?:{~3})(?:成为|为|系|是)(?:{~4})控股股东",
    properties: () => ({ control: "控股" }),
  },
  {
    name: "bought-and-controls",
    predicate: "SUBSIDIARY_OF",
    pattern:
      "(?<o>{C})(?:[^。；{C}]{0,16}?)(?:收购|并购|受让)(?:了)?(?<s>{C})(?:[^。；]{0,24}?)，(?:{C})?(?:{~3})(?:成为|变为)(?:其|公司|{C}的?)(?<control>全资|控股)?子公司",
    properties: control,
  },
  {
    name: "becomes-daughter",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<s>{C})(?:{~3})(?:成为|变为|变身)(?:其|公司|该公司)(?:的)?(?<control>全资|控股)?子公司",
    object: "company",
    confidence: 0.95,
    properties: control,
  },
  {
    name: "takes-over",
    predicate: "SUBSIDIARY_OF",
    pattern: "(?<o>{C})(?:{~8})(?:控股|全资收购|并购)(?:了)?(?<s>{C})(?!{~2}{#})",
    properties: () => ({ control: "收购或控股" }),
  },
  {
    name: "holds-shares",
    predicate: "OWNS",
    pattern:
      "{S}(?:持有|直接持有|拥有|入股|参股|收购|受让|购得|拿下|增持|并购)(?:了)?(?<o>{C})(?:的)?(?:{~2})(?<percent>\ue020)?(?:的)?(?:股权|股份|股)?",
  },
  {
    name: "bought",
    predicate: "OWNS",
    pattern:
      "(?<s>{C})(?:{~8}|{~4}{#}{~4})(?:完成|实现)(?:对|了对)?(?<o>{C})(?:的)?(?:{#})?(?:的)?(?:{~2})(?:股权|股份)?的?(?:收购|并购|受让|交割)",
  },
  {
    name: "bought-for",
    predicate: "OWNS",
    pattern:
      "{S}(?:以|用|出资|耗资|斥资)(?:{~4})?{#}(?:{~3})(?:收购|并购|入股|受让|买下|拿下)(?:了)?(?:其|{C}|{~6})?(?:所)?(?:持有的?)?(?<o>{C})",
  },
  {
    name: "holds-a-second",
    predicate: "OWNS",
    pattern: "(?:持有|拥有){C}(?:的)?{#}(?:的)?(?:股权|股份)(?:、|和|及|以及)(?<o>{C})(?:的)?{#}",
    subject: "company",
    confidence: 0.95,
  },
  {
    name: "bought-by-unsaid",
    predicate: "OWNS",
    pattern: "(?:^|，|；)(?:{@})?(?:它|其|公司|该公司|企业)?(?:{~3})被(?<s>{C})(?:{~2})(?:收入囊中|收购|并购|控股|入股)",
    object: "company",
    confidence: 0.95,
  },
  {
    name: "held-share",
    predicate: "OWNS",
    pattern: "(?<o>{C})(?:的)?(?:{~4}|{#}的?(?:股权|股份))(?:由|被|：)(?<s>{CR})(?:{~2})(?:持股|持有|占股|收购)",
  },
  {
    name: "shares-transferred",
    predicate: "OWNS",
    pattern:
      "(?<!拟|计划|打算|或|即|有望)(?:将|把)(?:{~4})(?:所持有?的?|持有的?)?(?<o>{C})(?:的)?(?:{~2})(?:{#})?(?:的)?(?:{~2})(?:股权|股份)(?:{~6})(?:划转|转让|过户|出让|无偿划转)(?:给|至|到)(?<s>{CR})",
    wish: "keep",
  },
  {
    name: "shares-moved",
    predicate: "OWNS",
    pattern: "(?<!拟将|将|把)(?<o>{C})(?:的)?(?:{~2}{#})(?:的)?(?:股权|股份)(?:已|{~4})(?:无偿)?(?:划转|转让|过户)(?:给|至|到)(?<s>{CR})",
  },
  {
    name: "keeps-shares",
    predicate: "OWNS",
    pattern:
      "(?<!拟)(?<s>{CR})(?:将|把)(?:{~4})(?:所持有?的?|持有的?)(?<o>{C})(?:的)?(?:[^。；]{0,24}?)，(?:自己|自身|其)?(?:仍|还|继续)?(?:保留|持有){#}",
    wish: "keep",
  },
  {
    name: "restructured",
    predicate: "RESTRUCTURED_WITH",
    pattern: "(?<s>{C})(?:与|和|同|对|被)(?<o>{C})(?:{~10})(?:重组|合并)",
  },
  {
    name: "restructured-into",
    predicate: "RESTRUCTURED_WITH",
    pattern: "(?<s>{C})(?:{~6})(?:重组并入|重组进入|重组为|重组|整体并入|联合重组)(?:了)?(?<o>{C})",
  },
  {
    name: "restructured-then-controls",
    predicate: "RESTRUCTURED_WITH",
    pattern: "重组(?:{~6})后，(?<o>{C})(?:{~4})(?:成为|为|是)(?:了)?(?<s>{C})(?:的)?(?:{~2})控股股东",
  },
  {
    name: "transferred-in-restructuring",
    predicate: "RESTRUCTURED_WITH",
    pattern:
      "(?<!拟将|拟把)(?<s>{C})(?:的)?(?:{~2})(?:{#})?(?:的)?(?:股权|股份)(?:{~6})(?:划转|转让)(?:给|至|到)(?<o>{C})[^。；]{0,16}?重组(?:完成|后)",
    wish: "keep",
  },
];

function control(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const said = groups.control?.replace(/\ue020/, "");
  return said ? { control: said } : {};
}
