/** How a statement or metric is backed. Line style follows: stated solid, inferred dashed, reference thin and grey. */
export const statuses = {
  stated: { zh: "明述", en: "stated" },
  inferred: { zh: "推断", en: "inferred" },
  reference: { zh: "通识", en: "reference" },
} as const;

export const modalities = {
  actual: { zh: "实际", en: "actual" },
  forecast: { zh: "预计", en: "forecast" },
  target: { zh: "目标", en: "target" },
  plan: { zh: "计划", en: "plan" },
  design_capacity: { zh: "设计产能", en: "design capacity" },
  derived: { zh: "推算", en: "derived" },
} as const;

/** Part of the meaning of a figure, never noise: 以上 >=, 超 >, 左右 ≈. */
export const operators = {
  "=": { zh: "", en: "" },
  "≈": { zh: "约", en: "about" },
  ">": { zh: "超", en: "more than" },
  ">=": { zh: "不低于", en: "at least" },
  "<": { zh: "低于", en: "less than" },
  "<=": { zh: "不超过", en: "at most" },
} as const;

export const ranks = {
  preferred: { zh: "首选", en: "preferred" },
  normal: { zh: "一般", en: "normal" },
  deprecated: { zh: "弃用", en: "deprecated" },
} as const;

export const documentForms = {
  original: { zh: "原文", en: "original" },
  retelling: { zh: "转述", en: "retold" },
  table: { zh: "表格", en: "table" },
  reference: { zh: "通识参考", en: "reference" },
} as const;

export const reliabilities = {
  high: { zh: "高", en: "high" },
  medium: { zh: "中", en: "medium" },
  low: { zh: "低", en: "low" },
} as const;

/** The less reliable first. */
export const reliabilityOrder = ["low", "medium", "high"] as const satisfies readonly (keyof typeof reliabilities)[];

export const paragraphKinds = ["kicker", "headline", "subhead", "body", "caption"] as const;
export const aliasScopes = ["global", "document", "region"] as const;
export const nameSources = ["text", "external", "composed"] as const;
export const constraintKinds = ["DIFFERENT_FROM"] as const;

/** 1 stated · 0.95 definition or name · 0.85 product or business named · 0.7 context of the list · 0.5 plausible; below: an open question. */
export const confidenceScale = [1, 0.95, 0.85, 0.7, 0.5] as const;
/** An inference below this is drawn dotted and listed for review. */
export const weakConfidence = 0.7;

export type Status = keyof typeof statuses;
export type Modality = keyof typeof modalities;
export type Operator = keyof typeof operators;
export type Rank = keyof typeof ranks;
export type DocumentForm = keyof typeof documentForms;
export type Reliability = keyof typeof reliabilities;
export type ParagraphKind = (typeof paragraphKinds)[number];
export type AliasScope = (typeof aliasScopes)[number];
