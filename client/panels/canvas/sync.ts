import type { DrawnGraph, GraphCanvas } from "#client/rendering/graph-canvas.ts";
import { type AtlasStore, explorationOf, type Frame, positionsOf } from "#client/state/atlas.ts";
import type { Exploration } from "#client/state/exploration.ts";
import { hover } from "#client/state/hover.ts";
import { type LoadedGraph, neighboursOf } from "#client/state/loaded-graph.ts";
import { preferences } from "#client/state/preferences.ts";
import { cameraFor } from "#client/state/saved-camera.ts";
import { canvasFilters, sameFilters } from "#client/state/visible.ts";
import { canvasHandle } from "./handle.ts";

/** Rows from `nodesFrom` and `edgesFrom` on; a node without a place stands at the origin until it is shown. */
function rows(graph: LoadedGraph, positions: Float32Array, nodesFrom: number, edgesFrom: number): DrawnGraph {
  const { nodes, edges } = graph;
  const to = graph.nodeCount;
  const edgesTo = graph.edgeCount;
  return {
    nodes: {
      id: nodes.id.slice(nodesFrom),
      kind: nodes.kind.slice(nodesFrom, to),
      name: nodes.name.slice(nodesFrom),
      nameEn: nodes.nameEn.slice(nodesFrom),
      degree: nodes.degree.slice(nodesFrom, to),
    },
    edges: {
      id: edges.id.slice(edgesFrom),
      type: edges.type.slice(edgesFrom, edgesTo),
      source: edges.source.slice(edgesFrom, edgesTo),
      target: edges.target.slice(edgesFrom, edgesTo),
      status: edges.status.slice(edgesFrom, edgesTo),
      confidence: edges.confidence.slice(edgesFrom, edgesTo),
    },
    positions: wholePositions(graph, positions).slice(2 * nodesFrom),
  };
}

function wholePositions(graph: LoadedGraph, positions: Float32Array): Float32Array {
  const whole = new Float32Array(2 * graph.nodeCount);
  for (let at = 0; at < whole.length; at++) {
    const value = positions[at];
    whole[at] = value === undefined || Number.isNaN(value) ? 0 : value;
  }
  return whole;
}

/** Keeps the drawing equal to the state, without a render of React; the answer ends it. */
export function followState(store: AtlasStore, canvas: GraphCanvas): () => void {
  let drawnNodes = 0;
  let drawnEdges = 0;
  let exploration: Exploration | null = null;
  let positions: Float32Array | null = null;
  let guides: Frame["guides"] | null = null;
  let focusCount = 0;
  let sources: LoadedGraph["sources"]["known"] | null = null;
  let lookCount = 0;

  const follow = () => {
    const state = store.getState();
    const { graph } = state;
    const nextExploration = explorationOf(state);
    const nextPositions = positionsOf(state);
    if (graph.nodeCount > drawnNodes || graph.edgeCount > drawnEdges) {
      const part = rows(graph, nextPositions, drawnNodes, drawnEdges);
      if (drawnNodes === 0) canvas.setGraph(part);
      else canvas.append(part);
      drawnNodes = graph.nodeCount;
      drawnEdges = graph.edgeCount;
      exploration = null;
    }
    if (positions !== nextPositions && drawnNodes > 0) {
      canvas.setPositions(wholePositions(graph, nextPositions), { animateMs: state.motionMs });
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
    if (before?.selection !== nextExploration.selection) canvas.setSelection(nextExploration.selection);
    if (before?.edge !== nextExploration.edge) canvas.setFocusEdge(nextExploration.edge ?? hover.getState().edge);
    if (before?.highlight !== nextExploration.highlight) canvas.setHighlight(nextExploration.highlight);
    if (state.focus.count !== focusCount) {
      focusCount = state.focus.count;
      bringIntoView(canvas, graph, nextExploration, state.focus.nodes);
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
      if (next.node !== before.node) canvas.setHover(next.node);
      if (next.edge !== before.edge) canvas.setFocusEdge(explorationOf(store.getState()).edge ?? next.edge);
    }),
    preferences.subscribe((next, before) => {
      if (next.theme !== before.theme) canvas.setTheme(next.theme);
      if (next.language !== before.language) canvas.setLanguage(next.language);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function bringIntoView(canvas: GraphCanvas, graph: LoadedGraph, exploration: Exploration, nodes: readonly number[] | null): void {
  const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? {} : { animateMs: 240 };
  if (nodes === null) {
    canvas.fit(undefined, motion);
    return;
  }
  const [only] = nodes;
  // One node alone would fill the view: it comes with what it is tied to.
  const wanted =
    nodes.length === 1 && only !== undefined ? [only, ...neighboursOf(graph, only).filter((node) => exploration.shown[node] === 1)] : nodes;
  canvas.fit(wanted, motion);
}
