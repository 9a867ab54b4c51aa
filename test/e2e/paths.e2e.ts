import { expect, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";

test.describe("an analyst who looks for ways", () => {
  test("finds paths between two companies, is told which filter stands before the last, and goes back", async ({ page }, info) => {
    const atlas = new AtlasPage(page, "zh");
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    const panel = page.getByRole("complementary", { name: atlas.text("paths.title") });
    const choose = async (label: string, text: string) => {
      await panel.getByRole("combobox", { name: label, exact: true }).fill(text);
      await page.getByRole("option").filter({ hasText: text }).first().click();
    };

    await test.step("asks from the keyboard, and sees the shortest way marked and listed", async () => {
      await atlas.stage.focus();
      await page.keyboard.press("p");
      await choose(atlas.text("paths.from"), "中国宝武");
      await choose(atlas.text("paths.to"), "赣锋锂业");
      await expect(panel.getByRole("button", { name: /^1\./ })).toHaveAttribute("aria-pressed", "true");
      await expect(page.getByRole("navigation", { name: atlas.text("canvas.trail") })).toContainText("中国宝武 – 赣锋锂业");
      // The way made the trail longer after it was brought into view: its entities stay out from under the bars.
      const covered = () =>
        page.evaluate(() => {
          const it = window.__atlas;
          const stage = document.querySelector("[role=application]")?.getBoundingClientRect();
          const bars = [...document.querySelectorAll("[data-table] > *")].map((bar) => bar.getBoundingClientRect());
          const nodes = it?.store.getState().history.present.exploration.highlight?.nodes ?? [];
          return nodes.map((node) => {
            const at = it?.canvas?.viewportOf(node) ?? { x: 0, y: 0 };
            const [x, y] = [at.x + (stage?.x ?? 0), at.y + (stage?.y ?? 0)];
            return bars.some((bar) => x > bar.left && x < bar.right && y > bar.top && y < bar.bottom);
          });
        });
      await expect.poll(covered).toEqual([false, false, false, false, false]);
      await page.screenshot({ path: info.outputPath("paths.png") });
    });

    await test.step("looks at a statement of the way", async () => {
      await panel.getByRole("listitem").first().getByRole("listitem").first().getByRole("button").click();
      await expect(atlas.inspector).toContainText(atlas.text("inspector.evidence"));
    });

    await test.step("takes everything away but honours, and is told what to open", async () => {
      for (const family of ["ownership", "chain", "materials", "building", "plans", "places", "partners", "support", "people"] as const)
        await panel.getByRole("button", { name: atlas.text(`paths.family.${family}`), exact: true }).click();
      await expect(panel).toContainText(atlas.text("paths.filtered"));
      await panel
        .getByRole("button", { name: atlas.text("paths.open"), exact: true })
        .first()
        .click();
      await expect(panel.getByRole("button", { name: /^1\./ })).toBeVisible();
    });

    await test.step("closes the search and undoes what it showed", async () => {
      await panel.getByRole("button", { name: atlas.text("paths.close") }).click();
      await expect(panel).toBeHidden();
      await page.getByRole("button", { name: atlas.text("canvas.undo") }).click();
      await expect(atlas.canvas).toBeVisible();
    });
    expect(atlas.complaints).toEqual([]);
  });

  test("sees the way above the search in a narrow window too", async ({ page }, info) => {
    await page.setViewportSize({ width: 820, height: 1180 });
    const atlas = new AtlasPage(page, "zh");
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    await atlas.stage.focus();
    await page.keyboard.press("p");
    const panel = page.getByRole("complementary", { name: atlas.text("paths.title") });
    await expect(panel).toBeVisible();
    await expect.poll(async () => (await panel.boundingBox())?.y ?? 0).toBeGreaterThan(400);
    for (const [label, text] of [
      [atlas.text("paths.from"), "中国宝武"],
      [atlas.text("paths.to"), "赣锋锂业"],
    ] as const) {
      await panel.getByRole("combobox", { name: label, exact: true }).fill(text);
      await page.getByRole("option").filter({ hasText: text }).first().click();
    }
    await expect(panel.getByRole("button", { name: /^1\./ })).toHaveAttribute("aria-pressed", "true");
    // Every entity of the way is in the window: below the bars, above the sheet, and rather in its middle.
    const room = async () => {
      const [stage, sheet] = [await atlas.stage.boundingBox(), await panel.boundingBox()];
      return { top: 50, bottom: (sheet?.y ?? 0) - (stage?.y ?? 0), width: stage?.width ?? 0 };
    };
    const way = () =>
      page.evaluate(() => {
        const it = window.__atlas;
        return (it?.store.getState().history.present.exploration.highlight?.nodes ?? []).map((node) => it?.canvas?.viewportOf(node));
      });
    await expect
      .poll(async () => {
        const { top, bottom, width } = await room();
        const places = await way();
        const inView = places.filter((at) => at && at.y > top && at.y < bottom && at.x > 0.2 * width && at.x < 0.8 * width);
        return [places.length > 2, inView.length === places.length];
      })
      .toEqual([true, true]);
    await page.screenshot({ path: info.outputPath("narrow.png") });
  });

  test("lays the picture out by chain, place and distance, and says what nobody places", async ({ page }, info) => {
    const atlas = new AtlasPage(page, "en");
    await atlas.open("/#/explore");
    await expect.poll(() => atlas.shown()).toBeGreaterThan(50);
    const placesNow = () => page.evaluate(() => Array.from(window.__atlas?.canvas?.positionsNow() ?? []).slice(0, 200));
    for (const [name, id] of [
      ["Chain lanes", "lanes"],
      ["By park and region", "nested"],
      ["Around the selection", "radial"],
    ] as const) {
      const before = await placesNow();
      await page.getByRole("button", { name: atlas.text("canvas.layout"), exact: true }).click();
      await page.getByRole("menuitemradio", { name }).click();
      await expect.poll(placesNow).not.toEqual(before);
      const guides = await page.evaluate(() => window.__atlas?.store.getState().history.present.guides.length ?? 0);
      expect(guides, name).toBeGreaterThan(1);
      await page.screenshot({ path: info.outputPath(`${id}.png`) });
    }
    await page.getByRole("button", { name: atlas.text("canvas.undo") }).click();
    expect(atlas.complaints).toEqual([]);
  });
});
