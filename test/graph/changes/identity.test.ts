import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkProjection } from "#graph/changes/check-projection.ts";
import { matchEntities } from "#graph/changes/identity/match.ts";
import { comparable, type Named } from "#graph/changes/identity/names.ts";
import { resolveIdentities } from "#graph/changes/identity/resolve.ts";
import { EntityMarks } from "#graph/changes/marks/declared-marks.ts";
import { listChangeSets } from "#graph/changes/review/read.ts";
import type { RawDataset } from "#graph/dataset/locator.ts";
import { heldSource } from "#graph/dataset/source.ts";
import { emptyDataset } from "#graph/model/dataset.ts";
import { reviewing } from "./reviewing.ts";
import { openSomeStore, wipe } from "./some-store.ts";
import { sourceOf } from "./two-sources.ts";

const named = (id: string, name: string, more: Partial<Named> = {}): [string, Named] => [
  id,
  { id, name, kind: "Company", collective: false, legalNames: [], creditCodes: [], tickers: [], mergedFrom: [], aliases: [], ...more },
];
const match = (fresh: [string, Named][], stored: [string, Named][], different: string[] = []) =>
  matchEntities({ fresh: new Map(fresh), stored: new Map(stored), different: new Set(different) });

describe("whether a new entity is a known one", () => {
  const ganfeng = [
    named("co-ganfeng", "赣锋锂业", { legalNames: ["江西赣锋锂业集团股份有限公司"], tickers: ["002460.SZ"] }),
    named("co-ganfeng-lidian", "赣锋锂电"),
    named("co-ganfeng-xunhuan", "赣锋循环"),
    named("co-ganfeng-xincailiao", "赣锋新材料"),
  ];

  it("the exact legal name, credit code or ticker tells for certain", () => {
    const by = (more: Partial<Named>, stored: Partial<Named>) =>
      match([named("co-x", "甲", more)], [named("co-y", "乙", stored)]).certain.get("co-x");
    expect(by({ legalNames: ["甲有限公司"] }, { legalNames: ["甲有限公司"] })).toBe("co-y");
    expect(by({ name: "甲（江西）有限公司" }, { legalNames: ["甲(江西)有限公司"] })).toBe("co-y");
    expect(by({ creditCodes: ["91360500X"] }, { creditCodes: ["91360500x"] })).toBe("co-y");
    expect(by({ tickers: ["002460.SZ"] }, { tickers: ["1772.HK", "002460.SZ"] })).toBe("co-y");
  });

  it("so does the exact name of one of the same kind, where only one has it and nothing speaks against", () => {
    expect(match([named("co-x", "赣锋锂业")], ganfeng).certain).toEqual(new Map([["co-x", "co-ganfeng"]]));
    const two = match([named("co-x", "华宏")], [named("co-1", "华宏"), named("co-2", "华宏")]);
    expect(two.certain.size).toBe(0);
    expect(two.questions[0]?.candidates.map((it) => it.id)).toEqual(["co-1", "co-2"]);
    const namesake = match([named("co-x", "华宏", { creditCodes: ["1"] })], [named("co-1", "华宏", { creditCodes: ["2"] })]);
    expect([namesake.certain.size, namesake.questions.length]).toEqual([0, 1]);
    const collective = match([named("co-x", "华宏")], [named("co-1", "华宏", { collective: true })]);
    expect([collective.certain.size, collective.questions.length]).toEqual([0, 1]);
  });

  it("a shared beginning says nothing, however long", () => {
    for (const name of ["赣锋锂", "赣锋", "赣锋锂电池", "赣锋锂业集团", "赣锋循环科技"])
      expect(match([named("co-x", name)], ganfeng), name).toEqual({ certain: new Map(), questions: [] });
    expect(match([named("co-x", "新钢股份")], [named("co-y", "新钢集团")])).toEqual({ certain: new Map(), questions: [] });
  });

  it("by-names are a question, with the words, the reason and the guard that they have", () => {
    const stored = [
      named("co-xingang", "新钢集团", {
        shortName: "新钢",
        aliases: [{ surface: "钢厂", scope: "document", scopeOf: "doc-1" as never, guard: "本文之外另有所指" }],
      }),
      named("co-rockwool", "江西岩棉", { nameEn: "Jiangxi Rockwool", aliases: [{ surface: "岩棉厂", scope: "global" }] }),
    ];
    const asked = (name: string, more: Partial<Named> = {}) => match([named("co-x", name, more)], stored).questions[0]?.candidates[0];
    expect(asked("新钢")).toMatchObject({ id: "co-xingang", reason: "short_name", text: "新钢", guard: null });
    expect(asked("钢厂")).toMatchObject({ id: "co-xingang", reason: "scoped_alias", guard: "本文之外另有所指" });
    expect(asked("岩棉厂")).toMatchObject({ id: "co-rockwool", reason: "alias" });
    expect(asked("甲", { nameEn: "JIANGXI ROCKWOOL" })).toMatchObject({ id: "co-rockwool", reason: "english_name" });
    expect(asked("甲", { aliases: [{ surface: "新钢集团", scope: "global" }] })).toMatchObject({ id: "co-xingang", reason: "alias" });
    expect(asked("甲", { aliases: [{ surface: "岩棉厂", scope: "global" }] })).toBeUndefined();
  });

  it("another kind of the same family is a question; an industry, its chain and its cluster stay three", () => {
    const institution = match([named("inst-x", "钢研院", { kind: "Institution" })], [named("co-1", "钢研院")]);
    expect([institution.certain.size, institution.questions.length]).toEqual([0, 1]);
    expect(
      match([named("chain-x", "钢铁", { kind: "IndustrialChain" })], [named("ind-1", "钢铁", { kind: "Industry" })]).questions,
    ).toEqual([]);
  });

  it("a constraint keeps apart what even a code would join, and two that claim one are both asked", () => {
    expect(match([named("co-x", "赣锋锂业")], ganfeng, ["co-ganfeng|co-x"])).toEqual({ certain: new Map(), questions: [] });
    const both = match([named("co-x", "赣锋锂业"), named("co-z", "甲", { tickers: ["002460.SZ"] })], ganfeng);
    expect([both.certain.size, both.questions.map((it) => it.entity.id)]).toEqual([0, ["co-x", "co-z"]]);
    const torn = match([named("co-x", "赣锋循环", { tickers: ["002460.SZ"] })], ganfeng);
    expect([torn.certain.size, torn.questions[0]?.candidates.map((it) => it.reason)]).toEqual([0, ["ticker", "name"]]);
  });

  it("full-width forms, blanks and case make no difference, other characters do", () => {
    expect(comparable("ＡＢＣ （江西） 公司")).toBe(comparable("abc(江西)公司"));
    expect(comparable("欧冶链金")).not.toBe(comparable("冶铸链金"));
  });
});

