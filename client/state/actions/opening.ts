import type { Subgraph } from "#graph/model/subgraph.ts";
import type { SavedPicture } from "#graph/model/view.ts";
import type { AtlasStore, Frame } from "../atlas.ts";
import { amendWhere, record } from "../history.ts";
import { keepEdges, withOnly, without } from "../left-out.ts";
import { mergeSubgraph } from "../loaded-graph.ts";
import { restorePicture } from "../saved.ts";
import { idsIn, renamed } from "../saved-ids.ts";
import { report, runTask } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/** What a picture named and the store no longer has. */
export interface Gone {
  /** How many entities the picture showed. */
  shown: number;
  /** Entities that are gone, with the last name that a revision knew them by. */
  entities: readonly { id: string; name: string | null }[];
  /** Entities that were merged, and into what. */
  merged: readonly { id: string; into: string }[];
}

/** So many of those that are gone are looked up by name: each asks the revisions. */
const mostNamed = 6;

/** The first picture of the page is complete: what is opened now is a step after it, to which undo returns. */
const firstPictureDone = (store: AtlasStore): Promise<void> =>
  new Promise((done) => {
    const isDone = () => {
      const { ready, tasks, history } = store.getState();
      return ready && (history.past.length > 0 || !tasks.some(({ name }) => name === "overview" || name === "layout"));
    };
    if (isDone()) return done();
    const end = store.subscribe(() => {
      if (!isDone()) return;
      end();
      done();
    });
  });

/** Pictures that were saved or shared, put on the canvas again. */
export function opening({ store, deps, settle, stopLayout }: Stage) {
  const { calls } = deps;

  const lastNameOf = async (id: string): Promise<string | null> => {
    try {
      const { revisions } = await calls.entityHistory(id);
      const contents = revisions.flatMap(({ changes }) => changes.filter(({ record: { id: of } }) => of === id));
      const named = contents.flatMap(({ before, after }) => [after, before]).find((content) => typeof content?.name === "string");
      return (named?.name as string | undefined) ?? null;
    } catch {
      // A name is a courtesy: without it the id is told.
      return null;
    }
  };

  /** Its statements come into the graph, and into none of the steps that were there before: those stay as they were. */
  const take = (part: Subgraph): readonly number[] => {
    const { graph, history } = store.getState();
    const { edges, edgesFrom } = mergeSubgraph(graph, part);
    const came = edges.filter((edge) => edge >= edgesFrom);
    store.setState({
      graph: { ...graph },
      history: amendWhere(
        history,
        () => true,
        (frame) => without(graph, frame, came),
      ),
    });
    return edges;
  };

  /**
   * Shows a saved picture as one step: its entities are fetched by id with the edges between them, then everything stands as it stood,
   * with the statements that the picture had and what was said since, whatever else the page has loaded.
   * Answers what has gone since; undefined when the store did not answer (the failure is shown) or the person cancelled.
   */
  const openPicture = async (saved: SavedPicture): Promise<Gone | undefined> => {
    await firstPictureDone(store);
    stopLayout();
    const ids = idsIn(saved);
    const started = deps.now();
    const answer = await runTask(
      store,
      deps,
      "view",
      async (signal) => (ids.length === 0 ? null : await calls.graphByIds(ids, { signal })),
      () => void openPicture(saved),
    );
    if (answer === undefined) return undefined;
    const became = new Map(
      (answer?.missing ?? []).flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto.id as string] as const])),
    );
    const leftOut = new Set(saved.leftOut);
    const belongs = answer === null ? [] : take(keepEdges(answer.graph, (id) => !leftOut.has(id)));
    const { history, graph } = store.getState();
    const restored: Frame = restorePicture(graph, renamed(saved, became));
    const frame = { ...restored, exploration: withOnly(graph, restored.exploration, new Set(belongs)) };
    stopLayout();
    store.setState((state) => ({
      motionMs: 0,
      history: record(history, frame),
      lookFrom: { camera: saved.camera, count: state.lookFrom.count + 1 },
    }));
    if (answer !== null)
      report(store, {
        name: "view",
        cypher: answer.graph.cypher,
        rows: answer.graph.nodes.id.length,
        unit: "nodes",
        elapsedMs: deps.now() - started,
      });
    await placeRest(frame);
    const shown = new Set(saved.exploration.shown);
    const missing = (answer?.missing ?? []).filter(({ id }) => shown.has(id));
    const lost = missing.filter(({ mergedInto }) => mergedInto === null);
    const names = await Promise.all(lost.slice(0, mostNamed).map(({ id }) => lastNameOf(id)));
    return {
      shown: saved.exploration.shown.length,
      entities: lost.map(({ id }, at) => ({ id, name: names[at] ?? null })),
      merged: missing.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [{ id, into: mergedInto.name }])),
    };
  };

  /** What was shown without a place when it was saved finds one now. */
  const placeRest = async ({ exploration, positions }: Frame): Promise<void> => {
    const free = new Set<number>();
    for (let node = 0; node < exploration.shown.length; node += 1)
      if (exploration.shown[node] === 1 && !positions.has(node)) free.add(node);
    if (free.size > 0) await settle(free, { motionMs: 0 });
  };

  return {
    openPicture,
    /** A view could not be read: what failed stands beside the picture that is there. */
    failedToOpen: (error: unknown, retry: () => void) => store.setState({ failure: { action: "view", error, retry } }),
  };
}
