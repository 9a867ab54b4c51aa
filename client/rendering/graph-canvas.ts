/* Longer than other files: the one place where all parts of the drawing meet. What has an idea of its own lives in a file of its own. */
import { Adjacency } from "./adjacency.ts";
import { nodesIn } from "./area.ts";
import { EdgeColumns, NodeColumns } from "./columns.ts";
import { Dimming } from "./dimming.ts";
import { edgeAt } from "./edge-picking.ts";
import { type Drawn, Emphasis } from "./emphasis.ts";
import { Fitting } from "./fitting.ts";
import { FrameTimes } from "./frame-times.ts";
import { areSameBars, frameOf } from "./framing.ts";
import { Growth } from "./growth.ts";
import { GuideLayer } from "./guides.ts";
import { Host } from "./host.ts";
import { Idle } from "./idle.ts";
import type { CanvasOptions, DrawnGraph, Filters, GraphCanvas, Motion as MotionOptions, Theme } from "./interface.ts";
import { Layer } from "./layer.ts";
import { nearestInDirection } from "./nearest.ts";
import { paintOverview } from "./overview.ts";
import { Grid } from "./picking.ts";
import { pictureOf } from "./picture-of.ts";
import { Places } from "./places.ts";
import { pointerEvents } from "./pointer.ts";
import { Repaint } from "./repaint.ts";
import { TextLayer } from "./text-layer.ts";
import { tokensOf } from "./theme.ts";
import { toScreen, toWorld } from "./view.ts";
import { Visibility } from "./visibility.ts";
import { Wear } from "./wear.ts";

