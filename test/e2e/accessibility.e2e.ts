import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";

/** Findings that keep somebody out; the canvas is a drawing, its equivalent is the table. */
const seriousFindings = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
};

for (const { language, theme, width, height } of [
  { language: "zh", theme: "light", width: 1440, height: 900 },
  { language: "en", theme: "dark", width: 1440, height: 900 },
  { language: "en", theme: "light", width: 820, height: 1180 },
  { language: "zh", theme: "dark", width: 820, height: 1180 },
] as const) {
  test(`no serious finding in ${language}, ${theme}, ${width} wide, and nothing runs off the page`, async ({ browser }, info) => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      locale: language === "zh" ? "zh-CN" : "en-GB",
      baseURL: info.project.use.baseURL as string,
    });
    const page = await context.newPage();
    const atlas = new AtlasPage(page, language);
    const look = async (name: string) => {
      await page.screenshot({ path: info.outputPath(`${name}-${language}-${theme}-${width}.png`) });
      expect(await seriousFindings(page), name).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
    };

    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await look("start");

    await page.goto("/#/explore/co-ganfeng");
    await expect(atlas.inspector).toContainText("002460.SZ");
    await page.waitForTimeout(1500);
    await look("explore");

    await page.goto("/#/documents");
    await expect(page.getByRole("heading").first()).toBeVisible();
    await look("documents");
    await context.close();
  });
}
