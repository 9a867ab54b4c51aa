import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { type FreshnessAnswer, freshnessAnswer } from "#graph/model/freshness.ts";
import { freshness } from "#graph/queries/freshness.ts";
import { openSomeStore, sow } from "../changes/some-store.ts";

/** What a reader of the bundled dataset finds stale on 22 November 2026, worked out by hand from its tables. */
describe("the freshness of the bundled dataset", () => {
  let opened: Awaited<ReturnType<typeof openSomeStore>>;
  let answer: FreshnessAnswer;
  beforeAll(async () => {
    opened = await openSomeStore();
    await sow(opened.store, (await readDataset(bundledFolders)).dataset, "bundled");
    answer = freshnessAnswer.parse(await freshness(opened, { asOf: "2026-11-22", limit: 1000 }));
  });
  afterAll(() => opened.drop());
  const claimsOf = (reason: string): (string | null)[] => answer.items.filter((it) => it.reason === reason).map((it) => it.claim);

  it("has the targets of 2024 without a result, and none whose period still runs", () => {
    expect(claimsOf("target_overdue").sort()).toEqual([
      "m-green-factory-national-target-2024",
      "m-green-factory-provincial-target-2024",
      "m-high-growth-target-2024",
      "m-hightech-target-2024",
      "m-xinyu-firms-with-rd-target-2024",
      "m-xinyu-rd-intensity-target-2024",
    ]);
  });

  it("has the targets of the 6313 plan once 2026 is over", async () => {
    const later = await freshness(opened, { asOf: "2027-01-01", limit: 1000 });
    expect(later.items.filter((it) => it.reason === "target_overdue").map((it) => it.claim)).toEqual(
      expect.arrayContaining(["m-xinyu-above-scale-revenue-growth-target", "m-shangrao-pv-revenue-target"]),
    );
  });

  it("has figures of which the newest is of 2023, and none of which one of 2025 is held", () => {
    const old = claimsOf("metric_old");
    expect(old).toEqual(expect.arrayContaining(["m-ind-steel-revenue-2023", "m-xinyu-gdp-2020", "m-xinyu-listed-2025-03"]));
    expect(old).not.toEqual(expect.arrayContaining(["m-xinyu-listed-companies-2024"]));
    expect(old.filter((id) => id?.endsWith("-2025"))).toEqual([]);
  });

  it("has projects in trial production or being built for too long, with the state in words", () => {
    const state = answer.items.find((it) => it.claim === "s-proj-chunpeng-35kt-state");
    expect(state).toMatchObject({
      reason: "state_old",
      months: 32,
      zh: expect.stringContaining("试生产"),
      en: expect.stringContaining("trial production"),
    });
    expect(claimsOf("state_old")).not.toContain("s-proj-94-completed-state");
    expect(claimsOf("state_old")).not.toContain("s-proj-99-q1-state");
  });

  it("puts the worst first and says where to look", () => {
    expect(answer.items[0]).toMatchObject({
      claim: "m-xinyu-rd-intensity-target-2024",
      subject: { id: "region-xinyu" },
      months: 22,
      source: { document: "doc-xinyu-article" },
    });
    expect(answer.items.map((it) => it.severity)).toEqual(answer.items.map((it) => it.severity).sort((a, b) => b - a));
  });

  it("lists every source with when it last spoke, the longest silent first, and the same at each call", async () => {
    expect(answer.sources[0]).toEqual({ publisher: "solarbe.com", last: "2009-11-20", documents: 1, claims: 1, months: 204 });
    expect(await freshness(opened, { asOf: "2026-11-22", limit: 1000 })).toEqual(answer);
    const short = await freshness(opened, { asOf: "2026-11-22", limit: 3 });
    expect([short.items.length, short.total]).toEqual([3, answer.total]);
  });

  it("carries a query that runs", async () => {
    const { query: text, parameters } = answer.cypher;
    expect((await opened.store.read({ text, parameters })).rows.length).toBeGreaterThan(50);
  });
});
