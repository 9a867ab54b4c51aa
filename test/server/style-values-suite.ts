import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { cypherResult } from "#graph/model/cypher-result.ts";
import * as answers from "#graph/model/style-values.ts";
import type { OpenApp } from "./open-app.ts";

/** What style rules and marks ask of the API, over the tiny atlas: one suite, run on both engines. */
export function styleValuesSuite(openApp: () => Promise<OpenApp>): void {
  let open: OpenApp;
  beforeAll(async () => {
    open = await openApp();
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

  it.each([
    "/style-values/measures",
    "/style-values/figures?measure=x&unit=CNY&modality=actual",
    "/style-values/groups?by=chain",
    "/style-values/groups?by=park",
    "/style-values/groups?by=state",
    "/unknown",
  ])("%s carries Cypher that runs", async (path) => {
    const { body } = await open.api.get(`/api/v1${path}`);
    const answer = await open.api.post("/api/v1/cypher").send({ query: body.cypher.query, parameters: body.cypher.parameters });
    expect(answer.status).toBe(200);
    cypherResult.parse(answer.body);
  });
}
