import type { SearchAnswer } from "#graph/model/api-answers.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";
import { emptyAtlas, explorationOf, type LastAction, step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { amend } from "../history.ts";
import { neighboursOf, statusOrder } from "../loaded-graph.ts";
import { loading } from "../loading.ts";
import { firstPlace, type OverviewPlace, pageAt, placeAfter, referencePlace } from "../overview-pages.ts";
import { padded } from "../placement.ts";
import { report, runTask } from "../tasks.ts";
import type { Stage } from "./stage.ts";

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

/** What brings entities from the store onto the canvas. */
export function fetching({ store, deps, merge, bringIntoView, settle, reveal, stopLayout }: Stage) {
  const { calls } = deps;
  const cursors = new Map<string, string | null>();

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

  /** The store has moved on: what was fetched may hold no longer, so that all of it is fetched anew. */
  const startOver = (): Promise<void> => {
    stopLayout();
    loading.getState().present?.cancel();
    cursors.clear();
    store.setState(({ edition, lastAction }) => ({ ...emptyAtlas(), lastAction, edition: edition + 1 }));
    return overview();
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

  return {
    overview,
    startOver,
    loadMore,
    expand,
    open,
    showResult,
    selectResultRow,
    setStatus,
    dismissHub: () => store.setState({ hubQuestion: null }),
    dismissFailure: () => store.setState({ failure: null }),
    showAllLoaded: () => {
      const all = [...Array(store.getState().graph.nodeCount).keys()];
      void reveal(0, (it) => explore.show(it, all), all);
    },
    /** A search was answered: that leaves its query too. */
    searched: ({ cypher, hits, elapsedMs }: Pick<SearchAnswer, "cypher" | "hits"> & { elapsedMs: number }) =>
      report(store, { name: "search", cypher, rows: hits.length, unit: "nodes", elapsedMs }),
    /** An entity was read into the inspector: that too leaves its query. */
    inspected: (read: Pick<LastAction, "cypher" | "rows" | "elapsedMs">) => report(store, { name: "entity", unit: "rows", ...read }),
  };
}
