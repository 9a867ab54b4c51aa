import type { PathsAnswer } from "#graph/model/api-answers.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { explorationOf } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { kindOf } from "../loaded-graph.ts";
import { ask, type PathSearch, pairsOf, pathSearch } from "../path-search.ts";
import { report, runTask } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/** So many paths of a pair are listed; the answer says when there are more. */
export const pathsListed = 8;

const filtersOf = ({ without, avoidHubs, inferred, minConfidence, forward, maxLength }: PathSearch) => ({
  relations: without.size === 0 ? undefined : relationTypes.filter((type) => !without.has(type)).join(","),
  status: inferred ? undefined : "stated",
  minConfidence,
  direction: forward ? ("forward" as const) : ("any" as const),
  avoidHubs,
  maxLength,
  limit: pathsListed,
});

/** Ways between entities: asked for, listed, and shown one at a time. */
export function findingPaths({ store, deps, merge, reveal, bringIntoView }: Stage) {
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
    const told = answers.find((it) => it.paths.length > 0) ?? answers[0];
    if (told !== undefined)
      report(store, {
        name: "paths",
        cypher: told.graph.cypher,
        rows: answers.reduce((sum, it) => sum + it.paths.length, 0),
        unit: "rows",
        elapsedMs: deps.now() - started,
      });
    const pair = answers.findIndex((it) => it.paths.length > 0);
    if (pair >= 0) await showPath(pair, 0);
  };

  /** One path on the canvas, marked; a step of its own, so that undo returns to the picture before. */
  const showPath = async (pair: number, path: number): Promise<void> => {
    const answer = pathSearch.getState().answers?.[pair];
    const found = answer?.paths[path];
    if (answer === undefined || found === undefined) return;
    merge(answer.graph);
    const { graph } = store.getState();
    const nodes = found.nodes.map((id) => graph.nodeIndex.get(id)).filter((it) => it !== undefined);
    const edges = found.edges.map((id) => graph.edgeIndex.get(id)).filter((it) => it !== undefined);
    pathSearch.setState({ chosen: { pair, path } });
    const shown = nodes.find((node) => explore.isShown(explorationOf(store.getState()), node));
    await reveal(shown ?? (nodes[0] as number), (it) => explore.showPath(it, { nodes, edges }), nodes);
    bringIntoView(nodes);
  };

  return {
    findPaths,
    showPath,
    /** Opens the question with what is selected as its ends; `to` is the last of them. */
    askForPaths: (to?: number) => {
      const { selection } = explorationOf(store.getState());
      const nodes = [...selection.filter((node) => node !== to), ...(to === undefined ? [] : [to])].slice(-5);
      const ends = nodes.map(refOf);
      const filled = ends.length >= 2 ? ends : ends.length === 1 ? (to === undefined ? [ends[0], null] : [null, ends[0]]) : [null, null];
      pathSearch.setState((it) => ({ ...ask(it, { ends: filled as PathSearch["ends"] }), open: true }));
      if (ends.length >= 2) void findPaths();
    },
    closePaths: () => pathSearch.setState({ open: false }),
  };
}
