import { choice, date, entity, integer, list, type PropertyDefinitions, since, text } from "./properties.ts";

/** Shape tells the family, colour and glyph tell the kind: no signal is carried by colour alone. */
export const families = {
  actor: { zh: "主体", en: "Actors", shape: "circle" },
  structure: { zh: "产业结构", en: "Structure", shape: "hexagon" },
  place: { zh: "空间", en: "Places", shape: "square" },
  asset: { zh: "要素", en: "Assets", shape: "diamond" },
  governance: { zh: "治理", en: "Governance", shape: "sheet" },
} as const;

export type Family = keyof typeof families;
export type Shape = (typeof families)[Family]["shape"];

export interface KindDefinition {
  readonly zh: string;
  readonly en: string;
  /** First part of every id of this kind: `co-…`. */
  readonly prefix: string;
  readonly family: Family;
  readonly glyph: { readonly zh: string; readonly en: string };
  readonly colour: { readonly light: string; readonly dark: string };
  /** Attributes: each is a statement with a value, projected onto the node. */
  readonly properties: PropertyDefinitions;
  /** Attributes that say from when and until when it takes place, of what happens or is planned. */
  readonly lasts?: { readonly from: string; readonly to?: string };
}

const level = choice("级别", "Level", {
  national: ["国家级", "national"],
  provincial: ["省级", "provincial"],
  municipal: ["市级", "municipal"],
  county: ["县区级", "county"],
  park: ["园区级", "park"],
});

const defineKinds = <const K extends Record<string, KindDefinition>>(kinds: K): { readonly [Name in keyof K]: KindDefinition } => kinds;

