import type { ExtractedEntity, ExtractedMetric, ExtractedStatement, Extraction, Span } from "#graph/extraction/extraction.ts";
import { indexKnown, type KnownTables } from "#graph/extraction/proposals/known.ts";
import type { DocumentFacts } from "#graph/extraction/proposals/to-dataset.ts";
import type { Dataset } from "#graph/model/dataset.ts";

/** An invented report, and an extraction of it as the rules would give it. */
export const tinyText = "云岭新貌\n\n华信锂业有限公司在云岭高新区建设年产2万吨碳酸锂项目，华信预计投资5亿元。";

/** The `which`th place of some words in the invented report. */
export function at(words: string, which = 1): Span {
  let start = -1;
  for (let found = 0; found < which; found += 1) start = tinyText.indexOf(words, start + 1);
  if (start < 0) throw new Error(`${words} does not stand in the text`);
  return { start, end: start + words.length };
}

const mention = (words: string, which = 1) => ({ ...at(words, which), text: words });

export const company: ExtractedEntity = {
  ref: "e1",
  kind: "Company",
  name: "华信锂业有限公司",
  existing: null,
  mentions: [mention("华信锂业有限公司"), mention("华信", 2)],
};
export const park: ExtractedEntity = { ref: "e2", kind: "Park", name: "云岭高新区", existing: null, mentions: [mention("云岭高新区")] };
export const project: ExtractedEntity = {
  ref: "e3",
  kind: "Project",
  name: "年产2万吨碳酸锂项目",
  existing: null,
  mentions: [mention("年产2万吨碳酸锂项目")],
};
export const builds: ExtractedStatement = {
  subject: "e1",
  predicate: "BUILDS",
  object: "e3",
  status: "stated",
  confidence: 1,
  properties: {},
  rule: "建设",
  ...at("华信锂业有限公司在云岭高新区建设年产2万吨碳酸锂项目"),
};
export const investment: ExtractedMetric = {
  subject: "e3",
  name: "总投资",
  op: "=",
  value: 5e8,
  unit: "CNY",
  period: null,
  modality: "forecast",
  basis: null,
  region: null,
  product: null,
  raw: "5亿元",
  confidence: 1,
  rule: "投资额",
  ...at("预计投资5亿元"),
};

export const extractionOf = (parts: Partial<Extraction> = {}): Extraction => ({
  published: { value: null, basis: null },
  paragraphs: [
    { ...at("云岭新貌"), kind: "headline" },
    { start: 6, end: tinyText.length, kind: "body" },
  ],
  entities: [company, park, project],
  statements: [builds],
  metrics: [investment],
  remarks: [],
  ...parts,
});

export const tinyFacts: DocumentFacts = {
  file: "云岭.txt",
  sha256: "ab".repeat(32),
  characters: tinyText.length,
  title: "云岭新貌",
  published: { value: "2024-03", basis: "随文件给出" },
};

export const nothingKnown: KnownTables = {
  documents: [],
  paragraphs: [],
  entities: [],
  aliases: [],
  statements: [],
  metrics: [],
  evidence: [],
};

/** Tables in which these proposals stand, as a store gives them back: every record with the dataset that declared it. */
export function accepted(dataset: Dataset) {
  const owner = dataset.datasets[0]?.id;
  if (owner === undefined) throw new Error("the dataset has no head");
  return indexKnown({
    documents: dataset.documents.map((it) => ({ ...it, dataset: owner })),
    paragraphs: dataset.paragraphs,
    entities: dataset.entities.map((it) => ({ ...it, dataset: owner })),
    aliases: dataset.aliases,
    statements: dataset.statements,
    metrics: dataset.metrics,
    evidence: dataset.evidence,
  });
}
