import { layouts } from "#client/layouts/index.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import { type AtlasDeps, type AtlasStore, defaultLayout, explorationOf, type Frame, type LastAction, positionsOf, step } from "./atlas.ts";
import * as explore from "./exploration.ts";
import { amend, record, redo, undo } from "./history.ts";
import { type MergeResult, mergeSubgraph, neighboursOf, statusOrder } from "./loaded-graph.ts";
import { firstPlace, type OverviewPlace, pageAt, placeAfter, referencePlace } from "./overview-pages.ts";
import { guidesOf, layoutInput, padded, placeAround, placed } from "./placement.ts";
import { stagesOf } from "./stages.ts";
import { report, runTask } from "./tasks.ts";

/** How many entities the first picture shows: more would hide the labels. */
export const overviewSize = 120;
/** One click on an expansion brings at most this many. */
export const pageSize = 25;
/** Beyond this many links that are not on the canvas, expanding asks first. */
export const hubSize = 40;

export interface ExpandOptions {
  relation?: RelationType | undefined;
  direction?: "out" | "in" | undefined;
  /** Skip the question that a hub asks. */
  sure?: boolean | undefined;
  limit?: number | undefined;
}

const needsStages = (id: string): boolean => layouts.some((it) => it.id === id && it.needs === "stages");

