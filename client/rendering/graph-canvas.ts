import { Adjacency } from "./adjacency.ts";
import { bendParallel } from "./bends.ts";
import { EdgeColumns, NodeColumns } from "./columns.ts";
import { edgeAt } from "./edge-picking.ts";
import { type Drawn, Emphasis } from "./emphasis.ts";
import { Host } from "./host.ts";
import type { CanvasOptions, DrawnGraph, Filters, GraphCanvas, Motion as MotionOptions } from "./interface.ts";
import { Layer } from "./layer.ts";
import { Motion } from "./motion.ts";
import { nearestInDirection } from "./nearest.ts";
import { Grid } from "./picking.ts";
import { pointerEvents } from "./pointer.ts";
import { TextLayer } from "./text-layer.ts";
import { tokensOf } from "./theme.ts";
import { frameOf, toScreen, toWorld, type View } from "./view.ts";
import { Visibility } from "./visibility.ts";

export type * from "./interface.ts";

/** A view that rested this long is drawn in full again. */
const restMs = 120;
const growMs = 180;
const fadeMs = 120;
const cameraMs = 240;
/** Up to here every edge is tried under the pointer; beyond, only those that stand out (a click tries all). */
const edgesTriedOnHover = 20_000;
/** More new nodes than this appear at once. */
const mostGrowing = 2_000;

