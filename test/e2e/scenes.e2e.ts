/*
 * Scenes by picture. Pictures that are stored would have to be made anew for every Chromium, GPU and font; a tolerance wide enough for all of
 * them would hide a missing line. So both sides are drawn here and now, by one browser with its fonts:
 * - each scene by the canvas (WebGL) and by the vector export (SVG), two implementations that share columns and colours but no drawing code;
 * - each scene before and after something that must leave it as it was, pixel by pixel;
 * - and colours against the vocabulary, lest both be wrong together.
 * Writing is left out: it is the same code on both sides, and what it chooses has tests of its own.
 */
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { edgeEnded } from "#client/rendering/columns.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";

/** `unknown` is not among them: all that it adds is writing. */
const scenes = {
  light: ["kinds", "evidence", "parallel", "states", "stacks", "result", "tones", "worn"],
  dark: ["kinds", "evidence", "states", "tones", "worn"],
} as const;
type Theme = keyof typeof scenes;
/** Lines of every kind, apart from each other. */
const lined: ReadonlySet<string> = new Set(["evidence"]);

let server: ViteDevServer;
let page: Page;
let base = "";
test.beforeAll(async ({ browser }) => {
  server = await createServer({
    configFile: fileURLToPath(new URL("../../vite.config.ts", import.meta.url)),
    root: fileURLToPath(new URL("../../client", import.meta.url)),
    logLevel: "warn",
    server: { port: 0, strictPort: false, hmr: false, watch: null, proxy: {} },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || typeof address !== "object") throw new Error("the playground has no port");
  base = `http://127.0.0.1:${address.port}/playground/`;
  page = await browser.newPage({ viewport: { width: 960, height: 640 } });
});
test.afterAll(async () => {
  await page.close();
  await server.close();
});

async function open(scene: string, theme: Theme): Promise<void> {
  await page.goto(`${base}?scene=${scene}&theme=${theme}&bare`);
  await page.waitForFunction(() => window.playground?.ready === true);
}

interface Pictures {
  canvas: number[];
  vectors: number[];
  ground: number[];
}

/**
 * What is compared. Small pictures: what the two anti-alias differently is averaged away, a missing line is not. Shapes are compared at a
 * quarter of the size and without the glyph in the middle, which the browser sets here and the GPU there (fills have a test of their own);
 * thin lines at half the size, more closely, and without the nodes. `blank`: in radii. `most`: of the cells with ink, so many may differ.
 */
const looks = {
  shapes: { blank: 0.62, smaller: 4, from: 48, most: 0.05 },
  lines: { blank: 1.25, smaller: 2, from: 16, most: 0.012 },
} as const;
type Look = (typeof looks)[keyof typeof looks];

const bothPictures = (theme: Theme, look: Look): Promise<Pictures> =>
  page.evaluate(
    async ({ as, blank, smaller }) => {
      const { canvas, vectors, discs } = window.playground ?? {};
      const layer = document.querySelector<HTMLCanvasElement>("canvas.sigma-scene");
      const ground = document.querySelector<HTMLElement>("#canvas")?.style.backgroundColor;
      if (canvas === undefined || vectors === undefined || discs === undefined || layer === null || ground === undefined)
        throw new Error("no drawing on this page");
      const { width, height } = layer;
      const surface = (across: number, down: number): CanvasRenderingContext2D => {
        const made = Object.assign(document.createElement("canvas"), { width: across, height: down });
        const context = made.getContext("2d", { willReadFrequently: true });
        if (context === null) throw new Error("no further canvas");
        context.imageSmoothingQuality = "high";
        context.fillStyle = ground;
        context.fillRect(0, 0, across, down);
        return context;
      };
      const smallOf = (picture: CanvasImageSource): number[] => {
        const whole = surface(width, height);
        whole.drawImage(picture, 0, 0);
        for (const { x, y, radius } of discs()) {
          whole.beginPath();
          whole.arc(x, y, blank * radius, 0, 2 * Math.PI);
          whole.fill();
        }
        const small = surface(width / smaller, height / smaller);
        small.drawImage(whole.canvas, 0, 0, width / smaller, height / smaller);
        return [...small.getImageData(0, 0, width / smaller, height / smaller).data];
      };
      // The export draws what stands, not what the pointer happens to be over.
      canvas.setHover(null);
      // The layer keeps its pixels until the end of the task that drew them.
      canvas.picture({ theme: as, pixelRatio: 1 });
      const drawn = smallOf(layer);
      const svg = new DOMParser().parseFromString(vectors(), "image/svg+xml");
      for (const name of ["guides", "names", "unknown", "notes"]) svg.querySelector(`[data-layer="${name}"]`)?.remove();
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }));
      await image.decode();
      return { canvas: drawn, vectors: smallOf(image), ground: [...surface(1, 1).getImageData(0, 0, 1, 1).data] };
    },
    { as: theme, blank: look.blank, smaller: look.smaller },
  );

