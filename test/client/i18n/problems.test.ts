import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { noteWords } from "#client/i18n/labels.ts";
import { readUploads } from "#graph/dataset/upload.ts";
import { fault, faultText } from "#graph/model/dataset-fault.ts";
import { datasetFaults } from "#graph/vocabulary/dataset-faults.ts";

const folder = "test/fixtures/wrong-cells/";
const faultsOf = async (files: readonly { name: string; bytes: Uint8Array }[]) =>
  (await readUploads({ files: [...files] })).problems.map(({ fault }) => fault);
/** What is left of the English words: names of fields, relations and samples stay as they are, sentences do not. */
const englishIn = (text: string): string[] => text.match(/\b(?:is|are|has|must|stands|missing|unknown|accepted|only)\b/g) ?? [];
const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const json = (tables: object) => file("faults.json", JSON.stringify({ format: "chain-atlas-dataset", version: 1, ...tables }));

describe("faults of a dataset in Chinese", () => {
  it("have words for everything that a folder of tables can get wrong", async () => {
    const faults = await faultsOf(readdirSync(folder).map((name) => ({ name, bytes: readFileSync(`${folder}${name}`) })));
    expect(faults.length).toBeGreaterThan(10);
    expect(faults.flatMap((it) => englishIn(faultText(it, "zh")))).toEqual([]);
  });

  it("have words for records that contradict the model, each other and themselves", async () => {
    const faults = await faultsOf([
      json({
        datasets: [{ id: "d", title: "试" }],
        documents: [
          { id: "doc-a", title: "甲", form: "original", characters: 10, reliability: "high" },
          { id: "doc-t", title: "表", form: "table", reliability: "sure" },
        ],
        entities: [
          { id: "co-a", kind: "Company", name: "甲", dataset: "d" },
          { id: "co-a", kind: "Company", name: "甲", dataset: "d" },
          { id: "x-b", kind: "Park", name: "", dataset: "none" },
          { id: "co-c", kind: "Companie", name: "丙", colour: "red" },
        ],
        statements: [
          { id: "s-1", subject: "co-a", predicate: "BUILDS", object: "co-a", status: "stated", confidence: 3 },
          { id: "s-2", subject: "co-none", predicate: "BUILDS", status: "inferred", confidence: 1 },
          { id: "s-3", subject: "co-a", predicate: "founded", value: "昨天", status: "stated", confidence: 1 },
          { id: "s-4", subject: "co-a", predicate: "BUILDZ", object: "co-a", status: "stated", confidence: 1 },
        ],
        metrics: [{ id: "m-1", subject: "co-a", name: "营业收入", value: "很多", unit: "元吧", modality: "actual", period: "三月" }],
        evidence: [
          { statement: "s-1", document: "doc-a", start: 8, end: 30 },
          { statement: "s-1", document: "doc-a", start: 5, end: 2 },
          { statement: "none", document: "doc-none", row: 3 },
        ],
      }),
    ]);
    expect(faults.length).toBeGreaterThan(15);
    expect(faults.flatMap((it) => englishIn(faultText(it, "zh")))).toEqual([]);
  });

  it("have words for files that are none", async () => {
    const faults = [
      ...(await faultsOf([file("a.json", '{\n"format": ')])),
      ...(await faultsOf([file("a.jsonl", "[1]\n{")])),
      ...(await faultsOf([file("a.xlsx", "no workbook")])),
      ...(await faultsOf([file("a.zip", "no archive")])),
      ...(await faultsOf([file("letter.csv", "a,b\n1,2")])),
      ...(await faultsOf([file("a.json", "{}"), file("b.json", "{}")])),
    ];
    expect(faults.length).toBeGreaterThan(5);
    expect(faults.flatMap((it) => englishIn(faultText(it, "zh")))).toEqual([]);
  });

  it("have words for a mapping and its table too", async () => {
    const mapping = {
      name: "t.mapping.json",
      bytes: Buffer.from('{"dataset": {"id": "d"}, "entities": {"a": {"kind": "Firm"}}, "colour": 1}'),
    };
    const faults = [
      ...(await faultsOf([file("t.csv", "名称\n甲"), mapping])),
      ...(await faultsOf([file("t.csv", "a"), file("u.csv", "b"), mapping])),
      ...(await faultsOf([file("t.txt", "a"), mapping])),
    ];
    expect(faults.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["mapping_unknown_field", "mapping_not_one_of", "mapping_alone"]),
    );
    for (const it of faults) expect(faultText(it, "zh")).toMatch(/[\u4e00-\u9fff]/);
  });

  it("keep what was found and what is accepted", () => {
    const kind = fault("not_one_of", { field: "kind", given: '"Companie"', accepted: "Company, Park" });
    expect(faultText(kind, "zh")).toBe('kind "Companie" 不在可用的值里：Company, Park');
    expect(faultText(kind, "en")).toBe('kind "Companie" is not one of Company, Park');
    const twice = fault("entity_twice", { id: "co-x", first: "update.json:1" });
    expect(faultText(twice, "zh")).toBe("实体“co-x”出现两次，第一次在 update.json:1");
  });

  it("name the same parts in both languages, but for what an empty field has not", () => {
    const parts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [code, { en, zh }] of Object.entries(datasetFaults)) if (code !== "empty") expect(parts(zh), code).toEqual(parts(en));
  });
});

describe("notes of what a rule has read", () => {
  it("name the rule in the reader's language, and leave other notes alone", () => {
    expect(noteWords("规则：plan-covers-list", "en")).toBe("Rule plan-covers-list");
    expect(noteWords("规则：plan-covers-list", "zh")).toBe("规则 plan-covers-list");
    expect(noteWords("说明：新余—支持—赣锋", "en")).toBe("说明：新余—支持—赣锋");
  });
});
