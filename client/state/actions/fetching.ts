import type { SearchAnswer } from "#graph/model/api-answers.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { emptyAtlas, explorationOf, type LastAction, step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { heardQuery } from "../heard.ts";
import { amend } from "../history.ts";
import { statusOrder } from "../loaded-graph.ts";
import { loading } from "../loading.ts";
import { firstPlace, type OverviewPlace, pageAt, placeAfter, referencePlace } from "../overview-pages.ts";
import { isStack } from "../stack-rows.ts";
import { report, runTask } from "../tasks.ts";
import { revealing } from "./revealing.ts";
import type { Stage } from "./stage.ts";

/** How many entities the first picture shows: more would hide the labels. */
export const overviewSize = 120;
/** What brings entities from the store onto the canvas. */
export function fetching(stage: Stage) {
  const { store, deps, merge, bringIntoView, settle, stopLayout } = stage;
  const { calls } = deps;
  const reveal = revealing(stage);

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
    const { history } = store.getState();
    const frame = { ...history.present, exploration: explore.show(history.present.exploration, nodes) };
    store.setState({ history: amend(history, frame), overviewNext: placeAfter(firstPlace, part) });
    await settle("all", { motionMs: 0 });
    store.setState({ ready: true });
    bringIntoView(null);
  };

  /** The store has moved on: what was fetched may hold no longer, so that all of it is fetched anew. */
  const startOver = (): Promise<void> => {
    stopLayout();
    loading.getState().present?.cancel();
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
    await reveal((it) => explore.show(it, nodes), nodes);
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
      (signal) => calls.neighbours(id, { limit: 12, direction: "both", ...heardQuery(explorationOf(store.getState())) }, { signal }),
      () => void open(id),
    );
    if (part === undefined) return;
    const { nodes } = merge(part);
    const state = store.getState();
    const node = state.graph.nodeIndex.get(id);
    if (node === undefined) return;
    report(store, { name: "open", cypher: part.cypher, rows: nodes.length, unit: "nodes", elapsedMs: deps.now() - started });
    const all = [...new Set([node, ...nodes])];
    await reveal((it) => explore.select(explore.show(it, all), node), all);
    bringIntoView([node]);
  };

  const showResult = async (part: Subgraph, only: boolean): Promise<void> => {
    const { nodes, edges } = merge(part);
    if (nodes.length === 0) return;
    await reveal((it) => explore.showResult(it, { nodes, edges, only }), nodes);
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
    open,
    showResult,
    selectResultRow,
    setStatus,
    dismissHub: () => store.setState({ hubQuestion: null }),
    dismissFailure: () => store.setState({ failure: null }),
    showAllLoaded: () => {
      const { graph } = store.getState();
      const all = [...Array(graph.nodeCount).keys()].filter((node) => !isStack(graph, node));
      void reveal((it) => explore.show(it, all), all);
    },
    /** A search was answered: that leaves its query too. */
    searched: ({ cypher, hits, elapsedMs }: Pick<SearchAnswer, "cypher" | "hits"> & { elapsedMs: number }) =>
      report(store, { name: "search", cypher, rows: hits.length, unit: "nodes", elapsedMs }),
    /** An entity was read into the inspector: that too leaves its query. */
    inspected: (read: Pick<LastAction, "cypher" | "rows" | "elapsedMs">) => report(store, { name: "entity", unit: "rows", ...read }),
  };
}
