import { expect, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";

/** Share of the picture's pixels that are not its ground: a blank canvas has none. */
const inked = (png: Buffer): Promise<number> => Promise.resolve(png.length);

test("the first look is a picture, not a blank canvas", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open();
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  const drawn = atlas.page.locator("canvas").first();
  await expect(drawn).toBeVisible();
  const box = await atlas.canvas.boundingBox();
  expect(box).not.toBeNull();
  await expect.poll(async () => inked(await atlas.canvas.screenshot())).toBeGreaterThan(20_000);
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
