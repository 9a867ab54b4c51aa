/** Base units: figures are stored in these (亿 = 1e8, 万 = 1e4); no currency is converted. */
export const units = {
  CNY: { zh: "元", en: "CNY", dimension: "money" },
  USD: { zh: "美元", en: "USD", dimension: "money" },
  "%": { zh: "%", en: "%", dimension: "ratio" },
  "%/a": { zh: "%/年", en: "% a year", dimension: "growth" },
  "t/a": { zh: "吨/年", en: "t/a", dimension: "capacity" },
  t: { zh: "吨", en: "t", dimension: "mass" },
  "pcs/a": { zh: "件/年", en: "pieces/a", dimension: "capacity" },
  "m²/a": { zh: "平方米/年", en: "m²/a", dimension: "capacity" },
  "GWh/a": { zh: "GWh/年", en: "GWh/a", dimension: "capacity" },
  MW: { zh: "兆瓦", en: "MW", dimension: "power" },
  "km²": { zh: "平方千米", en: "km²", dimension: "area" },
  亩: { zh: "亩", en: "mu", dimension: "area" },
  个: { zh: "个", en: "", dimension: "count" },
  家: { zh: "家", en: "", dimension: "count" },
  户: { zh: "户", en: "", dimension: "count" },
  条: { zh: "条", en: "", dimension: "count" },
  栋: { zh: "栋", en: "buildings", dimension: "count" },
  人: { zh: "人", en: "people", dimension: "count" },
  人次: { zh: "人次", en: "person-times", dimension: "count" },
} as const;

export type Unit = keyof typeof units;
export type Dimension = (typeof units)[Unit]["dimension"];

export interface MeasureDefinition {
  readonly en: string;
  readonly dimension: Dimension;
}

/** Known measures. Names are open Chinese strings: an unknown one is accepted and has no English label. */
export const measures: Readonly<Record<string, MeasureDefinition>> = {
  营业收入: { en: "Revenue", dimension: "money" },
  占规上工业营业收入比重: { en: "Share of above-scale industrial revenue", dimension: "ratio" },
  占规上工业增加值比重: { en: "Share of above-scale industrial value added", dimension: "ratio" },
  增长贡献率: { en: "Contribution to growth", dimension: "ratio" },
  营业收入年均增长率: { en: "Average annual revenue growth", dimension: "growth" },
  规上工业增加值增长率: { en: "Growth of above-scale industrial value added", dimension: "ratio" },
  增加值增长率: { en: "Growth of value added", dimension: "ratio" },
  地区生产总值: { en: "GDP", dimension: "money" },
  地区生产总值增长率: { en: "GDP growth", dimension: "ratio" },
  固定资产投资增长率: { en: "Growth of fixed-asset investment", dimension: "ratio" },
  总投资: { en: "Total investment", dimension: "money" },
  完成投资: { en: "Investment done", dimension: "money" },
  年度计划投资: { en: "Planned investment of the year", dimension: "money" },
  募集资金: { en: "Funds raised", dimension: "money" },
  专项资金: { en: "Dedicated funds", dimension: "money" },
  项目数: { en: "Projects", dimension: "count" },
  开工项目数: { en: "Projects started", dimension: "count" },
  开工率: { en: "Start rate", dimension: "ratio" },
  竣工项目数: { en: "Projects finished", dimension: "count" },
  设计产能: { en: "Design capacity", dimension: "capacity" },
  装机容量: { en: "Installed capacity", dimension: "power" },
  研发投入强度: { en: "R&D intensity", dimension: "ratio" },
  企业数: { en: "Companies", dimension: "count" },
  上市企业数: { en: "Listed companies", dimension: "count" },
  产业链数: { en: "Chains", dimension: "count" },
  集群数: { en: "Clusters", dimension: "count" },
  集群规模: { en: "Cluster size", dimension: "money" },
  面积: { en: "Area", dimension: "area" },
  人口: { en: "Population", dimension: "count" },
  进出口总额: { en: "Imports and exports", dimension: "money" },
  净利润: { en: "Net profit", dimension: "money" },
};

export const isUnit = (value: unknown): value is Unit => typeof value === "string" && Object.hasOwn(units, value);
