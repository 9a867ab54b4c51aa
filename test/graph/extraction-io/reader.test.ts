import { afterEach, describe, expect, it } from "vitest";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { Extraction } from "#graph/extraction/extraction.ts";
import { indexKnown } from "#graph/extraction/proposals/known.ts";
import { toDataset } from "#graph/extraction/proposals/to-dataset.ts";
import { ask, ReaderFailed } from "#graph/extraction/reader/endpoint.ts";
import { partsOf } from "#graph/extraction/reader/parts.ts";
import { readAgain } from "#graph/extraction/reader/read-again.ts";
import { type Act, type Asked, type FakeEndpoint, fakeEndpoint } from "./fake-endpoint.ts";
import { at, builds, extractionOf, investment, nothingKnown, tinyFacts, tinyText } from "./tiny-extraction.ts";

const wait = async (): Promise<void> => {};
const open: FakeEndpoint[] = [];
const start = async (acts: readonly Act[] | ((asked: Asked) => Act)): Promise<FakeEndpoint> => {
  const it = await fakeEndpoint(acts);
  open.push(it);
  return it;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
});

const rules = extractionOf({ published: { value: "2024-03", basis: "随文件给出" } });
const again = async (acts: readonly Act[], given: Extraction = rules) => {
  const fake = await start(acts);
  const endpoint = { baseUrl: fake.baseUrl, model: "tiny", apiKey: "secret-key" };
  return { fake, result: await readAgain({ text: tinyText, rules: given, endpoint }, { wait, timeoutMs: 2000, attempts: 3 }) };
};
const told = ({ remarks }: Extraction): string => remarks.map(({ text }) => text).join("\n");

const entity = (ref: string, kind: string, name: string, mentions: string[] = [name]) => ({ ref, kind, name, mentions });
const seen = [
  entity("a", "Company", "华信锂业有限公司", ["华信锂业有限公司", "华信"]),
  entity("b", "Park", "云岭高新区"),
  entity("c", "Project", "年产2万吨碳酸锂项目"),
  entity("d", "Product", "碳酸锂"),
];
const statement = (parts: object) => ({
  subject: "a",
  predicate: "BUILDS",
  object: "c",
  value: null,
  properties: [],
  quote: "华信锂业有限公司在云岭高新区建设年产2万吨碳酸锂项目",
  start: 0,
  ...parts,
});
const metric = (parts: object) => ({
  subject: "c",
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
  quote: "预计投资5亿元",
  start: 0,
  ...parts,
});
const answer = (parts: { entities?: unknown[]; statements?: unknown[]; metrics?: unknown[] }): Act => ({
  content: { entities: seen, statements: [], metrics: [], ...parts },
});

describe("the second reader", () => {
  it("is asked in OpenAI's protocol, with a closed schema and the text as material", async () => {
    const { fake } = await again([answer({})]);
    const [asked] = fake.asked;
    expect(asked).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: "Bearer secret-key" },
      body: { model: "tiny", response_format: { type: "json_schema" } },
    });
    expect(asked?.body.messages.at(-1)?.content).toContain(tinyText.slice(6));
    expect(JSON.stringify(asked?.body.response_format?.json_schema?.schema)).toContain('"IndustrialChain"');
  });

  it("changes nothing where it agrees", async () => {
    const { result } = await again([answer({ entities: seen.slice(0, 3), statements: [statement({})], metrics: [metric({})] })]);
    expect(result).toEqual(rules);
  });

  it("adds what it alone proposes with low confidence, its own rule name and places in the text", async () => {
    const produces = statement({ predicate: "PRODUCES", object: "d", quote: "年产2万吨碳酸锂项目", subject: "c", start: 900 });
    const capacity = metric({
      name: "设计产能",
      value: 20000,
      unit: "t/a",
      modality: "design_capacity",
      raw: "2万吨",
      quote: "年产2万吨碳酸锂项目",
      product: "d",
    });
    const { result } = await again([answer({ statements: [produces], metrics: [capacity] })]);
    expect(result.remarks).toEqual([]);
    expect(result.statements.at(-1)).toMatchObject({
      subject: "e3",
      predicate: "PRODUCES",
      status: "inferred",
      confidence: 0.5,
      rule: "第二读者",
      ...at("年产2万吨碳酸锂项目"),
    });
    expect(result.metrics.at(-1)).toMatchObject({
      subject: "e3",
      value: 20000,
      unit: "t/a",
      product: "p1.d",
      rule: "第二读者",
      confidence: 0.5,
    });
    const { dataset } = toDataset({ extraction: result, document: tinyFacts, known: indexKnown(nothingKnown) });
    expect((await validateDataset(structuredClone(dataset) as never)).problems).toEqual([]);
    expect(dataset.metrics.at(-1)).toMatchObject({ status: "inferred", confidence: 0.5 });
  });

  it("raises a disagreement about a figure as a remark; the rules' reading stands", async () => {
    const { result } = await again([answer({ metrics: [metric({ subject: "a" }), metric({ period: "2024" })] })], {
      ...rules,
      metrics: [{ ...investment, period: "2023" }],
    });
    expect(result.metrics).toHaveLength(1);
    expect(told(result)).toContain("主体 年产2万吨碳酸锂项目 / 华信锂业有限公司");
    expect(told(result)).toContain("时期 2023 / 2024");
  });

  it("raises another relation between the same two as a remark and as a weak proposal", async () => {
    const { result } = await again([answer({ statements: [statement({ predicate: "LOCATED_IN", object: "b" })] })], {
      ...rules,
      statements: [{ ...builds, object: "e2" }],
    });
    expect(told(result)).toContain("规则作 BUILDS，第二读者作 LOCATED_IN");
    expect(result.statements.map(({ predicate, confidence }) => [predicate, confidence])).toEqual([
      ["BUILDS", 1],
      ["LOCATED_IN", 0.5],
    ]);
  });
});

