import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { Extraction } from "#graph/extraction/extraction.ts";
import { indexKnown, type KnownIndex } from "#graph/extraction/proposals/known.ts";
import { slugOf } from "#graph/extraction/proposals/minting.ts";
import { type DocumentFacts, toDataset } from "#graph/extraction/proposals/to-dataset.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { SourceDocument } from "#graph/model/document.ts";
import type { Alias, Entity } from "#graph/model/entity.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import {
  accepted,
  at,
  builds,
  company,
  extractionOf,
  investment,
  nothingKnown,
  park,
  project,
  tinyFacts,
  tinyText,
} from "./tiny-extraction.ts";

const nothing = indexKnown(nothingKnown);
const propose = (parts: Partial<Extraction> = {}, known: KnownIndex = nothing, facts: DocumentFacts = tinyFacts) =>
  toDataset({ extraction: extractionOf(parts), document: facts, known });

const problemsOf = async (dataset: Dataset, known: KnownIndex = nothing) => {
  const documents = new Map([...known.textBySha256.values()].map((it) => [it.id as string, { form: it.form, characters: it.characters }]));
  const entities = new Map([...known.entities].map(([id, it]) => [id, it.kind]));
  return (await validateDataset(structuredClone(dataset) as never, { known: async () => ({ entities, documents }) })).problems;
};
const entity = (parts: Partial<Entity> & Pick<Entity, "kind" | "name">): Entity => ({ id: "co-x", ...parts }) as Entity;

