import { expect, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";

test("the first look is a picture, not a blank canvas", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open();
  await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
  // A canvas of one colour compresses to almost nothing; a drawn one does not.
  await expect.poll(async () => (await atlas.canvas.screenshot()).length, { timeout: 20_000 }).toBeGreaterThan(25_000);
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
