import Graph from "graphology";
import Sigma from "sigma";
import { createGraphCanvas, type DrawnGraph, type Filters, type GraphCanvas, type Style } from "../rendering/graph-canvas.ts";
import { generate } from "./generate.ts";
import { layoutRow } from "./layout-step.ts";
import { medianFrame, medianJs, pause, pointAt, withoutDraws } from "./measure.ts";
import { untouchedGraph } from "./untouched.ts";

export interface Measured {
  what: string;
  ours: number;
  baseline?: number;
}
declare global {
  interface Window {
    bench?: (nodes: number, edges: number) => Promise<Measured[]>;
  }
}

type Row = [what: string, ms: number];
const filters: Filters = {
  hiddenKinds: new Set(),
  hiddenTypes: new Set(),
  hiddenStatus: new Set(),
  minConfidence: 0,
  shownNodes: null,
};
const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

const addition = (first: number, round: number): DrawnGraph => {
  const part = generate({ nodes: 50, edges: 60, seed: round + 2 });
  part.edges.source = part.edges.source.map((node, e) => (e < 50 ? e + first : node + first));
  part.edges.target = part.edges.target.map((node, e) => (e < 50 ? 3 : node + first));
  return part;
};
/** Well inside the view and with few links, so that a round measures the action and not one hub. */
const samplesOf = (graph: DrawnGraph): number[] =>
  [...graph.nodes.degree.keys()].filter((node) => (graph.nodes.degree[node] as number) < 12).slice(0, 40);

async function framesWhilePanning(container: HTMLElement, times: number): Promise<number> {
  pointAt(container, "mousedown", { x: 2, y: 2 });
  const frame = await medianFrame(container, times, (round) => pointAt(container, "mousemove", { x: 12 + 3 * round, y: 12 }));
  pointAt(container, "mouseup", { x: 2, y: 2 });
  return frame;
}

/** What style rules cost once they are derived, and the minimap that follows them in idle time. */
async function styleRows(canvas: GraphCanvas, graph: DrawnGraph, pick: (round: number) => number): Promise<Row[]> {
  const count = graph.nodes.id.length;
  const tones = [0, 1].map((shift) => Uint8Array.from(graph.nodes.kind, (kind) => 2 + ((kind + shift) % 7)));
  const radii = [0, 1].map((shift) => Float32Array.from(graph.nodes.degree, (_, node) => 6 + ((node + 7 * shift) % 20)));
  const style = (round: number, radius: Float32Array | null = null): Style => ({
    radius,
    tone: tones[round % 2] as Uint8Array,
    thickness: "even",
  });
  const rows: Row[] = [["recolour all by a rule", await medianJs(15, (round) => canvas.setStyle(style(round)))]];
  const one = tones[0] as Uint8Array;
  canvas.setStyle(style(0));
  rows.push([
    "recolour one",
    await medianJs(15, (round) => {
      one[pick(round)] = 9 + (round % 3);
      canvas.setStyle(style(0));
    }),
  ]);
  rows.push(["resize all by a figure", await medianJs(15, (round) => canvas.setStyle(style(0, radii[round % 2] as Float32Array)))]);
  canvas.setStyle({ radius: null, tone: null, thickness: "even" });
  const pinned = Array.from({ length: 200 }, (_, node) => node % count);
  rows.push(["pin one more of 200", await medianJs(15, (round) => canvas.setPinned(new Set([...pinned, pick(round)])))]);
  canvas.setPinned(new Set());
  const minimap = document.createElement("canvas");
  const size = { width: 128, height: 96 };
  const paint = (): void => {
    const points = canvas.paintOverview(minimap, size);
    while (!points.next().done);
  };
  rows.push(["minimap, in idle time, all slices", await medianJs(9, paint)]);
  return rows;
}

async function ours(graph: DrawnGraph): Promise<Row[]> {
  const container = element("ours");
  container.style.display = "block";
  const canvas = createGraphCanvas({ container, theme: "light", language: "zh", reducedMotion: true, onEvent: () => undefined });
  await pause(300);
  const samples = samplesOf(graph);
  const pick = (round: number): number => samples[round % samples.length] as number;
  const rows = await withoutDraws(async () => {
    const measured: Row[] = [["first frame, data in memory, host made before", await medianJs(3, () => canvas.setGraph(graph))]];
    canvas.fit(undefined, { animateMs: 0 });
    await pause(300);
    measured.push([
      "hover: pick, ring, edges, labels",
      await medianJs(15, (round) => pointAt(container, "mousemove", canvas.viewportOf(pick(round)))),
    ]);
    pointAt(container, "mousemove", { x: 1, y: 1 });
    const held = canvas.viewportOf(pick(0));
    pointAt(container, "mousemove", held);
    pointAt(container, "mousedown", held);
    measured.push([
      "drag one node",
      await medianJs(15, (round) => pointAt(container, "mousemove", { x: held.x + 8 + round, y: held.y + 8 })),
    ]);
    pointAt(container, "mouseup", held);
    await pause(200);
    measured.push(["select: neighbours lit, rest dimmed, labels", await medianJs(15, (round) => canvas.setSelection([pick(round)]))]);
    canvas.setSelection([]);
    measured.push(["hide a kind", await medianJs(15, (round) => canvas.setFilters({ ...filters, hiddenKinds: new Set([round % 5]) }))]);
    measured.push([
      "least confidence, slider",
      await medianJs(15, (round) => canvas.setFilters({ ...filters, minConfidence: 0.4 + round / 30 })),
    ]);
    canvas.setFilters(filters);
    measured.push(["recolour everything (theme)", await medianJs(15, (round) => canvas.setTheme(round % 2 === 0 ? "dark" : "light"))]);
    canvas.setTheme("light");
    measured.push(...(await styleRows(canvas, graph, pick)));
    const additions = Array.from({ length: 9 }, (_, round) => addition(graph.nodes.id.length + 50 * round, round));
    measured.push([
      "expand 50 nodes, 60 edges",
      await medianJs(additions.length, (round) => canvas.append(additions[round] as DrawnGraph)),
    ]);
    return measured;
  });
  await pause(400);
  const frames = graph.nodes.id.length > 50_000 ? 3 : 7;
  rows.push(["frame at rest", await medianFrame(container, frames, () => canvas.setTheme("light"))]);
  rows.push(["frame while moving", await framesWhilePanning(container, frames)]);
  canvas.destroy();
  container.replaceChildren();
  container.style.display = "none";
  return rows;
}

