import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { calls } from "#client/api/calls.ts";
import { useGraphAsOf } from "#client/api/change-queries.ts";
import { explorationOf, positionsOf } from "#client/state/atlas.ts";
import { useAtlas, useAtlasStore } from "#client/state/context.tsx";
import type { Surroundings } from "#client/state/difference-graph.ts";
import type { Names } from "#client/state/review-list.ts";
import { isLeftOut } from "#client/state/slices/left-out.ts";
import { report } from "#client/state/tasks.ts";
import type { Change } from "#graph/model/change-set.ts";

/** So many entities are asked for at once; the rest of a larger change set is drawn without its surroundings. */
const asked = 300;

/** What the changed entities are tied to, the best known first: enough to see where they belong. */
const query = `MATCH (n:Entity)-[r]-(m:Entity)
WHERE n.id IN $ids
RETURN n AS entity, r AS relation, m AS neighbour
ORDER BY m.degree DESC LIMIT $most`;

const mostRelations = 240;
/** So much of an earlier graph is drawn, the best known first. */
const earlierSize = 120;

/** Ids of the entities that changes touch. */
function touchedBy(changes: readonly Change[]): string[] {
  const ids = new Set<string>();
  for (const { record, before, after } of changes) {
    if (record.table === "entities") ids.add(record.id);
    for (const content of [before, after])
      for (const field of ["subject", "object"] as const) if (typeof content?.[field] === "string") ids.add(content[field]);
  }
  return [...ids];
}

/**
 * What is drawn around the changes: what is on the canvas of the exploration, in its places, and what the store ties to them. `complete`
 * is false while that is on its way; null before there is any picture. With `asOf` the graph is that of an earlier revision.
 */
export function useSurroundings(
  changes: readonly Change[],
  names: Names,
  asOf: number | null = null,
): { around: Surroundings; complete: boolean } | null {
  const store = useAtlasStore();
  const ready = useAtlas((state) => state.ready);
  const edition = useAtlas((state) => state.edition);
  const nothing = useAtlas((state) => state.ready === false && state.tasks.length === 0 && state.failure !== null);
  const ids = useMemo(() => {
    const { graph } = store.getState();
    const coming = new Set(
      changes.filter((change) => change.record.table === "entities" && change.before === null).map((change) => change.record.id),
    );
    return touchedBy(changes)
      .filter((id) => !coming.has(id) && (!graph.nodeIndex.has(id) || !names.has(id)))
      .sort()
      .slice(0, asked);
  }, [store, changes, names]);
  const { data, isPending } = useQuery({
    queryKey: ["surroundings", edition, ids],
    queryFn: async ({ signal }) => {
      const started = performance.now();
      const cypher = { query, parameters: { ids, most: mostRelations } };
      const answer = await calls.cypher({ ...cypher, limit: mostRelations }, { signal });
      return { graph: answer.graph, cypher, rows: answer.summary.rows, elapsedMs: performance.now() - started };
    },
    enabled: ready && ids.length > 0 && asOf === null,
  });
  useEffect(() => {
    if (data !== undefined)
      report(store, { name: "changes", cypher: data.cypher, rows: data.rows, unit: "rows", elapsedMs: data.elapsedMs });
  }, [data, store]);
  const earlier = useGraphAsOf(asOf, earlierSize);
  const drawable = ready || nothing;
  const complete = asOf === null ? !(ids.length > 0 && ready && isPending) : !earlier.isPending;
  return useMemo(() => {
    if (!drawable) return null;
    const state = store.getState();
    const exploration = explorationOf(state);
    const { graph } = state;
    const then = asOf === null ? undefined : earlier.data;
    const stood = then && { nodes: new Set<string>(then.nodes.id), edges: new Set<string>(then.edges.id) };
    const around: Surroundings = {
      graph,
      shown: (node) => exploration.shown[node] === 1 && (stood === undefined || stood.nodes.has(graph.nodes.id[node] ?? "")),
      stands: (edge) => !isLeftOut(exploration.leftOut, edge) && (stood === undefined || stood.edges.has(graph.edges.id[edge] ?? "")),
      positions: positionsOf(state),
      fetched: then ?? data?.graph ?? null,
    };
    return { around, complete };
  }, [drawable, complete, data, asOf, earlier.data, store]);
}
