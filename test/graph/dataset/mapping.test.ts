import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { mintEntityId } from "#graph/dataset/mapping/mint.ts";
import { problemLine } from "#graph/dataset/problem.ts";
import { type ReadDataset, readDataset } from "#graph/dataset/read.ts";
import { readUpload, readUploads } from "#graph/dataset/upload.ts";

const mapped = (name: string): string => fileURLToPath(new URL(`../../fixtures/mapped/${name}`, import.meta.url));
const linesOf = ({ problems }: ReadDataset): string[] => problems.map(problemLine);
/** What the statements say, by names. */
const said = ({ dataset }: ReadDataset): string[] => {
  const names = new Map(dataset.entities.map((it) => [it.id as string, it.name]));
  return dataset.statements.map((it) => `${names.get(it.subject)} ${it.predicate} ${names.get(it.object ?? "") ?? it.value}`);
};

describe("a foreign table with a mapping", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "atlas-mapping-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const upload = async (change: (mapping: string) => string, table = "park-ledger"): Promise<ReadDataset> =>
    readUploads({
      files: [
        { name: "ledger.csv", bytes: await readFile(mapped(`${table}.csv`)) },
        { name: "ledger.mapping.json", bytes: Buffer.from(change(await readFile(mapped(`${table}.mapping.json`), "utf8"))) },
      ],
    });

  it("a list of listed companies gives tickers, dates, owners, places, chains and revenue", async () => {
    const read = await readDataset(mapped("listed-companies.csv"));
    expect(read.problems).toEqual([]);
    expect(said(read)).toEqual(
      expect.arrayContaining([
        "河山钢铁股份有限公司 tickers 600001",
        "河山钢铁股份有限公司 listed 1996-12",
        "河山明月锂业股份有限公司 ownership private",
        "河山明月锂业股份有限公司 LOCATED_IN 河山市",
        "清风新材料有限公司 PART_OF_CHAIN 锂电",
        "清风新材料有限公司 PART_OF_CHAIN 新材料",
      ]),
    );
    expect(read.dataset.metrics.map(({ value, unit, raw }) => [value, unit, raw])).toEqual([
      [79_750_000_000, "CNY", "797.5亿元"],
      [128_900_000_000, "CNY", "1,289亿元"],
    ]);
    expect(read.dataset.aliases.map((it) => it.surface)).toEqual(["河钢股份", "明月锂业", "清风材料"]);
    expect(read.sources.map((it) => it.name)).toEqual(["listed-companies.csv", "listed-companies.mapping.json"]);
    expect(read.dataset.documents[0]).toMatchObject({ form: "table", sha256: read.sources[0]?.sha256 });
  });

  it("a product tree gives one product a name, and each step once with every row that says it", async () => {
    const read = await readDataset(mapped("product-tree.csv"));
    expect(read.problems).toEqual([]);
    expect(read.dataset.entities).toHaveLength(7);
    expect(said(read).filter((it) => it.includes("UPSTREAM_OF"))).toEqual([
      "锂辉石 UPSTREAM_OF 碳酸锂",
      "锂云母 UPSTREAM_OF 碳酸锂",
      "碳酸锂 UPSTREAM_OF 正极材料",
      "正极材料 UPSTREAM_OF 锂离子电池",
      "隔膜 UPSTREAM_OF 锂离子电池",
      "锂离子电池 UPSTREAM_OF 储能系统",
    ]);
    expect(said(read)).toContain("正极材料 segment 电池材料");
    const step = read.dataset.statements.find(
      (it) => said(read).indexOf("碳酸锂 UPSTREAM_OF 正极材料") === read.dataset.statements.indexOf(it),
    );
    expect(read.dataset.evidence.filter((it) => it.statement === step?.id).map((it) => it.row)).toEqual([1, 2]);
    expect(new Set(read.dataset.statements.map((it) => it.status))).toEqual(new Set(["reference"]));
  });

  it("a park's project ledger gives owner, investment, state and start, from CSV and from a workbook alike", async () => {
    const csv = await readDataset(mapped("park-ledger.csv"));
    const rows = (await readFile(mapped("park-ledger.csv"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => line.split(",").map((cell) => (cell === "" ? null : cell.replaceAll('"', ""))));
    await writeFile(join(folder, "park-ledger.xlsx"), await writeWorkbook([{ sheet: "台账", data: rows }]).toBuffer());
    await cp(mapped("park-ledger.mapping.json"), join(folder, "other.mapping.json"));
    const book = await readDataset(join(folder, "park-ledger.xlsx"), { mapping: join(folder, "other.mapping.json") });
    for (const read of [csv, book]) {
      expect(read.problems).toEqual([]);
      expect(said(read)).toContain("河山明月锂业股份有限公司 BUILDS 一期扩建项目");
      expect(said(read)).toContain("隔膜材料项目 state planned");
      expect(said(read).join()).not.toContain("合计");
      expect(read.dataset.statements.find((it) => it.predicate === "BUILDS")?.validFrom).toBe("2024-03");
      expect(read.dataset.metrics.map(({ name, op, value, unit, raw, modality }) => [name, op, value, unit, raw, modality])).toEqual([
        ["总投资", "≈", 2e9, "CNY", "约20亿元", "plan"],
        ["设计产能", "=", 20_000, "t/a", "2万吨", "design_capacity"],
        ["总投资", "=", 3.2e8, "CNY", "3.2亿元", "actual"],
        ["总投资", "=", 6.5e7, "CNY", "6500万元", "plan"],
        ["设计产能", "=", 15_000, "t/a", "1.5万吨", "design_capacity"],
      ]);
      expect(read.dataset.evidence[0]).toMatchObject({ document: "doc-park-ledger-2024", row: 1 });
    }
    expect(book.dataset.statements).toEqual(csv.dataset.statements);
  });

  it("is read from an upload with the mapping beside it, or under any name", async () => {
    const bytes = await readFile(mapped("product-tree.csv"));
    const mapping = { name: "m.json", bytes: await readFile(mapped("product-tree.mapping.json")) };
    expect((await readUpload({ name: "tree.csv", bytes, mapping })).dataset.entities).toHaveLength(7);
    expect(linesOf(await readUpload({ name: "tree.csv", bytes }))[0]).toMatch(/^tree\.csv:1:1: .*mapping/);
  });

  it("names a wrong cell by row and column of the foreign file", async () => {
    const lines = linesOf(
      await upload((text) => text.replace('"在建": "under_construction", ', "").replace('"value": "{总投资}"', '"value": "{业主单位}"')),
    );
    expect(lines).toContain('ledger.csv:3:5: "在建" is none of what the mapping knows here: 拟建, 试产, 建成');
    expect(lines.some((line) => /^ledger\.csv:3:2: value "河山明月锂业股份有限公司" is not a figure/.test(line))).toBe(true);
  });

  it("names what is wrong in the mapping by line and column", async () => {
    expect(linesOf(await upload((text) => text.replace('"Project"', '"Projekt"')))[0]).toMatch(
      /^ledger\.mapping\.json:17:7: entities\.project\.kind is not one of Company, /,
    );
    expect(linesOf(await upload((text) => text.replace('"state"', '"colour"')))).toEqual([
      expect.stringMatching(/^ledger\.mapping\.json:22:9: "colour" is no attribute of Project; it has state, /),
    ]);
    expect(linesOf(await upload((text) => text.replace('"object": "project"', '"object": "park"').replace('"BUILDS"', '"OWNS"')))).toEqual([
      expect.stringMatching(/^ledger\.mapping\.json:\d+:\d+: OWNS ends at Platform, Company, not at Park/),
    ]);
    expect(linesOf(await upload((text) => text.replace("{开工时间}", "{开工}")))).toEqual([
      expect.stringMatching(/^ledger\.csv:2:1: the mapping names the column "开工", which is not among those of row 2: 序号, 业主单位, /),
    ]);
    expect(linesOf(await upload((text) => text.slice(1)))[0]).toMatch(/^ledger\.mapping\.json:\d+:\d+: this is not JSON/);
  });

  it("mints one id for one name, whatever stands beside it, and keeps names apart that sound alike", () => {
    expect(mintEntityId("Company", "赣锋锂业")).toMatch(/^co-ganfengliye-[0-9a-f]{6}$/);
    expect(mintEntityId("Company", "赣锋锂业")).toBe(mintEntityId("Company", " 赣锋锂业 "));
    expect(mintEntityId("Company", "新宇")).not.toBe(mintEntityId("Company", "新余"));
    expect(mintEntityId("Product", "BOPP 膜")).toMatch(/^prod-bopp-mo-[0-9a-f]{6}$/);
    expect(mintEntityId("Company", "（）")).toMatch(/^co-[0-9a-f]{6}$/);
  });
});
