import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";
import { dialog, freshPage, share, token } from "./kept-picture.ts";

test("a note is written beside an entity, read by others, and listed in the export", async ({ page, browser, baseURL }, info) => {
  const atlas = new AtlasPage(page, "en");
  await atlas.open("/#/explore/co-ganfeng");
  await expect(atlas.inspector).toContainText("002460.SZ");
  const notes = atlas.inspector.getByRole("region", { name: atlas.text("notes.title"), exact: true });
  await notes.getByRole("button", { name: atlas.text("notes.add") }).click();
  await notes.getByLabel(atlas.text("token.who")).fill("Reviewer");
  await notes.getByLabel(atlas.text("token.label")).fill(token);
  await notes.getByRole("button", { name: atlas.text("token.use") }).click();
  await notes.getByRole("textbox", { name: atlas.text("notes.text"), exact: true }).fill("Check the 2023 capacity <b>again</b>");
  await notes.getByRole("button", { name: atlas.text("notes.save") }).click();
  await expect(notes.getByRole("listitem")).toContainText("Check the 2023 capacity <b>again</b>");
  await page.screenshot({ path: info.outputPath("note.png") });

  await test.step("its sheet is on the canvas and in the vector, and both explain it", async () => {
    await expect(atlas.canvas.getByText(atlas.text("line.noted"))).toBeVisible();
    await share(atlas).click();
    const download = page.waitForEvent("download");
    await dialog(atlas, "share.title").getByRole("button", { name: /SVG:/ }).click();
    const file = await download;
    await file.saveAs(info.outputPath("noted.svg"));
    const svg = readFileSync(info.outputPath("noted.svg"), "utf8");
    expect(svg.match(/data-layer="notes".*?data-note/s)).not.toBeNull();
    expect(svg).toContain(atlas.text("line.noted"));
    await page.keyboard.press("Escape");
  });

  const { atlas: reader, context } = await freshPage(browser, "zh", `${baseURL}/#/explore/co-ganfeng`);
  await expect(reader.inspector).toContainText("Check the 2023 capacity");
  await expect(reader.inspector).toContainText("Reviewer");
  await context.close();

  await notes.getByRole("button", { name: atlas.text("notes.delete") }).click();
  await expect(notes.getByRole("listitem")).toHaveCount(0);
  await expect(atlas.canvas.getByText(atlas.text("line.noted"))).toHaveCount(0);
  expect(atlas.complaints).toEqual([]);
});
