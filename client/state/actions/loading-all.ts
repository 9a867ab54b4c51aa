import { Arrivals, type Arrived } from "../arrivals.ts";
import { type AtlasDeps, type AtlasState, type AtlasStore, explorationOf, type Frame } from "../atlas.ts";
import { amend, record } from "../history.ts";
import { reserve } from "../loaded-graph.ts";
import { loading } from "../loading.ts";
import { Newcomers } from "../newcomers.ts";
import { type OverviewPlace, pageAt, placeAfter, wholePlace } from "../overview-pages.ts";
import { isAbort } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/** The first page is seen soon; the later ones travel well. */
const firstPage = 2000;
const laterPages = 5000;
/** What the canvas takes in one go, in entities: more would hold up the pointer. */
const atOnce = 10_000;
/** How long the canvas is left alone, for panning and zooming, in times of what it took to draw the last pages. */
const restShare = 4;
/** Up to so many nodes a layout is worth its seconds; beyond, everything stays beside its neighbours. */
const laidOutAtMost = 12_000;

/** The whole graph through the cursor: counted, cancellable, and one step of history. */
export function loadingAll({ store, deps, bringIntoView, settle, stopLayout }: Stage) {
  const loadAll = async (): Promise<void> => {
    if (loading.getState().present !== null) return;
    stopLayout();
    store.setState((state) => (state.failure?.action === "more" ? { failure: null } : {}));
    const controller = new AbortController();
    const { edition } = store.getState();
    const { shown: shownBefore } = explorationOf(store.getState());
    const arrivals = new Arrivals();
    const onCanvas = canvasOf(store, deps, bringIntoView);
    // Whoever goes back meanwhile, or starts over, wants no more of it.
    const isUnwanted = (state: AtlasState): boolean => state.edition !== edition || onCanvas.isUndone(state);
    const leave = store.subscribe((state) => {
      if (!isUnwanted(state)) return;
      arrivals.drop();
      controller.abort();
    });
    loading.setState({ present: { done: 0, total: store.getState().graph.nodeCount, cancel: () => controller.abort() } });
    try {
      const fetched = fetchPages(store, deps, { arrivals, signal: controller.signal, retry: () => void loadAll() });
      await Promise.all([fetched, onCanvas.show(arrivals)]);
    } finally {
      leave();
      loading.setState({ present: null });
    }
    if (isUnwanted(store.getState())) return;
    bringIntoView(null);
    const { shown } = explorationOf(store.getState());
    if (countShown(shown) > laidOutAtMost) return;
    const free = new Set<number>();
    for (let node = 0; node < shown.length; node++) if (shown[node] === 1 && shownBefore[node] !== 1) free.add(node);
    if (free.size > 0) await settle(free, { motionMs: 240 });
    bringIntoView(null);
  };

  return { loadAll };
}

interface Fetching {
  arrivals: Arrivals;
  signal: AbortSignal;
  retry: () => void;
}

/** Brings the pages one after the other, the next one already on its way; a failure is told with the way to go on. */
async function fetchPages(store: AtlasStore, { calls, now }: AtlasDeps, { arrivals, signal, retry }: Fetching): Promise<void> {
  const ask = (place: OverviewPlace, limit: number) => calls.graph(pageAt(place, limit), { signal });
  const { overviewNext, graph, history } = store.getState();
  const goesOn = overviewNext?.stage === wholePlace.stage;
  let place: OverviewPlace | null = goesOn ? overviewNext : wholePlace;
  try {
    const { counts } = await calls.health({ signal });
    reserve(graph, counts.entities, counts.statements);
    let done = 0;
    const told = (more: number): void => {
      done = Math.min(done + more, counts.entities);
      loading.setState(({ present }) => ({ present: present && { ...present, done, total: counts.entities } }));
    };
    told(goesOn ? countShown(history.present.exploration.shown) : 0);
    let limit = firstPage;
    let started = now();
    let coming = ask(place, limit);
    while (place !== null) {
      const page = await coming;
      if (signal.aborted) break;
      const count = Math.min(limit, page.nodes.id.length);
      told(count);
      place = placeAfter(place, page);
      arrivals.add({ page, count, next: place, elapsedMs: now() - started });
      await arrivals.room();
      if (place === null || signal.aborted) break;
      started = now();
      limit = laterPages;
      coming = ask(place, limit);
      // Awaited one page later: until then nobody else listens to a failure.
      coming.catch(() => {});
    }
  } catch (error) {
    if (!isAbort(error)) store.setState({ failure: { action: "more", error, retry } });
  } finally {
    arrivals.end();
  }
}

/** The canvas as the place where pages arrive: as one step, and at a pace that leaves it free to be used. */
function canvasOf(store: AtlasStore, deps: AtlasDeps, bringIntoView: Stage["bringIntoView"]) {
  /** The picture before the first page. */
  let before: Frame | null = null;

  const put = (arrived: readonly Arrived[], last: Arrived, change: (frame: Frame) => Frame): void => {
    const { history, graph } = store.getState();
    const rows = arrived.reduce((sum, { page }) => sum + page.nodes.id.length, 0);
    const elapsedMs = arrived.reduce((sum, one) => sum + one.elapsedMs, 0);
    const frame = change(history.present);
    const first = before === null;
    store.setState({
      graph: { ...graph },
      motionMs: 0,
      history: first ? record(history, frame) : amend(history, frame),
      overviewNext: last.next,
      lastAction: { name: "more", cypher: last.page.cypher, rows, unit: "nodes", elapsedMs },
    });
    if (!first) return;
    before = history.present;
    bringIntoView(null);
  };

  return {
    isUndone: ({ history }: AtlasState): boolean => before !== null && !history.past.includes(before),
    async show(arrivals: Arrivals): Promise<void> {
      const newcomers = new Newcomers(store, deps.now);
      for (;;) {
        const arrived = await arrivals.next(atOnce);
        const last = arrived.at(-1);
        if (last === undefined) return;
        const nodes = await newcomers.takeIn(arrived.map(({ page }) => page));
        if (arrivals.dropped) return;
        const began = deps.now();
        put(arrived, last, (frame) => newcomers.frame(frame, nodes));
        await deps.drawn?.();
        await arrivals.rest(restShare * (deps.now() - began));
      }
    },
  };
}

function countShown(shown: Uint8Array): number {
  let count = 0;
  for (const mark of shown) count += mark;
  return count;
}
