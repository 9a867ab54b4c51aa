import type { Row, Sheet } from "write-excel-file/node";
import writeWorkbook from "write-excel-file/node";
import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { type Column, columns } from "./columns.ts";
import { type HeadingLanguage, headingOf, sheetNameOf } from "./headings.ts";
import { headingRow, widthsOf } from "./write-workbook.ts";
import { choices } from "./written/labels.ts";

type Words = Readonly<Record<HeadingLanguage, string>>;
const guide = {
  explanation: { zh: "填写说明", en: "How to fill in" },
  values: { zh: "可填的值", en: "Accepted values" },
} as const satisfies Record<string, Words>;

/** Sheets of the template that hold no data. */
export const guideSheets: ReadonlySet<string> = new Set(Object.values(guide).flatMap(({ zh, en }) => [zh, en]));

const lines: readonly Words[] = [
  {
    zh: "一张工作表是一张表，第一行是列名，中文或英文都可以；不用的列可以删去，空表可以留着。",
    en: "One sheet is one table; its first row names the columns, in Chinese or English. Columns that are not needed may go; empty sheets may stay.",
  },
  {
    zh: "编号用小写字母、数字和连字符，实体编号以类别前缀开头（见“可填的值”）；编号一经使用不再改作他用。",
    en: "Ids are lower-case letters, digits and hyphens; an entity's begins with its kind's prefix (see Accepted values). An id is never used again for something else.",
  },
  {
    zh: "每条陈述、每个指标都要在证据表里至少有一行：出自哪个文档，第几行（表格）或从哪里到哪里（文本）。",
    en: "Every statement and every metric needs at least one row of evidence: which document, and which row (a table) or which offsets (a text).",
  },
  {
    zh: "数字可以照原样写：797亿元、13%左右、6家以上、1,234.5；日期可以写 2024年3月、2024/3/15，时期可以写 2024年一季度、2024—2026年。",
    en: "Figures may be written as printed: 797亿元, 13%左右, 6家以上, 1,234.5; dates as 2024年3月 or 2024/3/15, periods as 2024年一季度 or 2024—2026年.",
  },
  {
    zh: "有固定取值的列可以填代码，也可以填中文名（企业、建设、明述、实际……）。",
    en: "Where a column has a closed list, its codes and its Chinese and English names are all accepted.",
  },
];

const typeWords: Readonly<Record<Column["type"], Words>> = {
  text: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "number" },
  boolean: { zh: "是 / 否", en: "yes / no (true, false)" },
  list: { zh: "多个编号，用空格分开", en: "several ids, separated by blanks" },
};

function whatItTakes(table: TableName, column: Column, language: HeadingLanguage): string {
  const list = choices[`${table}.${column.name}`];
  if (list !== undefined) return language === "zh" ? "见“可填的值”" : "see Accepted values";
  if (column.property) {
    const having = relationTypes.filter((type) => Object.hasOwn(relations[type].properties, column.name));
    const names = having.map((type) => (language === "zh" ? relations[type].zh : type)).join(language === "zh" ? "、" : ", ");
    return language === "zh" ? `关系的属性：${names}` : `property of ${names}`;
  }
  return typeWords[column.type][language];
}

const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });

function explanation(language: HeadingLanguage): Sheet<Buffer> {
  const zh = language === "zh";
  const heads = zh ? ["工作表", "列", "英文列名", "必填", "填什么"] : ["Sheet", "Column", "Chinese heading", "Required", "Takes"];
  const rows = tableNames.flatMap((table) =>
    columns[table].map(
      (column): Row => [
        sheetNameOf(table, language),
        headingOf(column, language),
        headingOf(column, zh ? "en" : "zh"),
        column.required ? (zh ? "必填" : "required") : "",
        whatItTakes(table, column, language),
      ],
    ),
  );
  const data: Row[] = [...lines.map((line): Row => [line[language]]), [], heads.map(bold), ...rows];
  return { sheet: guide.explanation[language], data, columns: [14, 18, 18, 10, 60].map((width) => ({ width })) };
}

const endsOf = (type: RelationType, language: HeadingLanguage): string => {
  const names = (list: readonly EntityKind[]): string => list.map((kind) => (language === "zh" ? kinds[kind].zh : kind)).join(" / ");
  return `${names(relations[type].from)} → ${names(relations[type].to)}`;
};

function values(language: HeadingLanguage): Sheet<Buffer> {
  const zh = language === "zh";
  const note = (place: string, value: string): string => {
    if (place === "entities.kind") return `${zh ? "编号前缀" : "id prefix"} ${kinds[value as EntityKind].prefix}-`;
    return place === "statements.predicate" ? endsOf(value as RelationType, language) : "";
  };
  const closed = Object.entries(choices).flatMap(([place, list]) => {
    const [table, name] = place.split(".") as [TableName, string];
    return Object.entries(list).map(
      ([value, label]): Row => [
        sheetNameOf(table, language),
        headingOf({ name, property: false }, language),
        value,
        label[language] === value ? "" : label[language],
        note(place, value),
      ],
    );
  });
  const attributes = entityKinds.flatMap((kind) =>
    Object.entries(kinds[kind].properties).map(([name, definition]): Row => {
      const accepted = Object.entries(definition.choices ?? {}).map(([value, label]) => `${value} (${label[language]})`);
      const takes = accepted.length > 0 ? accepted.join(", ") : definition.type;
      return [
        sheetNameOf("statements", language),
        headingOf({ name: "predicate", property: false }, language),
        name,
        definition[language],
        `${kinds[kind][language]}: ${takes}`,
      ];
    }),
  );
  const heads = zh ? ["工作表", "列", "值", "名称", "说明"] : ["Sheet", "Column", "Value", "Name", "Note"];
  return {
    sheet: guide.values[language],
    data: [heads.map(bold), ...closed, ...attributes],
    columns: [14, 14, 20, 22, 70].map((width) => ({ width })),
    stickyRowsCount: 1,
  };
}

/** An empty workbook to fill in: a headed sheet a table, the accepted values, and how to fill in. It holds no row of any dataset. */
export async function templateWorkbook({ language }: { language: HeadingLanguage }): Promise<Buffer> {
  const sheets = tableNames.map(
    (table): Sheet<Buffer> => ({
      sheet: sheetNameOf(table, language),
      data: [headingRow(table, language)],
      columns: widthsOf(table),
      stickyRowsCount: 1,
    }),
  );
  return writeWorkbook([explanation(language), ...sheets, values(language)]).toBuffer();
}
