import { z } from "zod";
import { periodBounds } from "#graph/model/period.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { type NodeRow, SubgraphColumns } from "./columns.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { edgeColumns, edgeFilter, edgeRow } from "./edge-filter.ts";
import { entitiesById, nodeRow } from "./entities-by-id.ts";
import { type Asked, ask, numberOf } from "./rows.ts";
import { shown } from "./shown.ts";

const nodeFilter = `($kinds IS NULL OR n.kind IN $kinds)
  AND ($afterDegree IS NULL OR n.degree < $afterDegree OR (n.degree = $afterDegree AND n.id > $afterId))`;

/** An edge comes with its later end: the one that stands after the other in the order of the pages. */
const laterEnd = `($kinds IS NULL OR m.kind IN $kinds)
  AND (m.degree > n.degree OR (m.degree = n.degree AND m.id <= n.id))
  AND ${edgeFilter}`;

/** Where edges are filtered, an entity that keeps none of them is left out: a page of loose points answers nothing. */
const keepsAnEdge = `EXISTS { MATCH (n)-[r]-(m:Entity) WHERE ($kinds IS NULL OR m.kind IN $kinds) AND ${edgeFilter} }`;

const nodesCypher = (filter: string) => `MATCH (n:Entity)
WHERE ${filter}
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName, n.degree AS degree
ORDER BY degree DESC, id LIMIT $limit`;
export const overviewNodesCypher = nodesCypher(nodeFilter);
export const overviewConnectedNodesCypher = nodesCypher(`${nodeFilter} AND ${keepsAnEdge}`);

export const overviewEdgesCypher = `MATCH (n:Entity)
WHERE ${nodeFilter}
  AND (n.degree > $lastDegree OR (n.degree = $lastDegree AND n.id <= $lastId))
MATCH (n)-[r]-(m:Entity)
WHERE ${laterEnd}
RETURN startNode(r).id AS source, endNode(r).id AS target, ${edgeColumns}`;

const nodeCountCypher = (filter: string) => `MATCH (n:Entity)
WHERE ${filter}
RETURN count(n) AS count`;
export const overviewNodeCountCypher = nodeCountCypher("($kinds IS NULL OR n.kind IN $kinds)");
export const overviewConnectedNodeCountCypher = nodeCountCypher(`($kinds IS NULL OR n.kind IN $kinds) AND ${keepsAnEdge}`);

export const overviewEdgeCountCypher = `MATCH (n:Entity)-[r]->(m:Entity)
WHERE ($kinds IS NULL OR n.kind IN $kinds) AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ${edgeFilter}
RETURN count(r) AS count`;

const shownCypher = (filter: string) => `MATCH (n:Entity)
WHERE ${filter}
WITH n ORDER BY n.degree DESC, n.id LIMIT $limit
OPTIONAL MATCH (n)-[r]-(m:Entity)
WHERE ${laterEnd}
RETURN n AS node, collect(r) AS edges`;
export const overviewShownCypher = shownCypher(nodeFilter);
export const overviewConnectedShownCypher = shownCypher(`${nodeFilter} AND ${keepsAnEdge}`);

export interface OverviewOptions {
  kinds: readonly string[] | null;
  relations: readonly string[] | null;
  statuses: readonly string[] | null;
  minConfidence: number;
  /** A date or period: only what held at its end. */
  at: string | null;
  limit: number;
  cursor: string | null;
}

const allTexts = { nodes: overviewNodesCypher, nodeCount: overviewNodeCountCypher, shown: overviewShownCypher };
const connectedTexts = {
  nodes: overviewConnectedNodesCypher,
  nodeCount: overviewConnectedNodeCountCypher,
  shown: overviewConnectedShownCypher,
};

const isFiltered = ({ relations, statuses, minConfidence, at }: Pick<OverviewOptions, "relations" | "statuses" | "minConfidence" | "at">) =>
  relations !== null || statuses !== null || minConfidence > 0 || at !== null;

/** The last node of the page before, and the totals that were counted with the first page. */
const place = z.tuple([z.number(), z.string(), z.number(), z.number()]);

/**
 * The whole graph in pages of at most `limit` entities, the most connected first; where edges are filtered, of the entities that keep one. A page holds its entities and the edges
 * whose later end is among them; the earlier ends of those edges follow after the page's own entities.
 */
export async function overview(asked: Asked, { limit, cursor, ...filters }: OverviewOptions): Promise<Subgraph> {
  const scope = ["overview", filters];
  const after = cursor === null ? null : decodeCursor({ scope, shape: place }, cursor);
  const at = filters.at === null ? null : periodBounds(filters.at).end;
  const edgeParameters = { relations: filters.relations, statuses: filters.statuses, minConfidence: filters.minConfidence, at };
  const nodeParameters = { kinds: filters.kinds, afterDegree: after?.[0] ?? null, afterId: after?.[1] ?? null };
  const parameters = { ...nodeParameters, ...edgeParameters };

  const texts = isFiltered(filters) ? connectedTexts : allTexts;
  const rows = (await ask(asked, texts.nodes, { ...parameters, limit: limit + 1 })).map(nodeRow);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const [total, edges] = await Promise.all([
    after === null ? countAll(asked, texts.nodeCount, { kinds: filters.kinds, ...edgeParameters }) : { nodes: after[2], edges: after[3] },
    last === undefined ? [] : ask(asked, overviewEdgesCypher, { ...parameters, lastDegree: last.degree, lastId: last.id }),
  ]);

  const columns = new SubgraphColumns();
  for (const node of page) columns.node(node);
  for (const row of edges) columns.edge(edgeRow(row));
  for (const node of (await entitiesById(asked, columns.missingEnds())).values()) columns.node(node);

  const more = rows.length > limit && last !== undefined;
  return columns.build({
    total,
    truncated: more,
    next: more ? encodeCursor(scope, placeOf(last, total)) : null,
    cypher: shown(texts.shown, { ...parameters, limit }),
  });
}

const placeOf = (last: NodeRow, total: Subgraph["total"]) => [last.degree, last.id, total.nodes, total.edges];

async function countAll(asked: Asked, nodeCountText: string, parameters: Readonly<Record<string, unknown>>): Promise<Subgraph["total"]> {
  const [nodes, edges] = await Promise.all([ask(asked, nodeCountText, parameters), ask(asked, overviewEdgeCountCypher, parameters)]);
  return { nodes: numberOf(nodes[0]?.count), edges: numberOf(edges[0]?.count) };
}
