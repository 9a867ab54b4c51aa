import { type ActionName, type AtlasState, type AtlasStore, explorationOf } from "./atlas.ts";
import { canvasQuery, filtersTold, selectionQuery } from "./canvas-query.ts";
import type { Exploration } from "./exploration.ts";
import { report } from "./tasks.ts";
import { countVisible, sameFilters } from "./visible.ts";

/**
 * Every action leaves its Cypher, also one that no server was asked for: whatever changes what is on the canvas (a filter, hide, undo, a
 * saved view) or selects several leaves the query that gives the same. An action that fetched has told its own query just before, in the
 * same turn; that one stays. The answer ends it.
 */
export function leaveCypher(store: AtlasStore, now: () => number): () => void {
  let told = false;
  return store.subscribe((state, before) => {
    if (state.lastAction !== before.lastAction) {
      told = true;
      queueMicrotask(() => {
        told = false;
      });
    }
    const [next, last] = [explorationOf(state), explorationOf(before)];
    if (next === last || told || state.edition !== before.edition) return;
    const name = changeOf(next, last);
    if (name === null) return;
    const started = now();
    const { graph } = state;
    const query = name === "selection" ? selectionQuery(graph, next.selection) : canvasQuery(graph, next, isWhole(state));
    report(store, {
      name,
      cypher: query,
      told: name === "selection" ? { selected: next.selection.length } : filtersTold(next),
      rows: name === "selection" ? next.selection.length : countVisible(graph, next).nodes,
      unit: "nodes",
      elapsedMs: now() - started,
    });
    // What was told here explains this change only.
    told = false;
  });
}

function changeOf(next: Exploration, last: Exploration): Extract<ActionName, "canvas" | "filter" | "selection"> | null {
  if (next.shown !== last.shown) return "canvas";
  if (!sameFilters(next, last)) return "filter";
  return next.selection !== last.selection && next.selection.length > 1 ? "selection" : null;
}

/** Whether everything that the store holds has been loaded and is shown. */
function isWhole({ overviewNext, ready, graph, history }: AtlasState): boolean {
  if (!ready || overviewNext !== null) return false;
  const { shown } = history.present.exploration;
  return shown.length >= graph.nodeCount && !shown.subarray(0, graph.nodeCount).includes(0);
}
