import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsProblem } from "#graph/model/statement.ts";
import { isUnit } from "#graph/vocabulary/measures.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { dictionaryOf, reading } from "./reading.ts";

const pieces = fc.array(
  fc.constantFrom(
    "吉安市",
    "云岭锂业",
    "江西明坤电子有限公司",
    "投资12亿元",
    "建设",
    "年产2万吨碳酸锂项目",
    "，",
    "。",
    "；",
    "“",
    "”",
    "《",
    "》",
    "力争",
    "到2026年",
    "增长8.2%",
    "、",
    "等",
    "\n",
    "获评",
    "国家级绿色工厂",
    "3家",
    "分别",
    "去年",
    "吉安高新区",
    "某某摄",
    "（",
    "5条产业链",
  ),
  { minLength: 1, maxLength: 40 },
);

describe("an extraction", () => {
  it("keeps every offset inside the text, and every mention the words that stand there", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const found = reading(text);
        for (const { mentions } of found.entities)
          for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
        for (const { start, end } of [...found.statements, ...found.metrics, ...found.remarks, ...found.paragraphs]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("says only what the vocabulary allows, of entities that it lists", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const found = reading(parts.join(""));
        const kinds = new Map(found.entities.map((it) => [it.ref, it.kind]));
        for (const it of found.statements) {
          const from = kinds.get(it.subject);
          expect(from).toBeDefined();
          if (it.object === undefined || !from) continue;
          expect(isRelationType(it.predicate)).toBe(true);
          expect(endsProblem(it.predicate, from, kinds.get(it.object) ?? "Person")).toBeNull();
        }
        for (const it of found.metrics) {
          expect(isUnit(it.unit)).toBe(true);
          expect(kinds.has(it.subject)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("reads the same text the same way twice", () => {
    const text = "吉安市引进云岭锂业，总投资12亿元。";
    expect(reading(text)).toEqual(reading(text));
  });

  it("links a name to the dictionary's entity, and a longer name to none", () => {
    const dictionary = dictionaryOf(["co-yunling", "Company", "云岭锂业"], ["region-jian", "Region", "吉安市"]);
    const found = reading("吉安市支持云岭锂业做强，云岭锂电项目投产。", "2024-03", dictionary);
    expect(found.entities.find((it) => it.name === "云岭锂业")?.existing).toBe("co-yunling");
    expect(found.entities.find((it) => it.name === "云岭锂电")?.existing ?? null).toBeNull();
  });

  it("does not link an industry of another city", () => {
    const dictionary = dictionaryOf(["ind-steel", "Industry", "钢铁产业"], ["region-xinyu", "Region", "新余市"]);
    const found = reading("去年，吉安市钢铁产业实现营业收入20亿元。", "2024-03", dictionary);
    expect(found.entities.find((it) => it.kind === "Industry")?.existing).toBeNull();
  });

  it("leaves periods open where no date is known, and finds a printed one", () => {
    const without = reading("去年，吉安市工业投资增长9.6%。", "");
    expect(without.published.value).toBeNull();
    expect(without.metrics[0]?.period).toBeNull();
    expect(reading("发布时间：2024-05-06\n去年，吉安市工业投资增长9.6%。", "").metrics[0]?.period).toBe("2023");
  });
});
