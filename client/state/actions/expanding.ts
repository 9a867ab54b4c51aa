import type { ShownCypher } from "#graph/model/subgraph.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";
import { explorationOf } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { type HeardQuery, heardQuery } from "../heard.ts";
import { neighboursShown } from "../neighbourhood.ts";
import { report, runTask } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/** One click on an expansion brings at most this many. */
export const pageSize = 25;
/** Beyond this many links that are not on the canvas, expanding asks first. */
export const hubSize = 40;
/** Of each of several nodes that are expanded at once. */
export const eachSize = 8;
/** Nodes that are asked for at the same time. */
const atOnce = 6;

export interface ExpandOptions {
  relation?: RelationType | undefined;
  direction?: "out" | "in" | undefined;
  kind?: EntityKind | undefined;
  /** Skip the question that a hub asks. */
  sure?: boolean | undefined;
  limit?: number | undefined;
}

/** Neighbours in the order of the store, as far as they were fetched; `next`: where the rest begins, null when there is none. */
interface Read {
  nodes: Set<number>;
  next: string | null | undefined;
  cypher: ShownCypher | null;
}

/** By the list of names, which lives as long as the loaded graph. */
const reads = new WeakMap<readonly string[], Map<string, Read>>();

/** What brings neighbours onto the canvas, the best known first. */
export function expanding({ store, deps, merge, bringIntoView, reveal, revealAround }: Stage) {
  const readOf = (node: number, { relation, direction, kind }: ExpandOptions, heard: HeardQuery | undefined): Read => {
    const { nodes } = store.getState().graph;
    const known = reads.get(nodes.id) ?? new Map<string, Read>();
    reads.set(nodes.id, known);
    const key = [nodes.id[node], relation, direction, kind, JSON.stringify(heard)].join(" ");
    const read = known.get(key) ?? { nodes: new Set(), next: undefined, cypher: null };
    known.set(key, read);
    return read;
  };

  /** The next neighbours that are not on the canvas; what was undone or hidden since comes again before what follows it. */
  const nextOf = async (node: number, options: ExpandOptions, { limit, signal }: { limit: number; signal: AbortSignal }) => {
    const heard = heardQuery(explorationOf(store.getState()));
    const read = readOf(node, options, heard);
    const id = store.getState().graph.nodes.id[node] as string;
    const { relation, direction, kind } = options;
    const missing = () => {
      const exploration = explorationOf(store.getState());
      return [...read.nodes].filter((one) => !explore.isShown(exploration, one));
    };
    while (read.next !== null && missing().length < limit) {
      const filter = { relation, direction: direction ?? ("both" as const), kind, limit, cursor: read.next, ...heard };
      const part = await deps.calls.neighbours(id, filter, { signal });
      for (const found of merge(part).nodes) if (found !== node) read.nodes.add(found);
      read.next = part.next;
      read.cypher = part.cypher;
    }
    return { nodes: missing().slice(0, limit), cypher: read.cypher };
  };

  const expand = async (node: number, options: ExpandOptions = {}): Promise<void> => {
    const state = store.getState();
    if (state.graph.nodes.id[node] === undefined) return;
    const shownNeighbours = neighboursShown(state.graph, explorationOf(state), node).length;
    const hidden = (state.graph.nodes.degree[node] ?? 0) - shownNeighbours;
    if (hidden > hubSize && options.relation === undefined && options.kind === undefined && !options.sure) {
      store.setState({ hubQuestion: { node, hidden } });
      return;
    }
    if (state.hubQuestion !== null) store.setState({ hubQuestion: null });
    const started = deps.now();
    const found = await runTask(
      store,
      deps,
      "expand",
      (signal) => nextOf(node, options, { limit: options.limit ?? pageSize, signal }),
      () => void expand(node, options),
    );
    if (found === undefined) return;
    const { nodes, cypher } = found;
    if (cypher !== null) report(store, { name: "expand", cypher, rows: nodes.length, unit: "nodes", elapsedMs: deps.now() - started });
    if (nodes.length > 0) await reveal(node, (it) => explore.expand(it, node, nodes), nodes);
    // What came may lie outside the window: an expansion that shows nothing answers nothing.
    bringIntoView([node]);
  };

  /** Several at once as one step; each brings its best known few, so that no hub floods the picture. */
  const expandAll = async (nodes: readonly number[]): Promise<void> => {
    const [only] = nodes;
    if (only === undefined) return;
    if (nodes.length === 1) return expand(only);
    const started = deps.now();
    const found = await runTask(
      store,
      deps,
      "expand",
      async (signal) => {
        const brought: { centre: number; nodes: number[]; cypher: ShownCypher | null }[] = [];
        for (let at = 0; at < nodes.length; at += atOnce) {
          const some = nodes.slice(at, at + atOnce);
          const answers = await Promise.all(some.map((node) => nextOf(node, {}, { limit: eachSize, signal })));
          brought.push(...answers.map((answer, index) => ({ centre: some[index] as number, ...answer })));
        }
        return brought;
      },
      () => void expandAll(nodes),
    );
    if (found === undefined) return;
    const cypher = found.find((one) => one.cypher !== null)?.cypher ?? null;
    const all = [...new Set(found.flatMap((one) => one.nodes))];
    if (cypher !== null) report(store, { name: "expand", cypher, rows: all.length, unit: "nodes", elapsedMs: deps.now() - started });
    const change = (it: explore.Exploration) => ({
      ...found.reduce((grown, one) => (one.nodes.length === 0 ? grown : explore.expand(grown, one.centre, one.nodes)), it),
      trail: it.trail,
    });
    if (all.length > 0) await revealAround(found, change);
    bringIntoView([...nodes, ...all]);
  };

  return { expand, expandAll };
}
