import { expect, test } from "@playwright/test";
import { AtlasPage, type Language } from "./atlas-page.ts";

/** Style rules as the two languages name them. */
const words = {
  zh: { chain: "产业链", revenue: /^营业收入 · 实际 · 元/, lithium: "锂电新能源产业链", amount: "亿元" },
  en: { chain: "Chain", revenue: /^Revenue · actual · CNY/, lithium: "Lithium new-energy chain", amount: "bn" },
} as const satisfies Record<Language, unknown>;

for (const [language, theme] of [
  ["zh", "light"],
  ["en", "dark"],
] as const) {
  test.describe(`an analyst who looks by other measures (${language}, ${theme})`, () => {
    test.use({ colorScheme: theme });

    test("colours by chain, sizes by revenue, reads it in the legend, and undoes both", async ({ page }, info) => {
      const atlas = new AtlasPage(page, language);
      const say = words[language];
      await atlas.open("/#/explore");
      await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
      const legend = page.getByRole("region", { name: atlas.text("style.legend") });
      const menu = (key: "style.colourBy" | "style.sizeBy") =>
        page.getByRole("button", { name: new RegExp(`^${atlas.text(key).replace("{{by}}", "")}`) });
      await expect(legend).toHaveCount(0);

      await test.step("colours by chain: the legend counts each chain, and what is unknown", async () => {
        await menu("style.colourBy").click();
        await page.getByRole("menuitemradio", { name: say.chain, exact: true }).click();
        await expect(legend.getByRole("listitem").filter({ hasText: say.lithium })).toContainText(/[1-9]/);
        await expect(legend.locator('[data-tone="unknown"]')).toContainText(/[1-9]/);
        await expect(page.getByRole("region", { name: "Cypher" })).toContainText("PART_OF_CHAIN");
      });

      await test.step("sizes by revenue: the scale has figures with their unit, modality and years", async () => {
        await menu("style.sizeBy").click();
        await page.getByRole("menuitemradio", { name: say.revenue }).click();
        await expect(legend).toContainText(say.amount);
        await expect(legend).toContainText(/20\d\d/);
        await page.screenshot({ path: info.outputPath("styled.png") });
      });

      await test.step("undoes the one and then the other", async () => {
        const undo = page.getByRole("button", { name: atlas.text("canvas.undo") });
        await undo.click();
        await expect(legend).not.toContainText(say.amount);
        await expect(legend).toContainText(say.lithium);
        await undo.click();
        await expect(legend).toHaveCount(0);
        await page.getByRole("button", { name: atlas.text("canvas.redo") }).click();
        await expect(legend).toContainText(say.lithium);
      });
      expect(atlas.complaints).toEqual([]);
    });

    test("travels by the minimap, with pointer and keys, and folds it away", async ({ page }) => {
      const atlas = new AtlasPage(page, language);
      await atlas.open("/#/explore");
      await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
      const minimap = page.getByRole("button", { name: atlas.text("minimap.title") });
      const middle = () => page.evaluate(() => window.__atlas?.canvas?.camera() ?? { x: 0, y: 0, ratio: 0 });
      const settled = async () => {
        let [before, now] = [await middle(), await middle()];
        do {
          before = now;
          await page.waitForTimeout(250);
          now = await middle();
        } while (before.x !== now.x || before.ratio !== now.ratio);
        return now;
      };
      await atlas.stage.focus();
      await page.keyboard.press("+");
      await expect(minimap).toBeVisible();

      // Its points are painted when the page has time; then the part that is in view is framed.
      await expect.poll(async () => (await minimap.locator("span").boundingBox())?.width ?? 0).toBeGreaterThan(30);
      const box = await minimap.boundingBox();
      if (box === null) throw new Error("the minimap has no place");
      await minimap.click({ position: { x: box.width - 20, y: box.height / 2 } });
      await expect.poll(async () => (await middle()).x).toBeGreaterThan(50);
      const right = await settled();
      await minimap.click({ position: { x: 20, y: box.height / 2 } });
      await expect.poll(async () => (await middle()).x).toBeLessThan(right.x - 100);

      const left = await settled();
      await minimap.press("ArrowRight");
      await expect.poll(async () => (await middle()).x).toBeGreaterThan(left.x + 20);

      await page.getByRole("button", { name: atlas.text("minimap.close") }).click();
      await expect(minimap).toHaveCount(0);
      await page.reload();
      await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
      await expect(minimap).toHaveCount(0);
      await page.getByRole("button", { name: atlas.text("minimap.open") }).click();
      await expect(minimap).toBeVisible();
      await page.setViewportSize({ width: 820, height: 1180 });
      await expect(minimap).toBeHidden();
      expect(atlas.complaints).toEqual([]);
    });

    test("draws what is not known, is told how much of it found room, and leaves it out again", async ({ page }, info) => {
      const atlas = new AtlasPage(page, language);
      await atlas.open("/#/explore");
      await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
      const drawn = page.locator("[data-unknown-drawn]");
      await page.getByRole("button", { name: atlas.text("unknown.show") }).click();
      await expect(drawn).toHaveText(/[1-9]\d*.*[1-9]\d*/);
      await expect.poll(async () => Number(await drawn.getAttribute("data-unknown-drawn"))).toBeGreaterThan(3);
      await page.screenshot({ path: info.outputPath("unknown.png") });
      await test.step("the key is one row, and what has no room in it is counted", async () => {
        const row = page.locator("[data-legend-lines]");
        const [box, samples] = await Promise.all([row.boundingBox(), row.locator(":scope > span").all()]);
        const places = await Promise.all(samples.map((it) => it.boundingBox()));
        const wrapped = places.filter((it) => (it?.y ?? 0) >= (box?.y ?? 0) + (box?.height ?? 0)).length;
        expect(wrapped).toBeLessThan(samples.length);
        await expect(page.getByText(`+${wrapped}`, { exact: true })).toHaveCount(wrapped > 0 ? 1 : 0);
      });
      await page.getByRole("button", { name: atlas.text("unknown.hide") }).click();
      await expect(drawn).toHaveCount(0);
      await page.keyboard.press("ControlOrMeta+z");
      await expect(drawn).toHaveCount(1);
      await page.keyboard.press("ControlOrMeta+Shift+z");
      await expect(drawn).toHaveCount(0);
      expect(atlas.complaints).toEqual([]);
    });
  });
}

test("a picture goes on paper with title and legend, light and without panels", async ({ page }, info) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  await page.getByRole("button", { name: atlas.text("top.dark") }).click();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator("[data-print-sheet]");
  await expect(sheet.getByRole("heading", { level: 1 })).toContainText("链图谱");
  await expect(sheet).toContainText(atlas.text("line.inferred"));
  await expect(atlas.search).toBeHidden();
  const inked = await sheet.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] as number) < 128) dark += 1;
    return { corner: data[0], dark: dark / (data.length / 4) };
  });
  expect(inked.corner).toBe(250);
  expect(inked.dark).toBeGreaterThan(0.005);
  await page.screenshot({ path: info.outputPath("print.png") });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(atlas.search).toBeVisible();
});
