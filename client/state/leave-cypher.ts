import { type AtlasState, type AtlasStore, explorationOf, type LastAction } from "./atlas.ts";
import { canvasQuery, canvasTold, markedQuery, selectionQuery, statementQuery } from "./canvas-query.ts";
import { evidenceMask } from "./evidence-mask.ts";
import type { Exploration } from "./exploration.ts";
import { report } from "./tasks.ts";
import { countVisible, sameFilters } from "./visible.ts";

/**
 * Every action leaves its Cypher, also one that no server was asked for: whatever changes what is on the canvas (a filter, a style, hide,
 * undo, a saved view) or selects several leaves the query that gives the same. An action that fetched has told its own query just before, in the
 * same turn; that one stays. What is left is worked out `later`, after the picture. The answer ends it.
 */
export function leaveCypher(store: AtlasStore, now: () => number, later: (work: () => void) => void): () => void {
  let told = false;
  /** Changes that nobody has told of, the latest last. */
  let untold: { next: Exploration; last: Exploration }[] = [];
  const tell = (): void => {
    const started = now();
    const state = store.getState();
    const changes = untold.toReversed();
    untold = [];
    for (const { next, last } of changes) {
      const left = leftBy(state, next, last);
      if (left === null) continue;
      report(store, { ...left, elapsedMs: now() - started });
      // What was told here explains these changes only.
      told = false;
      return;
    }
  };
  return store.subscribe((state, before) => {
    if (state.lastAction !== before.lastAction || state.edition !== before.edition) untold = [];
    if (state.lastAction !== before.lastAction) {
      told = true;
      queueMicrotask(() => {
        told = false;
      });
    }
    const [next, last] = [explorationOf(state), explorationOf(before)];
    if (next === last || told || state.edition !== before.edition) return;
    untold.push({ next, last });
    if (untold.length === 1) later(tell);
  });
}

/** The query of a change that was answered locally; null for one that changes nothing of what is seen. */
function leftBy(state: AtlasState, next: Exploration, last: Exploration): Omit<LastAction, "elapsedMs"> | null {
  const { graph } = state;
  const { highlight } = next;
  if (highlight !== null && highlight !== last.highlight) {
    const told = { nodes: highlight.nodes.length, edges: highlight.edges.length };
    const name = highlight.style === "path" ? "paths" : "result";
    return { name, cypher: markedQuery(graph, highlight), told, rows: told.nodes, unit: "nodes" };
  }
  // What a style or a mark needs of the store tells its own query when it is there; without it the canvas alone is drawn.
  const drawnOtherwise = next.style !== last.style || (last.unknownShown && !next.unknownShown);
  if (next.shown !== last.shown || !sameFilters(next, last) || drawnOtherwise) {
    const whole = isWhole(state) && evidenceMask(graph, next) === null;
    return {
      name: next.shown !== last.shown || drawnOtherwise ? "canvas" : "filter",
      cypher: canvasQuery(graph, next, whole),
      told: canvasTold(next),
      rows: countVisible(graph, next).nodes,
      unit: "nodes",
    };
  }
  if (next.edge !== last.edge && next.edge !== null)
    return { name: "statement", cypher: statementQuery(graph, next.edge), rows: 1, unit: "rows" };
  if (next.selection === last.selection || next.selection.length < 2) return null;
  const { length } = next.selection;
  return { name: "selection", cypher: selectionQuery(graph, next.selection), told: { selected: length }, rows: length, unit: "nodes" };
}

/** Whether everything that the store holds has been loaded and is shown. */
function isWhole({ overviewNext, ready, graph, history }: AtlasState): boolean {
  if (!ready || overviewNext !== null) return false;
  const { shown } = history.present.exploration;
  return shown.length >= graph.nodeCount && !shown.subarray(0, graph.nodeCount).includes(0);
}
