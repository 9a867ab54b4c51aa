import { expect, type Locator, test } from "@playwright/test";
import { AtlasPage, type Language } from "./atlas-page.ts";

const words = {
  zh: { ganfeng: "赣锋锂业", builds: "建设", operates: "运营", company: /^企业/, members: /个成员/, steel: "新钢集团", baowu: "中国宝武" },
  en: {
    ganfeng: "Ganfeng Lithium",
    builds: "builds",
    operates: "operates",
    company: /^Company/,
    members: /members?/,
    steel: "Xinyu Iron and Steel Group",
    baowu: "China Baowu",
  },
} as const;

/** What the analyst has before them, to compare pictures by. */
const picture = (atlas: AtlasPage) =>
  atlas.page.evaluate(() => {
    const { graph, history } = (window.__atlas as NonNullable<typeof window.__atlas>).store.getState();
    const { exploration, positions } = history.present;
    const shown = [...exploration.shown.keys()].filter((node) => exploration.shown[node] === 1);
    return {
      shown: shown.map((node) => graph.nodes.id[node]).sort(),
      places: shown.map((node) => [Math.round(positions.x(node)), Math.round(positions.y(node))]),
      pinned: exploration.pinned.size,
      groups: exploration.groups.map(({ key, open, members }) => [key, open, members.length]),
      hiddenKinds: [...exploration.hiddenKinds],
      steps: history.past.length,
    };
  });

/** Where an entity is drawn, in pixels of the page. */
async function placeOf(atlas: AtlasPage, id: string): Promise<{ x: number; y: number }> {
  const home = await atlas.stage.boundingBox();
  const at = await atlas.page.evaluate((wanted) => {
    const node = window.__atlas?.store.getState().graph.nodeIndex.get(wanted) ?? 0;
    return window.__atlas?.canvas?.viewportOf(node);
  }, id);
  return { x: (home?.x ?? 0) + (at?.x ?? 0), y: (home?.y ?? 0) + (at?.y ?? 0) };
}

/** The menu of an entity, by the right button. */
async function menuOf(atlas: AtlasPage, id: string): Promise<Locator> {
  const { x, y } = await placeOf(atlas, id);
  await atlas.page.mouse.click(x, y, { button: "right" });
  const menu = atlas.page.getByRole("menu");
  await expect(menu).toBeVisible();
  return menu;
}

