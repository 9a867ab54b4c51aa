import type { EntityKind } from "./kinds.ts";
import { choice, date, integer, type PropertyDefinitions, percent, period, text, year } from "./properties.ts";

export interface RelationDefinition {
  /** Read from subject to object. */
  readonly zh: string;
  readonly en: string;
  /** Read from object to subject, for the inspector's incoming list. */
  readonly inverse: { readonly zh: string; readonly en: string };
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  readonly properties: PropertyDefinitions;
  /** Stored once, in text order; queried undirected; drawn without an arrow head. */
  readonly symmetric?: true;
  /** A subject has at most one object at a time: only these can conflict. */
  readonly functional?: true;
  /** Properties that tell two statements with the same ends apart (part of the natural key). */
  readonly distinguishing?: readonly string[];
  /** Ends whose time is the relation's, where they have one (an event's date, a plan's period); the first that has one counts. */
  readonly during?: readonly ("subject" | "object")[];
}

const defineRelations = <const R extends Record<string, RelationDefinition>>(
  relations: R,
): { readonly [Name in keyof R]: RelationDefinition } => relations;

/** The closed set of relations, and the only place where one is described. Direction is subject → object. */
export const relations = defineRelations({
  LOCATED_IN: {
    zh: "位于",
    en: "located in",
    inverse: { zh: "所含", en: "holds" },
    from: ["Event", "Company", "Project", "Park", "Region", "Platform", "IndustryCluster"],
    to: ["Region", "Park"],
    properties: { time: period("时间", "Time") },
    during: ["subject"],
  },
  COVERS: {
    zh: "覆盖",
    en: "covers",
    inverse: { zh: "纳入", en: "covered by" },
    from: ["Policy", "IndustrialChain", "IndustryCluster"],
    to: ["Industry", "IndustrialChain", "IndustryCluster", "Product"],
    properties: {},
    during: ["subject"],
  },
  TARGETS: {
    zh: "瞄准",
    en: "targets",
    inverse: { zh: "目标来自", en: "targeted by" },
    from: ["Event", "Policy", "Region", "Fund"],
    to: ["Region", "Institution", "Industry", "Recognition", "IndustryCluster"],
    properties: { purpose: text("目的", "Purpose") },
    during: ["subject"],
  },
  IMPLEMENTS: {
    zh: "实施",
    en: "implements",
    inverse: { zh: "实施方", en: "implemented by" },
    from: ["Region"],
    to: ["Policy"],
    properties: { period: period("时期", "Period"), act: text("动作", "Act") },
    during: ["object"],
  },
  PART_OF_CHAIN: {
    zh: "属于链条",
    en: "part of chain",
    inverse: { zh: "链上成员", en: "on the chain" },
    from: ["IndustryCluster", "Park", "Company"],
    to: ["IndustrialChain"],
    properties: { role: text("角色", "Role"), segment: text("环节", "Segment") },
  },
  HOSTS: {
    zh: "承载",
    en: "hosts",
    inverse: { zh: "承载方", en: "hosted by" },
    from: ["Region", "Institution"],
    to: ["Event", "Industry", "Project"],
    properties: { time: period("时间", "Time") },
    during: ["object"],
  },
  MEMBER_OF: {
    zh: "成员",
    en: "member of",
    inverse: { zh: "包含", en: "has member" },
    from: ["IndustrialChain", "IndustryCluster", "Project"],
    to: ["IndustrialChain", "IndustryCluster", "Project"],
    properties: {},
  },
  BUILDS: {
    zh: "建设",
    en: "builds",
    inverse: { zh: "建设方", en: "built by" },
    from: ["Company"],
    to: ["Project", "Park", "Platform"],
    properties: { year: year("年份", "Year") },
  },
  SUPPORTS: {
    zh: "支持",
    en: "supports",
    inverse: { zh: "支持方", en: "supported by" },
    from: ["Region"],
    to: ["Company", "Project", "Park", "IndustrialChain"],
    properties: { purpose: text("目的", "Purpose") },
  },
  GRANTS: {
    zh: "授予",
    en: "grants",
    inverse: { zh: "授予方", en: "granted by" },
    from: ["Region"],
    to: ["Recognition"],
    properties: {},
  },
  PRODUCES: {
    zh: "生产",
    en: "produces",
    inverse: { zh: "生产方", en: "produced by" },
    from: ["Company", "Project"],
    to: ["Product"],
    properties: {},
  },
  APPLIES_TO: {
    zh: "适用于",
    en: "applies to",
    inverse: { zh: "适用政策", en: "subject to" },
    from: ["Policy"],
    to: ["Region", "Company", "Institution"],
    properties: { period: period("时期", "Period") },
    during: ["subject"],
  },
  FOCUSES_ON: {
    zh: "聚焦",
    en: "focuses on",
    inverse: { zh: "聚焦方", en: "focus of" },
    from: ["Park", "IndustryCluster"],
    to: ["Product", "Industry"],
    properties: {},
  },
  PART_OF_PLAN: {
    zh: "属于计划",
    en: "part of plan",
    inverse: { zh: "计划内容", en: "has part" },
    from: ["Event", "Policy", "Institution"],
    to: ["Policy"],
    properties: { role: text("角色", "Role") },
    during: ["subject", "object"],
  },
  ISSUES: {
    zh: "发布",
    en: "issues",
    inverse: { zh: "发布方", en: "issued by" },
    from: ["Institution", "Region"],
    to: ["Policy"],
    properties: { act: text("动作", "Act"), date: date("日期", "Date") },
  },
  PARTNERS_WITH: {
    zh: "合作",
    en: "partners with",
    inverse: { zh: "合作", en: "partners with" },
    from: ["Region", "Company"],
    to: ["Company", "Institution"],
    properties: { mechanism: text("机制", "Mechanism") },
    symmetric: true,
    distinguishing: ["mechanism"],
  },
  LEADS_CHAIN: {
    zh: "引领",
    en: "leads",
    inverse: { zh: "引领企业", en: "led by" },
    from: ["Company"],
    to: ["IndustrialChain", "IndustryCluster"],
    properties: {
      role: choice("角色", "Role", { 链主: ["链主", "chain leader (链主)"], 龙头企业: ["龙头企业", "leading company (龙头企业)"] }),
    },
    distinguishing: ["role"],
  },
  SUBSIDIARY_OF: {
    zh: "隶属",
    en: "subsidiary of",
    inverse: { zh: "下属企业", en: "has subsidiary" },
    from: ["Company"],
    to: ["Company"],
    properties: { percent: percent("持股", "Share held"), control: text("控制方式", "Control") },
  },
  ESTABLISHES: {
    zh: "设立",
    en: "establishes",
    inverse: { zh: "设立方", en: "established by" },
    from: ["Region", "Institution"],
    to: ["Institution", "Platform", "Fund"],
    properties: {
      state: choice("状态", "State", { planned: ["拟设", "planned"], established: ["已设立", "established"] }),
      year: year("年份", "Year"),
    },
  },
  INVOLVES: {
    zh: "涉及",
    en: "involves",
    inverse: { zh: "参与事件", en: "involved in" },
    from: ["Event"],
    to: ["Company", "Project"],
    properties: { role: text("角色", "Role") },
    during: ["subject"],
  },
  GUIDES: {
    zh: "指导",
    en: "guides",
    inverse: { zh: "指导方", en: "guided by" },
    from: ["Institution"],
    to: ["Region"],
    properties: {},
  },
  ATTRACTS: {
    zh: "引进",
    en: "attracts",
    inverse: { zh: "引进方", en: "attracted by" },
    from: ["Region"],
    to: ["Project", "Company"],
    properties: { time: period("时间", "Time") },
  },
  RANKED_IN: {
    zh: "入榜",
    en: "ranked in",
    inverse: { zh: "榜上", en: "ranks" },
    from: ["Company"],
    to: ["Recognition"],
    properties: { position: integer("位次", "Position"), editionYear: year("榜单年份", "Edition year") },
    distinguishing: ["editionYear"],
  },
  OWNS: {
    zh: "拥有",
    en: "owns",
    inverse: { zh: "所有者", en: "owned by" },
    from: ["Company", "Region"],
    to: ["Platform", "Company"],
    properties: { percent: percent("持股", "Share held") },
    // One holder has one share before a transfer and another after it: both are kept, the older one closed.
    distinguishing: ["percent"],
  },
  FUNDS: {
    zh: "出资",
    en: "funds",
    inverse: { zh: "资金来源", en: "funded by" },
    from: ["Institution", "Fund"],
    to: ["Fund", "Policy"],
    properties: {},
  },
  ALIGNED_WITH: {
    zh: "对接",
    en: "aligned with",
    inverse: { zh: "被对接", en: "alignment of" },
    from: ["Policy"],
    to: ["Policy"],
    properties: {},
    during: ["subject"],
  },
  USES_INPUT: {
    zh: "投入",
    en: "uses input",
    inverse: { zh: "用作投入", en: "input of" },
    from: ["Project", "Company"],
    to: ["Product"],
    properties: {},
  },
  LEADS: {
    zh: "牵头",
    en: "takes the lead in",
    inverse: { zh: "牵头企业", en: "led by" },
    from: ["Company"],
    to: ["Policy"],
    properties: {},
  },
  RESTRUCTURED_WITH: {
    zh: "重组",
    en: "restructured with",
    inverse: { zh: "重组", en: "restructured with" },
    from: ["Company"],
    to: ["Company"],
    properties: { date: date("日期", "Date") },
    symmetric: true,
  },
  RECOGNIZED_AS: {
    zh: "获评",
    en: "recognised as",
    inverse: { zh: "获评方", en: "held by" },
    from: ["Park", "Company", "Region", "IndustryCluster"],
    to: ["Recognition"],
    properties: { period: period("时期", "Period"), state: text("状态", "State") },
    distinguishing: ["period"],
  },
  OPERATES: {
    zh: "运营",
    en: "operates",
    inverse: { zh: "运营方", en: "operated by" },
    from: ["Company"],
    to: ["Platform"],
    properties: {},
  },
  SUPPLIES: {
    zh: "供应",
    en: "supplies",
    inverse: { zh: "供应方", en: "supplied by" },
    from: ["Company"],
    to: ["Company", "Product"],
    properties: {},
  },
  UPSTREAM_OF: {
    zh: "上游于",
    en: "upstream of",
    inverse: { zh: "下游于", en: "downstream of" },
    from: ["Product"],
    to: ["Product"],
    properties: {},
  },
  HOLDS_POSITION: {
    zh: "任职",
    en: "holds a position in",
    inverse: { zh: "任职者", en: "office holder" },
    from: ["Person"],
    to: ["Institution", "Company", "Park", "Region"],
    properties: { post: text("职务", "Post") },
    distinguishing: ["post"],
  },
  APPROVES: {
    zh: "批准",
    en: "approves",
    inverse: { zh: "批准方", en: "approved by" },
    from: ["Institution", "Company"],
    to: ["Project"],
    properties: { date: date("日期", "Date") },
  },
});

export type RelationType = keyof typeof relations;
export const relationTypes = Object.keys(relations) as RelationType[];
export const isRelationType = (value: unknown): value is RelationType => typeof value === "string" && Object.hasOwn(relations, value);

/** Links of a metric observation; they carry no statement of their own, the metric does. */
export const structuralRelations = {
  HAS_METRIC: { zh: "指标", en: "has metric" },
  IN_REGION: { zh: "统计地区", en: "in region" },
  DENOMINATOR: { zh: "分母", en: "denominator" },
  UNDER_PLAN: { zh: "所属计划", en: "under plan" },
  OF_PRODUCT: { zh: "对应产品", en: "of product" },
} as const;
export type StructuralRelation = keyof typeof structuralRelations;

/** Every own property that a relation may carry: the columns of `statements.csv` beyond the common ones. */
export const relationPropertyNames = [...new Set(Object.values(relations).flatMap((relation) => Object.keys(relation.properties)))].sort();
