import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { AtlasPage, type Language } from "./atlas-page.ts";

const words = {
  zh: { ganfeng: "赣锋锂业", company: /^企业/, reference: /^通识/, builds: "建设", gfly: "gfly" },
  en: { ganfeng: "Ganfeng", company: /^Company/, reference: /^Reference/i, builds: "builds", gfly: "gfly" },
} as const;

for (const language of ["zh", "en"] as const satisfies readonly Language[]) {
  const say = words[language];

  test.describe(`an analyst in ${language}`, () => {
    test("finds 赣锋, selects it, expands it, sees evidence, filters, asks in Cypher, and reads table and canvas", async ({
      page,
    }, info) => {
      const atlas = new AtlasPage(page, language);
      await test.step("opens the atlas and sees what it holds", async () => {
        await atlas.open();
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
        await page.screenshot({ path: info.outputPath(`start-${language}.png`) });
      });

      await test.step("finds the company by its name and by its initials", async () => {
        await atlas.search.fill(say.gfly);
        await expect(page.getByRole("option").filter({ hasText: say.ganfeng }).first()).toBeVisible();
        await atlas.find("赣锋");
        await expect(page).toHaveURL(/#\/explore/);
        await expect(atlas.inspector.getByRole("heading", { name: new RegExp(say.ganfeng) }).first()).toBeVisible();
        await expect(atlas.inspector).toContainText("002460.SZ");
      });

      const before = await atlas.shown();
      await test.step("expands its neighbours onto the canvas, and takes it back and again", async () => {
        await atlas.stage.focus();
        await page.keyboard.press("e");
        await expect.poll(() => atlas.shown()).toBeGreaterThan(before);
        const after = await atlas.shown();
        await page.keyboard.press("ControlOrMeta+z");
        await expect.poll(() => atlas.shown()).toBe(before);
        await page.keyboard.press("ControlOrMeta+Shift+z");
        await expect.poll(() => atlas.shown()).toBe(after);
      });

      await test.step("opens the evidence of what it builds", async () => {
        const builds = atlas.inspector.getByRole("region", { name: say.builds, exact: true }).first();
        await builds.getByRole("button", { expanded: false }).first().click();
        const evidence = builds.getByRole("article").first();
        await expect(evidence).toBeVisible();
        if (process.env.DOCUMENTS_DIR) await expect(evidence.locator("mark")).toContainText(/赣锋|国家重点实验室/);
        else await expect(builds).toContainText("DOCUMENTS_DIR");
        await page.screenshot({ path: info.outputPath(`evidence-${language}.png`) });
      });

      await test.step("filters a kind out and in by the legend", async () => {
        const legend = page.getByRole("region", { name: atlas.text("rail.legend"), exact: true });
        const company = legend.getByRole("button", { name: say.company });
        await expect(company).toHaveAttribute("aria-pressed", "true");
        const all = await atlas.shown();
        await company.click();
        await expect(company).toHaveAttribute("aria-pressed", "false");
        await expect.poll(() => atlas.shown()).toBeLessThan(all);
        await company.click();
        await expect.poll(() => atlas.shown()).toBe(all);
      });

      await test.step("opens the last action's Cypher, changes it and runs it", async () => {
        await page.getByRole("button", { name: new RegExp(atlas.text("strip.open")) }).click();
        const editor = atlas.workbench.getByRole("textbox", { name: atlas.text("workbench.editor") });
        await expect(editor).toContainText("MATCH");
        await editor.fill(
          "MATCH (c:Company)-[r:BUILDS]->(p:Project) WHERE c.name CONTAINS '赣锋' RETURN c AS company, p AS project, r.status AS status ORDER BY p.name",
        );
        await atlas.workbench.getByRole("button", { name: new RegExp(atlas.text("workbench.run")) }).click();
        await expect(atlas.workbench.getByRole("row")).not.toHaveCount(0);
        await expect(atlas.workbench).toContainText(language === "zh" ? "赣锋循环" : "Ganfeng");
        await page.screenshot({ path: info.outputPath(`cypher-${language}.png`) });
      });

      await test.step("puts the result on the canvas and takes it away as CSV", async () => {
        await atlas.workbench.getByRole("button", { name: atlas.text("workbench.onlyOnCanvas") }).click();
        await expect.poll(() => atlas.shown()).toBeLessThan(20);
        const download = page.waitForEvent("download");
        await atlas.workbench.getByRole("button", { name: atlas.text("workbench.csvName") }).click();
        const csv = readFileSync(await (await download).path(), "utf8");
        expect(csv.replace("\uFEFF", "")).toMatch(/^company,project,status/);
        expect(csv).toContain("stated");
      });

      await test.step("a write is refused where it stands, and the last result stays", async () => {
        const editor = atlas.workbench.getByRole("textbox", { name: atlas.text("workbench.editor") });
        await editor.fill("MATCH (n) DETACH DELETE n");
        await page.keyboard.press("ControlOrMeta+Enter");
        await expect(atlas.workbench.getByRole("alert")).toContainText(/DETACH|DELETE/);
        await expect(atlas.workbench).toContainText(atlas.text("workbench.previous"));
      });

      await test.step("reads what is on the canvas as a table", async () => {
        await atlas.workbench.getByRole("button", { name: atlas.text("workbench.close") }).click();
        await atlas.canvas.getByRole("button", { name: atlas.text("canvas.asTable") }).click();
        const table = page.getByRole("region", { name: atlas.text("table.region") });
        await expect(table.getByRole("row").nth(1)).toBeVisible();
      });

      expect(atlas.complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}

test("the keyboard alone walks from search to a neighbour and its evidence", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  await atlas.stage.focus();
  await page.keyboard.press("/");
  await expect(atlas.search).toBeFocused();
  await page.keyboard.type("xgjt");
  await expect(page.getByRole("option").first()).toContainText("新钢集团");
  await page.keyboard.press("Enter");
  await expect(atlas.inspector).toContainText("新余钢铁集团有限公司");
  await atlas.stage.focus();
  await page.keyboard.press("]");
  await expect(page.getByRole("status").filter({ hasText: "相邻" })).toContainText("个相邻");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("an inferred place on a chain shows what it rests on", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore/co-chunpeng");
  await expect(atlas.inspector).toContainText("春鹏锂业");
  const chain = atlas.inspector.getByRole("region", { name: "属于链条" }).first();
  await chain.getByRole("button", { expanded: false }).first().click();
  await expect(chain.getByRole("article").first()).toBeVisible();
  await expect(chain).toContainText("推断依据");
});

test("a design capacity is called one, and never an output", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore/proj-chunpeng-35kt");
  await expect(atlas.inspector.getByRole("row").filter({ hasText: "设计产能" }).first()).toContainText(/3\.5万|35\s?000/);
  await expect(atlas.inspector).not.toContainText("产量");
});
