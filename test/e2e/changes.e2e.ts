import { expect, type Page, test } from "@playwright/test";
import { AtlasPage } from "./atlas-page.ts";
import { seriousFindings } from "./serious-findings.ts";

const token = "journey-editor-token";

interface Exported {
  entities: Record<string, unknown>[];
  statements: Record<string, unknown>[];
  evidence: Record<string, unknown>[];
}

/** The bundled dataset as the export writes it, with one company more that three statements speak of, and one statement less. */
async function changedDataset(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const answer = await page.request.get("/api/v1/export?format=json");
  const dataset = (await answer.json()) as Exported;
  const evidence = dataset.evidence.find((one) => one.start !== undefined) ?? {};
  dataset.entities.push({ id: "co-journey", kind: "Company", name: "旅途试验新材", dataset: "xinyu" });
  for (const [at, object] of ["chain-lithium", "chain-steel", "chain-electronics"].entries()) {
    const id = `s-journey-${at}`;
    dataset.statements.push({ id, subject: "co-journey", predicate: "PART_OF_CHAIN", object, status: "stated", confidence: 1 });
    dataset.evidence.push({ ...evidence, statement: id });
  }
  const gone = dataset.statements.find((one) => one.predicate === "PARTNERS_WITH") as { id: string };
  dataset.statements = dataset.statements.filter((one) => one.id !== gone.id);
  dataset.evidence = dataset.evidence.filter((one) => one.statement !== gone.id);
  return { name: "journey.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dataset)) };
}

test("an update is uploaded, reviewed by keyboard, applied as a revision, and reverted through the same review", async ({ page }, info) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/changes");
  const before = (await (await page.request.get("/api/v1/health")).json()) as { revision: number };
  const panel = page.getByRole("region", { name: atlas.text("changes.region"), exact: true });
  const detail = page.getByRole("complementary", { name: atlas.text("changes.detail") });
  const decided = panel.getByRole("progressbar");

  await test.step("reads without a token, and asks for one before anything can be written", async () => {
    await expect(panel).toContainText(atlas.text("token.title"));
    await expect(page.getByRole("button", { name: atlas.text("upload.choose") })).toHaveCount(0);
    await panel.getByLabel(atlas.text("token.label")).fill("wrong");
    await panel.getByRole("button", { name: atlas.text("token.use") }).click();
    await expect(panel).toContainText(atlas.text("token.refused"));
    await panel.getByLabel(atlas.text("token.label")).fill(token);
    await panel.getByRole("button", { name: atlas.text("token.use") }).click();
    await expect(panel.getByRole("button", { name: atlas.text("upload.choose") })).toBeVisible();
  });

  await test.step("uploads a dataset and sees what it would change", async () => {
    await panel.locator("input[type=file]").setInputFiles(await changedDataset(page));
    await panel.getByRole("button", { name: atlas.text("upload.send"), exact: true }).click();
    await expect(page).toHaveURL(/#\/changes\/.+/);
    await expect(panel.getByRole("heading", { level: 1 })).toContainText("journey");
    await expect(decided).toHaveAttribute("aria-valuemax", "5");
    await expect(detail).toContainText(atlas.text("changes.willRemove"));
    await page.screenshot({ path: info.outputPath("review.png") });
    expect(await seriousFindings(page)).toEqual([]);
  });

  await test.step("decides by keyboard: rejecting the company rejects what hangs on it, undo takes all of it back", async () => {
    await page.keyboard.press("j");
    await expect(detail).toContainText("旅途试验新材");
    await page.keyboard.press("x");
    await expect(decided).toHaveAttribute("aria-valuenow", "4");
    await expect(page.getByRole("status").filter({ hasText: "旅途试验新材" })).toContainText("连带 3 项");
    await page.keyboard.press("u");
    await expect(decided).toHaveAttribute("aria-valuenow", "0");
  });

  await test.step("corrects a name and accepts everything", async () => {
    await page.keyboard.press("e");
    const name = detail.getByLabel(atlas.text("field.name"), { exact: true });
    await expect(name).toBeFocused();
    await name.fill("旅途试验新材料");
    await page.keyboard.press("Enter");
    await expect(decided).toHaveAttribute("aria-valuenow", "1");
    for (let i = 0; i < 8; i++) await page.keyboard.press("k");
    for (let i = 0; i < 5; i++) await page.keyboard.press("a");
    await expect(decided).toHaveAttribute("aria-valuenow", "5");
    await expect(panel).toContainText(atlas.text("changes.sent"));
  });

  await test.step("applies them as the next revision, which is drawn and listed", async () => {
    await panel.getByLabel(atlas.text("changes.message")).fill("旅途试验");
    await panel.getByRole("button", { name: `应用 5 项为修订 #${before.revision + 1}` }).click();
    await expect(panel).toContainText(`已写入为修订 #${before.revision + 1}`, { timeout: 30_000 });
    await panel.getByRole("link", { name: `看修订 #${before.revision + 1}` }).click();
    await expect(detail).toContainText("旅途试验");
    await expect(detail).toContainText("旅途试验新材料");
    await page.screenshot({ path: info.outputPath("revision.png") });
    expect(await seriousFindings(page)).toEqual([]);
  });

  await test.step("reverts it: a change set that undoes all of it", async () => {
    await detail.getByRole("button", { name: atlas.text("changes.revert") }).click();
    await expect(page).toHaveURL(/#\/changes\/.+/);
    await expect(decided).toHaveAttribute("aria-valuemax", "5");
    for (const name of ["删除", "新增"]) await panel.getByRole("button", { name: `接受全部${name}` }).click();
    await expect(decided).toHaveAttribute("aria-valuenow", "5");
    await panel.getByRole("button", { name: `应用 5 项为修订 #${before.revision + 2}` }).click();
    await expect(panel).toContainText(`已写入为修订 #${before.revision + 2}`, { timeout: 30_000 });
  });

  await test.step("the graph is as before, and the history tells what happened", async () => {
    await page.goto("/#/changes");
    await expect(page.getByRole("navigation", { name: atlas.text("changes.track") }).getByRole("button")).toHaveCount(before.revision + 2);
    const found = (await (await page.request.get("/api/v1/search?q=旅途试验")).json()) as { hits: { name: string }[] };
    expect(found.hits.filter((hit) => hit.name.startsWith("旅途试验"))).toEqual([]);
  });

  expect(atlas.complaints.filter((it) => !/40[13]/.test(it))).toEqual([]);
});

test("a hundred items are decided in less than a minute, one key each", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/changes");
  const panel = page.getByRole("region", { name: atlas.text("changes.region"), exact: true });
  await panel.getByLabel(atlas.text("token.label")).fill(token);
  await panel.getByRole("button", { name: atlas.text("token.use") }).click();
  const answer = await page.request.get("/api/v1/export?format=json");
  const dataset = (await answer.json()) as Exported;
  for (let i = 0; i < 100; i++) dataset.entities.push({ id: `co-hundred-${i}`, kind: "Company", name: `百项试验${i}`, dataset: "xinyu" });
  await panel
    .locator("input[type=file]")
    .setInputFiles({ name: "hundred.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dataset)) });
  await panel.getByRole("button", { name: atlas.text("upload.send"), exact: true }).click();
  const decided = panel.getByRole("progressbar");
  await expect(decided).toHaveAttribute("aria-valuemax", "100");
  for (let i = 0; i < 100; i++) await page.keyboard.press(i % 4 === 0 ? "x" : "a");
  await expect(decided).toHaveAttribute("aria-valuenow", "100");
  await expect(panel).toContainText(atlas.text("changes.sent"));
  await panel.getByRole("button", { name: atlas.text("changes.discard"), exact: true }).click();
  await panel.getByRole("button", { name: atlas.text("changes.discard"), exact: true }).click();
  await expect(page).toHaveURL(/#\/changes$/);
});

test("a source is withdrawn by hand from where it is read, as a change set like any other", async ({ page }) => {
  const atlas = new AtlasPage(page, "en");
  await atlas.open("/#/documents");
  await page.getByRole("button", { name: atlas.text("edit.withdraw") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(atlas.text("token.label")).fill(token);
  await dialog.getByRole("button", { name: atlas.text("token.use") }).click();
  await expect(dialog).toContainText(atlas.text("edit.withdrawWhy"));
  await dialog.getByRole("button", { name: atlas.text("edit.review") }).click();
  await expect(page).toHaveURL(/#\/changes\/.+/);
  const panel = page.getByRole("region", { name: atlas.text("changes.region"), exact: true });
  await expect(panel.getByRole("heading", { name: "Removed" })).toBeVisible();
  await page.goto("/#/freshness");
  await expect(page.getByRole("row")).not.toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
});

test("what revisions changed of an entity stands in the inspector", async ({ page }) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore/co-ganfeng");
  await atlas.inspector.getByRole("tab", { name: atlas.text("history.tab") }).click();
  await expect(atlas.inspector.getByRole("link", { name: /#1/ })).toBeVisible();
});
