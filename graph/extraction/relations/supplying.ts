import type { Rule } from "./rule.ts";

const supply = "(?:供应|供货|供给|配套|提供配套|供应配套)";

/** What is used, and who supplies whom. */
export const supplyingRules: readonly Rule[] = [
  {
    name: "uses-input",
    predicate: "USES_INPUT",
    wish: "keep",
    pattern:
      "{S}(?:回收|收购|利用|消耗|采用|消化|处理|年处理|拆解|将|把|用|以|吃进|每年消化|加工处理)(?:了)?(?:{~3})(?<o>{O+})(?:{~8})(?:提炼|提取|冶炼|生产|制成|制备|再生|加工成|变成|熔炼|拆解)",
  },
  {
    name: "uses-input-amount",
    predicate: "USES_INPUT",
    pattern: "{S}(?:年|每年|可|{~2})(?:处理|消化|回收|拆解|消纳|利用|加工处理)(?:了)?(?:{~2})(?<o>{O})(?:{~4})(?:能力)?{#}",
  },
  {
    name: "made-of",
    predicate: "USES_INPUT",
    wish: "keep",
    pattern:
      "(?<s>{CJ})(?:[^，。；：{CJ}]{0,16}?)(?:以|用|把|将|吃进|消化|处理|利用|消耗|购进)(?:{~4}|{C}的|新?[^，。；的]{1,4}的)(?<o>{O+})(?:等)?(?:为|作为?|做|当)(?:主要)?(?:原料|原材料|燃料)",
  },
  {
    name: "latter-made-of",
    predicate: "USES_INPUT",
    pattern:
      "，(?:后者|该项目|项目|其|公司)(?:{~3})(?:以|用|利用|消化|处理)(?:{~4}|{C}的)(?<o>{O+})(?:等)?(?:为|作为?|做|当)(?:主要)?(?:原料|原材料|燃料)",
    subject: "project",
    confidence: 0.95,
  },
  {
    name: "input-is",
    predicate: "USES_INPUT",
    pattern: "(?<s>{CJ})(?:[^，。；：{CJ}]{0,16}?)(?:原料|原材料)(?:主要)?(?:是|为|用|包括|来自)(?<o>{O+})",
  },
  {
    name: "supplies-firm",
    predicate: "SUPPLIES",
    pattern: `{S}(?:向|为|给)(?:[^，。；{C}]{1,5}、)?(?<o>{C+})(?:等)?(?:{~10})(?:${supply}|提供(?=[^，。]{0,12}(?:产品|材料|配套|部件|电池|零部件|装备|设备|生产线|组件|{O})))`,
  },
  {
    name: "supplied-to",
    predicate: "SUPPLIES",
    pattern:
      "(?<s>{C})(?:[^。；{C}]{0,20}?)(?:主要|批量|独家|长期)?(?:供应|供货|供给|配套|销往|供应给|直供|卖给|销给|送往|发往|交付|供)(?:给|于)?(?<o>{C+})",
  },
  {
    name: "supplied-to-unsaid",
    predicate: "SUPPLIES",
    pattern:
      "(?:^|，|；)(?:其|该公司|公司|企业|企业的)?(?:{~2})(?:产品|{O})?(?:{~6})(?:供应给|供货给|配套给|供应|供货|供给|配套|销往|直供|卖给|出口到)(?:给|于)?(?<o>{C+})",
    subject: "company",
    confidence: 0.95,
  },
  {
    name: "bought-from",
    predicate: "SUPPLIES",
    pattern: "(?<o>{C})(?:[^。；{C}]{0,12}?)(?:从|向)(?<s>{C})(?:{~4})(?:采购|购买|购进|进货|订购|买)",
  },
  {
    name: "supplier-of",
    predicate: "SUPPLIES",
    pattern:
      "{S}(?:是|为|成为|进入|打入|跻身|切入|系)(?:了)?(?<o>{C+})(?:等)?(?:{~6})(?:的)?(?:{~6})(?:供应商|供货商|供应链|配套商|供应体系|配套体系|采购体系)",
  },
  {
    name: "as-supplier-of",
    predicate: "SUPPLIES",
    pattern: "(?:作为|身为)(?<o>{C+})(?:等)?(?:{~6})(?:的)?(?:{~6})(?:供应商|供货商|配套商|配套企业)，(?<s>{C})",
  },
  {
    name: "customers-are",
    predicate: "SUPPLIES",
    pattern: "(?:客户|买家|下游企业|下游用户)(?:主要)?(?:有|包括|为|是|涵盖)(?<o>{C+})",
    subject: "company",
  },
  {
    name: "customer",
    predicate: "SUPPLIES",
    pattern: "(?<o>{C+})(?:等)?(?:{~6})(?:是|为|成为)(?:该公司|其|公司|企业)(?:的)?(?:{~6})客户",
    subject: "company",
  },
];
