import type { PlaceColumn } from "#client/columns/place-column.ts";
import type { GraphCanvas } from "#client/rendering/graph-canvas.ts";
import { type AtlasStore, explorationOf, type Frame, positionsOf } from "#client/state/atlas.ts";
import type { Exploration, Highlight } from "#client/state/exploration.ts";
import { hover } from "#client/state/hover.ts";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { neighboursShown } from "#client/state/neighbourhood.ts";
import { preferences } from "#client/state/preferences.ts";
import { cameraFor } from "#client/state/saved-camera.ts";
import { drawnEdgesFor, drawnFor, type Stacked, stackedOf, withStacks } from "#client/state/stacks.ts";
import { canvasFilters, sameFilters } from "#client/state/visible.ts";
import { canvasHandle } from "./handle.ts";
import { rowsFrom } from "./rows.ts";

/** Keeps the drawing equal to the state, without a render of React; the answer ends it. */
export function followState(store: AtlasStore, canvas: GraphCanvas): () => void {
  let drawnNodes = 0;
  let drawnEdges = 0;
  let exploration: Exploration | null = null;
  let positions: PlaceColumn | null = null;
  let guides: Frame["guides"] | null = null;
  let stacked: Stacked | null = null;
  let focusCount = 0;
  let sources: LoadedGraph["sources"]["known"] | null = null;
  let lookCount = 0;
  let looking = 0;

  /** The line that is drawn for an edge. */
  const focusOf = (edge: number | null): number | null =>
    edge === null || stacked === null ? edge : (drawnEdgesFor(store.getState().graph, stacked, [edge])[0] ?? null);

  const follow = () => {
    const state = store.getState();
    const { graph } = state;
    const nextExploration = explorationOf(state);
    const nextPositions = positionsOf(state);
    // Closing a group adds rows to the graph: asked for first, so that they are appended below.
    const nextStacked = stackedOf(graph, nextExploration);
    const standing = () => withStacks(nextStacked, nextPositions);
    if (graph.nodeCount > drawnNodes || graph.edgeCount > drawnEdges) {
      const part = rowsFrom(graph, standing(), { nodes: drawnNodes, edges: drawnEdges });
      if (drawnNodes === 0) canvas.setGraph(part);
      else canvas.append(part);
      drawnNodes = graph.nodeCount;
      drawnEdges = graph.edgeCount;
      exploration = null;
    }
    const restacked = stacked?.members !== nextStacked.members;
    if ((positions !== nextPositions || restacked) && drawnNodes > 0) {
      canvas.setPositions(standing(), { animateMs: positions === nextPositions ? 0 : state.motionMs });
      positions = nextPositions;
    }
    if (guides !== state.history.present.guides) {
      guides = state.history.present.guides;
      canvas.setGuides(guides);
    }
    const before = exploration;
    exploration = nextExploration;
    if (before === null || !sameFilters(before, nextExploration) || sources !== graph.sources.known) {
      canvas.setFilters(canvasFilters(graph, nextExploration));
      sources = graph.sources.known;
    }
    if (restacked) canvas.setCounts(nextStacked.counts);
    if (restacked || before?.selection !== nextExploration.selection) canvas.setSelection(drawnFor(nextStacked, nextExploration.selection));
    stacked = nextStacked;
    if (restacked || before?.edge !== nextExploration.edge) canvas.setFocusEdge(focusOf(nextExploration.edge ?? hover.getState().edge));
    if (restacked || before?.highlight !== nextExploration.highlight)
      canvas.setHighlight(drawnHighlight(graph, nextStacked, nextExploration.highlight));
    if (restacked || before?.pinned !== nextExploration.pinned) canvas.setPinned(pinnedRows(nextStacked, nextExploration));
    if (state.focus.count !== focusCount) {
      focusCount = state.focus.count;
      const { nodes } = state.focus;
      // A step may change the bars too: the frame is sought when they stand.
      cancelAnimationFrame(looking);
      looking = requestAnimationFrame(() => {
        canvasHandle.measureBars();
        const now = store.getState();
        bringIntoView(canvas, { graph: now.graph, exploration: explorationOf(now) }, nodes);
      });
    }
    if (state.lookFrom.count !== lookCount) {
      lookCount = state.lookFrom.count;
      if (state.lookFrom.camera !== null) canvas.setCamera(cameraFor(state.lookFrom.camera, canvasHandle.size()));
    }
  };

  follow();
  const ends = [
    store.subscribe(follow),
    hover.subscribe((next, before) => {
      if (next.node !== before.node) canvas.setHover(next.node === null ? null : (stacked?.standIn.rowOf(next.node) ?? next.node));
      if (next.edge !== before.edge) canvas.setFocusEdge(focusOf(explorationOf(store.getState()).edge ?? next.edge));
    }),
    preferences.subscribe((next, before) => {
      if (next.theme !== before.theme) canvas.setTheme(next.theme);
      if (next.language !== before.language) canvas.setLanguage(next.language);
    }),
  ];
  return () => {
    cancelAnimationFrame(looking);
    for (const end of ends) end();
  };
}

/** Of a path or a result through closed groups their stacks, and the lines that bundle its edges. */
function drawnHighlight(graph: LoadedGraph, stacked: Stacked, highlight: Highlight | null): Highlight | null {
  if (highlight === null || stacked.standIn.size === 0) return highlight;
  return { ...highlight, nodes: drawnFor(stacked, highlight.nodes), edges: drawnEdgesFor(graph, stacked, highlight.edges) };
}

/** A stack wears the pin when one of its members keeps its place. */
function pinnedRows(stacked: Stacked, { pinned }: Exploration): ReadonlySet<number> {
  return stacked.standIn.size === 0 ? pinned : new Set(drawnFor(stacked, [...pinned]));
}

function bringIntoView(
  canvas: GraphCanvas,
  { graph, exploration }: { graph: LoadedGraph; exploration: Exploration },
  nodes: readonly number[] | null,
): void {
  const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? {} : { animateMs: 240 };
  if (nodes === null) {
    canvas.fit(undefined, motion);
    return;
  }
  const stacked = stackedOf(graph, exploration);
  const rows = drawnFor(stacked, nodes);
  // One node alone would fill the view: it comes with what it is tied to.
  const wanted = rows.length === 1 ? [...nodes, ...nodes.flatMap((node) => neighboursShown(graph, exploration, node))] : nodes;
  canvas.fit(
    [...new Set(drawnFor(stacked, wanted))].filter((row) => stacked.drawn[row] === 1),
    motion,
  );
}
