import { expect, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";
import { dialog, expectSame, explore, freshPage, linkOf, loadedBetween, pictureOf, settled, token } from "./kept-picture.ts";
import { seriousFindings } from "./serious-findings.ts";

for (const { language, theme } of [
  { language: "zh", theme: "light" },
  { language: "en", theme: "dark" },
] as const) {
  test(`a view is saved, everything is changed, and the view opens again as it was (${language}, ${theme})`, async ({
    browser,
    baseURL,
  }, info) => {
    const { atlas, page, context } = await freshPage(browser, language, `${baseURL}/#/explore`, theme);
    await explore(atlas);
    const before = await pictureOf(page);
    const name = `${language} 赣锋`;
    const views = dialog(atlas, "views.title");

    await test.step("saves it with a name and a note, after giving the token", async () => {
      await page.getByRole("button", { name: atlas.text("views.save"), exact: true }).click();
      await views.getByLabel(atlas.text("token.who")).fill("旅人");
      await views.getByLabel(atlas.text("token.label")).fill(token);
      await views.getByRole("button", { name: atlas.text("token.use") }).click();
      await views.getByLabel(atlas.text("views.name"), { exact: true }).fill(name);
      await views.getByLabel(atlas.text("views.note"), { exact: true }).fill("给早会");
      await views.getByRole("button", { name: atlas.text("views.saveNow"), exact: true }).click();
      await expect(views.getByRole("listitem").filter({ hasText: name })).toContainText("旅人");
      await page.screenshot({ path: info.outputPath(`views-${language}-${theme}.png`) });
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press("Escape");
    });

    await test.step("changes filters, layout and selection", async () => {
      const legend = page.getByRole("region", { name: atlas.text("rail.legend"), exact: true });
      await legend.getByRole("button", { name: new RegExp(`^${atlas.text("kind.Event")}`) }).click();
      await legend.getByRole("button", { name: new RegExp(`^${atlas.text("kind.Park")}`) }).click();
      await atlas.find("新钢集团");
      await page.getByRole("button", { name: atlas.text("canvas.layout"), exact: true }).click();
      await page.getByRole("menuitemradio").last().click();
      await settled(page);
      expect((await pictureOf(page)).selection).not.toEqual(before.selection);
    });

    await test.step("fetches what the view does not have: what is generally known between its entities", async () => {
      await page
        .getByRole("group", { name: atlas.text("rail.status") })
        .getByRole("button", { name: new RegExp(`^${atlas.text("rail.status.reference")}`) })
        .click();
      await settled(page);
      await expect.poll(() => loadedBetween(page, Object.keys(before.places))).toBeGreaterThan(before.statements.length);
    });

    await test.step("opens the view: one step, and everything stands where it stood", async () => {
      const { steps } = await pictureOf(page);
      await page.getByRole("button", { name: atlas.text("views.save"), exact: true }).click();
      await views.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      await expect.poll(async () => (await pictureOf(page)).selection).toEqual(before.selection);
      await settled(page);
      const after = await pictureOf(page);
      expectSame(after, before);
      expect(after.steps).toBe(steps + 1);
    });

    await test.step("renames it, deletes it, and takes that back", async () => {
      if (!(await views.isVisible())) await page.getByRole("button", { name: atlas.text("views.save"), exact: true }).click();
      const row = views.getByRole("listitem").filter({ hasText: name });
      const choose = async (key: "views.rename" | "views.delete") => {
        await row.getByRole("button").last().click();
        await page.getByRole("menuitem", { name: atlas.text(key) }).click();
      };
      await choose("views.rename");
      await views.getByRole("listitem").getByLabel(atlas.text("views.name"), { exact: true }).fill(`${name} 2`);
      await views
        .getByRole("listitem")
        .getByRole("button", { name: atlas.text("views.saveNow"), exact: true })
        .click();
      await expect(row).toContainText(`${name} 2`);
      await choose("views.delete");
      await expect(row).toHaveCount(0);
      await views.getByRole("button", { name: atlas.text("views.undo"), exact: true }).click();
      await expect(row).toContainText(`${name} 2`);
    });
    expect(atlas.complaints).toEqual([]);
    await context.close();
  });
}

test("a link opens the same picture in another browser and another language", async ({ page, browser }, info) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await explore(atlas);
  await page.getByRole("button", { name: atlas.text("unknown.show") }).click();
  await expect(page.locator("[data-unknown-drawn]")).toBeVisible();
  await settled(page);
  const before = await pictureOf(page);
  const address = await linkOf(atlas);
  expect(await pictureOf(page)).toEqual(before);
  await page.screenshot({ path: info.outputPath("share.png") });

  const { page: other, context, atlas: there } = await freshPage(browser, "en", address);
  await expect.poll(async () => (await pictureOf(other)).selection, { timeout: 20_000 }).toEqual(before.selection);
  await settled(other);
  const after = await pictureOf(other);
  expectSame(after, before);
  expect(after.steps).toBe(1);
  await expect(other.locator("[data-unknown-drawn]")).toBeVisible();
  await other.screenshot({ path: info.outputPath("opened.png") });
  await test.step("undo returns to the picture before", async () => {
    await other.getByRole("button", { name: there.text("canvas.undo") }).click();
    await expect.poll(async () => (await pictureOf(other)).selection).toEqual([]);
  });
  expect(there.complaints).toEqual([]);
  await context.close();
});

test("a link with an entity that is gone says so, and a broken one loses nothing", async ({ page, browser }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await settled(page);
  // An id that the store never had stands for one that was removed: nobody knows a name for it.
  await page.evaluate(() => {
    const store = window.__atlas?.store;
    if (store === undefined) return;
    const { graph } = store.getState();
    graph.nodes.id[5] = "co-long-gone";
    store.setState({ graph: { ...graph } });
  });
  const address = await linkOf(atlas);
  const { page: other, context, atlas: there } = await freshPage(browser, "zh", address);
  const alert = other.getByRole("alert");
  await expect(alert).toContainText("co-long-gone", { timeout: 20_000 });
  await expect(alert).toContainText(/\d+ 个实体里有 1 个已不在图谱中/);
  await settled(other);
  const before = await pictureOf(other);
  expect(Object.keys(before.places)).not.toContain("co-long-gone");

  await other.evaluate(
    (hash) => {
      location.hash = hash;
    },
    new URL(address).hash.slice(0, -9),
  );
  await expect(alert).toContainText(there.text("opened.broken"));
  expectSame(await pictureOf(other), before);
  await context.close();
});
