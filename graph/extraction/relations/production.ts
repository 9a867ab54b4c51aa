import type { Rule } from "./rule.ts";

/** What is made, used and supplied. */
export const productionRules: readonly Rule[] = [
  {
    name: "produces",
    predicate: "PRODUCES",
    pattern:
      "(?<s>{C+}|{J})(?:{~10})(?:生产的?|研发生产|专业生产|主要生产|量产|主营|主要产品(?:为|是|有|包括)|产品(?:为|是|包括|有)|制造)(?:{~6})(?<o>{O+})",
  },
  {
    name: "produces-implied",
    predicate: "PRODUCES",
    pattern: "(?:该公司|公司|企业)(?:{~8})(?:生产的?|主营|主要产品(?:为|是|有|包括)|产品包括|产品有|的)(?:{~4})(?<o>{O+})",
    subject: "company",
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
    pattern: "(?<s>{C})(?:[^。；{C}]{0,20}?)(?:主要)?(?:供应|供货|供给|配套|销往|供应给|直供)(?:给|于)?(?<o>{C+})",
  },
  {
    name: "supplied-to-implied",
    predicate: "SUPPLIES",
    pattern: "(?:该公司|公司|企业)的?(?:[^。；，]{0,14}?)(?:主要)?(?:供应|供货|供给|配套|销往|供应给)(?:给|于)?(?<o>{C+})",
    subject: "company",
  },
  {
    name: "customer",
    predicate: "SUPPLIES",
    pattern: "(?<o>{C+})(?:等)?(?:{~6})(?:是|为)(?:该公司|其|公司)(?:的)?(?:{~4})客户",
    subject: "company",
  },
];
