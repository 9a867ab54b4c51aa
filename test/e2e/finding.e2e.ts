import { expect, type Page, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";

const palette = (page: Page, atlas: AtlasPage) => page.getByRole("combobox", { name: atlas.text("palette.input") });
const heading = (page: Page, name: string) => page.getByRole("group", { name });

test("one palette finds entities in spite of a slip, actions in both languages, questions, and what was chosen lately", async ({
  page,
}) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  const box = palette(page, atlas);
  const type = async (text: string) => {
    await page.keyboard.press("ControlOrMeta+k");
    await box.fill(text);
  };

  await test.step("who types on at once loses no letter, and none is taken for a shortcut", async () => {
    await atlas.stage.focus();
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("path tph");
    await expect(box).toHaveValue("path tph");
    await page.keyboard.press("Escape");
    await atlas.stage.focus();
    await page.keyboard.press("/");
    await page.keyboard.type("tph");
    await expect(atlas.search).toHaveValue("tph");
    await atlas.search.fill("");
    await expect(page.getByRole("complementary", { name: atlas.text("paths.title") })).toHaveCount(0);
    await expect(page.getByRole("region", { name: atlas.text("table.region") })).toHaveCount(0);
  });

  await test.step("a letter swapped and a character of the same sound find the company, and are marked as near", async () => {
    for (const slip of ["gnafeng", "赣峰"]) {
      await type(slip);
      const first = heading(page, atlas.text("palette.entities")).getByRole("option").first();
      await expect(first).toContainText("赣锋锂业");
      await expect(first).toContainText(atlas.text("search.near"));
      await page.keyboard.press("Escape");
    }
  });

  await test.step("Enter opens what is found; it is offered again", async () => {
    await type("gfly");
    await expect(heading(page, atlas.text("palette.entities")).getByRole("option").first()).toContainText("赣锋锂业");
    await page.keyboard.press("Enter");
    await expect(atlas.inspector).toContainText("002460.SZ");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(heading(page, atlas.text("palette.recent")).getByRole("option").first()).toContainText("赣锋锂业");
  });

  await test.step("an action is found in the other language and done", async () => {
    // Behind a dialog nothing has a role.
    await page.keyboard.press("Escape");
    const before = await atlas.shown();
    await type("Expand the sel");
    await expect(page.getByRole("option", { selected: true })).toContainText(atlas.text("command.expand"));
    await page.keyboard.press("Enter");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(before);
  });

  await test.step("a tool, a rule for groups and a clock are taken from the palette", async () => {
    const take = async (text: string, name: string | RegExp) => {
      await type(text);
      await expect(page.getByRole("option", { selected: true })).toContainText(name);
      await page.keyboard.press("Enter");
    };
    await take("套索", atlas.text("command.lasso"));
    await expect(page.getByRole("button", { name: atlas.text("tools.lasso") })).toHaveAttribute("aria-pressed", "true");
    await take("分组：按类别", atlas.text("command.groupBy.kind"));
    const groups = () => page.evaluate(() => window.__atlas?.store.getState().history.present.exploration.groups.length);
    await expect.poll(groups).toBeGreaterThan(3);
    await take("解散全部", atlas.text("command.ungroupAll"));
    await expect.poll(groups).toBe(0);
    await take("文献时间：到 2023", "2023");
    await expect(page.getByRole("slider", { name: atlas.text("time.said") })).toHaveAttribute("aria-valuetext", "到2023年说过的");
    await take("不限时间", atlas.text("command.anyTime"));
    await expect(page.getByRole("slider", { name: atlas.text("time.said") })).toHaveAttribute(
      "aria-valuetext",
      atlas.text("time.below.any"),
    );
  });

  await test.step("a question runs in the workbench", async () => {
    await type("资金由谁");
    await page.keyboard.press("Enter");
    await expect(atlas.workbench.getByRole("row").nth(1)).toBeVisible();
  });
  expect(atlas.complaints).toEqual([]);
});

