import type { Rule } from "./rule.ts";

/** What is made, used and supplied. */
export const productionRules: readonly Rule[] = [
  {
    name: "produces",
    predicate: "PRODUCES",
    pattern:
      "(?<s>{C+}|{J})(?:{~10})(?:出产|主产|主打|专产|产出|拳头产品(?:是|为|有)?|生产的?|研发生产|专业生产|主要生产|量产|主营|主要产品(?:为|是|有|包括)|产品(?:为|是|包括|有)|制造)(?:{~6})(?<o>{O+})",
  },
  {
    name: "produces-implied",
    predicate: "PRODUCES",
    pattern: "(?:该公司|公司|企业)(?:{~8})(?:生产的?|主营|主要产品(?:为|是|有|包括)|产品包括|产品有|的)(?:{~4})(?<o>{O+})",
    subject: "company",
  },
  {
    name: "products-are",
    predicate: "PRODUCES",
    pattern: "(?:^|，|；)(?:其|公司|企业)?(?:主要|主导|核心|拳头)?产品(?:主要)?(?:有|包括|涵盖|是|为)(?<o>{O+})",
    subject: "company",
    confidence: 0.95,
  },
  {
    name: "can-make",
    predicate: "PRODUCES",
    pattern:
      "(?<s>{C})(?:{~14}|{~8}在{RK}{~4})(?:拥有|具备|形成|建有|建成)(?:了)?(?:{~4})(?:{#})?(?:{~2})(?<o>{O})(?:的)?(?:{~2})(?:生产能力|生产基地|生产线|产能|产线)",
  },
  {
    name: "can-make-implied",
    predicate: "PRODUCES",
    pattern:
      "(?:^|，|；)(?:公司|该公司|企业)(?:{~4}|{~4}在{RK+}{~2})(?:拥有|具备|形成|建有|建成)(?:了)?(?:{~4})(?:{#})?(?:{~2})(?<o>{O})(?:的)?(?:{~2})(?:生产能力|生产基地|生产线|产能|产线)",
    subject: "company",
    confidence: 0.95,
  },
  {
    name: "uses-input",
    predicate: "USES_INPUT",
    pattern: "(?<s>{CJ})(?:{~10})(?:以|利用|消耗|采用)(?<o>{O+})(?:为原料|作原料|等为原料|生产)",
  },
  {
    name: "supplies-firm",
    predicate: "SUPPLIES",
    pattern:
      "(?<s>{C})(?:[^。；]{0,14}?)(?:向|为|给)(?<o>{C+})(?:等)?(?:{~8})(?:供应|供货|供给|配套|提供(?=[^，。]{0,12}(?:产品|材料|配套|部件|电池|{O})))",
  },
  {
    name: "supplied-to",
    predicate: "SUPPLIES",
    pattern:
      "(?<s>{C})(?:[^。；{C}]{0,20}?)(?:主要)?(?:供应|供货|供给|配套|销往|供应给|直供|卖给|销给|送往|发往|交付|供)(?:给|于)?(?<o>{C+})",
  },
  {
    name: "supplied-to-implied",
    predicate: "SUPPLIES",
    pattern: "(?:该公司|公司|企业)的?(?:[^。；，]{0,14}?)(?:主要)?(?:供应|供货|供给|配套|销往|供应给)(?:给|于)?(?<o>{C+})",
    subject: "company",
  },
  {
    name: "bought-from",
    predicate: "SUPPLIES",
    pattern: "(?<o>{C})(?:[^。；{C}]{0,12}?)(?:从|向)(?<s>{C})(?:{~4})(?:采购|购买|购进|进货|订购|买)",
  },
  {
    name: "supplier-of",
    predicate: "SUPPLIES",
    pattern: "(?<s>{C})(?:{~6})(?:是|为|成为|进入)(?<o>{C+})(?:等)?(?:的)?(?:{~6})(?:供应商|供货商|供应链|配套商|供应体系)",
  },
  {
    name: "customers-are",
    predicate: "SUPPLIES",
    pattern: "(?:客户|买家|下游)(?:主要)?(?:有|包括|为|是|涵盖)(?<o>{C+})",
    subject: "company",
  },
  {
    name: "made-of",
    predicate: "USES_INPUT",
    pattern:
      "(?<s>{CJ})(?:{*16})(?:以|用|把|将|吃进|消化|处理|利用|消耗|购进)(?:{~4})(?<o>{O+})(?:等)?(?:为|作为?|做|当)(?:主要)?(?:原料|原材料|燃料)",
  },
  { name: "input-is", predicate: "USES_INPUT", pattern: "(?<s>{CJ})(?:{*16})(?:原料|原材料)(?:主要)?(?:是|为|用|包括)(?<o>{O+})" },
  {
    name: "customer",
    predicate: "SUPPLIES",
    pattern: "(?<o>{C+})(?:等)?(?:{~6})(?:是|为)(?:该公司|其|公司)(?:的)?(?:{~4})客户",
    subject: "company",
  },
];