describe("proposals of a document", () => {
  it("are a valid dataset with the document, its paragraphs, minted ids and places", async () => {
    const { dataset, remarks } = propose();
    expect(await problemsOf(dataset)).toEqual([]);
    expect(remarks).toEqual([]);
    expect(dataset.documents).toEqual([
      {
        id: "doc-yunling-abababab",
        title: "云岭新貌",
        form: "original",
        published: "2024-03",
        publishedBasis: "随文件给出",
        sha256: tinyFacts.sha256,
        characters: tinyText.length,
        reliability: "medium",
      },
    ]);
    expect(dataset.entities.map(({ id }) => id)).toEqual([
      "co-huaxinliye",
      "park-yunlinggaoxinqu",
      "proj-nianchan-2-wanduntansuanlixiangmu",
    ]);
    expect(dataset.statements[0]?.id).toMatch(/^s-co-huaxinliye-builds-proj-nianchan-2-[a-z]+-[0-9a-f]{6}$/);
    expect(dataset.metrics[0]).toMatchObject({
      name: "总投资",
      value: 5e8,
      unit: "CNY",
      raw: "5亿元",
      modality: "forecast",
      status: "stated",
    });
    expect(dataset.evidence).toContainEqual({
      statement: dataset.statements[0]?.id,
      document: "doc-yunling-abababab",
      paragraph: "doc-yunling-abababab-p02",
      ...at("华信锂业有限公司在云岭高新区建设年产2万吨碳酸锂项目"),
      note: "规则：建设",
    });
  });

  it("give short forms as aliases that hold in this document only, and none for words that only point", () => {
    const pointing = { ...company, mentions: [...company.mentions, { ...at("云岭新貌"), text: "该公司" }] };
    const { dataset } = propose({ entities: [pointing, park, project] });
    expect(dataset.aliases.filter((it) => it.entity === "co-huaxinliye")).toMatchObject([
      { surface: "华信锂业有限公司", scope: "document", scopeOf: "doc-yunling-abababab", spans: "6-14" },
      { surface: "华信", scope: "document", guard: "仅限本文" },
    ]);
  });

  it("are the same for the same document, and once accepted they say nothing new", () => {
    const first = propose().dataset;
    expect(propose().dataset).toEqual(first);
    expect(propose({}, accepted(first)).dataset).toEqual(first);
    const found = extractionOf().entities.map((it, index) => ({ ...it, existing: first.entities[index]?.id ?? null }));
    expect(propose({ entities: found }, accepted(first)).dataset).toEqual(first);
  });

  it("refer to a known entity without declaring it, and tell of a form of its name that is new", async () => {
    const known = indexKnown({
      ...nothingKnown,
      entities: [entity({ kind: "Company", name: "华信锂业有限公司", dataset: "other" as never })],
    });
    const { dataset, remarks } = propose({ entities: [{ ...company, existing: "co-x" as never }, park, project] }, known);
    expect(await problemsOf(dataset, known)).toEqual([]);
    expect(dataset.entities.map(({ kind }) => kind)).toEqual(["Park", "Project"]);
    expect(dataset.statements[0]?.subject).toBe("co-x");
    expect(remarks).toEqual([{ text: expect.stringContaining("“华信”在本文指已有的“华信锂业有限公司”"), ...at("华信", 2) }]);
    const named = indexKnown({
      ...nothingKnown,
      entities: [...known.entities.values()],
      aliases: [{ entity: "co-x", surface: "华信", scope: "global" } as Alias],
    });
    expect(propose({ entities: [{ ...company, existing: "co-x" as never }, park, project] }, named).remarks).toEqual([]);
  });

  it("take an entity of a known one's kind and very name in the same text for that one", () => {
    const known = indexKnown({
      ...nothingKnown,
      entities: [entity({ kind: "Company", name: "华信锂业有限公司", dataset: "other" as never })],
    });
    const again = { ...company, ref: "e4", mentions: [] };
    const { dataset, entityOf } = propose({ entities: [again, park, project, { ...company, existing: "co-x" as never }] }, known);
    expect([entityOf.get("e1"), entityOf.get("e4")]).toEqual(["co-x", "co-x"]);
    expect(dataset.entities.map(({ kind }) => kind)).toEqual(["Park", "Project"]);
  });

  it("never take the id of a namesake that they do not mean", () => {
    const known = indexKnown({
      ...nothingKnown,
      entities: [entity({ id: "co-huaxinliye" as never, kind: "Company", name: "华鑫锂业", dataset: "other" as never })],
    });
    const { dataset } = propose({}, known);
    expect(dataset.entities[0]?.id).toMatch(/^co-huaxinliye-[0-9a-f]{6}$/);
    expect(propose({}, known).dataset).toEqual(dataset);
    const sameName = indexKnown({ ...nothingKnown, entities: [...known.entities.values()].map((it) => ({ ...it, name: company.name })) });
    expect(propose({}, sameName).dataset.entities[0]?.id).toBe(dataset.entities[0]?.id);
    const twin = { ...company, ref: "e4", name: "华鑫锂业有限公司", mentions: [] };
    const ids = propose({ entities: [company, twin, park, project] }).dataset.entities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it("rest on the stored document of the same bytes", async () => {
    const stored = {
      id: "doc-known",
      title: "云岭",
      form: "original",
      sha256: tinyFacts.sha256,
      characters: tinyText.length,
      reliability: "high",
      dataset: "other",
    } as unknown as SourceDocument;
    const known = indexKnown({
      ...nothingKnown,
      documents: [stored],
      paragraphs: [{ id: "doc-known-p07", document: "doc-known", kind: "body", start: 6, end: tinyText.length } as never],
    });
    const { dataset, document } = propose({}, known);
    expect(document).toBe("doc-known");
    expect(dataset.documents).toEqual([]);
    expect(dataset.evidence.map((it) => [it.document, it.paragraph])).toEqual([
      ["doc-known", "doc-known-p07"],
      ["doc-known", "doc-known-p07"],
    ]);
    expect(await problemsOf(dataset, known)).toEqual([]);
    const otherText = indexKnown({ ...nothingKnown, documents: [{ ...stored, characters: 7 }] });
    expect(propose({}, otherText).document).toBe("doc-yunling-abababab");
  });

  it("tell a place as it stands where the same words back the same saying already", () => {
    const first = propose().dataset;
    const standing = accepted({ ...first, evidence: first.evidence.map((it) => ({ ...it, note: "手工" })) });
    const narrower = { ...builds, ...at("建设年产2万吨碳酸锂项目") };
    const elsewhere = { ...investment, ...at("云岭高新区") };
    const { dataset } = propose({ statements: [narrower], metrics: [elsewhere] }, standing);
    expect(dataset.evidence).toMatchObject([
      { statement: first.statements[0]?.id, start: builds.start, end: builds.end, note: "手工" },
      { ...at("云岭高新区"), note: "规则：投资额" },
    ]);
  });

  it("make one record with two places of what is said twice", async () => {
    const again = { ...builds, ...at("华信", 2), properties: { year: "2024" } };
    const { dataset } = propose({ statements: [builds, again], metrics: [investment, { ...investment, ...at("5亿元") }] });
    expect(dataset.statements).toHaveLength(1);
    expect(dataset.statements[0]?.properties).toEqual({ year: "2024" });
    expect(dataset.metrics).toHaveLength(1);
    expect(dataset.evidence).toHaveLength(4);
    expect(await problemsOf(dataset)).toEqual([]);
  });

  it("keep attributes as statements with a value, an entity among them as its id", async () => {
    const region = { ref: "e9", kind: "Region", name: "云岭市", existing: null, mentions: [] } as const;
    const chain = { ref: "e8", kind: "IndustrialChain", name: "锂电产业链", existing: null, mentions: [] } as const;
    const attribute = { status: "stated", confidence: 1, properties: {}, rule: "状态", ...at("建设") } as const;
    const { dataset, remarks } = propose({
      entities: [...extractionOf().entities, { ...region, mentions: [] }, { ...chain, mentions: [] }],
      statements: [
        { ...attribute, subject: "e3", predicate: "state", value: "under_construction" },
        { ...attribute, subject: "e8", predicate: "region", value: "e9" },
      ],
    });
    expect(dataset.statements.map((it) => [it.predicate, it.value])).toEqual([
      ["state", "under_construction"],
      ["region", "region-yunlingshi"],
    ]);
    expect([await problemsOf(dataset), remarks]).toEqual([[], []]);
  });

  it("tell in a remark of everything that the model cannot say, and leave it out", async () => {
    const { dataset, remarks } = propose({
      entities: [company, park, project, { ...park, ref: "e5", name: "" }],
      statements: [
        { ...builds, object: "e2", predicate: "PRODUCES" },
        { ...builds, predicate: "SUBSIDIARY_OF", object: "e1" },
        { ...builds, object: "e7" },
        { ...builds, object: "e5" },
        { ...builds, predicate: "INVENTED" },
        { ...builds, properties: { year: "明年", colour: "red" } },
        { ...builds, predicate: "state", value: "好", subject: "e3" },
        { ...builds, start: 5, end: 5000, predicate: "LOCATED_IN", object: "e2" },
      ],
      metrics: [
        { ...investment, unit: "斤" as never },
        { ...investment, period: "去年" },
        { ...investment, value: Number.NaN },
        { ...investment, region: "e2" },
        { ...investment, subject: "e7" },
      ],
    });
    expect(await problemsOf(dataset)).toEqual([]);
    expect(dataset.statements.map(({ predicate, properties }) => [predicate, properties])).toEqual([["BUILDS", {}]]);
    expect(dataset.metrics).toHaveLength(1);
    expect(dataset.metrics[0]).not.toHaveProperty("region");
    expect(remarks).toHaveLength(1 + 7 + 2 + 5);
    expect(remarks.every(({ text }) => text.includes("未采纳"))).toBe(true);
  });

  it("stay open about a date that nobody gave, and refuse one that is none", () => {
    expect(propose({}, nothing, { ...tinyFacts, published: null }).dataset.documents[0]).not.toHaveProperty("published");
    expect(propose({}, nothing, { ...tinyFacts, published: { value: "去年", basis: "猜" } }).remarks).toHaveLength(1);
  });

  it("are valid whatever an extraction holds", () => {
    const ref = fc.constantFrom("e1", "e2", "e3", "e4", "none");
    const span = fc.record({ start: fc.integer({ min: -1, max: 60 }), end: fc.integer({ min: -1, max: 60 }) });
    const statement = fc
      .tuple(ref, ref, fc.constantFrom(...relationTypes, "state", "founded", "other"), span, fc.constantFrom("stated", "inferred"))
      .map(([subject, object, predicate, place, status]) => ({
        ...builds,
        subject,
        object,
        value: "planned",
        predicate,
        status: status as "stated",
        ...place,
      }));
    const metric = fc
      .tuple(ref, ref, span, fc.constantFrom(1, 2), fc.constantFrom(null, "2024", "2024-Q1"))
      .map(([subject, region, place, value, period]) => ({
        ...investment,
        subject,
        region,
        product: region,
        plan: region,
        value,
        period,
        ...place,
      }));
    return fc.assert(
      fc.asyncProperty(fc.array(statement, { maxLength: 12 }), fc.array(metric, { maxLength: 6 }), async (statements, metrics) => {
        const region = { ...park, ref: "e4", kind: "Region" as const, name: "云岭" };
        const { dataset } = propose({ entities: [company, park, project, region], statements, metrics });
        expect(await problemsOf(dataset)).toEqual([]);
      }),
    );
  });
});

describe("a slug", () => {
  it("spells Chinese in pinyin and keeps what is written in letters and digits", () => {
    expect(slugOf("云岭市")).toBe("yunlingshi");
    expect(slugOf("15GWh新型电池（一期）")).toBe("15gwh-xinxingdianchi-yiqi");
    expect(slugOf("绿色")).toBe("lvse");
    expect(slugOf("……")).toBe("");
  });
});
