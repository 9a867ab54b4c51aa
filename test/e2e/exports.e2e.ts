import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { AtlasPage } from "./atlas-page.ts";
import { dialog, explore, share } from "./kept-picture.ts";

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