describe("what the second reader invents", () => {
  const refused = async (parts: Parameters<typeof answer>[0], why: string) => {
    const { result } = await again([answer(parts)]);
    expect({ ...result, remarks: [] }).toEqual(rules);
    expect(told(result)).toContain(why);
  };

  it("is dropped: words that the text does not hold", () =>
    refused({ statements: [statement({ predicate: "LOCATED_IN", object: "b", quote: "华信锂业有限公司位于云岭" })] }, "不在文中"));
  it("is dropped: a company that the text does not name, and all that is said of it", () =>
    refused(
      {
        entities: [...seen, entity("x", "Company", "虚构集团", ["虚构"])],
        statements: [statement({ subject: "x" })],
        metrics: [metric({ subject: "x" })],
      },
      "实体“虚构集团”未采纳",
    ));
  it("is dropped: a kind, a relation, a unit or ends outside the vocabulary", async () => {
    await refused({ entities: [...seen, entity("x", "Planet", "云岭高新区")] }, "不合所要的格式或词表");
    await refused({ statements: [statement({ predicate: "LOVES" })] }, "没有这一关系或属性");
    await refused({ statements: [statement({ subject: "b", object: "a" })] }, "BUILDS starts at Company");
    await refused({ metrics: [metric({ unit: "斤" })] }, "不合所要的格式或词表");
    await refused({ entities: ["nonsense"] }, "不合所要的格式或词表");
  });
  it("is dropped: a figure that reads otherwise, or a forecast told as a result", async () => {
    await refused({ metrics: [metric({ value: 5e9 })] }, "按文字应为 500000000 CNY");
    await refused({ metrics: [metric({ unit: "USD" })] }, "所答为 500000000 USD");
    await refused({ metrics: [metric({ raw: "6亿元" })] }, "不在文中");
    await refused({ metrics: [metric({ modality: "actual" })] }, "不是结果");
  });
  it("is left open: a year that neither the text nor its date gives", async () => {
    const { result } = await again([answer({ metrics: [metric({ period: "1998" })] })], { ...rules, metrics: [] });
    expect(result.metrics[0]?.period).toBeNull();
    expect(told(result)).toContain("时期“1998”");
  });
  it("keeps its printed name where it gives a fuller one", async () => {
    const { result } = await again(
      [
        answer({
          entities: [entity("x", "Company", "云岭华信集团", ["华信"]), seen[1]],
          statements: [statement({ subject: "x", object: "b", predicate: "LOCATED_IN" })],
        }),
      ],
      { ...rules, entities: [], statements: [], metrics: [] },
    );
    expect(result.entities.map(({ name }) => name)).toEqual(["华信", "云岭高新区"]);
  });
});

