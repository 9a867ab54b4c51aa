import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import { columns } from "./columns.ts";

/** Chinese names of the tables: sheets of a workbook. */
export const tableLabels: Readonly<Record<TableName, string>> = {
  datasets: "数据集",
  documents: "文档",
  paragraphs: "段落",
  entities: "实体",
  aliases: "别名",
  constraints: "区分",
  statements: "陈述",
  metrics: "指标",
  evidence: "证据",
};

/** Chinese names of the model's fields. One name means one thing within a table; the same field is called the same in all. */
const fieldLabels: Readonly<Record<string, string>> = {
  id: "编号",
  title: "标题",
  titleEn: "英文标题",
  licence: "许可",
  form: "形式",
  publisher: "发布者",
  published: "发布日期",
  publishedBasis: "日期依据",
  url: "网址",
  sha256: "文件校验值",
  characters: "字数",
  reliability: "可靠性",
  dataset: "数据集",
  document: "文档",
  kind: "类别",
  start: "起始位置",
  end: "结束位置",
  damage: "版面损坏",
  name: "名称",
  nameEn: "英文名称",
  shortName: "简称",
  subkind: "细类",
  collective: "集合",
  uncertain: "存疑",
  nameSource: "名称来源",
  mergedFrom: "并入编号",
  entity: "实体",
  surface: "称呼",
  scope: "范围",
  scopeOf: "范围所属",
  guard: "使用条件",
  source: "出处文档",
  spans: "位置",
  confidence: "置信度",
  left: "甲方",
  right: "乙方",
  reason: "理由",
  subject: "主体",
  predicate: "谓词",
  object: "客体",
  value: "取值",
  status: "陈述状态",
  basis: "依据",
  rank: "优先级",
  validFrom: "生效日期",
  validTo: "失效日期",
  unit: "单位",
  op: "比较符",
  raw: "原文数字",
  period: "时期",
  modality: "口径",
  region: "统计地区",
  denominator: "分母",
  plan: "所属计划",
  product: "对应产品",
  statement: "陈述或指标",
  paragraph: "段落",
  row: "行号",
  note: "说明",
};

/** What the vocabulary calls an own property of a relation; the first relation that has it names it. */
const propertyLabels: ReadonlyMap<string, string> = new Map(
  Object.values(relations)
    .flatMap(({ properties }) => Object.entries(properties).map(([name, { zh }]) => [name, zh] as const))
    .reverse(),
);

export type HeadingLanguage = "zh" | "en";

/** What heads a column: the model's name in English, its Chinese name in Chinese. */
export function headingOf(column: { name: string; property: boolean }, language: HeadingLanguage): string {
  if (language === "en") return column.name;
  return (column.property ? propertyLabels.get(column.name) : fieldLabels[column.name]) ?? column.name;
}

export const sheetNameOf = (table: TableName, language: HeadingLanguage): string => (language === "en" ? table : tableLabels[table]);

const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_*]/g, "");

const byHeading: Readonly<Record<TableName, ReadonlyMap<string, string>>> = Object.fromEntries(
  tableNames.map((table) => [
    table,
    // The model's names last: they win.
    new Map([
      ...columns[table].map((column) => [folded(headingOf(column, "zh")), column.name] as const),
      ...columns[table].map((column) => [folded(column.name), column.name] as const),
    ]),
  ]),
) as Record<TableName, Map<string, string>>;

/** The model's name of a column that is headed in Chinese or English; undefined when it is none of the table. */
export const columnNamed = (table: TableName, heading: string): string | undefined => byHeading[table].get(folded(heading));

/** The table that a sheet or file is named for, in Chinese or English. */
export function tableNamed(name: string): TableName | undefined {
  const it = folded(name);
  return tableNames.find((table) => table === it || tableLabels[table] === it);
}