async function untouched(graph: DrawnGraph): Promise<Row[]> {
  const container = element("untouched");
  container.style.display = "block";
  const large = graph.nodes.id.length > 50_000;
  const times = large ? 1 : 5;
  const sigma = new Sigma(new Graph(), container);
  await pause(300);
  let whole = new Graph();
  const samples = samplesOf(graph);
  const id = (round: number): string => graph.nodes.id[samples[round % samples.length] as number] as string;
  const rows = await withoutDraws(async () => {
    const measured: Row[] = [];
    measured.push([
      "first frame, data in memory, host made before",
      await medianJs(large ? 1 : 3, () => {
        whole = untouchedGraph(graph);
        sigma.setGraph(whole);
      }),
    ]);
    await pause(300);
    measured.push([
      "hover: pick, ring, edges, labels",
      await medianJs(7, (round) =>
        pointAt(container, "mousemove", sigma.framedGraphToViewport(sigma.getNodeDisplayData(id(round)) as { x: number; y: number })),
      ),
    ]);
    measured.push(["drag one node", await medianJs(times, (round) => whole.mergeNodeAttributes(id(0), { x: 8 + round, y: 8 }))]);
    measured.push([
      "select: neighbours lit, rest dimmed, labels",
      await medianJs(times, (round) => {
        const lit = new Set([id(round), ...whole.neighbors(id(round))]);
        sigma.setSetting("nodeReducer", (node, data) =>
          lit.has(node) ? { ...data, highlighted: node === id(round) } : { ...data, color: "#dddddd", label: "" },
        );
      }),
    ]);
    measured.push([
      "hide a kind",
      await medianJs(times, (round) => sigma.setSetting("nodeReducer", (_, data) => ({ ...data, hidden: data.kind === round % 5 }))),
    ]);
    sigma.setSetting("nodeReducer", null);
    measured.push([
      "least confidence, slider",
      await medianJs(times, (round) =>
        sigma.setSetting("edgeReducer", (_, data) => ({ ...data, hidden: data.confidence < 0.4 + round / 30 })),
      ),
    ]);
    sigma.setSetting("edgeReducer", null);
    measured.push([
      "recolour everything (theme)",
      await medianJs(times, (round) =>
        whole.updateEachNodeAttributes((_, data) => ({ ...data, color: round % 2 === 0 ? "#6FA6F5" : "#2A66C8" }), {
          attributes: ["color"],
        }),
      ),
    ]);
    const recolour = (round: number, node: string): unknown =>
      whole.setNodeAttribute(node, "color", round % 2 === 0 ? "#6FA6F5" : "#2A66C8");
    measured.push(["recolour one", await medianJs(times, (round) => recolour(round, id(round)))]);
    for (const [what, attribute, values] of [
      ["recolour all by a rule", "color", ["#880055", "#005500"]],
      ["resize all by a figure", "size", [3, 9]],
    ] as const) {
      const change = (round: number): void =>
        whole.updateEachNodeAttributes((_, data) => ({ ...data, [attribute]: values[round % 2] }), { attributes: [attribute] });
      measured.push([what, await medianJs(times, change)]);
    }
    measured.push([
      "expand 50 nodes, 60 edges",
      await medianJs(times, (round) => {
        for (let i = 0; i < 50; i += 1) whole.addNode(`new-${round}-${i}`, { x: i, y: round, size: 4, color: "#2A66C8", label: "新" });
        for (let i = 0; i < 60; i += 1) whole.addDirectedEdge(`new-${round}-${i % 50}`, id(i), { size: 1, color: "#8E8F89" });
      }),
    ]);
    return measured;
  });
  await pause(300);
  rows.push(["frame at rest", await medianFrame(container, large ? 1 : 5, () => sigma.scheduleRender())]);
  rows.push(["frame while moving", await framesWhilePanning(container, large ? 1 : 5)]);
  sigma.kill();
  container.replaceChildren();
  container.style.display = "none";
  return rows;
}

window.bench = async (nodes, edges) => {
  const graph = generate({ nodes, edges, seed: 3 });
  const mine = await ours(graph);
  const theirs = new Map(await untouched(graph));
  const drawing = mine.map(([what, ms]) => {
    const baseline = theirs.get(what);
    return baseline === undefined ? { what, ours: ms } : { what, ours: ms, baseline };
  });
  return [...drawing, ...layoutRow(graph)];
};
