import { explorationOf, type Frame } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { amend, record } from "../history.ts";
import { loading } from "../loading.ts";
import { type OverviewPlace, pageAt, placeAfter, wholePlace } from "../overview-pages.ts";
import { padded } from "../placement.ts";
import { Seats } from "../seats.ts";
import { isAbort, report } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/** The first page is seen soon; the later ones travel well. */
const firstPage = 2000;
const laterPages = 5000;
/** Up to so many nodes a layout is worth its seconds; beyond, everything stays beside its neighbours. */
const laidOutAtMost = 12_000;

/** The whole graph through the cursor: counted, cancellable, and one step of history. */
export function loadingAll({ store, deps, merge, bringIntoView, settle, stopLayout }: Stage) {
  const loadAll = async (): Promise<void> => {
    if (loading.getState().present !== null) return;
    stopLayout();
    store.setState((state) => (state.failure?.action === "more" ? { failure: null } : {}));
    const controller = new AbortController();
    const { signal } = controller;
    const before = store.getState().history.present;
    let started = deps.now();
    const told = (done: number, total: number) =>
      loading.setState({ present: { done: Math.min(done, total), total, cancel: () => controller.abort() } });
    const ask = (place: OverviewPlace, limit: number) => deps.calls.graph(pageAt(place, limit), { signal });
    const { overviewNext } = store.getState();
    let place: OverviewPlace | null = overviewNext?.stage === wholePlace.stage ? overviewNext : wholePlace;
    told(0, store.getState().graph.nodeCount);
    try {
      const { counts } = await deps.calls.health({ signal });
      told(countShown(before.exploration.shown), counts.entities);
      let coming = ask(place, firstPage);
      let seats: Seats | null = null;
      let first = true;
      while (place !== null) {
        const page = await coming;
        if (signal.aborted) break;
        place = placeAfter(place, page);
        if (place !== null) {
          coming = ask(place, laterPages);
          // Awaited one page later: until then nobody else listens to a failure.
          coming.catch(() => {});
        }
        const { nodes } = merge(page);
        const { history, graph } = store.getState();
        const positions = padded(history.present.positions, graph.nodeCount);
        seats ??= new Seats(positions, graph.nodeCount);
        seats.place(graph, positions, nodes);
        const frame: Frame = { ...history.present, exploration: explore.show(history.present.exploration, nodes), positions };
        report(store, { name: "more", cypher: page.cypher, rows: page.nodes.id.length, unit: "nodes", elapsedMs: deps.now() - started });
        started = deps.now();
        store.setState({
          motionMs: 0,
          history: first ? record(history, frame) : amend(history, frame),
          overviewNext: place,
        });
        told(countShown(frame.exploration.shown), counts.entities);
        if (first) bringIntoView(null);
        first = false;
      }
    } catch (error) {
      if (!isAbort(error)) store.setState({ failure: { action: "more", error, retry: () => void loadAll() } });
    } finally {
      loading.setState({ present: null });
    }
    bringIntoView(null);
    const shown = explorationOf(store.getState()).shown;
    if (countShown(shown) > laidOutAtMost) return;
    const free = new Set<number>();
    for (let node = 0; node < shown.length; node++) if (shown[node] === 1 && before.exploration.shown[node] !== 1) free.add(node);
    if (free.size > 0) await settle(free, { motionMs: 240 });
    bringIntoView(null);
  };

  return { loadAll };
}

function countShown(shown: Uint8Array): number {
  let count = 0;
  for (const mark of shown) count += mark;
  return count;
}
