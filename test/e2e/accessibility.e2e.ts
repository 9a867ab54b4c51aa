import { expect, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";
import { seriousFindings } from "./serious-findings.ts";

for (const { language, theme, width, height } of [
  { language: "zh", theme: "light", width: 1440, height: 900 },
  { language: "en", theme: "dark", width: 1440, height: 900 },
  { language: "en", theme: "light", width: 820, height: 1180 },
  { language: "zh", theme: "dark", width: 820, height: 1180 },
] as const) {
  test(`no serious finding on any screen in ${language}, ${theme}, ${width} wide, and nothing runs off the page`, async ({
    browser,
  }, info) => {
    // A dozen screens, each read by axe.
    test.setTimeout(180_000);
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      locale: language === "zh" ? "zh-CN" : "en-GB",
      baseURL: info.project.use.baseURL as string,
      // What fades in is looked at when it is there.
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const atlas = new AtlasPage(page, language);
    const look = async (name: string) => {
      await page.screenshot({ path: info.outputPath(`${name}-${language}-${theme}-${width}.png`) });
      expect.soft(await seriousFindings(page), name).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
    };
    const goTo = async (hash: string, ready: () => Promise<void>) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await ready();
    };

    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await look("start");

    await goTo("#/explore/co-ganfeng", () => expect(atlas.inspector).toContainText("002460.SZ"));
    await page.waitForTimeout(800);
    await look("explore");

    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: atlas.text("palette.input") }).fill("gnafeng");
    await expect(page.getByRole("option").first()).toBeVisible();
    await look("palette");
    await page.keyboard.press("Escape");

    await atlas.stage.focus();
    await page.keyboard.press("t");
    const table = page.getByRole("region", { name: atlas.text("table.region") });
    await expect(table.getByRole("row").nth(1)).toBeVisible();
    await look("table");
    await table.getByRole("button", { name: atlas.text("table.statements"), exact: true }).click();
    await expect(table.getByRole("row").nth(1)).toBeVisible();
    await look("statements");
    await page.keyboard.press("t");

    await atlas.stage.focus();
    await page.keyboard.press("p");
    await expect(page.getByRole("complementary", { name: atlas.text("paths.title") })).toBeVisible();
    await look("paths");

    await goTo("#/compare/ind-steel/co-ganfeng", () =>
      expect(page.getByRole("region", { name: atlas.text("compare.figures") })).toBeVisible(),
    );
    await look("compare");
    // Who only reads meets what the last revision changed, also where the panes stand behind each other.
    await goTo("#/changes", () => expect(page.getByRole("heading", { name: atlas.text("changes.counts") })).toBeVisible());
    await look("changes");
    for (const screen of ["documents", "freshness"]) {
      await goTo(`#/${screen}`, () => expect(page.getByRole("heading").first()).toBeVisible());
      await look(screen);
    }

    await goTo("#/explore", () => expect(atlas.stage).toBeVisible());
    await page.keyboard.press("Shift+?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("help");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: new RegExp(atlas.text("strip.open")) }).click();
    await expect(atlas.workbench.getByRole("textbox", { name: atlas.text("workbench.editor") })).toBeVisible();
    await look("workbench");
    await context.close();
  });
}
