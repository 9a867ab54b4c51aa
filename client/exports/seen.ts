import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { Guide } from "#client/layouts/layout.ts";
import type { Drawn, Standing } from "#client/rendering/emphasis.ts";
import type { CameraState, Language, Style, Theme, UnknownMark } from "#client/rendering/interface.ts";
import { toScreen, type View } from "#client/rendering/view.ts";
import type { Exploration } from "#client/state/exploration.ts";
import { kindOf, type LoadedGraph, statusOf, typeOf } from "#client/state/loaded-graph.ts";
import { filterMasks, isEdgeVisible, isNodeVisible } from "#client/state/visible.ts";
import type { ColourEntry } from "#client/styling/rule.ts";
import type { Note } from "#graph/model/note.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Status } from "#graph/vocabulary/marks.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";

export interface SeenNode {
  id: string;
  kind: EntityKind;
  name: string;
  nameEn: string | null;
  degree: number;
  /** Layout units, y upwards; null without a place. */
  x: number | null;
  y: number | null;
}

/** `source` and `target` are entity ids. */
export interface SeenEdge {
  id: string;
  type: RelationType;
  source: string;
  target: string;
  status: Status;
  confidence: number;
}

/** What the canvas shows when something is taken away from it: after filters, whether inside the window or not. */
export interface Seen {
  nodes: readonly SeenNode[];
  edges: readonly SeenEdge[];
  notes: readonly Note[];
  /** Number of the newest revision. */
  revision: number | null;
  at: Date;
  /** Filters that are on, in words. */
  filters: readonly string[];
}

/** The drawing behind it, where this browser draws. */
export interface Scene {
  drawn: Drawn;
  standing: Standing;
  /** What is not known, where it is drawn. */
  unknown: ReadonlyMap<number, readonly UnknownMark[]> | null;
  guides: readonly Guide[];
  /** What the style rules make of lines, and what their tones mean. */
  thickness: Style["thickness"];
  colours: readonly ColourEntry[];
  camera: CameraState;
  window: { width: number; height: number };
}

export interface ExportOptions {
  title: string;
  language: Language;
  theme: Theme;
  /** The part that the window shows, or all of it. */
  extent: "window" | "all";
  legend: boolean;
  sources: boolean;
}

/** The nodes and edges that pass the filters; one pass over the columns. */
export function seenOf(graph: LoadedGraph, it: Exploration, positions: PlaceColumn): Pick<Seen, "nodes" | "edges"> {
  const masks = filterMasks(graph, it);
  const nodes: SeenNode[] = [];
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (!isNodeVisible(graph, it, masks, node)) continue;
    nodes.push({
      id: graph.nodes.id[node] as string,
      kind: kindOf(graph, node),
      name: graph.nodes.name[node] as string,
      nameEn: graph.nodes.nameEn[node] ?? null,
      degree: graph.nodes.degree[node] as number,
      x: positions.has(node) ? positions.x(node) : null,
      y: positions.has(node) ? positions.y(node) : null,
    });
  }
  const edges: SeenEdge[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (!isEdgeVisible(graph, it, masks, edge)) continue;
    edges.push({
      id: graph.edges.id[edge] as string,
      type: typeOf(graph, edge),
      source: graph.nodes.id[graph.edges.source[edge] as number] as string,
      target: graph.nodes.id[graph.edges.target[edge] as number] as string,
      status: statusOf(graph, edge),
      confidence: Math.round((graph.edges.confidence[edge] as number) * 1e4) / 1e4,
    });
  }
  return { nodes, edges };
}

const margin = { x: 110, y: 56 };

/** From where the picture is drawn: as the window has it, or so that everything fits at 100 %. */
export function viewOf({ drawn, camera, window }: Scene, extent: ExportOptions["extent"]): View {
  if (extent === "window") return { x: camera.x, y: camera.y, scale: 1 / camera.ratio, ...window, dpr: 1 };
  const { nodes, visibility } = drawn;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < nodes.count; node += 1) {
    if (!visibility.node(nodes, node)) continue;
    left = Math.min(left, nodes.x(node));
    right = Math.max(right, nodes.x(node));
    bottom = Math.min(bottom, nodes.y(node));
    top = Math.max(top, nodes.y(node));
  }
  if (left > right) return { x: 0, y: 0, scale: 1, width: 640, height: 320, dpr: 1 };
  return {
    x: (left + right) / 2,
    y: (bottom + top) / 2,
    scale: 1,
    width: Math.ceil(Math.max(640, right - left + 2 * margin.x)),
    height: Math.ceil(Math.max(320, top - bottom + 2 * margin.y)),
    dpr: 1,
  };
}

/** How many of the visible nodes stand outside the window. */
export function outsideWindow(scene: Scene): number {
  const view = viewOf(scene, "window");
  const { nodes, visibility } = scene.drawn;
  let count = 0;
  for (let node = 0; node < nodes.count; node += 1) {
    if (!visibility.node(nodes, node)) continue;
    const { x, y } = toScreen(view, nodes.x(node), nodes.y(node));
    if (x < 0 || y < 0 || x > view.width || y > view.height) count += 1;
  }
  return count;
}