/** One function per intent of a person; everything that changes the view goes through here. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(store: AtlasStore, deps: AtlasDeps) {
  const { calls } = deps;
  const cursors = new Map<string, string | null>();
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
  const reveal = async (centre: number, change: (it: explore.Exploration) => explore.Exploration, nodes: readonly number[]) => {
    const { history, graph } = store.getState();
    const before = history.present;
    const positions = padded(before.positions, graph.nodeCount);
    const free = new Set(nodes.filter((node) => Number.isNaN(positions[2 * node])));
    placeAround(positions, centre, nodes);
    store.setState({ motionMs: 0, history: record(history, { ...before, exploration: change(before.exploration), positions }) });
    if (free.size > 0) await settle(free, { motionMs: 180 });
  };

  const overview = async (limit = overviewSize): Promise<void> => {
    const started = deps.now();
    const part = await runTask(
      store,
      deps,
      "overview",
      (signal) => calls.graph(pageAt(firstPlace, limit), { signal }),
      () => void overview(limit),
    );
    if (part === undefined) return;
    const { nodes } = merge(part);
    report(store, { name: "overview", cypher: part.cypher, rows: part.nodes.id.length, unit: "nodes", elapsedMs: deps.now() - started });
    const { history, graph } = store.getState();
    const frame = {
      ...history.present,
      exploration: explore.show(history.present.exploration, nodes),
      positions: padded(history.present.positions, graph.nodeCount),
    };
    store.setState({ history: amend(history, frame), overviewNext: placeAfter(firstPlace, part) });
    await settle("all", { motionMs: 0 });
    store.setState({ ready: true });
    bringIntoView(null);
  };

  /** Fetches a page of the overview and puts it beside what is there; answers where the next one begins. */
  const loadPage = async (place: OverviewPlace, limit: number): Promise<OverviewPlace | null | undefined> => {
    const started = deps.now();
    const part = await runTask(
      store,
      deps,
      "more",
      (signal) => calls.graph(pageAt(place, limit), { signal }),
      () => void loadPage(place, limit),
    );
    if (part === undefined) return undefined;
    const { nodes } = merge(part);
    report(store, { name: "more", cypher: part.cypher, rows: part.nodes.id.length, unit: "nodes", elapsedMs: deps.now() - started });
    const { graph } = store.getState();
    const anchor = nodes
      .flatMap((node) => neighboursOf(graph, node))
      .find((node) => explore.isShown(explorationOf(store.getState()), node));
    await reveal(anchor ?? 0, (it) => explore.show(it, nodes), nodes);
    bringIntoView(null);
    return placeAfter(place, part);
  };

  /** The next most connected entities. */
  const loadMore = async (limit = 200): Promise<void> => {
    const { overviewNext } = store.getState();
    if (overviewNext === null) return;
    const next = await loadPage(overviewNext, limit);
    if (next !== undefined) store.setState({ overviewNext: next });
  };

  /** Only the general knowledge: it is fetched when it is first asked for, since the overview begins without it. */
  const setStatus = async (status: explore.StatusFilter): Promise<void> => {
    step(store, (it) => explore.setStatus(it, status));
    const { graph, overviewNext } = store.getState();
    if (status !== "reference" || overviewNext?.stage !== 0) return;
    const reference = statusOrder.indexOf("reference");
    if (graph.edges.status.subarray(0, graph.edgeCount).includes(reference)) return;
    await loadPage(referencePlace, overviewSize);
  };

  const expand = async (node: number, options: ExpandOptions = {}): Promise<void> => {
    const state = store.getState();
    const id = state.graph.nodes.id[node];
    if (id === undefined) return;
    const shownNeighbours = neighboursOf(state.graph, node).filter((one) => explore.isShown(explorationOf(state), one)).length;
    const hidden = (state.graph.nodes.degree[node] ?? 0) - shownNeighbours;
    if (hidden > hubSize && options.relation === undefined && !options.sure) {
      store.setState({ hubQuestion: { node, hidden } });
      return;
    }
    store.setState({ hubQuestion: null });
    const key = `${id} ${options.relation ?? ""} ${options.direction ?? ""}`;
    const started = deps.now();
    const fetched = await runTask(
      store,
      deps,
      "expand",
      async (signal) => {
        let nodes: number[] = [];
        let last: Subgraph | null = null;
        for (let page = 0; page < 8; page++) {
          const cursor = cursors.get(key) ?? undefined;
          last = await calls.neighbours(
            id,
            { ...options, limit: options.limit ?? pageSize, cursor, direction: options.direction ?? "both" },
            { signal },
          );
          nodes = [...nodes, ...merge(last).nodes];
          cursors.set(key, last.next);
          const exploration = explorationOf(store.getState());
          if (last.next === null || nodes.some((one) => !explore.isShown(exploration, one))) break;
        }
        return { nodes, last };
      },
      () => void expand(node, options),
    );
    if (fetched?.last == null) return;
    const { nodes, last } = fetched;
    report(store, { name: "expand", cypher: last.cypher, rows: nodes.length, unit: "nodes", elapsedMs: deps.now() - started });
    await reveal(
      node,
      (it) =>
        explore.expand(
          it,
          node,
          nodes.filter((one) => one !== node),
        ),
      nodes,
    );
    // What came may lie outside the window: an expansion that shows nothing answers nothing.
    bringIntoView([node]);
  };

  /** Brings an entity onto the canvas with what ties it to the rest, and selects it. */
  const open = async (id: string): Promise<void> => {
    const { graph } = store.getState();
    const known = graph.nodeIndex.get(id);
    if (known !== undefined && explore.isShown(explorationOf(store.getState()), known)) {
      step(store, (it) => explore.select(it, known));
      bringIntoView([known]);
      return;
    }
    const started = deps.now();
    const part = await runTask(
      store,
      deps,
      "open",
      (signal) => calls.neighbours(id, { limit: 12, direction: "both" }, { signal }),
      () => void open(id),
    );
    if (part === undefined) return;
    const { nodes } = merge(part);
    const state = store.getState();
    const node = state.graph.nodeIndex.get(id);
    if (node === undefined) return;
    report(store, { name: "open", cypher: part.cypher, rows: nodes.length, unit: "nodes", elapsedMs: deps.now() - started });
    const anchor = neighboursOf(state.graph, node).find((one) => explore.isShown(explorationOf(state), one));
    await reveal(anchor ?? node, (it) => explore.select(explore.show(it, [node, ...nodes]), node), [node, ...nodes]);
    bringIntoView([node]);
  };

  const showResult = async (part: Subgraph, only: boolean): Promise<void> => {
    const { nodes, edges } = merge(part);
    if (nodes.length === 0) return;
    const state = store.getState();
    const shown = nodes.find((node) => explore.isShown(explorationOf(state), node));
    await reveal(shown ?? (nodes[0] as number), (it) => explore.showResult(it, { nodes, edges, only }), nodes);
    bringIntoView(nodes);
  };

  /** What a row of a result speaks of: brought onto the canvas where it is missing, and selected. */
  const selectResultRow = async (part: Subgraph, ids: readonly string[]): Promise<void> => {
    const known = ids.map((id) => store.getState().graph.nodeIndex.get(id));
    const missing = known.some((node) => node === undefined || !explore.isShown(explorationOf(store.getState()), node));
    if (missing) await showResult(part, false);
    const { graph } = store.getState();
    const nodes = [...new Set(ids.map((id) => graph.nodeIndex.get(id)).filter((node) => node !== undefined))];
    if (nodes.length === 0) return;
    step(store, (it) => explore.selectSeveral(it, nodes));
    bringIntoView(nodes);
  };

  const present = (): explore.Exploration => explorationOf(store.getState());

  return {
    overview,
    loadMore,
    expand,
    open,
    showResult,
    selectResultRow,
    dismissHub: () => store.setState({ hubQuestion: null }),
    dismissFailure: () => store.setState({ failure: null }),
    select: (node: number) => step(store, (it) => explore.select(it, node)),
    toggleSelected: (node: number) => step(store, (it) => explore.toggleSelected(it, node)),
    selectEdge: (edge: number | null) => step(store, (it) => explore.selectEdge(it, edge)),
    clearSelection: () => {
      if (present().selection.length > 0 || present().edge !== null) step(store, explore.clearSelection);
      else if (present().highlight !== null) step(store, explore.clearHighlight);
    },
    clearHighlight: () => step(store, explore.clearHighlight),
    collapse: (node: number) => step(store, (it) => explore.collapse(it, node)),
    hide: (nodes: readonly number[]) => nodes.length > 0 && step(store, (it) => explore.hide(it, nodes)),
    keepOnly: (nodes: readonly number[]) => step(store, (it) => explore.showOnly(it, nodes)),
    showAllLoaded: () => {
      const all = [...Array(store.getState().graph.nodeCount).keys()];
      void reveal(0, (it) => explore.show(it, all), all);
    },
    returnTo: (index: number) => {
      step(store, (it) => explore.returnTo(it, index));
      const { selection } = present();
      bringIntoView(selection.length > 0 ? selection : null);
    },
    toggleKind: (kind: EntityKind) => step(store, (it) => explore.toggleKind(it, kind)),
    soloKind: (kind: EntityKind) => step(store, (it) => explore.soloKind(it, kind, entityKinds)),
    toggleType: (type: RelationType) => step(store, (it) => explore.toggleType(it, type)),
    setAllTypes: (visible: boolean) => step(store, (it) => explore.setAllTypes(it, relationTypes, visible)),
    setStatus,
    /** An entity was read into the inspector: that too leaves its query. */
    inspected: (read: Pick<LastAction, "cypher" | "rows" | "elapsedMs">) => report(store, { name: "entity", unit: "rows", ...read }),
    setMinConfidence: (value: number) => step(store, (it) => explore.setMinConfidence(it, value), "confidence"),
    clearFilters: () => step(store, explore.clearFilters),
    clearFilter: (name: "kinds" | "types" | "status" | "confidence") =>
      step(store, (it) => ({
        ...it,
        ...(name === "kinds" ? { hiddenKinds: new Set<EntityKind>() } : {}),
        ...(name === "types" ? { hiddenTypes: new Set<RelationType>() } : {}),
        ...(name === "status" ? { status: "all" as const } : {}),
        ...(name === "confidence" ? { minConfidence: 0 } : {}),
      })),
    /** A drag ended; the drawing has moved the node already. */
    moveNode: (node: number, x: number, y: number) => {
      const { history, graph } = store.getState();
      const positions = padded(history.present.positions, graph.nodeCount);
      positions[2 * node] = x;
      positions[2 * node + 1] = y;
      store.setState({ motionMs: 0, history: record(history, { ...history.present, positions }) });
    },
    layOut: async (layout: string) => {
      step(store, (it) => explore.setLayout(it, layout));
      await settle("all", { motionMs: 240 });
      bringIntoView(null);
    },
    undo: () => {
      layoutRun?.abort();
      store.setState((state) => ({ motionMs: motion(240), history: undo(state.history) }));
    },
    redo: () => {
      layoutRun?.abort();
      store.setState((state) => ({ motionMs: motion(240), history: redo(state.history) }));
    },
    bringIntoView,
  };
}