/** Makes the canvas inside `options.container`, which needs a position and a size. Make it at page start, while data are on their way. */
export function createGraphCanvas(options: CanvasOptions): GraphCanvas {
  const { container, onEvent } = options;
  let { theme, language } = options;
  const nodes = new NodeColumns();
  const edges = new EdgeColumns();
  const drawn: Drawn = { nodes, edges, adjacency: new Adjacency(), visibility: new Visibility() };
  const emphasis = new Emphasis();
  const grid = new Grid();
  const placing = new Motion();
  const fading = new Motion();
  let filters: Filters = {
    hiddenKinds: new Set(),
    hiddenTypes: new Set(),
    hiddenStatus: new Set(),
    minConfidence: 0,
    hiddenNodes: new Set(),
  };
  const bent = new Set<number>();
  let dim = 0;
  let dimmingTo = 0;
  let moving = false;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let textIsStale = true;
  let hoverTextIsStale = false;
  let world = { left: 0, right: 0, bottom: 0, top: 0 };
  let frames = 0;
  let destroyed = false;
  const times: number[] = [];

  const host = new Host(container, {
    ...pointerEvents({
      nodeAt: (x, y) => grid.nodeAt(nodes, drawn.visibility, host.view(), x, y),
      pillAt: (x, y) => text.pillAt(host.view(), x, y),
      edgeAt: (x, y, thorough) => {
        const all = thorough || edges.count <= edgesTriedOnHover;
        return edgeAt(drawn, host.view(), x, y, all ? edges.count : [...emphasis.edges.keys()]);
      },
      hover: (node, edge) => {
        emphasis.hoveredNode = node;
        emphasis.hoveredEdge = edge;
        hoverChanged();
      },
      drag: (node, x, y) => {
        placing.finish();
        const to = toWorld(host.view(), x, y);
        nodes.move(node, to.x, to.y);
        grid.moved(node);
        rest();
        host.schedule();
      },
      dropped: (node) => onEvent({ type: "node-moved", node, x: nodes.x(node), y: nodes.y(node) }),
      cursor: (cursor) => {
        host.pointer.style.cursor = cursor;
      },
      emit: onEvent,
    }),
    cameraMoved: () => {
      rest();
      onEvent({ type: "camera", ...host.camera() });
    },
    frame,
  });
  const gl = host.scene.getContext("webgl2", { alpha: true, antialias: false, depth: false, stencil: false, premultipliedAlpha: true });
  if (gl === null) throw new Error("Drawing refused: this browser offers no WebGL2; switch hardware acceleration on or use the table.");
  const layer = new Layer(gl, theme, language);
  const text = new TextLayer(host.text, drawn, emphasis, theme, language);

  const lost = (event: Event): void => event.preventDefault();
  const restored = (): void => {
    nodes.grown = true;
    edges.grown = true;
    layer.init();
    host.schedule();
  };
  host.scene.addEventListener("webglcontextlost", lost);
  host.scene.addEventListener("webglcontextrestored", restored);
  const fontsArrived = (): void => {
    if (destroyed) return;
    layer.setGlyphs(language);
    text.forget(language);
    changed();
  };
  document.fonts.addEventListener("loadingdone", fontsArrived);
  setBackground();

  function setBackground(): void {
    container.style.backgroundColor = tokensOf(theme).canvas;
  }

  /** Counts as moving from now on, until nothing moved for a while. */
  function rest(): void {
    moving = true;
    clearTimeout(restTimer);
    restTimer = setTimeout(settle, restMs);
  }
  function settle(): void {
    clearTimeout(restTimer);
    moving = false;
    changed();
  }

  function changed(): void {
    textIsStale = true;
    host.schedule();
  }

  function hoverChanged(): void {
    emphasis.deriveHover(drawn);
    layer.setFocus(emphasis.nodeEntries(), emphasis.edgeEntries(drawn));
    hoverTextIsStale = true;
    host.schedule();
  }

  function emphasisChanged(): void {
    emphasis.derive(drawn);
    layer.setFocus(emphasis.nodeEntries(), emphasis.edgeEntries(drawn));
    const target = emphasis.dims ? 1 : 0;
    if (target !== dimmingTo) {
      dimmingTo = target;
      const from = dim;
      fading.start(options.reducedMotion ? 0 : fadeMs, (progress) => {
        dim = from + (target - from) * progress;
      });
    }
    changed();
  }

  function frame(): void {
    if (destroyed) return;
    const started = performance.now();
    placing.advance(started);
    fading.advance(started);
    const view = host.view();
    if (textIsStale && !moving) {
      text.choose(view);
      textIsStale = false;
    } else if (hoverTextIsStale) text.chooseHover(view);
    hoverTextIsStale = false;
    layer.draw(view, { nodes, edges, visibility: drawn.visibility, dim, crowd: crowdOf(view) }, moving);
    text.paint(view);
    if (placing.running || fading.running) host.schedule();
    times[frames % 60] = performance.now() - started;
    frames += 1;
  }

  /** Edges in view, if they were spread evenly. */
  const crowdOf = (view: View): number => {
    const area = Math.max(1, (world.right - world.left) * (world.top - world.bottom));
    return edges.count * Math.min(1, (view.width * view.height) / (area * view.scale * view.scale));
  };

  /** Takes in the places of the nodes from `first` on. */
  function measureWorld(first = 0): void {
    if (first === 0) world = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
    for (let i = first; i < nodes.count; i += 1) {
      world.left = Math.min(world.left, nodes.x(i));
      world.right = Math.max(world.right, nodes.x(i));
      world.bottom = Math.min(world.bottom, nodes.y(i));
      world.top = Math.max(world.top, nodes.y(i));
    }
  }

  function add(part: DrawnGraph): { firstNode: number } {
    const firstNode = nodes.count;
    const firstEdge = edges.count;
    nodes.append(part.nodes, part.positions);
    edges.append(part.edges);
    drawn.adjacency.extend(edges, nodes.count);
    const newlyBent = bendParallel(edges, drawn.adjacency, firstEdge);
    if (firstEdge === 0) bent.clear();
    for (const edge of newlyBent) bent.add(edge);
    if (firstEdge === 0 || newlyBent.length > 0) layer.setBent([...bent]);
    drawn.visibility.set(filters, nodes);
    measureWorld(firstNode);
    return { firstNode };
  }

  /** New nodes grow out of a neighbour that was there before. */
  function growFrom(firstNode: number): void {
    const count = nodes.count - firstNode;
    if (options.reducedMotion || count === 0 || count > mostGrowing || firstNode === 0) return;
    const ends = nodes.positions().subarray(2 * firstNode);
    const starts = ends.slice();
    for (let i = 0; i < count; i += 1) {
      let origin = -1;
      drawn.adjacency.forEach(firstNode + i, (edge, outgoing) => {
        const other = outgoing ? edges.target(edge) : edges.source(edge);
        if (other < firstNode) origin = other;
      });
      if (origin < 0) continue;
      starts[2 * i] = nodes.x(origin);
      starts[2 * i + 1] = nodes.y(origin);
    }
    travel(firstNode, starts, ends, growMs);
  }

  function travel(first: number, starts: Float32Array, ends: Float32Array, durationMs: number): void {
    placing.start(durationMs, (progress) => {
      for (let i = 0; 2 * i < ends.length; i += 1) {
        const [x, y] = [starts[2 * i] as number, starts[2 * i + 1] as number];
        nodes.floats[4 * (first + i)] = x + ((ends[2 * i] as number) - x) * progress;
        nodes.floats[4 * (first + i) + 1] = y + ((ends[2 * i + 1] as number) - y) * progress;
      }
      nodes.touch(first, first + ends.length / 2);
      textIsStale = true;
      if (progress === 1) {
        grid.invalidate();
        measureWorld();
      }
    });
  }

  const shownNodes = function* (): Generator<number> {
    for (let i = 0; i < nodes.count; i += 1) if (drawn.visibility.node(nodes, i)) yield i;
  };

  function moveCamera(camera: { x: number; y: number; ratio: number }, { animateMs = 0 }: MotionOptions = {}): void {
    host.setCamera(camera, { animateMs: options.reducedMotion ? 0 : animateMs });
    if (animateMs === 0 || options.reducedMotion) settle();
  }

  return {
    setGraph(graph) {
      placing.cancel();
      nodes.clear();
      edges.clear();
      drawn.adjacency.clear();
      drawn.visibility.forgetSingleNodes();
      filters = { ...filters, hiddenNodes: new Set() };
      grid.invalidate();
      emphasis.clear();
      text.forget(language);
      add(graph);
      emphasisChanged();
    },
    append(part) {
      placing.finish();
      const { firstNode } = add(part);
      growFrom(firstNode);
      emphasisChanged();
    },
    setPositions(positions, { animateMs = 0 } = {}) {
      placing.cancel();
      const ends = positions.slice(0, 2 * nodes.count);
      const duration = options.reducedMotion ? 0 : animateMs;
      travel(0, duration === 0 ? ends : nodes.positions(), ends, duration);
      changed();
    },
    setFilters(next) {
      filters = next;
      drawn.visibility.set(next, nodes);
      emphasisChanged();
    },
    setSelection(selection) {
      emphasis.selection = selection.filter((node) => node < nodes.count);
      emphasisChanged();
    },
    setFocusEdge(edge) {
      emphasis.focusEdge = edge;
      emphasisChanged();
    },
    setHover(node) {
      emphasis.hoveredNode = node;
      emphasis.hoveredEdge = null;
      hoverChanged();
    },
    setHighlight(highlight) {
      emphasis.highlight = highlight;
      emphasisChanged();
    },
    setTheme(next) {
      theme = next;
      layer.setTheme(next);
      text.setTheme(next);
      setBackground();
      host.schedule();
    },
    setLanguage(next) {
      language = next;
      layer.setGlyphs(next);
      text.forget(next);
      changed();
    },
    setKeepClear(rectangles) {
      text.keepClear = rectangles;
      changed();
    },
    fit(which, motion = { animateMs: cameraMs }) {
      const view = host.view();
      placing.finish();
      const frame = frameOf(nodes.positions(), which ?? shownNodes(), view, text.keepClear);
      if (frame !== null) moveCamera({ x: frame.x, y: frame.y, ratio: 1 / frame.scale }, motion);
    },
    zoom(factor) {
      const { x, y, ratio } = host.camera();
      moveCamera({ x, y, ratio: ratio / factor }, { animateMs: cameraMs });
    },
    camera: () => host.camera(),
    setCamera: moveCamera,
    nearest: (from, direction) => nearestInDirection(drawn, host.view(), from, direction),
    nodeAt: (x, y) => grid.nodeAt(nodes, drawn.visibility, host.view(), x, y),
    viewportOf: (node) => toScreen(host.view(), nodes.x(node), nodes.y(node)),
    positionsNow: () => nodes.positions(),
    resize: () => host.resize(),
    destroy() {
      destroyed = true;
      clearTimeout(restTimer);
      document.fonts.removeEventListener("loadingdone", fontsArrived);
      host.scene.removeEventListener("webglcontextlost", lost);
      host.scene.removeEventListener("webglcontextrestored", restored);
      gl.getExtension("WEBGL_lose_context")?.loseContext();
      host.destroy();
    },
    stats: () => ({ jsMs: median(times), frames, drawnNodes: nodes.count, drawnEdges: edges.count }),
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
