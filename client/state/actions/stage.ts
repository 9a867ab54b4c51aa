import { layouts } from "#client/layouts/index.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { type AtlasDeps, type AtlasStore, defaultLayout, explorationOf, type Frame, positionsOf } from "../atlas.ts";
import type { Exploration } from "../exploration.ts";
import { amend, record } from "../history.ts";
import { type MergeResult, mergeSubgraph } from "../loaded-graph.ts";
import { guidesOf, layoutInput, padded, placeAround, placed } from "../placement.ts";
import { stagesOf } from "../stages.ts";
import { runTask } from "../tasks.ts";

const needsStages = (id: string): boolean => layouts.some((it) => it.id === id && it.needs === "stages");

/** What actions share: how fetched rows come into the graph, how they find a place, and what the camera looks at. */
export type Stage = ReturnType<typeof createStage>;

export function createStage(store: AtlasStore, deps: AtlasDeps) {
  const motion = (ms: number) => (deps.reducedMotion() ? 0 : ms);
  let layoutRun: AbortController | null = null;

  const merge = (part: Subgraph): MergeResult => {
    const { graph } = store.getState();
    const result = mergeSubgraph(graph, part);
    store.setState({ graph: { ...graph } });
    return result;
  };

  const bringIntoView = (nodes: readonly number[] | null) =>
    store.setState((state) => ({ focus: { nodes, count: state.focus.count + 1 } }));

  /** Lets a layout place what has no place, or everything anew; the result amends the present step. */
  const settle = async (free: ReadonlySet<number> | "all", options: { motionMs: number }): Promise<void> => {
    layoutRun?.abort();
    const run = new AbortController();
    layoutRun = run;
    await runTask(
      store,
      deps,
      "layout",
      async (signal) => {
        signal.addEventListener("abort", () => run.abort());
        const state = store.getState();
        const exploration = explorationOf(state);
        // What is placed stays: only forces find room between what stands already.
        const layout = free === "all" ? exploration.layout : defaultLayout;
        const { input, nodes } = layoutInput(state.graph, exploration, {
          positions: free === "all" ? null : positionsOf(state),
          fixed: (node) => free !== "all" && !free.has(node),
          aspect: deps.aspect(),
          stage: needsStages(layout) ? await stagesOf(store, deps, signal) : null,
        });
        if (nodes.length === 0) return;
        const place = (answer: Float32Array, motionMs: number, guides: Partial<Pick<Frame, "guides">>) => {
          if (run.signal.aborted) return;
          const { history, graph } = store.getState();
          const positions = placed(history.present.positions, nodes, answer, graph.nodeCount);
          store.setState({ ready: true, motionMs, history: amend(history, { ...history.present, positions, ...guides }) });
        };
        // A layout from nothing is watched while it unfolds; a node that was added only appears where it will stay.
        const watched = free === "all" && !deps.reducedMotion();
        const onProgress = (unfinished: Float32Array) => {
          const first = !store.getState().ready;
          place(unfinished, 0, {});
          if (first) bringIntoView(null);
        };
        const { positions, guides } = await deps.layOut(layout, input, { signal: run.signal, ...(watched ? { onProgress } : {}) });
        place(positions, motion(options.motionMs), free === "all" ? { guides: guidesOf(guides, nodes) } : {});
      },
      () => {},
    );
  };

  /** Shows fetched nodes as one step: at once around `centre`, then settled with all others in their places. */
  const reveal = async (centre: number, change: (it: Exploration) => Exploration, nodes: readonly number[]) => {
    const { history, graph } = store.getState();
    const before = history.present;
    const positions = padded(before.positions, graph.nodeCount);
    const free = new Set(nodes.filter((node) => Number.isNaN(positions[2 * node])));
    placeAround(positions, centre, nodes);
    store.setState({ motionMs: 0, history: record(history, { ...before, exploration: change(before.exploration), positions }) });
    if (free.size > 0) await settle(free, { motionMs: 180 });
  };

  return { store, deps, merge, bringIntoView, settle, reveal, motion, stopLayout: () => layoutRun?.abort() };
}