describe("a dataset that names known entities by other ids", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  beforeAll(async () => {
    opened = await openSomeStore();
  });
  afterAll(() => opened.drop());
  beforeEach(() => wipe(opened.store));
  const { plant, proposed, apply, answered, edited, reread, rows } = reviewing(() => opened.store);

  const first = (): RawDataset => {
    const raw = sourceOf({ id: "first", document: "doc-1", companies: ["co-a", "co-b"], subsidiaries: { "st-1": "co-a co-b" } });
    for (const it of raw.entities) Object.assign(it, it.id === "co-a" ? { name: "赣锋锂电", shortName: "锂电" } : { name: "赣锋锂业" });
    return raw;
  };
  /** co-x under this name, a subsidiary of co-b. */
  const other = (name: string, id = "second", document = "doc-2"): RawDataset => {
    const raw = sourceOf({ id, document, subsidiaries: { "st-9": "co-x co-b" } });
    raw.entities.push({ id: "co-x", kind: "Company", name });
    return raw;
  };
  const entities = () => rows("MATCH (n:Entity) RETURN n.id AS id ORDER BY id");
  const statements = () =>
    rows("MATCH (s:Statement) WHERE s.untilRevision IS NULL RETURN s.id AS id, s.documents AS documents ORDER BY id");

  it("a certain match makes the claims the known entity's, with no question and no second record, on every road", async () => {
    await plant(first());
    const { changeSet } = await plant(other("赣锋锂电"));
    expect(changeSet).toMatchObject({
      questions: [],
      tallies: { entities: { added: 0, changed: 0 }, statements: { added: 0, changed: 1 } },
    });
    expect(await entities()).toEqual([["co-a"], ["co-b"]]);
    expect(await statements()).toEqual([["st-1", ["doc-1", "doc-2"]]]);
    expect((await plant(other("赣锋锂电"))).revision).toBeNull();
    expect((await proposed(other("赣锋锂电"), "document")).changes).toEqual([]);
    expect(await checkProjection(opened.store)).toEqual([]);
  });

  it("an unanswered question keeps the two apart; same makes them one, with the name as an alias to review", async () => {
    await plant(first());
    const set = await proposed(other("锂电"));
    expect(set).toMatchObject({
      questions: 1,
      identity: [{ id: "identity:co-x", candidates: [{ id: "co-a", reason: "short_name" }], answer: null }],
    });
    expect(set.changes.map((it) => it.id)).toContain("entities:co-x");
    const same = await answered(set, { question: "identity:co-x", answer: { same: "co-a" as never } });
    expect(same).toMatchObject({ questions: 0, version: 1, identity: [{ answer: { same: "co-a" } }] });
    expect(same.changes.map((it) => [it.id, it.kind]).sort()).toEqual([
      ["documents:doc-2", "added"],
      ["entities:co-a", "changed"],
      ["statements:st-1", "changed"],
    ]);
    expect(same.changes.find((it) => it.id === "entities:co-a")?.after).toMatchObject({ name: "赣锋锂电", mergedFrom: ["co-x"] });
    await apply(set.id);
    expect(await checkProjection(opened.store)).toEqual([]);
    expect((await plant(other("锂电"))).revision).toBeNull();
    expect((await plant(first())).revision).toBeNull();
    expect(await rows("MATCH (n:Entity {id: 'co-a'}) RETURN n.mergedFrom AS m")).toEqual([[["co-x"]]]);
  });

  it("different keeps them apart for ever", async () => {
    await plant(first());
    const set = await proposed(other("锂电"));
    const different = await answered(set, { question: "identity:co-x", answer: { different: true } });
    expect(different.changes.map((it) => it.id)).toContain("constraints:DIFFERENT_FROM|co-a|co-x");
    expect(different.needs["constraints:DIFFERENT_FROM|co-a|co-x"]).toEqual(["entities:co-x"]);
    await apply(set.id);
    expect((await plant(other("锂电"))).revision).toBeNull();
    await expect(edited({ do: "merge", from: "co-x" as never, into: "co-a" as never })).rejects.toThrow("DIFFERENT_FROM");
    expect(await checkProjection(opened.store)).toEqual([]);
  });

  it("an answer can be changed, and must name a candidate", async () => {
    await plant(first());
    const set = await proposed(other("锂电"));
    await expect(answered(set, { question: "identity:co-x", answer: { same: "co-b" as never } })).rejects.toThrow("no candidate");
    await expect(answered(set, { question: "identity:co-q", answer: null })).rejects.toThrow("no question");
    const same = await answered(set, { question: "identity:co-x", answer: { same: "co-a" as never } });
    const apart = await answered(same, { question: "identity:co-x", answer: null });
    expect(apart.changes.map((it) => it.id)).toContain("entities:co-x");
  });

  it("an answer cannot give an entity what its kind cannot have, nor make one of what the dataset keeps apart", async () => {
    await plant(first());
    const institution = sourceOf({ id: "second", document: "doc-2" });
    institution.entities.push({ id: "inst-x", kind: "Institution", name: "赣锋锂电" });
    institution.statements.push({
      id: "st-9",
      subject: "inst-x",
      predicate: "GUIDES",
      object: "region-a",
      status: "stated",
      confidence: 1,
    });
    institution.entities.push({ id: "region-a", kind: "Region", name: "甲市" });
    institution.evidence.push({ statement: "st-9", document: "doc-2", start: 0, end: 5 });
    const set = await proposed(institution);
    await expect(answered(set, { question: "identity:inst-x", answer: { same: "co-a" as never } })).rejects.toThrow("GUIDES starts at");
    const two = other("锂电");
    two.entities.push({ id: "co-y", kind: "Company", name: "锂电" });
    two.constraints.push({ kind: "DIFFERENT_FROM", left: "co-x", right: "co-y" });
    const both = await proposed(two);
    const same = { same: "co-a" as never };
    await expect(answered(both, { question: "identity:co-x", answer: same }, { question: "identity:co-y", answer: same })).rejects.toThrow(
      "cannot both be",
    );
  });

  it("a dataset that lists both says that they are two, unless a person knows better", async () => {
    await plant(first());
    const raw = other("赣锋锂电");
    raw.entities.push({ id: "co-a", kind: "Company", name: "赣锋锂电" });
    const set = await proposed(raw);
    expect(set).toMatchObject({ questions: 1, identity: [{ candidates: [{ id: "co-a", reason: "name" }] }] });
  });

  it("questions of a seed that asked nobody are kept as a change set of their own, where same is a merger", async () => {
    await plant(first());
    await plant(other("锂电"));
    expect(await entities()).toEqual([["co-a"], ["co-b"], ["co-x"]]);
    const [left] = await listChangeSets(opened.store, { state: "open" });
    expect(left).toMatchObject({ questions: 1, origin: "edit", author: "test" });
    const id = left?.id as string;
    expect((await reread(id)).changes).toEqual([]);
    const same = await answered(await reread(id), { question: "identity:co-x", answer: { same: "co-a" as never } });
    expect(same.changes.map((it) => [it.id, it.kind]).sort()).toEqual([
      ["entities:co-a", "changed"],
      ["entities:co-x", "removed"],
      ["statements:st-1", "changed"],
      ["statements:st-9", "removed"],
    ]);
    await apply(id);
    expect(await entities()).toEqual([["co-a"], ["co-b"]]);
    expect(await statements()).toEqual([["st-1", ["doc-1", "doc-2"]]]);
    expect(await checkProjection(opened.store)).toEqual([]);
    for (const again of [other("锂电"), first()]) expect((await plant(again)).revision).toBeNull();
    expect(await listChangeSets(opened.store, { state: "open" })).toEqual([]);
  });

  it("nothing is asked of the store when all ids are known, or when it is empty", async () => {
    const ask = () => Promise.reject(new Error("asked"));
    const source = heldSource({ ...emptyDataset(), entities: [{ id: "co-a" as never, kind: "Company" as const, name: "甲" }] });
    const knowing = (...ids: string[]): EntityMarks => {
      const known = new EntityMarks();
      for (const id of ids) known.addEntity({ id, hash: "", kind: "Company", dataset: "" });
      return known;
    };
    const resolved = (known: EntityMarks) => resolveIdentities({ source, ask, askEach: ask, known });
    expect((await resolved(knowing("co-a"))).source).toBe(source);
    expect((await resolved(knowing())).source).toBe(source);
    await expect(resolved(knowing("co-b"))).rejects.toThrow("asked");
  });
});
