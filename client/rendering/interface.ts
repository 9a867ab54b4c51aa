import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { Guide } from "#client/layouts/layout.ts";
import type { Sliced } from "#client/slices/in-slices.ts";
import type { Drawn, Standing } from "./emphasis.ts";

/** Columns of the drawn nodes; all arrays have one length, a node is named by its index in them. */
export interface DrawnNodes {
  id: string[];
  /** Index into `entityKinds`. */
  kind: Uint8Array;
  name: string[];
  nameEn: (string | null)[];
  /** Number of links in the store, drawn or not: the radius follows it, and the `+N` pill counts what is not drawn. */
  degree: Uint32Array;
}

/** Columns of the drawn edges; `source` and `target` are node indexes. */
export interface DrawnEdges {
  id: string[];
  /** Index into `relationTypes`. */
  type: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
  /** 0 stated, 1 inferred, 2 reference. */
  status: Uint8Array;
  /** 0 to 1. */
  confidence: Float32Array;
  /** 1 for a line that stands for the edges of a stack's members: it is no link of its own; left out: none is. */
  bundle?: Uint8Array;
  /** 1 for a statement that holds no longer; left out: all do. */
  ended?: Uint8Array;
}

/** `positions` holds x, y pairs in layout units, y upwards. */
export interface DrawnGraph {
  nodes: DrawnNodes;
  edges: DrawnEdges;
  positions: Float32Array;
}

export interface Masked {
  edges: Uint32Array;
  nodes: Uint32Array;
  /** Single links are filtered, so that of those that were not fetched nobody knows how many would stay. */
  isFiltered: boolean;
}

export interface Filters {
  hiddenKinds: ReadonlySet<number>;
  hiddenTypes: ReadonlySet<number>;
  hiddenStatus: ReadonlySet<number>;
  minConfidence: number;
  /** 1 by index of each node that is on the canvas, none beyond its end; null: all are. Never changed in place. */
  shownNodes: Uint8Array | null;
  /** A bit for every edge and node that is not drawn besides, beyond the end of an array none is; absent or null: all are. */
  masked?: Masked | null;
  /** By node, links among the masked ones that count as not fetched; absent or null: none. */
  leftOut?: ReadonlyMap<number, number> | null;
}

export type Theme = "light" | "dark";
export type Language = "zh" | "en";

export interface CanvasOptions {
  container: HTMLElement;
  theme: Theme;
  language: Language;
  reducedMotion: boolean;
  onEvent(event: CanvasEvent): void;
}

/** Coordinates of events are CSS pixels from the container's top left, except `node-moved` (layout units) and `camera`. */
export type CanvasEvent =
  | { type: "node-enter"; node: number }
  | { type: "node-leave" }
  | { type: "node-click"; node: number; shift: boolean; meta: boolean }
  | { type: "node-double-click"; node: number }
  | { type: "node-context"; node: number; x: number; y: number }
  /** The `+N` pill: shift-click lists first. */
  | { type: "more-click"; node: number; shift: boolean }
  | { type: "edge-enter"; edge: number }
  | { type: "edge-leave" }
  | { type: "edge-click"; edge: number }
  | { type: "stage-click" }
  /** A drag ended. */
  | { type: "node-moved"; node: number; x: number; y: number }
  | { type: "camera"; x: number; y: number; ratio: number }
  /** Nodes have come, gone, moved or changed colour; told when the page has nothing to do. */
  | { type: "overview-changed" }
  /** Of the marks for what is not known of shown nodes, so many found room. */
  | { type: "unknown-drawn"; drawn: number; total: number };

/** Middle of the view in layout units, and layout units per CSS pixel: 1 / ratio is the zoom, and a state means the same on any screen. */
export interface CameraState {
  x: number;
  y: number;
  ratio: number;
}

/** Where the points of an overview lie: the middle in layout units, and pixels of its canvas per layout unit. */
export interface OverviewFrame {
  x: number;
  y: number;
  scale: number;
}

