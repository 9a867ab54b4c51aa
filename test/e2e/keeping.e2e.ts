import { readFileSync, writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { AtlasPage, type Language } from "./atlas-page.ts";

const token = "journey-editor-token";

/** What is shown, by ids, as state and drawing have it. */
const pictureOf = (page: Page) =>
  page.evaluate(() => {
    const state = window.__atlas?.store.getState();
    const canvas = window.__atlas?.canvas;
    if (state === undefined || canvas == null) throw new Error("no atlas on this page");
    const { graph, history } = state;
    const { exploration } = history.present;
    const drawn = canvas.positionsNow();
    const shown = graph.nodes.id.map((id, node) => ({ id, node })).filter(({ node }) => exploration.shown[node] === 1);
    return {
      places: Object.fromEntries(shown.map(({ id, node }) => [id, [drawn[2 * node] as number, drawn[2 * node + 1] as number]])) as Record<
        string,
        [number, number]
      >,
      hiddenKinds: [...exploration.hiddenKinds].sort(),
      status: exploration.status,
      minConfidence: exploration.minConfidence,
      layout: exploration.layout,
      selection: exploration.selection.map((node) => graph.nodes.id[node]),
      guides: history.present.guides.length,
      camera: canvas.camera(),
      // General knowledge among them: an overview begins without it, and no dialog may fetch it.
      statements: graph.edges.id
        .filter((_, edge) => [graph.edges.source[edge], graph.edges.target[edge]].every((node) => exploration.shown[node as number] === 1))
        .sort(),
      steps: history.past.length,
    };
  });
type Picture = Awaited<ReturnType<typeof pictureOf>>;

/** The same picture, places within the tenth of a unit that a link promises. */
function expectSame(one: Picture, other: Picture): void {
  const { places, camera, steps: _, ...rest } = one;
  const { places: otherPlaces, camera: otherCamera, steps: __, ...otherRest } = other;
  expect(rest).toEqual(otherRest);
  expect(Object.keys(places).sort()).toEqual(Object.keys(otherPlaces).sort());
  for (const [id, [x, y]] of Object.entries(places)) {
    expect(Math.abs(x - (otherPlaces[id]?.[0] ?? Number.NaN)), id).toBeLessThan(0.1);
    expect(Math.abs(y - (otherPlaces[id]?.[1] ?? Number.NaN)), id).toBeLessThan(0.1);
  }
  expect(Math.abs(camera.x - otherCamera.x)).toBeLessThan(0.1);
  expect(Math.abs(camera.y - otherCamera.y)).toBeLessThan(0.1);
  expect(camera.ratio / otherCamera.ratio).toBeCloseTo(1, 3);
}

const settled = async (page: Page) => {
  await expect
    .poll(() => page.evaluate(() => window.__atlas?.store.getState().ready && window.__atlas.store.getState().tasks.length === 0))
    .toBe(true);
  // The camera eases for a quarter of a second.
  await page.waitForTimeout(400);
};

/** Selects a company, leaves kinds and statuses out, and drags nothing: a picture that is not the first one. */
async function explore(atlas: AtlasPage): Promise<void> {
  await settled(atlas.page);
  await atlas.find("赣锋锂业");
  await settled(atlas.page);
  const legend = atlas.page.getByRole("region", { name: atlas.text("rail.legend"), exact: true });
  await legend.getByRole("button", { name: new RegExp(`^${atlas.text("kind.Event")}`) }).click();
  await atlas.page
    .getByRole("group", { name: atlas.text("rail.status") })
    .getByRole("button", { name: new RegExp(`^${atlas.text("rail.status.stated")}`) })
    .click();
  await settled(atlas.page);
}

const share = (atlas: AtlasPage) => atlas.page.getByRole("button", { name: atlas.text("share.button"), exact: true });
const dialog = (atlas: AtlasPage, title: "share.title" | "views.title") =>
  atlas.page.getByRole("dialog", { name: atlas.text(title), exact: true });
const linkOf = async (atlas: AtlasPage): Promise<string> => {
  await share(atlas).click();
  const field = dialog(atlas, "share.title").getByRole("textbox", { name: atlas.text("share.link"), exact: true });
  await expect(field).toHaveValue(/#\/explore\?v=1\./);
  await settled(atlas.page);
  return field.inputValue();
};

async function freshPage(browser: Browser, language: Language, address: string, colorScheme: "light" | "dark" = "light") {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme,
  });
  const page = await context.newPage();
  const atlas = new AtlasPage(page, language);
  await page.goto(address);
  return { atlas, page, context };
}

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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
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

