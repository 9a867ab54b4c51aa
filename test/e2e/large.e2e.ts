import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { writeSyntheticDataset } from "#scripts/command/synthetic-dataset.ts";
import { freePort } from "#scripts/neo4j/bolt.ts";
import { AtlasPage } from "./atlas-page.ts";

/** A server of its own over a made-up graph of 10,000 entities. */
let home: string;
let server: ChildProcess;
let address: string;

const command = (script: string, args: string[], env: Record<string, string>) =>
  spawn(process.execPath, ["--import", "tsx", script, ...args], { env: { ...process.env, ...env }, stdio: "ignore" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  home = await mkdtemp(join(tmpdir(), "chain-atlas-large-"));
  const dataset = join(home, "dataset");
  await writeSyntheticDataset({ entities: 10_000, out: dataset, seed: 1 });
  const own = { DATA_DIR: join(home, "data"), LOG_LEVEL: "warn" };
  const [code] = await once(command("scripts/seed.ts", [dataset, "--yes"], own), "exit");
  expect(code).toBe(0);
  const port = String(await freePort());
  address = `http://127.0.0.1:${port}`;
  server = command("scripts/start.ts", [], { ...own, PORT: port, EDITOR_TOKEN: "journey-editor-token" });
  await expect
    .poll(
      () =>
        fetch(`${address}/api/v1/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 120_000 },
    )
    .toBe(200);
});

test.afterAll(async () => {
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(home, { recursive: true, force: true });
});

test("10,000 entities are loaded with their progress, found, selected, filtered and read as a table", async ({ page }) => {
  test.setTimeout(300_000);
  const atlas = new AtlasPage(page, "zh");
  await atlas.open(`${address}/#/explore`);
  await expect.poll(() => atlas.shown(), { timeout: 30_000 }).toBeGreaterThan(50);
  const before = await atlas.shown();

  let letThrough: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/graph\?.*cursor=/, (route) => held.then(() => route.continue()));
  const progress = page.getByRole("progressbar", { name: atlas.text("loading.all") });

  await test.step("the first 2,000 are there before the rest, counted on the way", async () => {
    await page.getByRole("button", { name: atlas.text("loading.button") }).click();
    await expect(progress).toBeVisible();
    await expect(page.getByText(/\/ 10\u2009000$/).first()).toBeVisible();
    await expect.poll(() => atlas.shown(), { timeout: 60_000, intervals: [50] }).toBeGreaterThanOrEqual(2000);
  });

  await test.step("the picture is panned and an entity selected while the rest is on its way", async () => {
    const middle = () => page.evaluate(() => window.__atlas?.canvas?.camera() ?? { x: 0, y: 0, ratio: 0 });
    let before = await middle();
    await expect
      .poll(async () => {
        const last = before;
        before = await middle();
        return last.x === before.x && last.ratio === before.ratio;
      })
      .toBe(true);
    const box = await atlas.stage.boundingBox();
    const ground = await page.evaluate(() => {
      const nodeAt = (x: number) => window.__atlas?.canvas?.nodeAt(x, 80) ?? null;
      return Array.from({ length: 400 }, (_, at) => 60 + at).find((x) => [x - 12, x, x + 12].every((near) => nodeAt(near) === null)) ?? 60;
    });
    const [x, y] = [(box?.x ?? 0) + ground, (box?.y ?? 0) + 80];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 150, y + 120, { steps: 2 });
    await page.mouse.up();
    expect((await middle()).x).not.toBe(before.x);
    await page.keyboard.press("ArrowRight");
    await expect(atlas.inspector.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expect(progress).toBeVisible();
    letThrough();
  });

  await test.step("the rest comes too", async () => {
    await expect.poll(() => atlas.shown(), { timeout: 90_000 }).toBe(10_000);
    await expect(page.getByRole("button", { name: atlas.text("loading.button") })).toHaveCount(0);
  });

  await test.step("the layout that follows can be stopped, and everything keeps a place", async () => {
    await page.evaluate(() => {
      for (const task of window.__atlas?.store.getState().tasks ?? []) task.cancel();
    });
    const homeless = await page.evaluate(() => {
      const { graph, history } = (window.__atlas as NonNullable<typeof window.__atlas>).store.getState();
      return graph.nodes.id.filter((_, node) => !history.present.positions.has(node));
    });
    expect(homeless).toEqual([]);
  });

  await test.step("an entity is found by its short name and selected", async () => {
    await atlas.search.fill("简称co40");
    await page.getByRole("option").first().click();
    await expect(atlas.inspector.getByRole("heading", { level: 2 }).first()).toBeVisible();
    expect(await atlas.shown()).toBe(10_000);
  });

  await test.step("a kind is switched off", async () => {
    const legend = page.getByRole("region", { name: atlas.text("rail.legend"), exact: true });
    await legend.getByRole("button", { name: /^企业/ }).click();
    await expect.poll(() => atlas.shown(), { timeout: 30_000 }).toBe(4800);
  });

  await test.step("the table counts all rows, holds only those in sight, and is searched", async () => {
    await atlas.stage.focus();
    await page.keyboard.press("t");
    const panel = page.getByRole("region", { name: atlas.text("table.region") });
    await expect(panel.getByRole("table")).toHaveAttribute("aria-rowcount", "4801");
    expect(await panel.getByRole("row").count()).toBeLessThan(100);
    await panel.getByRole("searchbox").fill("园区");
    await expect(panel.getByRole("table")).toHaveAttribute("aria-rowcount", "401");
    await panel.getByRole("button", { pressed: false }).filter({ hasText: /0$/ }).last().press("End");
    await expect(panel.getByRole("row").last()).toHaveAttribute("aria-rowindex", "401");
  });

  await test.step("undo goes back before all of it", async () => {
    await page.keyboard.press("t");
    await atlas.stage.focus();
    // Where no GPU draws them, two pictures of 10,000 entities for each step take seconds.
    await expect
      .poll(
        async () => {
          await page.keyboard.press("ControlOrMeta+z");
          return atlas.shown();
        },
        { timeout: 60_000 },
      )
      .toBe(before);
  });
  expect(atlas.complaints).toEqual([]);
});
