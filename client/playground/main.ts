import { PlaceColumn } from "#client/columns/place-column.ts";
import "@fontsource-variable/inter/wght.css";
import { drawing } from "../exports/svg/drawing.ts";
import { runLayout } from "../layouts/run-layout.ts";
import { sans } from "../rendering/atlas.ts";
import { createGraphCanvas, type DrawnGraph, type GraphCanvas } from "../rendering/graph-canvas.ts";
import { tokensOf } from "../rendering/theme.ts";
import { nodeRadius, nodeScale, type View } from "../rendering/view.ts";
import { generate } from "./generate.ts";
import type { Scene } from "./scene.ts";

declare global {
  interface Window {
    /** For pictures and measurements. `ready` once the scene stands still. */
    playground?: {
      canvas: GraphCanvas;
      /** x, y pairs. */
      setPlaces(pairs: Float32Array): void;
      graph: DrawnGraph;
      ready: boolean;
      layoutMs: number;
      vectors(): string;
      discs(): { x: number; y: number; radius: number }[];
    };
  }
}

const parameters = new URLSearchParams(location.search);
const theme = parameters.get("theme") === "dark" ? "dark" : "light";
const language = parameters.get("language") === "en" ? "en" : "zh";
const scenes = import.meta.glob<{ default: Scene }>("../../test/scenes/*.scene.ts");
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1, -".scene.ts".length);

async function sceneNamed(name: string): Promise<Scene> {
  const load = Object.entries(scenes).find(([path]) => nameOf(path) === name)?.[1];
  if (load !== undefined) return (await load()).default;
  const nodes = Number(parameters.get("nodes") ?? 220);
  const edges = Number(parameters.get("edges") ?? Math.round(nodes * 1.6));
  return { title: `${nodes} nodes`, graph: generate({ nodes, edges, seed: Number(parameters.get("seed") ?? 7) }) };
}

const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
document.body.classList.toggle("bare", parameters.has("bare"));
document.body.style.background = theme === "dark" ? "#1A1E21" : "#FFFFFF";
for (const name of [...Object.keys(scenes).map(nameOf), "generated"]) {
  const link = document.createElement("a");
  link.href = `?scene=${name}&theme=${theme}&language=${language}`;
  link.textContent = name;
  element("scenes").append(link);
}
await Promise.all([document.fonts.load('400 12px "Inter Variable"'), document.fonts.load('700 12px "Inter Variable"')]);

const canvas = createGraphCanvas({
  container: element("canvas"),
  theme,
  language,
  reducedMotion: parameters.has("bare"),
  onEvent(event) {
    if (event.type === "camera") return;
    element("log").textContent = JSON.stringify(event);
    if (event.type === "node-click") canvas.setSelection([event.node]);
    if (event.type === "stage-click") canvas.setSelection([]);
  },
});
const scene = await sceneNamed(parameters.get("scene") ?? "generated");
const { graph } = scene;
const layout = parameters.get("layout");
const box = element("canvas").getBoundingClientRect();
/** What the canvas shows now, drawn by the export: the same columns, other code. */
const vectors = (): string => {
  const view: View = { ...canvas.camera(), scale: 1 / canvas.camera().ratio, width: box.width, height: box.height, dpr: 1 };
  const { drawn, standing, unknown } = canvas.scene();
  const { markup } = drawing({ drawn, standing, guides: [], thickness: scene.thickness ?? "even", unknown }, view, {
    theme,
    language,
    tokens: tokensOf(theme),
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}" font-family="${sans.replaceAll('"', "'")}">${markup}</svg>`;
};
/** Where each node stands and how large it is, in CSS pixels. */
const discs = () =>
  graph.nodes.id.map((_, node) => ({
    ...canvas.viewportOf(node),
    radius: canvas.scene().drawn.nodes.radius(node) * nodeScale(1 / canvas.camera().ratio),
  }));
const setPlaces = (pairs: Float32Array): void => canvas.setPositions(PlaceColumn.of(pairs));
window.playground = { canvas, setPlaces, graph, ready: false, layoutMs: 0, vectors, discs };
canvas.setGraph(graph);
if (layout !== null) {
  const started = performance.now();
  const { positions } = await runLayout(
    layout,
    {
      count: graph.nodes.id.length,
      radius: Float32Array.from(graph.nodes.degree, nodeRadius),
      kind: graph.nodes.kind,
      source: graph.edges.source,
      target: graph.edges.target,
      type: graph.edges.type,
      selected: new Uint32Array(0),
      stage: null,
      positions: null,
      fixed: null,
      aspect: box.width / box.height,
      seed: 1,
    },
    { signal: new AbortController().signal },
  );
  window.playground.layoutMs = performance.now() - started;
  canvas.setPositions(PlaceColumn.of(positions));
}
canvas.fit(undefined, { animateMs: 0 });
scene.state?.(canvas);
const select = parameters.get("select");
if (select !== null)
  canvas.setSelection(select === "hub" ? [graph.nodes.degree.indexOf(Math.max(...graph.nodes.degree))] : [Number(select)]);
setTimeout(() => {
  if (window.playground !== undefined) window.playground.ready = true;
}, 500);
