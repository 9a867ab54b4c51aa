import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeWorkbook, { type Row } from "write-excel-file/node";
import { columns } from "#graph/dataset/columns.ts";
import { columnNamed, headingOf, sheetNameOf, tableNamed } from "#graph/dataset/headings.ts";
import { problemLine } from "#graph/dataset/problem.ts";
import { openDataset, type ReadDataset, readDataset } from "#graph/dataset/read.ts";
import { guideSheets, templateWorkbook } from "#graph/dataset/template.ts";
import { readUpload, readUploads } from "#graph/dataset/upload.ts";
import { printCsvTable } from "#graph/dataset/write.ts";
import { printWorkbook, WorkbookTooLarge } from "#graph/dataset/write-workbook.ts";
import { choices, labelledValue } from "#graph/dataset/written/labels.ts";
import { emptyDataset, tableNames } from "#graph/model/dataset.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesOf = ({ problems }: ReadDataset): string[] => problems.map(problemLine);
const sheet = (name: string, ...data: Row[]) => ({ sheet: name, data });
const book = (...sheets: ReturnType<typeof sheet>[]): Promise<Buffer> => writeWorkbook(sheets).toBuffer();
const xlsx = async (...sheets: ReturnType<typeof sheet>[]): Promise<ReadDataset> =>
  readUpload({ name: "it.xlsx", bytes: await book(...sheets) });

/** A workbook with one of its files changed. */
async function rewritten(workbook: Uint8Array, name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const files = unzipSync(workbook);
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name] as Uint8Array))) });
}

const evidenceOf = (...ids: string[]) => sheet("证据", ["陈述或指标", "文档", "行号"], ...ids.map((id): Row => [id, "doc-a", 1]));
const documents = sheet("文档", ["编号", "标题", "形式", "可靠性"], ["doc-a", "名录", "表格", "高"]);