export interface KeepClear {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Motion {
  animateMs?: number;
}

export interface Highlight {
  nodes: readonly number[];
  edges: readonly number[];
  style: "result" | "path";
}

export const changeMarks = ["added", "changed", "removed", "conflict"] as const;
export type ChangeMark = (typeof changeMarks)[number];

/** What a change set or a revision does to the picture, by index: ring, line and sign; the rest steps back. */
export interface Marks {
  nodes: ReadonlyMap<number, ChangeMark>;
  edges: ReadonlyMap<number, ChangeMark>;
}

/** What has notes, by index. */
export interface Noted {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** What is not known of a node, in a word. */
export interface UnknownMark {
  zh: string;
  en: string;
}

/** What style rules make of the picture. A node beyond the end of a column, and every node where it is null, is sized by degree, filled by kind. */
export interface Style {
  /** Radius at 100 %, at most `largestRadius`. */
  radius: Float32Array | null;
  /** Codes of tones. */
  tone: Uint8Array | null;
  thickness: "even" | "confidence";
}

export interface GraphCanvas {
  /** Replaces everything. */
  setGraph(graph: DrawnGraph): void;
  /** Adds nodes and edges behind the present ones; `source` and `target` are indexes into the whole. Costs only the added rows. */
  append(part: DrawnGraph): void;
  /** x, y pairs; a node without a place (NaN, or beyond the end) stands at the origin. Costs those that are not there yet. */
  setPositions(positions: PlaceColumn, options?: Motion): void;
  setGuides(guides: readonly Guide[]): void;
  setFilters(filters: Filters): void;
  setSelection(nodes: readonly number[]): void;
  setFocusEdge(edge: number | null): void;
  setHover(node: number | null): void;
  setHighlight(highlight: Highlight | null): void;
  setMarks(marks: Marks | null): void;
  /** Nodes that keep their place wear a pin. */
  setPinned(nodes: ReadonlySet<number>): void;
  /** Nodes that stand for several are drawn as a stack, with the number of their members. */
  setCounts(members: ReadonlyMap<number, number>): void;
  /** Nodes and edges that people wrote notes about wear a small sheet. */
  setNoted(noted: Noted): void;
  /** Hollow marks beside nodes for what is not known of them; null: none are drawn. */
  setUnknown(marks: ReadonlyMap<number, readonly UnknownMark[]> | null): void;
  /** Writes and uploads only what differs from before. */
  setStyle(style: Style): void;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  /** Floating bars, in CSS pixels of the container: labels stay out, `fit` pads. */
  setKeepClear(rectangles: KeepClear[]): void;
  /** Brings these nodes (default: all that are shown) into view. */
  fit(nodes?: readonly number[], options?: Motion): void;
  /** Above 1 comes closer. */
  zoom(factor: number): void;
  camera(): CameraState;
  /** CSS pixels, as the browser last laid the canvas out; zeros before it had room. */
  size(): { width: number; height: number };
  setCamera(camera: CameraState, options?: Motion): void;
  /** The shown node next to `from` in a direction; without `from` the node nearest to the middle of the view. */
  nearest(from: number | null, direction: "up" | "down" | "left" | "right"): number | null;
  /** CSS pixels of the container. */
  nodeAt(x: number, y: number): number | null;
  /** The shown nodes whose middle lies inside a polygon (its last corner is joined to its first), CSS pixels of the container. */
  nodesIn(polygon: readonly { x: number; y: number }[]): number[];
  viewportOf(node: number): { x: number; y: number };
  /** A copy, x, y pairs in layout units. */
  positionsNow(): Float32Array;
  /** The columns as they are drawn and what stands out of them, to be drawn elsewhere: read, not kept. */
  scene(): { drawn: Drawn; standing: Standing; unknown: ReadonlyMap<number, readonly UnknownMark[]> | null };
  /** Draws every shown node as a point into a small canvas of so many pixels, in slices; null when nothing is shown. */
  paintOverview(target: HTMLCanvasElement, size: { width: number; height: number }): Sliced<OverviewFrame | null>;
  /** What is in view as a picture of its own, in a theme and with so many pixels per CSS pixel; the canvas itself looks as before. */
  picture(as: { theme: Theme; pixelRatio: number }): HTMLCanvasElement;
  resize(): void;
  destroy(): void;
  /** Median main-thread time of the last frames, frames drawn since the start, and what is in the columns. */
  stats(): { jsMs: number; frames: number; drawnNodes: number; drawnEdges: number };
}
