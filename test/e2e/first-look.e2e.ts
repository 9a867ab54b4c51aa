import { expect, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";

test("the first look is a picture, not a blank canvas", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open();
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  // A canvas of one colour compresses to almost nothing; a drawn one does not.
  await expect.poll(async () => (await atlas.canvas.screenshot()).length, { timeout: 20_000 }).toBeGreaterThan(25_000);
});

test("names are there again after another screen, at once and without a touch", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  const goTo = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  /** Points of the layer of names that have ink. */
  const inked = () =>
    page.evaluate(() => {
      const layer = document.querySelector<HTMLCanvasElement>("canvas.sigma-text");
      const data = layer?.width ? layer.getContext("2d")?.getImageData(0, 0, layer.width, layer.height).data : undefined;
      return data?.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0 ? 1 : 0), 0) ?? 0;
    });
  await expect.poll(inked).toBeGreaterThan(5_000);
  await goTo("#/documents");
  await expect(page.getByRole("heading").first()).toBeVisible();
  await goTo("#/explore");
  await expect(atlas.stage).toBeVisible();
  // What was written before is still there until the canvas has taken its size again.
  await page.waitForTimeout(1_000);
  expect(await inked()).toBeGreaterThan(5_000);
});

test("a click on the strip's query shows the Cypher that made the picture, and it runs as it stands", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  await page.getByRole("button", { name: new RegExp(atlas.text("strip.open")) }).click();
  await atlas.workbench.getByRole("button", { name: new RegExp(atlas.text("workbench.run")) }).click();
  await expect(atlas.workbench.getByRole("row")).not.toHaveCount(0);
  await expect(atlas.workbench.getByRole("alert")).toHaveCount(0);
});

test("a server that is gone is told at once, with what to do, and the picture stays", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  const before = await atlas.shown();
  await page.route("**/api/v1/**", (route) => route.abort("connectionrefused"));
  await atlas.search.fill("新钢");
  await expect(page.getByText(atlas.text("failure.unreachable")).first()).toBeVisible();
  expect(await atlas.shown()).toBe(before);
});