describe("a workbook", () => {
  it("is read with Chinese sheets, headings and values, and figures and dates as people write them", async () => {
    const { dataset, problems } = await xlsx(
      documents,
      sheet("实体", ["编号", "类别", "名称", "存疑"], ["co-a", "企业", "甲", "是"], ["proj-a", "项目", "乙", null]),
      sheet(
        "陈述",
        ["编号", "主体", "谓词", "客体", "取值", "陈述状态", "置信度", "年份"],
        ["st-1", "co-a", "建设", "proj-a", null, "明述", "100%", "2023年"],
        ["st-2", "co-a", "所有制", null, "民营", "明述", 1, null],
      ),
      sheet(
        "指标",
        ["编号", "主体", "名称", "取值", "单位", "时期", "口径", "陈述状态", "置信度"],
        ["m-1", "co-a", "营业收入", "797亿元", null, "2024年一季度", "实际", "明述", 1],
        ["m-2", "co-a", "项目数", "6家以上", null, "2024—2026年", "目标", "明述", 1],
        ["m-3", "co-a", "总投资", "1.1", "亿元", "2024", "计划", "明述", 1],
      ),
      evidenceOf("st-1", "st-2", "m-1", "m-2", "m-3"),
    );
    expect(problems).toEqual([]);
    expect(dataset.documents[0]).toMatchObject({ form: "table", reliability: "high" });
    expect(dataset.entities[0]).toMatchObject({ kind: "Company", uncertain: true });
    expect(dataset.statements[0]).toMatchObject({ predicate: "BUILDS", status: "stated", confidence: 1, properties: { year: "2023" } });
    expect(dataset.statements[1]).toMatchObject({ predicate: "ownership", value: "private" });
    expect(dataset.metrics[0]).toMatchObject({ value: 79_700_000_000, unit: "CNY", op: "=", raw: "797亿元", period: "2024-Q1" });
    expect(dataset.metrics[1]).toMatchObject({ value: 6, unit: "家", op: ">=", period: "2024/2026", modality: "target" });
    expect(dataset.metrics[2]).toMatchObject({ value: 110_000_000, unit: "CNY", raw: "1.1亿元" });
  });

  it("keeps a code that was typed as a number, and takes a percentage for what it shows", async () => {
    const { dataset, problems } = await xlsx(
      documents,
      sheet("entities", ["id", "kind", "name"], ["co-a", "Company", "甲"]),
      sheet(
        "statements",
        ["id", "subject", "predicate", "value", "status", "confidence"],
        ["st-1", "co-a", "tickers", 600782, "stated", 1],
      ),
      sheet(
        "metrics",
        ["id", "subject", "name", "value", "unit", "modality", "status", "confidence"],
        ["m-1", "co-a", "增长贡献率", { value: 0.13, type: Number, format: "0%" }, "%", "actual", "stated", 1],
      ),
      evidenceOf("st-1", "m-1"),
    );
    expect(problems).toEqual([]);
    expect(dataset.statements[0]?.value).toBe("600782");
    expect(dataset.metrics[0]).toMatchObject({ value: 13, unit: "%" });
  });

  it("names every fault by sheet, row and column", async () => {
    const read = await xlsx(
      documents,
      sheet("实体", ["编号", "类别", "名称"], ["co-a", "工厂", "甲"], [null, null, null], ["proj-a", "企业", "乙"]),
      sheet(
        "指标",
        ["编号", "主体", "名称", "取值", "时期", "口径", "陈述状态", "置信度"],
        ["m-1", "proj-a", "营业收入", "10-20亿元", "3月", "实际", "明述", 1],
      ),
      evidenceOf("m-1"),
    );
    const lines = linesOf(read);
    expect(lines[0]).toMatch(/^实体:2:2: kind "工厂" is not one of Company, /);
    expect(lines[1]).toMatch(/^实体:4:1: id "proj-a" of a Company must start with "co-"/);
    expect(lines[2]).toMatch(/^指标:2:4: value "10-20亿元" is a range or several figures/);
    expect(lines[3]).toMatch(/^指标:2:5: period "3月": the year is missing/);
  });

  it("refuses an unknown sheet, a missing column and two sheets of one table, and passes over blank ones", async () => {
    const lines = linesOf(
      await xlsx(
        sheet("草稿", ["甲"]),
        sheet("空白", []),
        sheet("实体", ["编号", "名称"], ["co-a", "甲"]),
        sheet("aliases", ["entity", "surface", "scope"]),
        sheet("别名", ["实体", "称呼", "范围"]),
      ),
    );
    expect(lines).toEqual([
      expect.stringMatching(/^草稿:1:1: no table of a dataset; a sheet is named datasets \(数据集\), /),
      '实体:1:1: column "kind" is missing',
      '别名:1:1: sheet "aliases" is the same table',
    ]);
  });

  it("is refused beyond 100,000 rows, read or written, with what to take instead", async () => {
    const entities = Array.from({ length: 100_001 }, (_, at) => ({ id: `co-${at}`, kind: "Company", name: "甲" }));
    const row = ({ id }: { id: string }, at: number): string => `<row r="${at + 2}"><c r="A${at + 2}" t="str"><v>${id}</v></c></row>`;
    const long = await rewritten(await book(sheet("entities", ["id"])), "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace("</sheetData>", `${entities.map(row).join("")}</sheetData>`),
    );
    expect(linesOf(await readUpload({ name: "it.xlsx", bytes: long }))).toEqual([
      expect.stringMatching(/^it\.xlsx:1:1: a workbook of 100001 rows: at most 100000 .*CSV tables or JSON Lines/),
    ]);
    await expect(printWorkbook({ ...emptyDataset(), entities: entities as never })).rejects.toThrow(WorkbookTooLarge);
    const json = JSON.stringify({ format: "chain-atlas-dataset", version: 1, entities });
    expect(linesOf(await readUpload({ name: "it.json", bytes: bytesOf(json) }))).toEqual([
      expect.stringMatching(/^it\.json:1:1: a JSON file of 100001 rows/),
    ]);
  });
});

