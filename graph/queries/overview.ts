import { z } from "zod";
import { periodBounds } from "#graph/model/period.ts";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { type EdgeRow, SubgraphColumns } from "./columns.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { type EdgeParameters, edgeColumns, edgeFilter, edgeOf } from "./edge-filter.ts";
import { entitiesById } from "./entities-by-id.ts";
import { nodesAfter } from "./overview-nodes.ts";
import { overviewTotal } from "./overview-total.ts";
import { type Asked, limitsOf, textOf } from "./rows.ts";
import { shown } from "./shown.ts";

const nodeFilter = `($kinds IS NULL OR n.kind IN $kinds)
  AND ($afterDegree IS NULL OR n.degree < $afterDegree OR (n.degree = $afterDegree AND n.id > $afterId))`;

/** An edge comes with its later end: the one that stands after the other in the order of the pages. */
const laterEnd = `($kinds IS NULL OR m.kind IN $kinds)
  AND (m.degree > n.degree OR (m.degree = n.degree AND m.id <= n.id))
  AND ${edgeFilter}`;

/** Where edges are filtered, an entity that keeps none of them is left out: a page of loose points answers nothing. */
const keepsAnEdge = `EXISTS { MATCH (n)-[r]-(m:Entity) WHERE ($kinds IS NULL OR m.kind IN $kinds) AND ${edgeFilter} }`;

export const overviewEdgesCypher = `UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
WHERE ${laterEnd}
RETURN ${edgeColumns}, n.id AS later, m.id AS earlier, startNode(r).id = n.id AS outgoing`;

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
  /** Whether the totals are counted with the first page, which takes as long as the graph is large; true when left out. */
  count?: boolean;
}

/** The last node of the page before, and the totals that were counted with the first page; null: they were not. */
const place = z.tuple([z.number(), z.string(), z.number().nullable(), z.number().nullable()]);

/**
 * The whole graph in pages of at most `limit` entities, the most connected first; where edges are filtered, of the entities that keep one. A page holds its entities and the edges
 * whose later end is among them; the earlier ends of those edges follow after the page's own entities. A page costs what it holds, whatever the store holds.
 */
export async function overview(asked: Asked, { limit, cursor, count = true, ...filters }: OverviewOptions): Promise<Subgraph> {
  const scope = ["overview", filters];
  const after = cursor === null ? null : decodeCursor({ scope, shape: place }, cursor);
  const at = filters.at === null ? null : periodBounds(filters.at).end;
  const { kinds, relations, statuses, minConfidence } = filters;
  const edgeParameters: EdgeParameters = { kinds, relations, statuses, minConfidence, at };
  const from = after === null ? null : { degree: after[0], id: after[1] };

  const keptBy = isFiltered(edgeParameters) ? edgeParameters : null;
  const pageOf = async () => {
    const rows = await nodesAfter(asked, from, { kinds, keptBy, count: limit + 1 });
    const page = rows.slice(0, limit);
    const ids = page.map(({ id }) => id);
    const edges = ids.length === 0 ? [] : await edgesWithLaterEnd(asked, { ...edgeParameters, ids });
    return { page, edges, more: rows.length > limit };
  };
  const counting = after === null && count ? overviewTotal(asked, edgeParameters, keptBy) : totalIn(after);
  const [{ page, edges, more }, total] = await Promise.all([pageOf(), counting]);

  const columns = new SubgraphColumns();
  for (const node of page) columns.node(node);
  for (const edge of edges) columns.edge(edge);
  for (const node of (await entitiesById(asked, columns.missingEnds())).values()) columns.node(node);

  const last = page.at(-1);
  const parameters = { ...edgeParameters, afterDegree: from?.degree ?? null, afterId: from?.id ?? null, limit };
  return columns.build({
    total,
    truncated: more,
    next: more && last !== undefined ? encodeCursor(scope, [last.degree, last.id, total?.nodes ?? null, total?.edges ?? null]) : null,
    cypher: shown(keptBy === null ? overviewShownCypher : overviewConnectedShownCypher, parameters),
  });
}

const isFiltered = ({ relations, statuses, minConfidence, at }: EdgeParameters) =>
  relations !== null || statuses !== null || minConfidence > 0 || at !== null;

const totalIn = (after: z.infer<typeof place> | null): Subgraph["total"] | null => {
  const [, , nodes = null, edges = null] = after ?? [];
  return nodes === null || edges === null ? null : { nodes, edges };
};

async function edgesWithLaterEnd(asked: Asked, parameters: Readonly<Record<string, unknown>>): Promise<EdgeRow[]> {
  const { rows } = await asked.store.read({ text: overviewEdgesCypher, parameters }, limitsOf(asked));
  return rows.map((row) => {
    const [later, earlier] = [textOf(row[7]), textOf(row[8])];
    return edgeOf(row[9] === true ? { source: later, target: earlier } : { source: earlier, target: later }, row);
  });
}
