import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { entityAnswer } from "#graph/model/api-answers.ts";
import { cypherResult } from "#graph/model/cypher-result.ts";
import * as answers from "#graph/model/style-values.ts";
import { tableFiguresAnswer, tableStatesAnswer } from "#graph/model/table-facts.ts";
import { addHearsay, hearsayIds } from "./hearsay.ts";
import type { OpenApp } from "./open-app.ts";

/** The ledger's entry behind the state that the project shows. */
const completed = {
  id: "st-completed",
  subject: "proj-salt",
  predicate: "state",
  value: "completed",
  status: "stated",
  confidence: 1,
  rank: "normal",
  validFrom: "2023-05",
  assertedAt: "2024-03",
  documents: ["doc-memo"],
  reliability: "high",
  drawn: true,
  key: "st-completed",
  sinceRevision: 1,
};

/** Ways of hearing less than everything. */
const heardLess = [
  "at=2022",
  "at=2024",
  "at=2023&undated=hidden",
  "saidBy=2024-02",
  "documents=doc-table",
  "documents=doc-rumour,doc-gossip",
  "reliability=medium",
  "reliability=high&at=2023",
];

/** What style rules and marks ask of the API, over the tiny atlas: one suite, run on both engines. */
export function styleValuesSuite(openApp: () => Promise<OpenApp>): void {
  let open: OpenApp;
  beforeAll(async () => {
    open = await openApp();
    await open.store.write(async (transaction) => {
      await transaction.run({ text: "CREATE (s:Statement) SET s += $own", parameters: { own: completed } });
    });
    await addHearsay(open.store);
  });
  afterAll(() => open.close());

  async function get<S extends z.ZodType>(path: string, shape: S): Promise<z.infer<S>> {
    const response = await open.api.get(`/api/v1${path}`);
    expect(response.body, path).not.toHaveProperty("error");
    return shape.parse(response.body);
  }
  const groupsBy = async (by: answers.Grouping) => {
    const { groups, values, kinds } = await get(`/style-values/groups?by=${by}`, answers.styleGroupsAnswer);
    return { groups, kinds, of: Object.fromEntries(values.id.map((id, i) => [id, groups[values.group[i] as number]?.key ?? "several"])) };
  };

  describe("figures to size by", () => {
    it("are listed by measure, unit and modality, with how many entities have one", async () => {
      const { measures } = await get("/style-values/measures", answers.styleMeasuresAnswer);
      expect(measures).toContainEqual({ measure: "营业收入", en: "Revenue", unit: "CNY", modality: "actual", entities: 1 });
      expect(measures).toContainEqual({ measure: "研发投入强度", en: "R&D intensity", unit: "%", modality: "target", entities: 1 });
    });

    it("are counted as often as they are heard, and stay in the list where none is", async () => {
      for (const heard of ["", ...heardLess]) {
        const { measures } = await get(`/style-values/measures?${heard}`, answers.styleMeasuresAnswer);
        expect(measures, heard).toHaveLength(4);
        for (const { measure, unit, modality, entities } of measures) {
          const which = new URLSearchParams({ measure, unit, modality });
          const { values } = await get(`/style-values/figures?${which}&${heard}`, answers.styleFiguresAnswer);
          expect(entities, `${measure} ${heard}`).toBe(values.id.length);
        }
      }
      const [first, ...rest] = (await get("/style-values/measures?at=2022", answers.styleMeasuresAnswer)).measures;
      expect(first).toMatchObject({ measure: "授信额度", entities: 1 });
      expect(rest.find(({ measure }) => measure === "营业收入")).toMatchObject({ entities: 0 });
    });

    it("are the latest of each entity; of two rivals one is given and both are counted", async () => {
      const it = await get(
        `/style-values/figures?measure=${encodeURIComponent("营业收入")}&unit=CNY&modality=actual`,
        answers.styleFiguresAnswer,
      );
      expect(it.values).toMatchObject({ id: ["ind-li"], period: ["2023"] });
      expect([48_500_000_000, 50_000_000_000]).toContain(it.values.value[0]);
      expect(it.several).toBe(1);
      expect(it.kinds).toEqual(["Industry"]);
    });

    it("are not told before their period or before a document said them; their kind is still one that has such figures", async () => {
      const figures = (heard: string) =>
        get(
          `/style-values/figures?measure=${encodeURIComponent("营业收入")}&unit=CNY&modality=actual&${heard}`,
          answers.styleFiguresAnswer,
        );
      for (const heard of ["at=2022", "saidBy=2024-02", "documents=doc-table"])
        expect(await figures(heard), heard).toMatchObject({ values: { id: [] }, kinds: ["Industry"], several: 0 });
      expect((await figures("at=2023&saidBy=2024")).values.id).toEqual(["ind-li"]);
    });

    it("never come from another unit or modality", async () => {
      for (const other of ["unit=USD&modality=actual", "unit=CNY&modality=target"]) {
        const it = await get(`/style-values/figures?measure=${encodeURIComponent("营业收入")}&${other}`, answers.styleFiguresAnswer);
        expect(it.values.id).toEqual([]);
      }
    });

    it("refuse a unit or modality that there is not", async () => {
      for (const wrong of ["unit=万元&modality=actual", "unit=CNY&modality=wished"]) {
        const { status } = await open.api.get(`/api/v1/style-values/figures?measure=x&${wrong}`);
        expect(status).toBe(400);
      }
    });
  });

  describe("groups to colour by", () => {
    it("put members, leaders and the chain itself on a chain", async () => {
      const { of, groups, kinds } = await groupsBy("chain");
      expect(of).toMatchObject({
        "co-ganfeng": "chain-li",
        "co-ganfeng-battery": "chain-li",
        "chain-li": "chain-li",
        "chain-steel": "chain-steel",
      });
      expect(of["co-steel"]).toBeUndefined();
      expect(groups[0]).toMatchObject({ key: "chain-li", count: 3, shortName: "锂电链", nameEn: "Lithium chain" });
      expect(kinds).toContain("Company");
      expect(kinds).not.toContain("Policy");
    });

    it("count a park inside a park, and what lies in it, as the outermost", async () => {
      const { of } = await groupsBy("park");
      expect(of).toEqual({ "park-hitech": "park-hitech", "park-carbon": "park-hitech", "proj-salt": "park-hitech" });
    });

    it("give projects their state and leave out those of which none is known", async () => {
      const { of, groups } = await groupsBy("state");
      expect(of).toEqual({ "proj-salt": "completed" });
      expect(groups.map(({ key }) => key)).toEqual(["completed"]);
    });

    it("are those of the time, by the documents that count", async () => {
      const keysOf = async (by: answers.Grouping, heard: string) =>
        (await get(`/style-values/groups?by=${by}&${heard}`, answers.styleGroupsAnswer)).values.id.toSorted();
      expect(await keysOf("chain", "saidBy=2024-02")).toEqual(["chain-li", "chain-steel"]);
      expect(await keysOf("park", "documents=doc-table")).toEqual(["park-carbon", "park-hitech"]);
      expect(await keysOf("state", "at=2023-04")).toEqual([]);
      expect(await keysOf("state", "at=2023-05&documents=doc-memo")).toEqual(["proj-salt"]);
    });

    it("refuse another property", async () => {
      expect((await open.api.get("/api/v1/style-values/groups?by=colour")).status).toBe(400);
    });
  });

  it("what is not known is listed for each entity, limited and counted", async () => {
    const all = await get("/unknown", answers.unknownListAnswer);
    expect(all).toMatchObject({ total: all.unknown.length, truncated: false });
    const codes = all.unknown.filter((one) => one.entity === "chain-steel").map(({ code }) => code);
    expect(codes).toEqual(["no_leader", "no_chain_chief", "no_member"]);
    const some = await get("/unknown?limit=2", answers.unknownListAnswer);
    expect(some).toMatchObject({ total: all.total, truncated: true });
    expect(some.unknown).toEqual(all.unknown.slice(0, 2));
  });

  it("what is not known follows clocks and trust as the entity tells it", async () => {
    const ids = ["chain-li", "chain-steel", "ind-li", "co-ganfeng", "co-steel", "proj-salt", "proj-cathode", "region-jia", "park-carbon"];
    for (const heard of ["", ...heardLess]) {
      const { unknown } = await get(`/unknown?${heard}`, answers.unknownListAnswer);
      const told = await Promise.all([...ids, ...hearsayIds].map((id) => get(`/entities/${id}?${heard}`, entityAnswer)));
      for (const { entity: it, unknown: own } of told)
        expect(
          unknown.filter(({ entity }) => entity === it.id).map(({ entity: _, ...rest }) => rest),
          `${it.id} ${heard}`,
        ).toEqual(own);
    }
    const codesAt = async (heard: string) =>
      (await get(`/unknown?${heard}`, answers.unknownListAnswer)).unknown
        .filter(({ entity }) => entity === "ind-li")
        .map(({ code }) => code);
    expect(await codesAt("at=2022")).toContain("no_revenue");
    expect(await codesAt("at=2023")).not.toContain("no_revenue");
  });

  it("an entity on weak ground is marked, and no longer where a better source counts", async () => {
    const weakUnder = async (heard: string) =>
      (await get(`/unknown?${heard}`, answers.unknownListAnswer)).unknown
        .filter(({ code }) => code === "single_weak_source")
        .map(({ entity }) => entity)
        .toSorted();
    expect(await weakUnder("")).toEqual(["co-hearsay", "fund-guess", "plat-hearsay"]);
    expect(await weakUnder("saidBy=2024-02")).not.toContain("fund-guess");
    // What the better source says was over by then.
    expect(await weakUnder("at=2024")).toEqual(["co-hearsay", "fund-guess", "inst-confirmed", "plat-hearsay"]);
    expect(await weakUnder("reliability=high")).toEqual(["fund-guess"]);
  });

  it("the query that is told returns every entity that is listed", async () => {
    for (const heard of ["", "at=2024"]) {
      const { unknown, cypher } = await get(`/unknown?${heard}`, answers.unknownListAnswer);
      const { body } = await open.api.post("/api/v1/cypher").send({ query: cypher.query, parameters: cypher.parameters, limit: 1000 });
      const returned = cypherResult.parse(body).graph.nodes.id;
      expect(returned).toEqual(expect.arrayContaining(unknown.map(({ entity }) => entity)));
    }
  });

  describe("the table", () => {
    it("has the figures that are heard, limited and told so", async () => {
      const figures = (heard: string) => get(`/table/figures?${heard}`, tableFiguresAnswer);
      expect((await figures("")).figures.id.toSorted()).toEqual(["fund-guess", "ind-li", "ind-li", "ind-li", "region-jia"]);
      expect(await figures("limit=2")).toMatchObject({ truncated: true, figures: { value: { length: 2 } } });
      // Of the time before there is a target besides the figure of then: it holds from when it was set.
      expect((await figures("at=2022")).figures).toMatchObject({ id: ["region-jia", "fund-guess"], modality: ["target", "actual"] });
      expect((await figures("saidBy=2024-02")).figures.id).toEqual(["fund-guess"]);
    });

    it("has the states that are heard", async () => {
      const states = (heard: string) => get(`/table/states?${heard}`, tableStatesAnswer);
      for (const heard of ["", "at=2024", "saidBy=2024-03"])
        expect((await states(heard)).states, heard).toEqual({ id: ["proj-salt"], state: ["completed"] });
      for (const heard of ["at=2023-04", "saidBy=2024-02"]) expect((await states(heard)).states.id, heard).toEqual([]);
    });
  });

  it.each([
    "/style-values/measures",
    "/style-values/measures?at=2023&documents=doc-memo",
    "/style-values/figures?measure=x&unit=CNY&modality=actual",
    "/style-values/groups?by=chain",
    "/style-values/groups?by=park",
    "/style-values/groups?by=state",
    "/style-values/groups?by=state&at=2024",
    "/style-values/groups?by=chain&saidBy=2024",
    "/unknown",
    "/unknown?at=2023&reliability=high",
    "/table/figures?at=2023",
    "/table/states",
    "/table/states?saidBy=2024&documents=doc-memo",
  ])("%s carries Cypher that runs", async (path) => {
    const { body } = await open.api.get(`/api/v1${path}`);
    const answer = await open.api.post("/api/v1/cypher").send({ query: body.cypher.query, parameters: body.cypher.parameters });
    expect(answer.status).toBe(200);
    cypherResult.parse(answer.body);
  });
}