describe("the template", () => {
  it.each(["zh", "en"] as const)("in %s has a headed sheet a table and what may stand in it, and no row of data", async (language) => {
    const bytes = await templateWorkbook({ language });
    const sheets = await readWorkbook(new Uint8Array(bytes).buffer as ArrayBuffer);
    const byName = new Map(sheets.map(({ sheet: name, data }) => [name, data]));
    for (const table of tableNames) {
      const data = byName.get(sheetNameOf(table, language));
      expect(data).toEqual([columns[table].map((column) => headingOf(column, language))]);
    }
    const guides = sheets.filter((it) => guideSheets.has(it.sheet));
    expect(guides).toHaveLength(2);
    const said = JSON.stringify(guides);
    for (const word of ["BUILDS", "Company", "co-", "legalName", "stated", "municipal_soe"]) expect(said).toContain(word);
    const { problems, dataset } = await readUpload({ name: "template.xlsx", bytes });
    expect(problems).toEqual([]);
    expect(dataset).toEqual(emptyDataset());
  });
});

describe("headings and labels", () => {
  it("one name in each language means one column and one table", () => {
    for (const table of tableNames) {
      expect(tableNamed(sheetNameOf(table, "zh"))).toBe(table);
      for (const language of ["zh", "en"] as const) {
        const headings = columns[table].map((column) => headingOf(column, language));
        expect(new Set(headings).size).toBe(headings.length);
        expect(headings.map((heading) => columnNamed(table, heading))).toEqual(columns[table].map((column) => column.name));
      }
    }
    expect(columnNamed("entities", " Name EN ")).toBe("nameEn");
  });

  it("every Chinese label of a closed list names one value", () => {
    for (const list of Object.values(choices))
      for (const [value, { zh }] of Object.entries(list)) if (zh !== "") expect(labelledValue(list, zh)).toBe(value);
  });
});

describe("JSON Lines", () => {
  it("names faults by line, whatever the order of the lines", async () => {
    const text = [
      '{"table": "evidence", "statement": "st-1", "document": "doc-a", "row": 1}',
      '{"table": "statements", "id": "st-1", "subject": "co-a", "predicate": "BUILDS", "object": "co-b", "status": "stated", "confidence": 1}',
      "",
      '{"id": "co-a", "kind": "Company", "name": "甲", "table": "entities"}',
      '{"table": "entities", "id": "co-b", "kind": "Firm", "name": "乙"}',
      '{"table": "people", "id": "x"}',
      '{"table": "entities", "id": ',
      "[]",
      '{"table": "documents", "id": "doc-a", "title": "名录", "form": "table", "reliability": "high"}',
    ].join("\n");
    const lines = linesOf(await readUpload({ name: "it.jsonl", bytes: bytesOf(text) }));
    expect(lines).toEqual([
      expect.stringMatching(/^it\.jsonl:5:1: kind "Firm" is not one of/),
      expect.stringMatching(/^it\.jsonl:6:1: unknown table "people"; accepted: datasets, /),
      "it.jsonl:7:29: this line is not JSON from here on",
      "it.jsonl:8:1: this line is not a JSON object",
    ]);
  });

  it("tells every field of a line that is wrong, though all stand at one place", async () => {
    const read = await readUpload({
      name: "it.jsonl",
      bytes: bytesOf('{"table":"entities","id":"co-a","kind":"Firm","collective":"maybe"}'),
    });
    expect(linesOf(read)).toEqual([
      expect.stringMatching(/^it\.jsonl:1:1: kind "Firm" is not one of/),
      "it.jsonl:1:1: name is missing",
      expect.stringMatching(/^it\.jsonl:1:1: collective "maybe"/),
    ]);
  });
});

