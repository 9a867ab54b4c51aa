import type { Rule } from "./rule.ts";

const make =
  "(?:出产|主产|主打|专产|产出|拳头产品(?:是|为|有)?|生产的?|研发生产|专业生产|主要生产|生产制造|量产|主营|主营业务为|主营业务是|主要从事|专业从事|从事|专注于?|专注|致力于|聚焦|深耕|研制|研发的|开发的|研制的|自主研发的|推出的?|主要产品(?:为|是|有|包括)|产品(?:为|是|包括|有|涵盖)|制造|加工|提炼|冶炼)";

/** What is made. */
export const productionRules: readonly Rule[] = [
  { name: "produces", predicate: "PRODUCES", pattern: `{S}${make}(?:{~6})(?<o>{O+})` },
  { name: "project-produces", predicate: "PRODUCES", pattern: `(?<s>{J})(?:{~10})${make}(?:{~6})(?<o>{O+})` },
  {
    name: "produces-implied",
    predicate: "PRODUCES",
    pattern: "(?:该公司|公司|企业|工厂)(?:{~8})(?:生产的?|主营|主要产品(?:为|是|有|包括)|产品包括|产品有|的)(?:{~4})(?<o>{O+})",
    subject: "company",
  },
  {
    name: "products-are",
    predicate: "PRODUCES",
    pattern:
      "(?:^|，|；)(?:{@}，?)?(?:其|公司|企业|该公司)?(?:的)?(?:主要|主导|核心|拳头|主营)?(?:产品|主营业务|业务)(?:主要)?(?:有|包括|涵盖|是|为|以)(?<o>{O+})",
    subject: "company",
    confidence: 0.95,
  },
  {
    name: "products-chiefly",
    predicate: "PRODUCES",
    pattern: "(?<s>{C})(?:的)?(?:主要|主导|主营)?产品(?:{~2})以(?<o>{O+})(?:等)?为主",
  },
  { name: "makes-yearly", predicate: "PRODUCES", pattern: "{S}年产(?:能)?(?:{~2}){#}(?:的)?(?<o>{O+})", confidence: 0.95 },
  { name: "makes-yearly-amount", predicate: "PRODUCES", pattern: "{S}年产(?<o>{O+})(?:{~2}){#}", confidence: 0.95 },
  {
    name: "makes-from",
    predicate: "PRODUCES",
    pattern: "{S}(?:以|用|利用|回收|收购|处理|将|把)(?:{~4}){O+}(?:{~8})(?:生产|提炼|提取|冶炼|制成|制备|加工成|熔炼)(?:出)?(?<o>{O})",
  },
  {
    name: "can-make",
    predicate: "PRODUCES",
    pattern:
      "{S}(?:在{RK}{~4})?(?:拥有|具备|形成|建有|建成)(?:了)?(?:{~4})(?:{#})?(?:{~2})(?<o>{O})(?:的)?(?:{~2})(?:{#})?(?:的)?(?:生产能力|生产基地|生产线|产能|产线)",
  },
  {
    name: "makes-modifier",
    predicate: "PRODUCES",
    pattern:
      "(?<o>{O+})(?:{~2})(?:是|为|系)(?<s>{C})(?:的)?(?:{~2})(?:拳头产品|主打产品|主导产品|核心产品|王牌产品|明星产品|主要产品|产品)",
  },
];
