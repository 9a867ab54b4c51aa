import { type Browser, expect, type Page } from "@playwright/test";
import { AtlasPage, type Language } from "./atlas-page.ts";

/** As the journeys’ server knows it. */
export const token = "journey-editor-token";

/** What is shown, by ids, as state and drawing have it. */
export const pictureOf = (page: Page) =>
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
        .filter(
          (_, edge) =>
            [graph.edges.source[edge], graph.edges.target[edge]].every((node) => exploration.shown[node as number] === 1) &&
            (((exploration.leftOut?.[edge >>> 5] ?? 0) >>> (edge & 31)) & 1) === 0,
        )
        .sort(),
      steps: history.past.length,
    };
  });
export type Picture = Awaited<ReturnType<typeof pictureOf>>;

/** The same picture, places within the tenth of a unit that a link promises. */
export function expectSame(one: Picture, other: Picture): void {
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

export const settled = async (page: Page) => {
  await expect
    .poll(() => page.evaluate(() => window.__atlas?.store.getState().ready && window.__atlas.store.getState().tasks.length === 0))
    .toBe(true);
  // The camera eases for a quarter of a second.
  await page.waitForTimeout(400);
};

/** Selects a company, leaves kinds and statuses out, and drags nothing: a picture that is not the first one. */
export async function explore(atlas: AtlasPage): Promise<void> {
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

export const share = (atlas: AtlasPage) => atlas.page.getByRole("button", { name: atlas.text("share.button"), exact: true });
export const dialog = (atlas: AtlasPage, title: "share.title" | "views.title") =>
  atlas.page.getByRole("dialog", { name: atlas.text(title), exact: true });
export const linkOf = async (atlas: AtlasPage): Promise<string> => {
  await share(atlas).click();
  const field = dialog(atlas, "share.title").getByRole("textbox", { name: atlas.text("share.link"), exact: true });
  await expect(field).toHaveValue(/#\/explore\?v=1\./);
  await settled(atlas.page);
  return field.inputValue();
};

export async function freshPage(browser: Browser, language: Language, address: string, colorScheme: "light" | "dark" = "light") {
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

/** Statements that the page has loaded between two of these entities, drawn or not. */
export const loadedBetween = (page: Page, ids: readonly string[]) =>
  page.evaluate((among) => {
    const graph = window.__atlas?.store.getState().graph;
    const ends = graph?.nodes.id.map((id) => among.includes(id)) ?? [];
    return graph?.edges.id.filter((_, edge) => ends[graph.edges.source[edge] as number] && ends[graph.edges.target[edge] as number]).length;
  }, ids);