describe("encodings", () => {
  const table = (bytes: Uint8Array) => readUpload({ name: "entities.csv", bytes });

  it("refuses UTF-16 and what is no text, and says what to do", async () => {
    const utf16 = new Uint8Array(Buffer.from("\uFEFFid,kind,name\n", "utf16le"));
    expect(linesOf(await table(utf16))).toEqual(["entities.csv:1:1: the file is UTF-16; save it as UTF-8 (in a spreadsheet: CSV UTF-8)"]);
    expect(linesOf(await table(utf16.subarray(2)))[0]).toMatch(/UTF-16 or no text/);
    expect(linesOf(await table(new Uint8Array([0x69, 0x64, 0xff, 0xff, 0x0a])))[0]).toMatch(/neither UTF-8 nor GB18030/);
    expect(linesOf(await table(new Uint8Array([0xef, 0xbb, 0xbf, 0x69, 0xff])))[0]).toMatch(/begins as UTF-8/);
  });
});

describe("reading as it streams", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "atlas-formats-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("gives the rows that were judged, from a file larger than what is read at a time", async () => {
    const names = Array.from({ length: 60_000 }, (_, at) => `河山"${at}",公司`);
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const text = `\uFEFFid,kind,name\r\n${names.map((name, at) => `co-${at},企业,${cell(name)}\r\n`).join("")}`;
    await writeFile(join(folder, "entities.csv"), text);
    const open = await openDataset(folder);
    expect(open.problems).toEqual([]);
    const read: string[] = [];
    for await (const rows of open.source.rows("entities")) for (const { name, kind } of rows) read.push(`${kind} ${name}`);
    expect(read).toEqual(names.map((name) => `Company ${name}`));
    expect((await readDataset(folder)).dataset.entities.map((it) => it.name)).toEqual(names);
  });

  it("names a row far down, and one that stands twice by the first", async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `co-${at},Company,甲`);
    rows[40_000] = "co-7,Company,乙";
    rows[49_998] = '"co-x,Company,丙';
    await writeFile(join(folder, "entities.csv"), `id,kind,name\n${rows.join("\n")}\n`);
    const lines = (await readDataset(folder)).problems.map(problemLine);
    expect(lines).toContain('entities.csv:40002:1: entity "co-7" stands twice, first at: entities.csv:9');
    expect(lines.some((line) => /^entities\.csv:50000:1: .*check the quotes/.test(line))).toBe(true);
  });
});

describe("an upload", () => {
  const entities = bytesOf("id,kind,name\nco-a,Company,甲\n");

  it("is one file, an archive of tables, or the tables themselves", async () => {
    const archive = zipSync({ "set/entities.csv": entities, "__MACOSX/set/._entities.csv": new Uint8Array([1]) });
    const reads = await Promise.all([
      readUpload({ name: "entities.csv", bytes: entities }),
      readUpload({ name: "set.zip", bytes: archive }),
      readUpload({ name: "it.jsonl", bytes: bytesOf('{"table":"entities","id":"co-a","kind":"Company","name":"甲"}') }),
      readUploads({
        files: [
          { name: "entities.csv", bytes: entities },
          { name: "aliases.csv", bytes: bytesOf(printCsvTable(emptyDataset(), "aliases")) },
        ],
      }),
    ]);
    for (const { problems, dataset } of reads) {
      expect(problems).toEqual([]);
      expect(dataset.entities).toEqual([{ id: "co-a", kind: "Company", name: "甲" }]);
    }
    expect(reads[1]?.sources).toEqual([{ name: "entities.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it("that is none of these is refused with what is accepted", async () => {
    expect(linesOf(await readUpload({ name: "letter.pdf", bytes: entities }))[0]).toMatch(/^letter\.pdf:1:1: no dataset: \.zip/);
    expect(linesOf(await readUpload({ name: "set.zip", bytes: entities }))[0]).toMatch(/^set\.zip:1:1: this is not a zip archive/);
    expect(linesOf(await readUpload({ name: "a.zip", bytes: zipSync({ "b.zip": zipSync({}) }) }))[0]).toMatch(/^b\.zip:1:1: no dataset/);
    expect(linesOf(await readUploads({ files: [] }))[0]).toMatch(/holds no file/);
  });
});