export type * from "./interface.ts";

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
  const drawn: Drawn = { nodes, edges, adjacency: new Adjacency(), visibility: new Visibility(), wear: new Wear() };
  const emphasis = new Emphasis();
  const grid = new Grid();
  const places = new Places(nodes, (who) => {
    repaint.travelled(!places.moving);
    if (places.moving) return;
    overview.ask();
    if (who === null) grid.invalidate();
    else for (const node of who) grid.moved(node);
    ahead.ask();
  });
  const dimming = new Dimming();
  const overview = new Idle(() => onEvent({ type: "overview-changed" }));
  /** What a later expansion or hover would have to wait for. */
  const ahead = new Idle(() => {
    growth.growAhead();
    grid.prepare(nodes);
  });
  /** And what the next selection would have to write. */
  const writing = new Idle(() => {
    if (text.writeAhead(host.view())) writing.ask();
  });
  let filters: Filters = {
    hiddenKinds: new Set(),
    hiddenTypes: new Set(),
    hiddenStatus: new Set(),
    minConfidence: 0,
    shownNodes: null,
  };
  const repaint = new Repaint(() => host.schedule());
  let destroyed = false;
  const times = new FrameTimes();

  const host = new Host(container, {
    reducedMotion: options.reducedMotion,
    ...pointerEvents({
      nodeAt: (x, y) => grid.nodeAt(nodes, drawn.visibility, host.view(), x, y) ?? text.markedAt(host.view(), x, y),
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
        places.finish();
        const to = toWorld(host.view(), x, y);
        nodes.move(node, to.x, to.y);
        places.strayed(node);
        grid.moved(node);
        repaint.writing();
        repaint.moved();
        host.schedule();
      },
      dropped: (node) => {
        overview.ask();
        onEvent({ type: "node-moved", node, x: nodes.x(node), y: nodes.y(node) });
      },
      cursor: (cursor) => {
        host.pointer.style.cursor = cursor;
      },
      emit: onEvent,
    }),
    cameraMoved: () => {
      repaint.moved();
      onEvent({ type: "camera", ...host.camera() });
    },
    emptied: () => repaint.text(),
    frame,
  });
  const gl = host.scene.getContext("webgl2", { alpha: true, antialias: false, depth: false, stencil: false, premultipliedAlpha: true });
  if (gl === null) throw new Error("Drawing refused: this browser offers no WebGL2; switch hardware acceleration on or use the table.");
  const layer = new Layer(gl, theme, language);
  const growth = new Growth(drawn, layer);
  const guides = new GuideLayer(host.guides, nodes, theme, language);
  const text = new TextLayer(host.text, drawn, emphasis, {
    theme,
    language,
    onUnknown: (shown, total) => onEvent({ type: "unknown-drawn", drawn: shown, total }),
  });

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

  function changed(): void {
    repaint.text();
    host.schedule();
  }

  function hoverChanged(): void {
    emphasis.deriveHover(drawn);
    layer.setFocus(emphasis.nodeEntries(), emphasis.edgeEntries(drawn));
    repaint.hover();
    host.schedule();
  }

  function emphasisChanged(): void {
    emphasis.derive(drawn);
    layer.setFocus(emphasis.nodeEntries(), emphasis.edgeEntries(drawn));
    dimming.towards(emphasis.dims ? 1 : 0, options.reducedMotion ? 0 : fadeMs);
    changed();
  }

  function frame(): void {
    if (destroyed) return;
    const started = performance.now();
    places.advance(started);
    dimming.advance(started);
    const view = host.view();
    const { choose, write } = repaint.begin(view);
    if (choose === "all") text.choose(view);
    else if (choose === "hover") text.chooseHover(view);
    guides.paint(view);
    layer.draw(
      view,
      { nodes, edges, visibility: drawn.visibility, dim: dimming.value, crowd: edges.count * places.shareInView(view) },
      repaint.moving,
    );
    if (write) text.paint(view);
    if (choose === "all") writing.ask();
    if (places.moving || dimming.running) host.schedule();
    times.add(performance.now() - started);
  }

  function dress(next: Theme): void {
    theme = next;
    layer.setTheme(next);
    guides.setTheme(next);
    text.setTheme(next);
    repaint.writing();
  }

  function drawNow(): void {
    repaint.atOnce();
    frame();
  }

  /** Answers the first of the new nodes. */
  function add(part: DrawnGraph): number {
    const firstNode = growth.add(part, filters);
    places.measure(firstNode);
    ahead.ask();
    overview.ask();
    return firstNode;
  }

  const shownNodes = function* (): Generator<number> {
    for (let i = 0; i < nodes.count; i += 1) if (drawn.visibility.node(nodes, i)) yield i;
  };

  const fitting = new Fitting({
    frame: (which) => frameOf(nodes, which ?? shownNodes(), host.view(), text.keepClear),
    send: ({ x, y, scale }, motion) => moveCamera({ x, y, ratio: 1 / scale }, motion),
    standsFor: ({ x, y, scale }) => host.standsFor({ x, y, ratio: 1 / scale }),
    nowMs: () => performance.now(),
  });

  function moveCamera(camera: { x: number; y: number; ratio: number }, { animateMs = 0 }: MotionOptions = {}): void {
    host.setCamera(camera, { animateMs: options.reducedMotion ? 0 : animateMs });
    if (animateMs === 0 || options.reducedMotion) repaint.settle();
  }

  return {
    setGraph(graph) {
      places.forget();
      growth.clear();
      filters = { ...filters, shownNodes: null };
      grid.invalidate();
      emphasis.clear();
      text.unknown = null;
      text.forget(language);
      add(graph);
      emphasisChanged();
    },
    append(part) {
      places.finish();
      const firstNode = add(part);
      if (!options.reducedMotion && nodes.count - firstNode <= mostGrowing) places.growFrom(firstNode, drawn, growMs);
      emphasisChanged();
    },
    setPositions(positions, { animateMs = 0 } = {}) {
      places.set(positions, options.reducedMotion ? 0 : animateMs);
      changed();
    },
    setGuides(next) {
      guides.set(next);
      host.schedule();
    },
    setFilters(next) {
      filters = next;
      drawn.visibility.set(next, nodes);
      overview.ask();
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
      if (node !== null) emphasis.hoveredEdge = null;
      hoverChanged();
    },
    setHighlight(highlight) {
      emphasis.highlight = highlight;
      emphasisChanged();
    },
    setMarks(marks) {
      emphasis.marks = marks;
      emphasisChanged();
    },
    setPinned(next) {
      drawn.wear.setPinned(nodes, next);
      layer.setWorn(drawn.wear.worn(nodes));
      host.schedule();
    },
    setCounts(next) {
      drawn.wear.setCounts(nodes, next);
      layer.setWorn(drawn.wear.worn(nodes));
      changed();
    },
    setNoted(noted) {
      drawn.wear.noted = noted;
      changed();
    },
    setUnknown(marks) {
      text.unknown = marks;
      changed();
    },
    setStyle({ radius, tone, thickness }) {
      const wasSized = nodes.sized;
      nodes.style(radius, tone);
      if (wasSized || nodes.sized) text.forgetOrder();
      layer.setThickness(thickness);
      overview.ask();
      changed();
    },
    setTheme(next) {
      dress(next);
      setBackground();
      overview.ask();
      writing.ask();
      host.schedule();
    },
    setLanguage(next) {
      language = next;
      layer.setGlyphs(next);
      guides.setLanguage(next);
      text.forget(next);
      changed();
    },
    setKeepClear(rectangles) {
      if (areSameBars(rectangles, text.keepClear)) return;
      text.keepClear = rectangles;
      fitting.barsChanged();
      changed();
    },
    fit(which, motion = { animateMs: cameraMs }) {
      places.finish();
      fitting.fit(which ?? null, motion);
    },
    zoom(factor) {
      const { x, y, ratio } = host.camera();
      moveCamera({ x, y, ratio: ratio / factor }, { animateMs: cameraMs });
    },
    camera: () => host.camera(),
    size: () => host.dimensions(),
    setCamera: moveCamera,
    nearest: (from, direction) => nearestInDirection(drawn, host.view(), from, direction),
    nodeAt: (x, y) => grid.nodeAt(nodes, drawn.visibility, host.view(), x, y),
    nodesIn: (polygon) => nodesIn(drawn, grid, host.view(), polygon),
    viewportOf: (node) => toScreen(host.view(), nodes.x(node), nodes.y(node)),
    positionsNow: () => nodes.positions(),
    scene: () => ({ drawn, standing: emphasis.settled, unknown: text.unknown }),
    paintOverview: (target, size) => paintOverview(target, drawn, { theme, ...size }),
    picture(as) {
      const shown = theme;
      dress(as.theme);
      host.setPixelRatio(as.pixelRatio);
      drawNow();
      const copy = pictureOf([host.guides, host.scene, host.text], tokensOf(as.theme).canvas);
      dress(shown);
      host.setPixelRatio(null);
      drawNow();
      return copy;
    },
    resize: () => host.resize(),
    destroy() {
      destroyed = true;
      repaint.cancel();
      ahead.cancel();
      writing.cancel();
      overview.cancel();
      document.fonts.removeEventListener("loadingdone", fontsArrived);
      host.scene.removeEventListener("webglcontextlost", lost);
      host.scene.removeEventListener("webglcontextrestored", restored);
      gl.getExtension("WEBGL_lose_context")?.loseContext();
      host.destroy();
    },
    stats: () => ({ jsMs: times.medianMs, frames: times.frames, drawnNodes: nodes.count, drawnEdges: edges.count }),
  };
}
