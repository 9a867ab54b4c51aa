import type { Subgraph } from "#graph/model/subgraph.ts";
import { type EdgeParameters, edgeFilter } from "./edge-filter.ts";
import { perRevision } from "./per-revision.ts";
import { type Asked, ask, numberOf } from "./rows.ts";

export const overviewNodeCountCypher = `MATCH (n:Entity)
WHERE $kinds IS NULL OR n.kind IN $kinds
RETURN count(n) AS count`;

export const overviewConnectedNodeCountCypher = `MATCH (n:Entity)-[r]-(m:Entity)
WHERE ($kinds IS NULL OR n.kind IN $kinds) AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ${edgeFilter}
RETURN count(DISTINCT n.id) AS count`;

export const overviewEdgeCountCypher = `MATCH (n:Entity)-[r]->(m:Entity)
WHERE ($kinds IS NULL OR n.kind IN $kinds) AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ${edgeFilter}
RETURN count(r) AS count`;

type Total = Subgraph["total"];

/** Filters whose totals are remembered; people use a few, and whoever asks for each day of a year pays for each. */
const mostKept = 100;
const kept = perRevision(async () => new Map<string, Promise<Total>>());

/** How many entities and edges the pages hold together, counted once a revision; `keptBy`: only entities that keep an edge. */
export async function overviewTotal(asked: Asked, parameters: EdgeParameters, keptBy: EdgeParameters | null): Promise<Total> {
  const totals = await kept(asked.store);
  const key = JSON.stringify(parameters);
  const known = totals.get(key);
  if (known !== undefined) return known;
  if (totals.size >= mostKept) totals.clear();
  // Not cancelled with the call that began it: others may be waiting.
  const counted = countAll(
    { store: asked.store },
    parameters,
    keptBy === null ? overviewNodeCountCypher : overviewConnectedNodeCountCypher,
  );
  totals.set(key, counted);
  counted.catch(() => totals.delete(key));
  return counted;
}

async function countAll(asked: Asked, parameters: EdgeParameters, nodeCountText: string): Promise<Total> {
  const [nodes, edges] = await Promise.all([ask(asked, nodeCountText, parameters), ask(asked, overviewEdgeCountCypher, parameters)]);
  return { nodes: numberOf(nodes[0]?.count), edges: numberOf(edges[0]?.count) };
}
