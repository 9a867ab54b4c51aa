import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemLine } from "#graph/dataset/problem.ts";
import { readDataset } from "#graph/dataset/read.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const linesOf = async (source: string): Promise<string[]> => (await readDataset(source)).problems.map(problemLine);

describe("reading a dataset", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "atlas-reading-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, text: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it("types cells by the model and gathers own properties of relations", async () => {
    const { dataset, problems, sources } = await readDataset(fixture("one-company-one-project"));
    expect(problems).toEqual([]);
    expect(dataset.entities[1]).toMatchObject({ mergedFrom: ["co-heshan-old", "co-heshan-older"], dataset: "small-town" });
    expect(dataset.entities[2]).toMatchObject({ uncertain: true });
    expect(dataset.statements[0]).toMatchObject({ confidence: 1, rank: "normal", properties: { year: "2023" } });
    expect(dataset.metrics[1]).toMatchObject({ value: 1.5e9, op: "≈" });
    expect(sources[0]).toMatchObject({ name: "datasets.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("names every fault by file, row and column, all at once", async () => {
    const lines = await linesOf(fixture("wrong-cells"));
    expect(lines.map((line) => line.split(": ")[0])).toEqual([
      "entities.csv:1:4",
      "entities.csv:3:1",
      "entities.csv:4:2",
      "entities.csv:5:1",
      "statements.csv:2:3",
      "statements.csv:3:4",
      "statements.csv:4:5",
      "statements.csv:5:4",
      "statements.csv:5:7",
      "statements.csv:5:8",
      "statements.csv:6:7",
      "statements.csv:7:9",
      "statements.csv:8:1",
      "statements.csv:9:2",
      "evidence.csv:3:4",
      "evidence.csv:4:4",
      "evidence.csv:5:2",
      "evidence.csv:6:3",
      "evidence.csv:6:5",
      "evidence.csv:8:4",
    ]);
    expect(lines).toContain(
      'statements.csv:4:5: ownership "国有" is not one of central_soe, provincial_soe, municipal_soe, private, foreign',
    );
    expect(lines).toContain("statements.csv:3:4: BUILDS ends at Project, Park, Platform, not at Company");
  });

  it("reads a table with a byte order mark, and one in GB18030", async () => {
    const rows = "id,kind,name\nco-a,Company,河山\n";
    const gb18030 = new Uint8Array([...new TextEncoder().encode("id,kind,name\nco-a,Company,"), 0xba, 0xd3, 0xc9, 0xbd, 10]);
    for (const text of [`\uFEFF${rows}`, rows, gb18030]) {
      await file("entities.csv", text);
      const { dataset, problems } = await readDataset(folder);
      expect(problems).toEqual([]);
      expect(dataset.entities[0]?.name).toBe("河山");
    }
  });

  it("reports a missing column once and does not judge the rows below it", async () => {
    await file("entities.csv", "kind,name\nCompany,河山\nFirm,x\n");
    expect(await linesOf(folder)).toEqual(['entities.csv:1:1: column "id" is missing']);
  });

  it("keeps the first thousand problems of a file and counts the rest", async () => {
    await file("entities.csv", `id,kind,name\n${Array.from({ length: 1500 }, (_, i) => `xx-${i},Company,n${i}`).join("\n")}\n`);
    const lines = await linesOf(folder);
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe("entities.csv:1:1: 500 more problems in this file, 1500 in all");
    await rm(join(folder, "entities.csv"));
  });

  it("names faults in JSON by line and column", async () => {
    const path = await file(
      "wrong.json",
      '{\n  "format": "chain-atlas-dataset",\n  "version": 1,\n  "entities": [\n    { "id": "co-a", "kind": "Company", "name": "甲" },\n    { "id": "co-b",\n      "kind": "Firm", "name": "乙", "colour": 1 }\n  ]\n}\n',
    );
    const lines = await linesOf(path);
    expect(lines[0]).toMatch(/^wrong\.json:7:7: kind "Firm" is not one of/);
    expect(lines[1]).toMatch(/^wrong\.json:7:36: unknown field "colour"/);
  });

  it("says where JSON breaks off, and puts a fault of a whole file at 1:1", async () => {
    expect(await linesOf(await file("broken.json", '{\n  "format": oops\n}'))).toEqual(["broken.json:2:13: this is not JSON from here on"]);
    expect((await linesOf(await file("other.json", "[]")))[0]).toMatch(/^other\.json:1:1: not a dataset/);
    expect((await linesOf(await file("later.json", '{"format":"chain-atlas-dataset","version":2}')))[0]).toMatch(
      /^later\.json:1:1: version 2/,
    );
    expect(await linesOf(join(folder, "missing"))).toEqual(["missing:1:1: no such file or folder"]);
    expect(await linesOf(await file("book.xlsx", "x"))).toEqual([
      "book.xlsx:1:1: this is not an .xlsx workbook; save it as one (Excel workbook, .xlsx)",
    ]);
    expect((await linesOf(await file("letter.docx", "x")))[0]).toMatch(/^letter\.docx:1:1: no dataset/);
  });

  it("lets a dataset refer to what the store holds", async () => {
    await file("documents.csv", "id,title,form,reliability\ndoc-b,报告,original,medium\n");
    await file("statements.csv", "id,subject,predicate,object,status,confidence\nst-1,co-known,SUBSIDIARY_OF,co-other,stated,1\n");
    await file("evidence.csv", "statement,document,start,end\nst-1,doc-b,1,2\n");
    expect(await linesOf(folder)).toHaveLength(2);
    const known = async () => ({
      entities: new Map([["co-known", "Company"] as const, ["co-other", "Company"] as const]),
      documents: new Map(),
    });
    expect((await readDataset(folder, { known })).problems).toEqual([]);
  });
});
