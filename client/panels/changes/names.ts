import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { calls } from "#client/api/calls.ts";
import { useAtlas } from "#client/state/context.tsx";
import { kindOf, type LoadedGraph } from "#client/state/loaded-graph.ts";
import type { Names } from "#client/state/review-list.ts";
import type { EntityRef } from "#graph/model/api-answers.ts";
import type { Change } from "#graph/model/change-set.ts";

const query = `MATCH (n:Entity) WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn`;

const most = 1000;

/** Fields whose value may be the id of an entity. */
const naming = ["subject", "object", "value", "region", "denominator", "plan", "product", "left", "right"] as const;

const loaded = (graph: LoadedGraph, id: string): EntityRef | null => {
  const node = graph.nodeIndex.get(id);
  if (node === undefined) return null;
  return { id, kind: kindOf(graph, node), name: graph.nodes.name[node], nameEn: graph.nodes.nameEn[node] ?? null } as EntityRef;
};

/** Names of everything that changes speak of: from the changes themselves, from what the page holds, and from the store for the rest. */
export function useNamesOf(changes: readonly Change[], own: Names): Names {
  const graph = useAtlas((state) => state.graph);
  const ids = useMemo(() => {
    const found = new Set<string>();
    for (const { before, after } of changes)
      for (const field of naming)
        for (const content of [before, after]) if (typeof content?.[field] === "string") found.add(content[field]);
    return [...found].filter((id) => !own.has(id));
  }, [changes, own]);
  const missing = useMemo(() => ids.filter((id) => loaded(graph, id) === null && /^[a-z]+-[a-z0-9]/.test(id)).slice(0, most), [ids, graph]);
  const { data } = useQuery({
    queryKey: ["names", missing],
    queryFn: async ({ signal }) => (await calls.cypher({ query, parameters: { ids: missing }, limit: most }, { signal })).rows,
    enabled: missing.length > 0,
  });
  return useMemo(() => {
    const names = new Map(own);
    for (const id of ids) {
      const ref = loaded(graph, id);
      if (ref !== null) names.set(id, ref);
    }
    for (const [id, kind, name, nameEn] of data ?? []) names.set(String(id), { id, kind, name, nameEn } as unknown as EntityRef);
    return names;
  }, [own, ids, graph, data]);
}