test("every action leaves the Cypher that gives the same, with parameters that run in the workbench", async ({ page, request }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  const strip = page.getByRole("region", { name: "Cypher", exact: true });
  const told = () =>
    page.evaluate(() => {
      const { lastAction } = window.__atlas?.store.getState() ?? {};
      return { name: lastAction?.name ?? null, cypher: { query: lastAction?.cypher.query, parameters: lastAction?.cypher.parameters } };
    });
  /** The last action was this one, and its query brings as many entities as the canvas shows (or as are named). */
  const leaves = async (name: string, entities?: () => Promise<number> | number) => {
    await expect.poll(async () => (await told()).name).toBe(name);
    const answer = await request.post("/api/v1/cypher", { data: (await told()).cypher });
    expect(answer.ok(), `${name} runs`).toBe(true);
    const { rows, graph } = await answer.json();
    expect(rows.length, `${name} brings rows`).toBeGreaterThan(0);
    // The counts follow the picture in a turn of their own.
    if (entities !== undefined) await expect.poll(async () => entities(), `${name} brings what is shown`).toBe(graph.nodes.id.length);
  };

  await leaves("overview", () => atlas.shown());
  await atlas.search.fill("赣锋");
  await expect(page.getByRole("option").first()).toBeVisible();
  await leaves("search");
  await page.keyboard.press("Enter");
  await expect(atlas.inspector).toContainText("002460.SZ");
  await leaves("entity");
  await atlas.stage.focus();
  await page.keyboard.press("e");
  await leaves("expand");

  const legend = page.getByRole("region", { name: atlas.text("rail.legend"), exact: true });
  await legend.getByRole("button", { name: /^企业/ }).click();
  await leaves("filter", () => atlas.shown());
  await page.getByRole("checkbox", { name: /^位于/ }).click();
  await page
    .getByRole("group", { name: atlas.text("rail.status") })
    .getByText("明述")
    .click();
  await leaves("filter", () => atlas.shown());
  await expect(strip).toContainText("withoutKinds");
  const edgesSeen = await page.evaluate(() => window.__atlas?.canvas?.stats().drawnEdges ?? 0);
  expect(edgesSeen).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^清除筛选/ }).click();
  await leaves("filter", () => atlas.shown());

  await atlas.stage.focus();
  await page.keyboard.press("h");
  await leaves("canvas", () => atlas.shown());
  // What comes back was selected, so that the inspector reads it again.
  await page.keyboard.press("ControlOrMeta+z");
  await leaves("entity");

  const evidence = atlas.inspector.getByRole("button", { name: /的证据/ });
  await atlas.inspector.getByRole("tab", { name: /^关系/ }).click();
  await evidence.first().click();
  await leaves("evidence");
  await atlas.inspector.getByRole("tab", { name: /^历史/ }).click();
  await leaves("history");
  await page.goto("/#/documents/doc-xinyu-article");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await leaves("documents");
  await expect(strip).toContainText("Document");
  // The first revision is the same whatever other journeys have made since, and nothing stood around it.
  await page.goto("/#/revisions/0-1");
  await expect(page.getByRole("heading", { level: 2, name: atlas.text("changes.revision").replace("{{number}}", "1") })).toBeVisible();
  await leaves("revision");
  await page.goto("/#/explore");

  await strip.getByRole("button", { name: new RegExp(atlas.text("strip.open")) }).click();
  await atlas.workbench.getByRole("button", { name: new RegExp(atlas.text("workbench.run")) }).click();
  await expect(atlas.workbench.getByRole("row").nth(1)).toBeVisible();
  await expect(atlas.workbench.getByRole("alert")).toHaveCount(0);
  await leaves("result");
  expect(atlas.complaints).toEqual([]);
});

test("the tables hold what the picture shows, in step with the selection, and lead to the comparison", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore/co-ganfeng");
  await expect(atlas.inspector).toContainText("002460.SZ");
  const shown = await atlas.shown();
  await atlas.stage.focus();
  await page.keyboard.press("t");
  const panel = page.getByRole("region", { name: atlas.text("table.region") });
  await expect(panel.getByRole("table")).toHaveAttribute("aria-rowcount", String(shown + 1));

  await test.step("the selected row is in sight and marked; arrows and Space choose another", async () => {
    const selected = panel.getByRole("button", { pressed: true }).filter({ hasText: "赣锋锂业" });
    await expect(selected).toBeVisible();
    await selected.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await expect(atlas.inspector).toContainText("2");
    await expect(atlas.canvas.getByText(/^已选中 2 个$/)).toBeAttached();
    await expect(panel.getByRole("button", { name: atlas.text("compare.open") })).toBeVisible();
    // What can be done with them leaves the tools of the table alone.
    const bar = await page.getByRole("toolbar", { name: atlas.text("selection.region") }).boundingBox();
    const tools = await panel.getByRole("searchbox").boundingBox();
    expect(bar?.y).toBeGreaterThan((tools?.y ?? 0) + (tools?.height ?? 0));
  });

  await test.step("a word narrows it down, a heading sorts it, a click copies it", async () => {
    await panel.getByRole("searchbox").fill("赣锋 企业");
    await expect(panel.getByRole("row").nth(1)).toContainText("赣锋");
    await panel.getByRole("button", { name: atlas.text("table.name") }).click();
    await expect(panel.getByRole("columnheader", { name: atlas.text("table.name") })).toHaveAttribute("aria-sort", "ascending");
    await panel.getByRole("button", { name: atlas.text("table.copy"), exact: true }).click();
    await expect(panel.getByRole("button", { name: atlas.text("table.copied") })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")[0]?.split("\t")).toContain(atlas.text("table.degree"));
    expect(copied).toContain("赣锋锂业\t");
    await panel.getByRole("searchbox").fill("没有这一行");
    await expect(panel).toContainText("没有一行含有");
  });

  await test.step("statements come with status, confidence and documents; one of them opens its evidence", async () => {
    await panel.getByRole("button", { name: atlas.text("table.statements") }).click();
    await panel.getByRole("searchbox").fill("赣锋锂业 建设");
    const row = panel.getByRole("row").nth(1);
    await expect(row).toContainText(/明述|推断/);
    await expect(row).toContainText("新余");
    await row.getByRole("button", { name: /赣锋锂业 建设/ }).click();
    await expect(atlas.inspector).toContainText(atlas.text("edge.title"));
  });
});

test("two entities stand side by side, and figures only where they may be compared", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/compare/ind-steel/ind-lithium");
  const main = page.getByRole("main", { name: atlas.text("compare.region") });
  const figures = main.getByRole("region", { name: atlas.text("compare.figures") });
  const revenue = figures.getByRole("row").filter({ hasText: "营业收入2023" });
  await expect(revenue).toContainText("797亿元");
  await expect(revenue).toContainText("485亿元");
  await expect(revenue).toContainText("实际");
  await expect(
    main
      .getByRole("region", { name: /^共同的相邻实体/ })
      .getByRole("row")
      .nth(1),
  ).toBeVisible();
  await main.getByRole("combobox", { name: atlas.text("compare.second") }).fill("赣锋锂业");
  await page.getByRole("option").first().click();
  await expect(page).toHaveURL(/#\/compare\/ind-steel\/co-ganfeng$/);
  await expect(main.getByRole("heading", { level: 1 })).toContainText("赣锋锂业");
  await expect(figures.getByText(/不同，不可比/).first()).toBeVisible();
});
