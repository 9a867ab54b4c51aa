import type { EntityRef, PathsAnswer } from "#graph/model/api-answers.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { explorationOf, step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import type { IdIndex } from "../id-index.ts";
import { kindOf, statusOrder } from "../loaded-graph.ts";
import { ask, choose, mostEnds, type PathSearch, pairsOf, pathSearch, pathsListed } from "../path-search.ts";
import { report, runTask } from "../tasks.ts";
import { revealing } from "./revealing.ts";
import type { Stage } from "./stage.ts";

const filtersOf = ({ without, avoidHubs, statuses, minConfidence, at, forward, maxLength, listed }: PathSearch) => ({
  relations: without.size === 0 ? undefined : relationTypes.filter((type) => !without.has(type)).join(","),
  status: statuses.size === statusOrder.length ? undefined : [...statuses].join(","),
  minConfidence,
  at: at ?? undefined,
  direction: forward ? ("forward" as const) : ("any" as const),
  avoidHubs,
  maxLength,
  limit: listed,
});

/** Ways between entities: asked for, listed, and shown one at a time. */
export function findingPaths(stage: Stage) {
  const { store, deps, merge, bringIntoView } = stage;
  const reveal = revealing(stage);
  const refOf = (node: number) => {
    const { graph } = store.getState();
    const id = graph.nodes.id[node] as PathsAnswer["hubs"][number]["id"];
    return { id, kind: kindOf(graph, node), name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] ?? null };
  };

  const findPaths = async (): Promise<void> => {
    const asked = pathSearch.getState();
    const pairs = pairsOf(asked);
    if (pairs === null) return;
    const started = deps.now();
    const answers = await runTask(
      store,
      deps,
      "paths",
      (signal) => Promise.all(pairs.map(([from, to]) => deps.calls.paths({ from: from.id, to: to.id, ...filtersOf(asked) }, { signal }))),
      () => void findPaths(),
    );
    // An answer to an older question is not shown as one to the present.
    if (answers === undefined || pathSearch.getState() !== asked) return;
    pathSearch.setState({ answers });
    const elapsedMs = deps.now() - started;
    const pair = answers.findIndex((it) => it.paths.length > 0);
    if (pair >= 0 && asked.chosen.length === 0) await showPath(pair, 0);
    // What an earlier question had marked is no answer to this one.
    else if (pair < 0 && explorationOf(store.getState()).highlight?.style === "path") step(store, explore.clearHighlight);
    // Told last: the question was asked, and what it marks is a part of its answer.
    const told = answers[Math.max(0, pair)];
    if (told !== undefined)
      report(store, {
        name: "paths",
        cypher: told.graph.cypher,
        rows: answers.reduce((sum, it) => sum + it.paths.length, 0),
        unit: "rows",
        elapsedMs,
      });
  };

  /** Marks paths on the canvas as one step, so that undo returns to the picture before. */
  const mark = async (paths: readonly { pair: number; path: number }[], several: boolean): Promise<void> => {
    const answers = pathSearch.getState().answers ?? [];
    for (const { pair } of paths) merge((answers[pair] as PathsAnswer).graph);
    const { graph } = store.getState();
    const known = (ids: readonly string[], index: Pick<IdIndex, "get">): number[] =>
      ids.map((id) => index.get(id)).filter((it) => it !== undefined);
    const found = paths.map(({ pair, path }) => answers[pair]?.paths[path]).filter((it) => it !== undefined);
    const nodes = known(
      found.flatMap((it) => it.nodes),
      graph.nodeIndex,
    );
    const edges = known(
      found.flatMap((it) => it.edges),
      graph.edgeIndex,
    );
    await reveal((it) => explore.showPath(it, { nodes, edges, paths: several ? paths.length : 1 }), nodes);
    bringIntoView(nodes);
  };

  /** One path among the rest of the picture; of a way through several, with the paths chosen for its other legs. */
  const showPath = async (pair: number, path: number): Promise<void> => {
    pathSearch.setState((it) => choose(it, pair, path));
    const { chosen } = pathSearch.getState();
    await mark(
      chosen.flatMap((one, at) => (one === null ? [] : [{ pair: at, path: one }])),
      false,
    );
  };

  return {
    findPaths,
    showPath,
    /** Every path that is listed, of every pair. */
    showAllPaths: () => {
      const { answers } = pathSearch.getState();
      pathSearch.setState({ chosen: [] });
      return mark(
        (answers ?? []).flatMap((answer, pair) => answer.paths.map((_, path) => ({ pair, path }))),
        true,
      );
    },
    /** The rest leaves the canvas, to come back with one undo or with what is hidden. */
    keepPaths: () => {
      const { highlight } = explorationOf(store.getState());
      if (highlight?.style === "path") step(store, (it) => explore.showOnly(it, highlight.nodes));
    },
    /** As many more of each pair. */
    morePaths: () => {
      pathSearch.setState((it) => ({ ...it, listed: it.listed + pathsListed }));
      return findPaths();
    },
    /**
     * Opens the question. From a node it begins there, and ends there when something else is selected or waits for its other end;
     * without one, what is selected are the ends.
     */
    askForPaths: (node?: number) => {
      const { selection, clocks } = explorationOf(store.getState());
      const before = pathSearch.getState();
      const waiting = before.open && node !== undefined ? before.ends.indexOf(null) : -1;
      const others = selection.filter((one) => one !== node);
      const nodes = [...others, ...(node === undefined ? [] : [node])].slice(-mostEnds).map(refOf);
      const [only] = nodes;
      const ends =
        waiting >= 0 && only !== undefined
          ? before.ends.map((end, at) => (at === waiting ? (nodes.at(-1) as EntityRef) : end))
          : nodes.length >= 2
            ? nodes
            : [only ?? null, null];
      pathSearch.setState((it) => ({ ...ask(it, { ends, at: clocks.heldAt }), open: true }));
      if (pairsOf(pathSearch.getState()) !== null) void findPaths();
    },
    closePaths: () => pathSearch.setState({ open: false }),
  };
}