for (const language of ["zh", "en"] as const satisfies readonly Language[]) {
  const say = words[language];

  test(`an analyst in ${language} moves through the graph, and all the way back`, async ({ page }, info) => {
    test.setTimeout(180_000);
    const atlas = new AtlasPage(page, language);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    // The first layout runs in a worker: what is shown has its place only when it has answered.
    await expect.poll(async () => (await picture(atlas)).places.flat().some(Number.isNaN)).toBe(false);
    const first = await picture(atlas);
    const bar = page.getByRole("toolbar", { name: atlas.text("selection.region") });

    await test.step("expands by one relation, whose missing ones are counted, and collapses again", async () => {
      const before = await atlas.shown();
      const menu = await menuOf(atlas, "co-ganfeng");
      const operates = menu.getByRole("menuitem", { name: say.operates });
      await expect(operates).toContainText("3");
      await page.screenshot({ path: info.outputPath(`menu-${language}.png`) });
      await operates.click();
      await expect.poll(() => atlas.shown()).toBe(before + 3);
      const again = await menuOf(atlas, "co-ganfeng");
      await expect(again.getByRole("menuitem", { name: say.operates })).toHaveAttribute("aria-disabled", "true");
      await again.getByRole("menuitem", { name: atlas.text("node.collapse") }).click();
      await expect.poll(() => atlas.shown()).toBe(before);
    });

    await test.step("expands by kind", async () => {
      const before = await atlas.shown();
      const menu = await menuOf(atlas, "co-ganfeng");
      await menu.getByRole("menuitem", { name: language === "zh" ? /^平台/ : /^Platform/ }).click();
      await expect.poll(() => atlas.shown()).toBeGreaterThan(before);
    });

    await test.step("pins by dragging, and a layout leaves it there", async () => {
      const { x, y } = await placeOf(atlas, "co-ganfeng");
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 40, y + 60, { steps: 5 });
      await page.mouse.up();
      await expect.poll(async () => (await picture(atlas)).pinned).toBe(1);
      const place = () =>
        page.evaluate(() => {
          const state = window.__atlas?.store.getState();
          const node = state?.graph.nodeIndex.get("co-ganfeng") ?? 0;
          const positions = state?.history.present.positions;
          return [positions?.x(node), positions?.y(node)];
        });
      const put = await place();
      const { places } = await picture(atlas);
      await page.getByRole("button", { name: atlas.text("canvas.layout"), exact: true }).click();
      await page.getByRole("menuitem", { name: atlas.text("canvas.layoutAgain") }).click();
      await expect.poll(async () => (await picture(atlas)).places).not.toEqual(places);
      expect(await place()).toEqual(put);
    });

    await test.step("hides one and is told so, and brings it back", async () => {
      const before = await atlas.shown();
      await (await menuOf(atlas, "co-ganfeng")).getByRole("menuitem", { name: atlas.text("node.hide") }).click();
      await expect.poll(() => atlas.shown()).toBe(before - 1);
      await atlas.canvas.getByRole("button", { name: atlas.text("hidden.show"), exact: true }).click();
      await expect.poll(() => atlas.shown()).toBe(before);
    });

    await test.step("selects with a lasso from the keyboard, groups what is inside, and opens the group again", async () => {
      await page.keyboard.press("Escape");
      await atlas.stage.focus();
      await page.keyboard.press("l");
      await expect(page.getByRole("button", { name: atlas.text("tools.lasso") })).toHaveAttribute("aria-pressed", "true");
      const home = await atlas.stage.boundingBox();
      const [left, top] = [(home?.x ?? 0) + 180, (home?.y ?? 0) + 140];
      await page.mouse.move(left, top);
      await page.mouse.down();
      for (const [x, y] of [
        [320, 0],
        [340, 260],
        [20, 280],
      ] as const)
        await page.mouse.move(left + x, top + y, { steps: 6 });
      await page.mouse.up();
      await expect(bar).toBeVisible();
      await page.screenshot({ path: info.outputPath(`lasso-${language}.png`) });
      const before = await atlas.shown();
      await bar.getByRole("button", { name: atlas.text("selection.group"), exact: true }).click();
      await expect(atlas.inspector).toContainText(say.members);
      await expect(atlas.inspector).toContainText(atlas.text("group.links"));
      expect(await atlas.shown()).toBe(before);
      await page.keyboard.press("Escape");
      await page.screenshot({ path: info.outputPath(`group-${language}.png`) });
      await bar.getByRole("button", { name: atlas.text("selection.open"), exact: true }).click();
      await expect.poll(async () => (await picture(atlas)).groups.map(([, open]) => open)).toEqual([true]);
    });

    await test.step("groups everything by chain and looks at the statements behind one line", async () => {
      await page.getByRole("button", { name: atlas.text("tools.group"), exact: true }).click();
      await page.getByRole("menuitem", { name: atlas.text("group.by.chain") }).click();
      await expect.poll(async () => (await picture(atlas)).groups.length).toBeGreaterThan(2);
      await page.getByRole("button", { name: atlas.text("tools.select"), exact: true }).click();
      await page.getByRole("menuitem", { name: say.company }).click();
      await expect(bar).toBeVisible();
      await atlas.stage.focus();
      await page.keyboard.press("Escape");
    });

    await test.step("keeps only two hops around one, and filters a kind", async () => {
      const before = await atlas.shown();
      await atlas.find("赣锋锂业");
      await atlas.stage.focus();
      await page.keyboard.press("Shift+Period");
      await expect.poll(() => atlas.shown()).toBeLessThan(before);
      const legend = page.getByRole("region", { name: atlas.text("rail.legend"), exact: true });
      await legend.getByRole("button", { name: say.company }).click();
    });

    await test.step("undoes all of it to the first picture, and redoes it to the last", async () => {
      const last = await picture(atlas);
      for (let step = 0; step < last.steps; step++) await page.keyboard.press("ControlOrMeta+z");
      await expect.poll(() => picture(atlas)).toEqual(first);
      for (let step = 0; step < last.steps; step++) await page.keyboard.press("ControlOrMeta+Shift+z");
      await expect.poll(() => picture(atlas)).toEqual(last);
    });

    await test.step("goes to another page and back with the browser, and finds the picture as it was", async () => {
      const before = await picture(atlas);
      await page.getByRole("link", { name: atlas.text("top.documents") }).click();
      await expect(page).toHaveURL(/documents/);
      await page.goBack();
      await expect(atlas.stage).toBeVisible();
      expect(await picture(atlas)).toEqual(before);
    });
    expect(atlas.complaints).toEqual([]);
  });

  test(`an analyst in ${language} finds ways through three entities, and learns why there is none`, async ({ page }, info) => {
    test.setTimeout(120_000);
    const atlas = new AtlasPage(page, language);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    const panel = page.getByRole("complementary", { name: atlas.text("paths.title") });

    await test.step("selects three with Shift and asks for the paths between them", async () => {
      for (const [at, id] of ["co-baowu", "co-xingang-group", "co-ganfeng"].entries()) {
        const { x, y } = await placeOf(atlas, id);
        if (at > 0) await page.keyboard.down("Shift");
        await page.mouse.click(x, y);
        await page.keyboard.up("Shift");
      }
      await page
        .getByRole("toolbar", { name: atlas.text("selection.region") })
        .getByRole("button", { name: atlas.text("selection.paths") })
        .click();
      await expect(panel.getByRole("button", { name: /^1\./, pressed: true })).toHaveCount(2);
      await page.screenshot({ path: info.outputPath(`way-${language}.png`) });
    });

    await test.step("asks between each two instead, and marks all that was found", async () => {
      await panel.getByRole("button", { name: atlas.text("paths.legs.pairs") }).click();
      await expect(panel.getByRole("heading", { level: 3 }).filter({ hasText: "–" })).toHaveCount(3);
      await panel.getByRole("button", { name: language === "zh" ? /^标出全部/ : /^Mark all/ }).click();
      await expect(panel.getByRole("button", { name: /^1\./, pressed: true })).toHaveCount(0);
      await panel.getByRole("button", { name: atlas.text("paths.keepOnly") }).click();
      await expect.poll(() => atlas.shown()).toBeLessThan(60);
      await page.screenshot({ path: info.outputPath(`pairs-${language}.png`) });
    });

    await test.step("asks for stated ones of one hop, is told which filter stands before the last, and opens it", async () => {
      await panel.getByRole("slider", { name: atlas.text("paths.longest") }).fill("1");
      await expect(panel).toContainText(atlas.text("paths.filtered"));
      await panel
        .getByRole("button", { name: atlas.text("paths.open"), exact: true })
        .first()
        .click();
      await expect(panel).not.toContainText(atlas.text("paths.filtered"));
    });

    await test.step("asks for what held on a day, and is told how to write one", async () => {
      const day = panel.getByRole("textbox", { name: atlas.text("paths.heldAt") });
      await day.fill("20");
      await expect(panel).toContainText(atlas.text("paths.heldAtWrong"));
      await day.fill("2024");
      await expect(panel).not.toContainText(atlas.text("paths.heldAtWrong"));
      await expect(panel.getByRole("button", { name: /^1\./ }).first()).toBeVisible();
    });
    expect(atlas.complaints).toEqual([]);
  });
}