describe("a fault of the endpoint", () => {
  const stands = async (acts: Act[], why: string, asks: number, options: object = {}) => {
    const fake = await start(acts);
    const result = await readAgain(
      { text: tinyText, rules, endpoint: { baseUrl: fake.baseUrl, model: "tiny", apiKey: "secret-key" } },
      { wait, timeoutMs: 2000, attempts: 3, ...options },
    );
    expect({ ...result, remarks: [] }).toEqual(rules);
    expect(told(result)).toContain(why);
    expect(told(result)).not.toContain("secret-key");
    expect(fake.asked).toHaveLength(asks);
  };

  it("leaves the rules' result: an answer that is no JSON, of another shape, cut off, or no completion", async () => {
    await stands([{ content: "I am sorry" }], "the answer is no JSON", 1);
    await stands([{ content: '{"entities": "none"}' }], "another shape", 1);
    await stands([{ content: "{}", finish: "length" }], "cut off", 1);
    await stands([{ body: "<html>" }], "no chat completion", 1);
  });
  it("leaves it: a key refused, an unknown address, a failing server, too many requests", async () => {
    await stands([{ status: 401 }], "refused the key", 1);
    await stands([{ status: 404 }], "check LLM_BASE_URL and LLM_MODEL", 1);
    await stands([{ status: 500 }], "answered 500", 3);
    await stands([{ status: 429 }], "takes no more requests now", 3);
  });
  it("leaves it: no answer in time, neither a head nor a whole body", async () => {
    await stands([{ silent: true }], "no answer within 80 ms", 1, { timeoutMs: 80 });
    await stands([{ stalled: true }], "no answer within 80 ms", 1, { timeoutMs: 80 });
  });
  it("leaves it: an address where nobody listens", async () => {
    const fake = await fakeEndpoint([]);
    await fake.close();
    const result = await readAgain({ text: tinyText, rules, endpoint: { baseUrl: fake.baseUrl, model: "tiny", apiKey: null } }, { wait });
    expect(told(result)).toContain("cannot be reached");
  });
  it("is waited out: after 429 as long as the endpoint says, after 500 twice as long each time", async () => {
    const waits: number[] = [];
    const fake = await start([{ status: 429, headers: { "retry-after": "7" } }, { status: 500 }, { content: { entities: [] } }]);
    const endpoint = { baseUrl: `${fake.baseUrl}/`, model: "tiny", apiKey: null };
    const given = await ask(endpoint, { messages: [], schema: {} }, { wait: async (ms) => waits.push(ms) });
    expect(given).toEqual({ entities: [] });
    expect(waits).toEqual([7000, 1000]);
    expect(fake.asked[0]?.headers.authorization).toBeUndefined();
  });
  it("is met by asking for plain JSON where the endpoint knows no schema, and by reading JSON inside a fence", async () => {
    const fake = await start([{ status: 400 }, { content: '```json\n{"entities": []}\n```' }]);
    expect(await ask({ baseUrl: fake.baseUrl, model: "tiny", apiKey: null }, { messages: [], schema: {} }, { wait })).toEqual({
      entities: [],
    });
    expect(fake.asked[1]?.body.response_format).toBeUndefined();
  });
  it("ends at once when the caller gives up", async () => {
    const fake = await start([{ silent: true }]);
    const stop = new AbortController();
    const asking = ask({ baseUrl: fake.baseUrl, model: "tiny", apiKey: null }, { messages: [], schema: {} }, { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(asking).rejects.toThrow("enough");
    await expect(asking).rejects.not.toBeInstanceOf(ReaderFailed);
  });
});

describe("a long text", () => {
  it("is read in parts whose spans hold in the whole text", async () => {
    const paragraph = (name: string) => `${name}有限公司在云岭高新区建设工厂。${"道路两旁绿树成荫。".repeat(300)}`;
    const names = ["甲木", "乙水", "丙火"];
    const text = names.map(paragraph).join("\n");
    let from = 0;
    const paragraphs = text.split("\n").map((it) => {
      const span = { start: from, end: from + it.length, kind: "body" as const };
      from += it.length + 1;
      return span;
    });
    const fake = await start(({ body }) => {
      const name = names.find((it) => body.messages.at(-1)?.content.includes(it)) as string;
      return {
        content: {
          entities: [entity("a", "Company", `${name}有限公司`), entity("b", "Park", "云岭高新区")],
          statements: [statement({ predicate: "LOCATED_IN", object: "b", quote: `${name}有限公司在云岭高新区` })],
          metrics: [],
        },
      };
    });
    const empty: Extraction = { ...rules, entities: [], statements: [], metrics: [], paragraphs };
    const result = await readAgain({ text, rules: empty, endpoint: { baseUrl: fake.baseUrl, model: "tiny", apiKey: null } });
    expect(fake.asked).toHaveLength(3);
    expect(result.statements.map(({ start, end }) => text.slice(start, end))).toEqual(names.map((it) => `${it}有限公司在云岭高新区`));
    expect(result.entities.map(({ name }) => name)).toEqual(["甲木有限公司", "云岭高新区", "乙水有限公司", "丙火有限公司"]);
  });

  it("is cut at sentences where a paragraph alone is too long, and loses nothing", () => {
    const text = "云岭建厂。".repeat(2000) + "字".repeat(9000);
    const parts = partsOf(text, []);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    expect(Math.max(...parts.map(({ start, end }) => end - start))).toBeLessThanOrEqual(4000);
    expect(text[(parts[0]?.end ?? 0) - 1]).toBe("。");
  });
});