/** The 15 entity kinds, and the only place where one is described. */
export const kinds = defineKinds({
  Company: {
    zh: "企业",
    en: "Company",
    prefix: "co",
    family: "actor",
    glyph: { zh: "企", en: "Co" },
    colour: { light: "#2A66C8", dark: "#6FA6F5" },
    properties: {
      legalName: text("法定名称", "Legal name"),
      creditCode: text("统一社会信用代码", "Unified social credit code"),
      tickers: list("证券代码", "Tickers"),
      ownership: choice("所有制", "Ownership", {
        central_soe: ["中央企业", "central state-owned"],
        provincial_soe: ["省属国企", "provincial state-owned"],
        municipal_soe: ["市属国企", "municipal state-owned"],
        private: ["民营", "private"],
        foreign: ["外资", "foreign"],
      }),
      founded: since("founded", date("成立", "Founded")),
      formerNames: list("曾用名", "Former names"),
      address: text("地址", "Address"),
      listed: since("listed", date("上市日期", "Listed on")),
    },
  },
  Institution: {
    zh: "机构",
    en: "Institution",
    prefix: "inst",
    family: "actor",
    glyph: { zh: "机", en: "In" },
    colour: { light: "#16325F", dark: "#BCD3F7" },
    properties: {},
  },
  Person: {
    zh: "人物",
    en: "Person",
    prefix: "person",
    family: "actor",
    glyph: { zh: "人", en: "Pe" },
    colour: { light: "#71717C", dark: "#8E97A2" },
    properties: { role: text("身份", "Role") },
  },
  IndustrialChain: {
    zh: "产业链",
    en: "Industrial chain",
    prefix: "chain",
    family: "structure",
    glyph: { zh: "链", en: "Ch" },
    colour: { light: "#C2490F", dark: "#F88A51" },
    properties: { region: entity("地区", "Region"), level },
  },
  IndustryCluster: {
    zh: "产业集群",
    en: "Industry cluster",
    prefix: "cluster",
    family: "structure",
    glyph: { zh: "群", en: "Cl" },
    colour: { light: "#6E2C12", dark: "#BA7F73" },
    properties: { region: entity("地区", "Region"), level },
  },
  Industry: {
    zh: "产业",
    en: "Industry",
    prefix: "ind",
    family: "structure",
    glyph: { zh: "业", en: "Id" },
    colour: { light: "#7A705C", dark: "#EBC765" },
    properties: { region: entity("地区", "Region") },
  },
  Region: {
    zh: "地区",
    en: "Region",
    prefix: "region",
    family: "place",
    glyph: { zh: "区", en: "Rg" },
    colour: { light: "#2C4A24", dark: "#B9D3A0" },
    properties: {
      adminCode: text("行政区划代码", "Administrative code"),
      level: choice("级别", "Level", {
        country: ["国家", "country"],
        province: ["省", "province"],
        city: ["地级市", "prefecture-level city"],
        county: ["县区", "county or district"],
        economic: ["经济区", "economic region"],
      }),
    },
  },
  Park: {
    zh: "园区",
    en: "Park",
    prefix: "park",
    family: "place",
    glyph: { zh: "园", en: "Pk" },
    colour: { light: "#15805F", dark: "#45B88F" },
    properties: { level, established: since("established", date("设立", "Established")), formerNames: list("曾用名", "Former names") },
  },
  Project: {
    zh: "项目",
    en: "Project",
    prefix: "proj",
    family: "asset",
    glyph: { zh: "项", en: "Pj" },
    colour: { light: "#7A4CC9", dark: "#AC8EF3" },
    properties: {
      state: since(
        "stateAt",
        choice("状态", "State", {
          planned: ["规划", "planned"],
          under_construction: ["在建", "under construction"],
          trial_production: ["试生产", "trial production"],
          completed: ["建成", "completed"],
          unknown: ["未知", "unknown"],
        }),
      ),
      stateRaw: since("stateAt", text("原文状态", "State as printed")),
      stateAt: since("stateAt", date("状态时间", "State as of")),
      portfolioCount: integer("项目数", "Projects in the portfolio"),
    },
  },
  Product: {
    zh: "产品",
    en: "Product",
    prefix: "prod",
    family: "asset",
    glyph: { zh: "品", en: "Pd" },
    colour: { light: "#B0407F", dark: "#F19ACB" },
    properties: {
      stage: choice("环节位置", "Stage", {
        upstream: ["上游", "upstream"],
        midstream: ["中游", "midstream"],
        downstream: ["下游", "downstream"],
      }),
      segment: text("链条环节", "Chain segment"),
    },
  },
  Platform: {
    zh: "平台",
    en: "Platform",
    prefix: "plat",
    family: "asset",
    glyph: { zh: "台", en: "Pf" },
    colour: { light: "#35327A", dark: "#6E7DC8" },
    properties: {},
  },
  Fund: {
    zh: "基金",
    en: "Fund",
    prefix: "fund",
    family: "asset",
    glyph: { zh: "金", en: "Fd" },
    colour: { light: "#856802", dark: "#D9CE7C" },
    properties: {
      state: choice("状态", "State", {
        planned: ["拟设", "planned"],
        established: ["已设立", "established"],
        unknown: ["未知", "unknown"],
      }),
    },
  },
  Policy: {
    zh: "政策",
    en: "Policy",
    prefix: "pol",
    family: "governance",
    glyph: { zh: "策", en: "Po" },
    colour: { light: "#7B2771", dark: "#F0838F" },
    properties: {
      level,
      periodStart: date("起", "Period start"),
      periodEnd: date("止", "Period end"),
      documentNumber: text("文号", "Document number"),
    },
    lasts: { from: "periodStart", to: "periodEnd" },
  },
  Event: {
    zh: "事件",
    en: "Event",
    prefix: "ev",
    family: "governance",
    glyph: { zh: "事", en: "Ev" },
    colour: { light: "#0F7691", dark: "#4FBFD6" },
    properties: {
      date: date("日期", "Date"),
      datePrecision: choice("日期精度", "Date precision", {
        day: ["日", "day"],
        month: ["月", "month"],
        quarter: ["季", "quarter"],
        year: ["年", "year"],
        approximate: ["约", "approximate"],
      }),
    },
    lasts: { from: "date" },
  },
  Recognition: {
    zh: "荣誉",
    en: "Recognition",
    prefix: "rec",
    family: "governance",
    glyph: { zh: "誉", en: "Rc" },
    colour: { light: "#5E5443", dark: "#D1CAB3" },
    properties: { edition: text("届次", "Edition") },
  },
});

export type EntityKind = keyof typeof kinds;
export const entityKinds = Object.keys(kinds) as EntityKind[];
export const isEntityKind = (value: unknown): value is EntityKind => typeof value === "string" && Object.hasOwn(kinds, value);
