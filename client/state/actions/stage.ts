import type { PlaceColumn } from "#client/columns/place-column.ts";
import { layouts } from "#client/layouts/index.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { type AtlasDeps, type AtlasStore, defaultLayout, explorationOf, type Frame, positionsOf } from "../atlas.ts";
import type { Exploration } from "../exploration.ts";
import { amend, amendWhere, record } from "../history.ts";
import { layoutInput, wholePicture } from "../layout-input.ts";
import { type MergeResult, mergeSubgraph } from "../loaded-graph.ts";
import { nearby, smallPicture } from "../nearby.ts";
import { visibleEdges, visibleNodes } from "../neighbourhood.ts";
import { alignToPinned, guidesOf, isPinned, placeAround, placed } from "../placement.ts";
import { bringIn } from "../slices/left-out.ts";
import { stackedOf, withStacks } from "../stacks.ts";
import { stagesOf } from "../stages.ts";
import { runTask } from "../tasks.ts";

const needsStages = (id: string): boolean => layouts.some((it) => it.id === id && it.needs === "stages");

/** What actions share: how fetched rows come into the graph, how they find a place, and what the camera looks at. */
export type Stage = ReturnType<typeof createStage>;

export function createStage(store: AtlasStore, deps: AtlasDeps) {
  const motion = (ms: number) => (deps.reducedMotion() ? 0 : ms);
  let layoutRun: AbortController | null = null;

  /** What an answer brings belongs to the picture, also where a picture that was opened had left it out. */
  const merge = (part: Subgraph): MergeResult => {
    const { graph, history } = store.getState();
    const result = mergeSubgraph(graph, part);
    const { exploration } = history.present;
    const leftOut = bringIn(exploration.leftOut, result.edges);
    const isNew = leftOut !== exploration.leftOut;
    store.setState({
      graph: { ...graph },
      ...(isNew && { history: amend(history, { ...history.present, exploration: { ...exploration, leftOut } }) }),
    });
    return result;
  };

  const bringIntoView = (nodes: readonly number[] | null) =>
    store.setState((state) => ({ focus: { nodes, count: state.focus.count + 1 } }));

  /**
   * Lets a layout place what has no place, or everything anew but for what is pinned. The result amends the present step and all that were
   * made from it meanwhile, whether they are undone or not: no step keeps places that were only meant for a moment. `placed`: the present
   * step has places of its own, which are drawn before a layout looks for better ones.
   */
  const settle = async (free: ReadonlySet<number> | "all", options: { motionMs: number; placed?: true }): Promise<void> => {
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
        let unsettled = positionsOf(state);
        if (options.placed === true) {
          await deps.drawn?.();
          if (run.signal.aborted) return;
        } else {
          // A copy of its own tells the steps that hang on this layout from those before it.
          unsettled = unsettled.copy();
          store.setState({ history: amend(state.history, { ...state.history.present, positions: unsettled }) });
        }
        const { graph } = store.getState();
        // What is placed stays: only forces find room between what stands already.
        const layout = free === "all" ? exploration.layout : defaultLayout;
        const stage = needsStages(layout) ? await stagesOf(store, deps, signal) : null;
        const stacked = stackedOf(graph, exploration);
        const standing = withStacks(stacked, unsettled);
        const isLocal = free !== "all" && graph.nodeCount > smallPicture;
        const part = isLocal ? nearby(graph, stacked, standing, free) : wholePicture(graph, stacked);
        const { nodes } = part;
        const inputWith = (positions: PlaceColumn | null, fixed: (node: number) => boolean) =>
          layoutInput(graph, exploration, { part, positions, fixed, aspect: deps.aspect(), stage });
        const keepsPlace = (node: number) => (free === "all" ? isPinned(exploration, stacked, node) : !free.has(node));
        if (nodes.length === 0) return;
        const input = inputWith(free === "all" ? null : standing, keepsPlace);
        const place = (answer: Float32Array, motionMs: number, guides: Partial<Pick<Frame, "guides">>) => {
          if (run.signal.aborted) return;
          const before = unsettled;
          const positions = placed(store.getState().graph, exploration, { positions: before, nodes, answer });
          unsettled = positions;
          store.setState(({ history }) => ({
            ready: true,
            motionMs,
            history: amendWhere(
              history,
              (frame) => frame.positions === before,
              (frame) => ({ ...frame, positions, ...guides }),
            ),
          }));
        };
        // A layout from nothing is watched while it unfolds; a node that was added only appears where it will stay.
        const watched = free === "all" && !deps.reducedMotion();
        const onProgress = (unfinished: Float32Array) => {
          const first = !store.getState().ready;
          place(unfinished, 0, {});
          if (first) bringIntoView(null);
        };
        const pinned = free === "all" ? [...nodes.keys()].filter((row) => keepsPlace(nodes[row] as number)) : [];
        let answer = await deps.layOut(layout, input, { signal: run.signal, ...(watched && pinned.length === 0 ? { onProgress } : {}) });
        // Forces run once more around what is pinned; other layouts have a place of their own for everything else.
        if (pinned.length > 0 && layout === defaultLayout) {
          alignToPinned(standing, answer.positions, { nodes, pinned });
          const near = placed(graph, exploration, { positions: unsettled, nodes, answer: answer.positions });
          const again = inputWith(withStacks(stacked, near), keepsPlace);
          answer = await deps.layOut(layout, again, { signal: run.signal });
        }
        place(answer.positions, motion(options.motionMs), free === "all" ? { guides: guidesOf(answer.guides, nodes) } : {});
      },
      () => {},
    );
  };

  /** Shows fetched nodes as one step: at once around `centre`, then settled with all others in their places. */
  const reveal = (centre: number, change: (it: Exploration) => Exploration, nodes: readonly number[]) =>
    revealAround([{ centre, nodes }], change);

  const revealAround = async (
    around: readonly { centre: number; nodes: readonly number[] }[],
    change: (it: Exploration) => Exploration,
  ) => {
    const { history } = store.getState();
    const before = history.present;
    const positions = before.positions.copy();
    const free = new Set(around.flatMap(({ nodes }) => nodes).filter((node) => !positions.has(node)));
    for (const { centre, nodes } of around) placeAround(positions, centre, nodes);
    store.setState({ motionMs: 0, history: record(history, { ...before, exploration: change(before.exploration), positions }) });
    if (free.size > 0) await settle(free, { motionMs: 180, placed: true });
  };

  /** The community of each visible node; undefined when the search was cancelled. */
  const communities = async (): Promise<ReadonlyMap<number, number> | undefined> => {
    const { graph } = store.getState();
    const nodes = visibleNodes(graph, explorationOf(store.getState()));
    const { source, target } = visibleEdges(graph, explorationOf(store.getState()), nodes);
    const work = (signal: AbortSignal) => deps.findCommunities({ count: nodes.length, source, target }, { signal });
    const labels = await runTask(store, deps, "communities", work, () => undefined);
    return labels && new Map(nodes.map((node, row) => [node, labels[row] as number]));
  };

  return { store, deps, merge, bringIntoView, settle, reveal, revealAround, communities, motion, stopLayout: () => layoutRun?.abort() };
}
