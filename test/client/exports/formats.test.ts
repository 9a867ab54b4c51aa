import { strFromU8, unzipSync } from "fflate";
import { MultiDirectedGraph } from "graphology";
import { parse as readGexf } from "graphology-gexf";
import { parse as readGraphml } from "graphology-graphml";
import { parse } from "papaparse";
import { describe, expect, it } from "vitest";
import { citations } from "#client/exports/clipboard.ts";
import { citation, evidenceTable } from "#client/exports/evidence-table.ts";
import { csv } from "#client/exports/formats/csv.ts";
import { gexf } from "#client/exports/formats/gexf.ts";
import { graphml } from "#client/exports/formats/graphml.ts";
import { json } from "#client/exports/formats/json.ts";
import { densityFor } from "#client/exports/formats/png.ts";
import { exports } from "#client/exports/index.ts";
import { sourcesOf } from "#client/exports/sources.ts";
import { fileName } from "#client/panels/share/material.ts";
import { hostile, someMaterial, statement } from "./material.ts";

const textOf = async (blob: Blob): Promise<string> => new TextDecoder().decode(await blob.arrayBuffer());

describe("what is seen", () => {
  it("is what the filters leave, with the edges between", async () => {
    const { seen } = await someMaterial();
    expect(seen.nodes.map(({ id }) => id)).toEqual(["co-a", "park-b"]);
    expect(seen.edges).toEqual([{ id: "s-1", type: "LOCATED_IN", source: "co-a", target: "park-b", status: "inferred", confidence: 0.6 }]);
    expect(seen.nodes.map(({ x, y }) => [x, y])).toEqual([
      [1, 2],
      [null, null],
    ]);
  });
});

describe("an export", () => {
  it("has a name of its own, and words in both languages", () => {
    expect(new Set(exports.map(({ id }) => id)).size).toBe(exports.length);
    for (const { what } of exports) expect([what.zh, what.en].every((it) => it.length > 3)).toBe(true);
  });

  it("as CSV holds nodes, edges, evidence and notes, and no formula that a spreadsheet would run", async () => {
    const files = unzipSync(new Uint8Array(await (await csv.make(await someMaterial())).arrayBuffer()));
    const rows = (name: string) =>
      parse<Record<string, string>>(
        strFromU8(files[name] as Uint8Array)
          .replace("\uFEFF", "")
          .trim(),
        { header: true },
      ).data;
    expect(rows("nodes.csv")[0]).toMatchObject({ id: "co-a", kind: "Company", name: hostile, x: "1", y: "2" });
    expect(rows("nodes.csv")[1]).toMatchObject({ x: "", y: "" });
    expect(rows("edges.csv")).toEqual([
      {
        id: "s-1",
        subject: "co-a",
        predicate: "LOCATED_IN",
        object: "park-b",
        status: "inferred",
        confidence: "0.6",
        validFrom: "2024",
        validTo: "2026",
      },
    ]);
    expect(rows("evidence.csv")[0]).toMatchObject({ statement: "s-1", document: "doc-1", start: "3", end: "9", note: "自己的话" });
    expect(rows("notes.csv")[0]?.text).toMatch(/^'=HYPERLINK/);
  });

  it("as JSON holds the subgraph of what is seen, statements and notes, and no words of documents", async () => {
    const content = JSON.parse(await textOf(await json.make(await someMaterial())));
    expect(content.graph.edges.id).toEqual(["s-1"]);
    expect(content.graph.edges.type.map((at: number) => content.graph.dictionary.type[at])).toEqual(["LOCATED_IN"]);
    expect(content).toMatchObject({ title: "标题", revision: 7, filters: ["已滤去类别：基金"], positions: { "co-a": [1, 2] } });
    expect(content.statements[0].evidence[0]).not.toHaveProperty("text");
    expect(content.notes).toHaveLength(1);
  });

  it("as GraphML and GEXF is read by others with every node and edge, whatever a name holds", async () => {
    const read = { graphml: readGraphml, gexf: readGexf } as const;
    for (const format of [graphml, gexf]) {
      const text = await textOf(await format.make(await someMaterial("en")));
      const graph = read[format.id as keyof typeof read](MultiDirectedGraph, text);
      expect(graph.nodes(), format.id).toEqual(["co-a", "park-b"]);
      expect(graph.getNodeAttributes("co-a"), format.id).toMatchObject({ name: hostile, kind: "Company", x: 1, y: 2 });
      expect(graph.extremities("s-1")).toEqual(["co-a", "park-b"]);
      const edge = {
        predicate: "LOCATED_IN",
        label: "located in",
        status: "inferred",
        confidence: 0.6,
        validFrom: "2024",
        validTo: "2026",
      };
      expect(graph.getEdgeAttributes("s-1"), format.id).toMatchObject(edge);
    }
  });

  it("as a table of evidence tells claim, status, basis and place, and links only to the web", async () => {
    const material = await someMaterial();
    const table = evidenceTable([statement], material);
    expect(table).not.toContain("<script>");
    expect(table).not.toContain("javascript:");
    for (const word of ["乙园区", "位于", "推断", "0.60", "名称相同", "某报道", "[3, 9)", "自己的话", "2024-03", "成立时间 2024 – 2026"])
      expect(table).toContain(word);
    expect(evidenceTable([], material)).toContain("画面上没有陈述");
  });

  it("as citations gives a line a statement, with where it is said", async () => {
    const material = await someMaterial();
    expect(citation(statement, material)).toBe(`${hostile} 位于 乙园区 (推断 0.60, 2024 – 2026) — 某报道 2024-03 [3, 9)`);
    expect((await citations(material)).split("\n")).toEqual([
      "标题 · 2026-01-02 · 修订 #7",
      "已滤去类别：基金",
      `1. ${citation(statement, material)}`,
    ]);
  });

  it("counts a document once for each statement that rests on it, the most used first", () => {
    const other = { ...statement, id: "s-9", evidence: [...statement.evidence, { ...statement.evidence[0], document: "doc-2" }] };
    expect(sourcesOf([statement, other] as never).map(({ document, count }) => [document, count])).toEqual([
      ["doc-1", 2],
      ["doc-2", 1],
    ]);
  });

  it("as pixels is twice as dense, and less only where no browser could hold it", () => {
    expect(densityFor({ width: 1200, height: 900 })).toBe(2);
    const huge = { width: 20_000, height: 18_000 };
    const density = densityFor(huge);
    expect(density).toBeLessThan(1);
    expect(huge.width * density).toBeLessThanOrEqual(16_000);
    expect(huge.width * huge.height * density ** 2).toBeLessThanOrEqual(120e6 + 1);
  });

  it("gets a file name that every system takes", () => {
    expect(fileName('宝武 – 赣锋: "a/b"', "svg")).toBe("宝武-–-赣锋-a-b.svg");
    expect(fileName("../..", "csv")).toBe("chain-atlas.csv");
  });
});