test("what is seen is exported: vector with every name, tables, and a page that reads offline", async ({ page, browser }, info) => {
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await explore(atlas);
  await page.getByRole("button", { name: atlas.text("unknown.show") }).click();
  await expect(page.locator("[data-unknown-drawn]")).toBeVisible();
  await share(atlas).click();
  const panel = dialog(atlas, "share.title");
  await panel.getByRole("button", { name: atlas.text("share.extent.all"), exact: true }).click();
  await panel.getByLabel(atlas.text("share.sources")).check();
  const exported = async (format: string): Promise<Buffer> => {
    const download = page.waitForEvent("download");
    await panel.getByRole("button", { name: new RegExp(`${format}：`) }).click();
    const file = await download;
    await file.saveAs(info.outputPath(file.suggestedFilename()));
    return readFileSync(info.outputPath(file.suggestedFilename()));
  };
  const seen = await page.evaluate(() => {
    const state = window.__atlas?.store.getState();
    if (state === undefined) return [];
    const { graph, history } = state;
    const { shown, hiddenKinds } = history.present.exploration;
    const isHidden = (id: string) => hiddenKinds.has("Event") && id.startsWith("ev-");
    return graph.nodes.id
      .map((id, node) => ({ id, name: graph.nodes.name[node] as string }))
      .filter(({ id }, node) => shown[node] === 1 && !isHidden(id));
  });

  await test.step("SVG", async () => {
    const svg = (await exported("SVG")).toString("utf8");
    const found = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        error: parsed.querySelector("parsererror")?.textContent ?? null,
        titles: Object.fromEntries(
          [...parsed.querySelectorAll("[data-layer=nodes] > g")].map((node) => [
            node.getAttribute("data-id"),
            node.querySelector("title")?.textContent,
          ]),
        ),
        names: [...parsed.querySelectorAll("[data-layer=names] text")].map((it) => it.textContent),
        edges: parsed.querySelectorAll("[data-layer=edges] > g").length,
        unknown: parsed.querySelectorAll("[data-layer=unknown] [data-unknown]").length,
        text: parsed.documentElement.textContent,
        images: parsed.querySelectorAll("image, foreignObject").length,
      };
    }, svg);
    expect(found.error).toBeNull();
    expect(found.images).toBe(0);
    expect(found.edges).toBeGreaterThan(50);
    // What is not known is drawn as on the canvas, and the legend counts what found no room.
    expect(found.unknown).toBeGreaterThan(0);
    expect(found.text).toMatch(new RegExp(`未知：画出 ${found.unknown} / \\d+`));
    expect(Object.keys(found.titles).sort()).toEqual(seen.map(({ id }) => id).sort());
    for (const { id, name } of seen) expect(found.titles[id]).toContain(name);
    expect(found.names).toContain("赣锋锂业");
    expect(found.names.length).toBeGreaterThan(20);
  });

  await test.step("tables and graph formats", async () => {
    const files = unzipSync(new Uint8Array(await exported("CSV")));
    const table = (name: string) => new TextDecoder().decode(files[name]).replace("\uFEFF", "").trim().split("\r\n");
    expect(table("nodes.csv")[0]).toBe("id,kind,name,nameEn,degree,x,y");
    expect(table("nodes.csv")).toHaveLength(seen.length + 1);
    expect(table("evidence.csv").length).toBeGreaterThan(table("edges.csv").length - 1);
    const json = JSON.parse((await exported("JSON")).toString("utf8"));
    expect(json.graph.nodes.id).toHaveLength(seen.length);
    expect(json.statements).toHaveLength(json.graph.edges.id.length);
    expect(JSON.stringify(json)).not.toContain('"paragraph":"新');
    for (const format of ["GEXF", "GraphML"]) {
      const text = (await exported(format)).toString("utf8");
      const count = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, "application/xml");
        return parsed.querySelector("parsererror") ? -1 : parsed.getElementsByTagName("node").length;
      }, text);
      expect(count, format).toBe(seen.length);
    }
  });

  await test.step("PNG at twice the pixels", async () => {
    const png = await exported("PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThan(1600);
  });

  await test.step("HTML reads with the network off and runs nothing", async () => {
    const html = await exported("HTML");
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const offline = await context.newPage();
    const asked: string[] = [];
    offline.on("request", (request) => asked.push(request.url()));
    const path = info.outputPath("offline.html");
    writeFileSync(path, html);
    await offline.goto(`file://${path}`);
    expect(asked.filter((url) => !url.startsWith("file://"))).toEqual([]);
    await expect(offline.locator("figure svg")).toBeVisible();
    const rows = offline.locator("tbody tr");
    expect(await rows.count()).toBeGreaterThan(50);
    await expect(rows.first().locator("li").first()).toContainText(/\[\d+, \d+\)|第 \d+ 行/);
    await expect(offline.locator("script")).toHaveCount(0);
    await offline.screenshot({ path: info.outputPath("offline.png"), fullPage: false });
    await context.close();
  });
  expect(atlas.complaints).toEqual([]);
});

test("the picture is copied with its citations: an image, and the same in text and in marked-up text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const atlas = new AtlasPage(page, "zh");
  await atlas.open("/#/explore");
  await explore(atlas);
  await share(atlas).click();
  const panel = dialog(atlas, "share.title");
  await panel.getByRole("button", { name: atlas.text("share.copyPicture") }).click();
  await expect(panel.getByRole("status").filter({ hasText: /已复制图片/ })).toContainText(/\d+/, { timeout: 20_000 });
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return null;
    const text = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : "");
    const image = item.types.includes("image/png") ? await createImageBitmap(await item.getType("image/png")) : null;
    return {
      types: item.types,
      plain: await text("text/plain"),
      html: await text("text/html"),
      width: image?.width ?? 0,
      height: image?.height ?? 0,
    };
  });
  expect(copied?.types).toEqual(expect.arrayContaining(["image/png", "text/html", "text/plain"]));
  expect(copied?.width).toBeGreaterThan(1200);
  expect(copied?.height).toBeGreaterThan(800);
  const lines = copied?.plain.split("\n") ?? [];
  // The filters that are on, then a line for each statement that is drawn, with its document and place.
  expect(lines.slice(0, 4).join("\n")).toContain(atlas.text("kind.Event"));
  const cited = lines.filter((line) => /^\d+\. /.test(line));
  const edges = Number(
    /(\d+)/.exec(
      (await panel
        .getByRole("status")
        .filter({ hasText: /已复制图片/ })
        .textContent()) ?? "",
    )?.[1],
  );
  expect(cited).toHaveLength(edges);
  expect(cited.filter((line) => /\[\d+, \d+\)|第 \d+ 行/.test(line)).length).toBe(edges);
  expect(copied?.html).toContain("<img");
  expect(copied?.html.match(/<p>/g)?.length).toBe(lines.length);
  expect(atlas.complaints).toEqual([]);
});

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
