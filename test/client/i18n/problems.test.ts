import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { noteWords } from "#client/i18n/labels.ts";
import { problemZh } from "#client/i18n/problems.zh.ts";
import { readUploads } from "#graph/dataset/upload.ts";

const folder = "test/fixtures/wrong-cells/";
const messagesOf = async (files: readonly { name: string; bytes: Uint8Array }[]) =>
  (await readUploads({ files: [...files] })).problems.map(({ message }) => message);
const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const json = (tables: object) => file("faults.json", JSON.stringify({ format: "chain-atlas-dataset", version: 1, ...tables }));

describe("faults of a dataset in Chinese", () => {
  it("have words for everything that a folder of tables can get wrong", async () => {
    const messages = await messagesOf(readdirSync(folder).map((name) => ({ name, bytes: readFileSync(`${folder}${name}`) })));
    expect(messages.length).toBeGreaterThan(10);
    expect(messages.filter((message) => problemZh(message) === null)).toEqual([]);
  });

  it("have words for records that contradict the model, each other and themselves", async () => {
    const messages = await messagesOf([
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
    expect(messages.length).toBeGreaterThan(15);
    expect(messages.filter((message) => problemZh(message) === null)).toEqual([]);
  });

  it("have words for files that are none", async () => {
    const messages = [
      ...(await messagesOf([file("a.json", '{\n"format": ')])),
      ...(await messagesOf([file("a.jsonl", "[1]\n{")])),
      ...(await messagesOf([file("a.xlsx", "no workbook")])),
      ...(await messagesOf([file("a.zip", "no archive")])),
      ...(await messagesOf([file("letter.csv", "a,b\n1,2")])),
      ...(await messagesOf([file("a.json", "{}"), file("b.json", "{}")])),
    ];
    expect(messages.length).toBeGreaterThan(5);
    expect(messages.filter((message) => problemZh(message) === null)).toEqual([]);
  });

  it("keep what was found and what is accepted", () => {
    expect(problemZh('kind "Companie" is not one of Company, Park')).toBe('kind "Companie" 不在可用的值里：Company, Park');
    expect(problemZh('entity "co-x" stands twice, first at: update.json:1')).toBe('实体 "co-x" 出现两次，第一次在 update.json:1');
    expect(problemZh("a fault that nobody thought of")).toBeNull();
  });
});

describe("notes of what a rule has read", () => {
  it("name the rule in the reader's language, and leave other notes alone", () => {
    expect(noteWords("规则：plan-covers-list", "en")).toBe("Rule plan-covers-list");
    expect(noteWords("规则：plan-covers-list", "zh")).toBe("规则 plan-covers-list");
    expect(noteWords("说明：新余—支持—赣锋", "en")).toBe("说明：新余—支持—赣锋");
  });
});
