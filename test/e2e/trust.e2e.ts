import { expect, type Locator, type Page, test } from "@playwright/test";
import type { DocumentsAnswer, EntityAnswer } from "#graph/model/api-answers.ts";
import { documentsOf, type Subgraph } from "#graph/model/subgraph.ts";
import { AtlasPage } from "./atlas-page.ts";

const token = "journey-editor-token";
type Row = Record<string, unknown>;

const get = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(`/api/v1${path}`)).json()) as T;

/** Presses an arrow until the thumb stands where it is wanted, as a person would who listens to it. */
async function turn(thumb: Locator, key: "ArrowLeft" | "ArrowRight", until: string): Promise<void> {
  await thumb.focus();
  for (let step = 0; step < 40 && (await thumb.getAttribute("aria-valuetext")) !== until; step++) await thumb.press(key);
  await expect(thumb).toHaveAttribute("aria-valuetext", until);
}

/** Entities and statements on the canvas, as its bar counts them. */
async function counted(atlas: AtlasPage): Promise<{ nodes: number; edges: number }> {
  const text = (await atlas.canvas.getByText(/显示.*陈述/).textContent()) ?? "";
  const [nodes, , edges] = [...text.replace(/\u2009/g, "").matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return { nodes: nodes ?? Number.NaN, edges: edges ?? Number.NaN };
}

/** What the first picture should keep of itself, worked out from the API alone. */
async function expectedOf(page: Page, counts: (document: { id: string; published?: string | undefined }) => boolean) {
  const graph = await get<Subgraph>(page, "/graph?limit=120&status=stated,inferred");
  const { documents } = await get<DocumentsAnswer>(page, "/documents");
  const heard = new Set<string>(documents.filter(counts).map(({ id }) => id));
  const edges = [...graph.edges.id.keys()].filter((edge) => documentsOf(graph, edge).some((id) => heard.has(id)));
  const ends = edges.flatMap((edge) => [graph.edges.source[edge], graph.edges.target[edge]]);
  return { nodes: new Set(ends).size, edges: edges.length };
}

test.describe("an analyst who asks of what time and by whose word", () => {
  test("moves a clock, and canvas, inspector and counts tell the same", async ({ page }, info) => {
    const atlas = new AtlasPage(page, "zh");
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    const before = await counted(atlas);
    const said = page.getByRole("slider", { name: atlas.text("time.said") });

    await turn(said, "ArrowLeft", "到2023年说过的");
    const expected = await expectedOf(page, ({ published }) => published === undefined || published < "2024");
    expect(expected.edges).toBeLessThan(before.edges);
    await expect.poll(() => counted(atlas)).toEqual(expected);
    expect(await atlas.shown()).toBe(expected.nodes);
    await page.screenshot({ path: info.outputPath("said-by-2023.png") });

    await page.goto("/#/explore/co-xingang-group");
    const told = await get<EntityAnswer>(page, "/entities/co-xingang-group?saidBy=2023");
    const all = await get<EntityAnswer>(page, "/entities/co-xingang-group");
    const relations = told.degrees.reduce((sum, { count }) => sum + count, 0);
    expect(relations).toBeLessThan(all.degrees.reduce((sum, { count }) => sum + count, 0));
    await expect(atlas.inspector.getByRole("note")).toContainText("到2023年说过的");
    await expect(atlas.inspector.getByRole("tab", { name: /^关系/ })).toHaveText(`关系${relations}`);
    // The shown query is the one that was asked.
    await expect(page.getByRole("region", { name: "Cypher", exact: true })).toContainText("heard");

    await test.step("the legend counts what is left beside what the store holds, and an expansion asks under the clock", async () => {
      const legend = page.getByRole("region", { name: atlas.text("rail.legend"), exact: true });
      await expect(legend.getByRole("button", { name: /^企业/ })).toHaveAccessibleName(/画布上 \d+，全库 \d+/);
      const asked = page.waitForRequest(/\/entities\/co-xingang-group\/neighbours\?/);
      await atlas.stage.focus();
      await page.keyboard.press("e");
      expect(new URL((await asked).url()).searchParams.get("saidBy")).toBe("2023");
    });

    await turn(said, "ArrowRight", atlas.text("time.below.any"));
    await expect(atlas.inspector.getByRole("note")).toBeHidden();
    await expect.poll(async () => (await counted(atlas)).edges).toBeGreaterThanOrEqual(before.edges);
    expect(atlas.complaints).toEqual([]);
  });

  test("sees a fact that changed as changed, and what held before at its time", async ({ page }, info) => {
    const atlas = new AtlasPage(page, "zh");
    await atlas.open("/#/explore/co-xingang-stock");
    const changed = atlas.inspector.getByRole("region", { name: atlas.text("changed.title") });
    await expect(changed.locator("del")).toHaveText("省属国企");
    await expect(changed.locator("ins")).toHaveText("中央企业");
    await changed.getByRole("button").click();
    const dialog = page.getByRole("dialog", { name: "所有制：前后 2 种说法" });
    await expect(dialog.getByRole("region", { name: "中央企业 现在" })).toContainText("自 2022 起接替前者");
    await page.screenshot({ path: info.outputPath("changed.png") });
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    await test.step("on the canvas the share that was given up is broken, what still holds is not, and the legend says so", async () => {
      await page.goto("/#/explore/co-xingang-group");
      await expect(atlas.inspector).toContainText("江西省国有资本运营控股集团有限公司");
      const ended = await page.evaluate(() => {
        const { graph } = window.__atlas?.store.getState() ?? {};
        const { drawn } = window.__atlas?.canvas?.scene() ?? {};
        return ["before", "after"].map((when) => {
          const edge = graph?.edgeIndex.get(`s-jiangxi-guokong-owns-xingang-group-${when}`);
          return edge === undefined ? null : (drawn?.edges.isEnded(edge) ?? null);
        });
      });
      expect(ended).toEqual([true, false]);
      await expect(atlas.canvas.getByText(atlas.text("line.ended"))).toBeVisible();
      await page.screenshot({ path: info.outputPath("ended.png") });
      await page.goto("/#/explore/co-xingang-stock");
    });

    const owner = atlas.inspector.locator("header").getByText("中央企业");
    await expect(owner).toBeVisible();
    await turn(page.getByRole("slider", { name: atlas.text("time.held") }), "ArrowLeft", "在2021年成立的");
    await expect(atlas.inspector.locator("header").getByText("省属国企")).toBeVisible();
    await expect(owner).toBeHidden();

    await page.keyboard.press("Control+z");
    await expect(owner).toBeVisible();
    expect(atlas.complaints).toEqual([]);
  });

  test("what a plan covers holds in the plan's years, on the canvas as in the API", async ({ page }) => {
    const atlas = new AtlasPage(page, "zh");
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    const graph = await get<Subgraph>(page, "/graph?limit=120&status=stated,inferred");
    expect(Object.keys(graph.edges.span).length).toBeGreaterThan(40);
    const covers = graph.edges.id.map(String).indexOf("s-pol-6313-covers-chain-lithium");
    expect(graph.edges.span[covers]).toEqual(["2024", "2026"]);
    await turn(page.getByRole("slider", { name: atlas.text("time.held") }), "ArrowLeft", "在2023年成立的");
    const holds = ([from, to]: readonly [string | null, string | null]) =>
      (from === null || from <= "2023-12-31") && (to === null || to >= "2023-12-31".slice(0, to.length));
    const edges = [...graph.edges.id.keys()].filter((edge) => holds(graph.edges.span[edge] ?? [null, null]));
    const ends = edges.flatMap((edge) => [graph.edges.source[edge], graph.edges.target[edge]]);
    await expect.poll(() => counted(atlas)).toEqual({ nodes: new Set(ends).size, edges: edges.length });
    await page.goto("/#/explore/pol-6313");
    const told = await get<EntityAnswer>(page, "/entities/pol-6313?at=2023");
    expect(told.degrees.some(({ relation }) => relation === "COVERS")).toBe(false);
    await expect(atlas.inspector.getByRole("tab", { name: /^关系/ })).toHaveText(
      `关系${told.degrees.reduce((sum, { count }) => sum + count, 0)}`,
    );
    expect(atlas.complaints).toEqual([]);
  });

  test("keeps only what one document says, reads its words beside the note, and takes the filter off an empty canvas", async ({
    page,
  }, info) => {
    const atlas = new AtlasPage(page, "zh");
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    const rail = page.getByRole("region", { name: atlas.text("trust.title"), exact: true });
    const { documents } = await get<DocumentsAnswer>(page, "/documents");
    const article = documents.find(({ id }) => id === "doc-xinyu-article") as DocumentsAnswer["documents"][number];

    await test.step("only the article", async () => {
      await rail.getByRole("button", { name: `只看《${article.title}》` }).click();
      await expect.poll(() => counted(atlas)).toEqual(await expectedOf(page, ({ id }) => id === article.id));
      await expect(rail).toContainText(`只算 1 / ${documents.length} 份文档`);
      await page.screenshot({ path: info.outputPath("one-document.png") });
    });

    await test.step("its words in their paragraph, highlighted, where the text is at hand, else where they stand", async () => {
      await page.goto("/#/explore/proj-chunpeng-35kt");
      await atlas.inspector.getByRole("tab", { name: /^关系/ }).click();
      await atlas.inspector
        .getByRole("button", { name: /^春鹏锂业的证据/ })
        .first()
        .click();
      const source = atlas.inspector.getByRole("article").filter({ hasText: article.title });
      await expect(source).toContainText("[1522, 1536)");
      if (article.textAvailable) await expect(source.locator("mark")).toHaveText("春鹏公司的年产3.5万吨锂盐");
      else await expect(atlas.inspector).toContainText("DOCUMENTS_DIR");
    });

    await test.step("several sources side by side", async () => {
      await atlas.inspector
        .getByRole("button", { name: atlas.text("sides.open"), exact: true })
        .first()
        .click();
      const dialog = page.getByRole("dialog", { name: /3 处来源/ });
      await expect(dialog.getByRole("region")).toHaveCount(3);
      await page.keyboard.press("Escape");
    });

    await test.step("high reliability leaves nothing of it: the notice takes one filter off", async () => {
      await rail.getByRole("button", { name: atlas.text("trust.highName") }).click();
      const notice = atlas.canvas.getByRole("status").filter({ hasText: atlas.text("empty.title") });
      await notice.getByRole("button", { name: atlas.text("empty.off.reliability") }).click();
      await expect(notice).toBeHidden();
      expect(await atlas.shown()).toBeGreaterThan(10);
    });
    expect(atlas.complaints).toEqual([]);
  });

  test("lays two figures that disagree side by side, the preferred one marked and why", async ({ page }, info) => {
    const atlas = new AtlasPage(page, "zh");
    const change = await contradict(page);
    try {
      await atlas.open("/#/explore/ind-steel");
      const region = atlas.inspector.getByRole("region", { name: atlas.text("contest.title") });
      await expect(region).toContainText("也有说 797亿元");
      await region.getByRole("button").click();
      const dialog = page.getByRole("dialog", { name: "营业收入 2023：2 种说法" });
      const [preferred, other] = [dialog.getByRole("region", { name: "812亿元 首选" }), dialog.getByRole("region", { name: "797亿元" })];
      await expect(preferred).toContainText("来源更可靠（高，另一个为中）");
      await expect(preferred).toContainText("旅途对照表");
      await expect(other).not.toContainText(atlas.text("sides.preferred"));
      await page.screenshot({ path: info.outputPath("conflict.png") });
      await page.keyboard.press("Escape");

      await expect(atlas.inspector.getByText(atlas.text("unknown.title"))).toBeVisible();
      await atlas.inspector
        .getByRole("button", { name: new RegExp(`^${atlas.text("unknown.next.upload")}`) })
        .first()
        .click();
      await expect(page).toHaveURL(/#\/changes$/);
    } finally {
      await change.revert();
    }
    expect(atlas.complaints).toEqual([]);
  });
});

/** A second source that gives another revenue of the same year; what was written is taken back by `revert`. */
async function contradict(page: Page): Promise<{ revert(): Promise<void> }> {
  const headers = { authorization: `Bearer ${token}` };
  const post = async (path: string, data: unknown): Promise<Row> => {
    const answer = await page.request.post(`/api/v1${path}`, { headers, data: data as Row });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Row;
  };
  const apply = async (changeSet: Row): Promise<Row> => await post(`/changes/${changeSet.id}/apply`, { accept: "all", message: "journey" });
  const whole = await get<Record<string, Row[]>>(page, "/export?format=json");
  const figure = whole.metrics?.find(({ id }) => id === "m-ind-steel-revenue-2023") as Row;
  const empty = Object.fromEntries(Object.entries(whole).map(([name, rows]) => [name, Array.isArray(rows) ? [] : rows]));
  const revision = await apply(
    await post("/changes", {
      ...empty,
      datasets: [{ id: "journey-figures", title: "旅途对照", licence: "CC0-1.0" }],
      documents: [{ id: "doc-journey-figures", title: "旅途对照表", form: "table", published: "2026-02-01", reliability: "high" }],
      entities: (whole.entities ?? [])
        .filter(({ id }) => id === figure.subject || id === figure.region)
        .map(({ dataset: _, ...entity }) => entity),
      metrics: [{ ...figure, id: "m-journey-revenue", value: 81_200_000_000, raw: "812亿元" }],
      evidence: [{ statement: "m-journey-revenue", document: "doc-journey-figures", row: 3, note: "另一份表给出的数" }],
    }),
  );
  return { revert: async () => void (await apply(await post(`/revisions/${revision.number}/revert`, {}))) };
}
