import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seed } from "#graph/changes/seed.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { readDataset } from "#graph/dataset/read.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import { questions } from "#graph/queries/questions.ts";
import { openStore } from "#graph/store/open-store.ts";
import type { GraphStore } from "#graph/store/store.ts";

const dataDir = mkdtempSync(join(tmpdir(), "questions-"));
let store: GraphStore;

beforeAll(async () => {
  const { dataset, sources } = await readDataset(bundledFolders);
  store = await openStore({ dataDir });
  await store.prepare();
  await seed({ store, dataset, name: "bundled", message: "questions", author: "test", sources, now: new Date(0) });
}, 120_000);
afterAll(async () => {
  await store?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

type Row = Record<string, Value>;
const ask = async (text: string, parameters: Record<string, unknown> = {}): Promise<Row[]> => {
  const { columns, rows } = await store.read({ text, parameters }, { origin: "user" });
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
};
const answer = (id: string): Promise<Row[]> => {
  const question = questions.find((it) => it.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return ask(question.query, question.parameters);
};
const named = (value: Value | undefined): string | null => {
  if (value === null || typeof value !== "object" || !("$node" in value)) return null;
  return String((value as { properties: Row }).properties.name);
};

describe("an analyst's questions to the bundled atlas", () => {
  it("are all answered with rows", async () => {
    for (const { id, query, parameters } of questions) expect((await ask(query, parameters)).length, id).toBeGreaterThan(0);
  });

  it("who leads: the lithium core area by what is stated, the steel chain by inference only", async () => {
    const rows = await answer("leaders");
    const of = (led: string) => rows.filter((row) => named(row.led) === led).map((row) => [named(row.company), row.status]);
    expect(of("赣西锂电产业发展核心区")).toEqual(
      expect.arrayContaining([
        ["赣锋锂业", "stated"],
        ["东鹏", "stated"],
        ["雅保", "stated"],
      ]),
    );
    expect(new Set(of("钢铁产业链").map(([, status]) => status))).toEqual(new Set(["inferred"]));
  });

  it("what 6313 covers: six chains and three clusters, and the province's plan beside it", async () => {
    const rows = await answer("plan-scope");
    const others = new Set(rows.map((row) => named(row.other)));
    for (const name of ["钢铁产业链", "锂电新能源产业链", "电子信息产业链", "装备制造产业链", "纺织鞋服产业链", "非金属新材料产业链"])
      expect(others, name).toContain(name);
    for (const name of ["锂电新能源先进制造业集群", "电子信息先进制造业集群", "装备制造先进制造业集群"])
      expect(others, name).toContain(name);
    expect([...others].some((name) => name?.includes("1269"))).toBe(true);
  });

  it("what the Ganfeng group builds: the parent's and its subsidiaries' projects", async () => {
    const rows = await answer("group-projects");
    const names = rows.flatMap((row) => Object.values(row).map(named));
    expect(names).toContain("赣锋万吨高纯锂盐项目");
    expect(names).toContain("赣锋锂电15GWh新型动力电池项目");
    expect(names.some((name) => name?.startsWith("赣锋循环2万吨"))).toBe(true);
  });

  it("what lies in 新余高新区: parks within it and what lies in those", async () => {
    const names = (await answer("inside-a-park")).map((row) => row.name);
    expect(names).toContain("新余高新区碳纤维产业园");
    expect(names).toContain("众加利");
    expect(names).not.toContain("新余经开区精品钢产业园");
  });

  it("investment: done, planned and started are three measures that are never one", async () => {
    const rows = await answer("investment-senses");
    const values = rows.map((row) => [row.value, row.modality]);
    expect(values).toEqual(
      expect.arrayContaining([
        [41_730_000_000, "actual"],
        [17_197_000_000, "plan"],
        [27_200_000_000, "plan"],
      ]),
    );
  });

  it("where 新钢 is named: as the group, within the article only, and at which places", async () => {
    const rows = await answer("names");
    const xingang = rows.find((row) => row.named === "新钢");
    expect(xingang?.scope).toBe("document");
    expect(named(xingang?.entity)).toBe("新钢集团");
    expect(xingang?.spans).toMatch(/^\d+-\d+/);
  });

  it("weak inferences: all inferred, all below the line, each with its basis", async () => {
    const rows = await answer("weak-inferences");
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(Number(row.confidence)).toBeLessThanOrEqual(0.7);
      expect(row.basis).toBeTruthy();
    }
  });
});

describe("the queries that the README shows", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const queries = [...readme.matchAll(/```cypher\n([\s\S]*?)```/g)].map((match) => match[1] as string);

  it("run as they stand and have answers", async () => {
    expect(queries.length).toBeGreaterThanOrEqual(3);
    for (const query of queries) expect((await ask(query)).length, query).toBeGreaterThan(0);
  });
});