const seen = 8;

/** Two colours, `#rrggbb`, but for what rounding makes of them. */
const alike = (one: string, other: string): boolean =>
  [1, 3, 5].every((at) => Math.abs(Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16)) < 3);

/** Of the cells in which either has drawn something, the part in which the two are unlike. */
function unlike({ canvas, vectors, ground }: Pictures, from: number): { share: number; inked: number } {
  const apart = (one: readonly number[], at: number, other: readonly number[], to: number) =>
    Math.max(...[0, 1, 2].map((channel) => Math.abs((one[at + channel] as number) - (other[to + channel] as number))));
  let inked = 0;
  let differing = 0;
  for (let at = 0; at < canvas.length; at += 4) {
    if (apart(canvas, at, ground, 0) < seen && apart(vectors, at, ground, 0) < seen) continue;
    inked += 1;
    if (apart(canvas, at, vectors, at) > from) differing += 1;
  }
  return { share: differing / inked, inked };
}

for (const theme of ["light", "dark"] as const) {
  for (const scene of scenes[theme])
    test(`the scene "${scene}" is drawn alike by the canvas and by the vector export (${theme})`, async () => {
      await open(scene, theme);
      for (const look of lined.has(scene) ? [looks.shapes, looks.lines] : [looks.shapes]) {
        const { share, inked } = unlike(await bothPictures(theme, look), look.from);
        expect(inked).toBeGreaterThan(100);
        expect(share).toBeLessThan(look.most);
      }
    });

  test(`each kind is filled with the colour that the vocabulary gives it (${theme})`, async () => {
    await open("kinds", theme);
    // Between the glyph and the rim a node has its fill, and where its shape is narrow the ground.
    const fills = await page.evaluate((as) => {
      const { canvas, discs, graph } = window.playground ?? {};
      if (canvas === undefined || discs === undefined || graph === undefined) throw new Error("no drawing on this page");
      const picture = canvas.picture({ theme: as, pixelRatio: 1 }).getContext("2d");
      return discs().map(({ x, y, radius }, node) => {
        const reach = Math.ceil(0.85 * radius);
        const [left, top] = [Math.round(x) - reach, Math.round(y) - reach];
        const { data } = (picture as CanvasRenderingContext2D).getImageData(left, top, 2 * reach, 2 * reach);
        const counts = new Map<string, number>();
        for (let at = 0; at < data.length; at += 4) {
          const away = Math.hypot(((at / 4) % (2 * reach)) - reach, Math.floor(at / 4 / (2 * reach)) - reach);
          if (away < 0.62 * radius || away > 0.85 * radius) continue;
          const colour = `#${[0, 1, 2].map((channel) => (data[at + channel] as number).toString(16).padStart(2, "0")).join("")}`;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
        return {
          kind: graph.nodes.kind[node] as number,
          main: [...counts]
            .sort((a, b) => b[1] - a[1])
            .slice(0, 2)
            .map(([colour]) => colour),
        };
      });
    }, theme);
    expect(fills).toHaveLength(2 * entityKinds.length);
    for (const { kind, main } of fills) {
      const name = entityKinds[kind] as EntityKind;
      expect(
        main.some((colour) => alike(colour, kinds[name].colour[theme])),
        `${name}: ${main.join(", ")}`,
      ).toBe(true);
    }
  });
}

/** What must leave a picture as it was, done and taken back. */
const ways = ["a selection", "a hidden kind", "other places", "the other language", "a lost GPU"] as const;

for (const scene of ["evidence", "stacks"] as const)
  for (const way of ways)
    test(`the scene "${scene}" is the same, pixel by pixel, after ${way} that was taken back`, async () => {
      await open(scene, "light");
      const { changed, unequal } = await page.evaluate(async (what) => {
        const { canvas, setPlaces } = window.playground ?? {};
        if (canvas === undefined || setPlaces === undefined) throw new Error("no drawing on this page");
        const gpu = document
          .querySelector<HTMLCanvasElement>("canvas.sigma-scene")
          ?.getContext("webgl2")
          ?.getExtension("WEBGL_lose_context");
        const nothing = new Set<number>();
        const open = { hiddenKinds: nothing, hiddenTypes: nothing, hiddenStatus: nothing, minConfidence: 0, shownNodes: null };
        const places = canvas.positionsNow();
        const there = {
          "a selection": () => canvas.setSelection([0]),
          "a hidden kind": () => canvas.setFilters({ ...open, hiddenKinds: new Set([0]) }),
          "other places": () => setPlaces(places.map((value) => value / 2)),
          "the other language": () => canvas.setLanguage("en"),
          "a lost GPU": () => gpu?.loseContext(),
        } as const;
        const back = {
          "a selection": () => canvas.setSelection([]),
          "a hidden kind": () => canvas.setFilters(open),
          "other places": () => setPlaces(places),
          "the other language": () => canvas.setLanguage("zh"),
          "a lost GPU": () => gpu?.restoreContext(),
        } as const;
        const pixels = async (): Promise<Uint8ClampedArray> => {
          // Lines fade in and out, and the GPU comes back when the browser has time.
          await new Promise((resolve) => setTimeout(resolve, 400));
          const picture = canvas.picture({ theme: "light", pixelRatio: 1 });
          return (picture.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, picture.width, picture.height).data;
        };
        const differing = (one: Uint8ClampedArray, other: Uint8ClampedArray): number =>
          one.reduce((sum, value, at) => sum + (value === other[at] ? 0 : 1), 0);
        const before = await pixels();
        there[what]();
        const between = await pixels();
        back[what]();
        return { changed: differing(before, between), unequal: differing(before, await pixels()) };
      }, way);
      expect(changed).toBeGreaterThan(0);
      expect(unequal).toBe(0);
    });

test("a selection finds the names of relations written already, in each theme", async () => {
  await open("evidence", "light");
  const written = (theme: Theme) =>
    page.evaluate(async (as) => {
      const { canvas } = window.playground ?? {};
      if (canvas === undefined) throw new Error("no drawing on this page");
      canvas.setTheme(as);
      // Time in which the page has nothing to do.
      await new Promise((resolve) => setTimeout(resolve, 600));
      const texts: string[] = [];
      const own = CanvasRenderingContext2D.prototype.strokeText;
      CanvasRenderingContext2D.prototype.strokeText = function (text, x, y) {
        texts.push(text);
        own.call(this, text, x, y);
      };
      canvas.setSelection([0]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      CanvasRenderingContext2D.prototype.strokeText = own;
      canvas.setSelection([]);
      const { nodes } = canvas.scene().drawn;
      return texts.map((text) => (nodes.name.includes(text) ? "a name" : text));
    }, theme);
  for (const theme of ["light", "dark"] as const) expect([...new Set(await written(theme))]).toEqual(["a name"]);
});

test("a line that holds no longer is broken in its middle, and nowhere else", async () => {
  await open("worn", "light");
  const { differing, farthest } = await page.evaluate((ended) => {
    const { canvas } = window.playground ?? {};
    if (canvas === undefined) throw new Error("no drawing on this page");
    const pixels = () => {
      const picture = canvas.picture({ theme: "light", pixelRatio: 1 });
      const { data } = (picture.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, picture.width, picture.height);
      return { data, width: picture.width };
    };
    const { edges } = canvas.scene().drawn;
    // Straight, and without a note, which would move along it.
    const straight = 3;
    const before = pixels();
    edges.words[4 * straight + 2] = (edges.words[4 * straight + 2] as number) & ~ended;
    edges.touchAll();
    const after = pixels();
    const [a, b] = [canvas.viewportOf(edges.source(straight)), canvas.viewportOf(edges.target(straight))];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    // Where the bars need a wider stroke, the edges of dashes may be rounded otherwise.
    const away = [...before.data.keys()]
      .filter((at) => at % 4 === 0 && Math.abs((before.data[at] as number) - (after.data[at] as number)) > 16)
      .map((at) => Math.hypot(((at / 4) % before.width) - middle.x, Math.floor(at / 4 / before.width) - middle.y));
    return { differing: away.length, farthest: Math.max(0, ...away) };
  }, edgeEnded);
  expect(differing).toBeGreaterThan(8);
  expect(farthest).toBeLessThan(14);
});
