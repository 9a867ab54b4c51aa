import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { search } from "#graph/queries/search/search.ts";
import { spelling, syllablesOf } from "#graph/queries/search/surfaces.ts";
import { type OpenApp, openApp } from "#test/server/open-app.ts";
import { addRevision } from "#test/server/tiny-atlas.ts";

let open: OpenApp;
beforeAll(async () => {
  open = await openApp();
});
afterAll(() => open.close());

const find = async (query: string, kinds: string[] | null = null) =>
  (await search({ store: open.store }, { query, kinds, limit: 10 })).hits;

describe("search", () => {
  it.each([
    ["赣锋锂业", "co-ganfeng", "name"],
    ["赣锋", "co-ganfeng", "shortName"],
    ["新钢", "co-steel", "alias"],
    ["甲城", "region-jia", "alias"],
    ["002460", "co-ganfeng", "ticker"],
    ["01772.hk", "co-ganfeng", "ticker"],
    ["ganfeng lithium", "co-ganfeng", "nameEn"],
    ["GANFENGLIYE", "co-ganfeng", "pinyin"],
    ["gfly", "co-ganfeng", "initials"],
    ["gfld", "co-ganfeng-battery", "initials"],
    ["江西赣锋锂业集团股份有限公司", "co-ganfeng", "legalName"],
    ["co-ganfeng", "co-ganfeng", "id"],
    ["6313", "pol-6313", "name"],
    ["steel", "co-steel", "nameEn"],
  ])("finds %s first as %s by its %s", async (query, id, field) => {
    const [first] = await find(query);
    expect(first).toMatchObject({ id, matched: { field } });
  });

  it("finds a name by one Chinese character, wherever it stands", async () => {
    const ids = (await find("锂")).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["co-ganfeng", "co-ganfeng-battery", "chain-li", "ind-li", "proj-salt"]));
    expect(ids).not.toContain("co-steel");
  });

  it("puts the exact name before a prefix, and a prefix before the middle of a name", async () => {
    expect((await find("新余高新区")).map(({ id }) => id)).toEqual(["park-hitech", "park-carbon"]);
    const ids: string[] = (await find("锂电")).map(({ id }) => id);
    expect(ids.indexOf("chain-li")).toBeLessThan(ids.indexOf("co-ganfeng-battery"));
  });

  it("orders equals by degree", async () => {
    const degrees = (await find("项目", ["Project"])).map(({ degree }) => degree);
    expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
  });

  it("tells the scope in which an alias holds", async () => {
    expect((await find("新钢"))[0]?.matched).toEqual({ field: "alias", text: "新钢", scope: "doc-memo" });
  });

  it.each([
    ["gnafeng", "two letters swapped"],
    ["ganfng", "a letter missing"],
    ["ganfemg", "a letter wrong"],
    ["gannfeng", "a letter too many"],
    ["gan fegn", "a blank between syllables, and two letters swapped"],
    ["赣峰", "another character of the same sound"],
    ["赣锋理业", "one character of several replaced by its sound"],
    ["ganfen lithium", "a letter missing in a name of two words"],
  ])("finds 赣锋锂业 first by %s: %s, and says that it is only near", async (query) => {
    const [first] = await find(query);
    expect(first).toMatchObject({ id: "co-ganfeng", near: true });
  });

  it("finds a name from a later syllable or word on, and does not call that near", async () => {
    for (const query of ["gaoxinqu", "gao xin qu"])
      expect(await find(query), query).toContainEqual(expect.objectContaining({ id: "park-hitech", near: false }));
    expect((await find("lithum"))[0]).toMatchObject({ near: true, matched: { field: "nameEn" } });
  });

  it("puts every hit that is near behind all that are right", async () => {
    const near = (await find("ganfeng")).map((hit) => hit.near);
    expect(near).toEqual([...near].sort());
    expect(near[0]).toBe(false);
  });

  it("takes a number, a single character and what has no letters at their word", async () => {
    for (const query of ["002461", "峰", "???", "zzzzzz"]) expect(await find(query), query).toEqual([]);
  });

  it("keeps to the kinds asked for, and counts beyond its limit", async () => {
    expect((await find("锂", ["Company"])).every(({ kind }) => kind === "Company")).toBe(true);
    const { hits, total } = await search({ store: open.store }, { query: "锂", kinds: null, limit: 2 });
    expect([hits.length, total > 2]).toEqual([2, true]);
  });

  it("sees an entity that a new revision brought", async () => {
    expect(await find("九岭锂业")).toEqual([]);
    await open.store.write(async (transaction) => {
      const run = (text: string, parameters = {}) => transaction.run({ text, parameters });
      await run("CREATE (n:Entity:Company {id: 'co-jiuling', kind: 'Company', name: '九岭锂业', degree: 0})");
      await addRevision(run, 2);
    });
    expect((await find("九岭锂业"))[0]?.id).toBe("co-jiuling");
  });
});

describe("spelling", () => {
  it("reads polyphones by their word, and keeps what is not Chinese", () => {
    expect(spelling(syllablesOf("重庆钢铁") ?? [])).toEqual({ full: "chongqinggangtie", initials: "cqgt" });
    expect(spelling(syllablesOf("5G示范区") ?? [])).toEqual({ full: "5gshifanqu", initials: "5gsfq" });
    expect(syllablesOf("BYD")).toBeNull();
  });
});
