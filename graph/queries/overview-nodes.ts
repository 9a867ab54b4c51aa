import type { NodeRow } from "./columns.ts";
import { type EdgeParameters, edgeFilter } from "./edge-filter.ts";
import { entitiesById, nodeRow } from "./entities-by-id.ts";
import { type OverviewPlace, overviewOrder } from "./overview-order.ts";
import { type Asked, ask, textOf } from "./rows.ts";

export const overviewFirstNodesCypher = `MATCH (n:Entity)
WHERE $kinds IS NULL OR n.kind IN $kinds
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName, n.degree AS degree
ORDER BY degree DESC, id LIMIT $limit`;

export const overviewKeepingCypher = `UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
WHERE ($kinds IS NULL OR m.kind IN $kinds) AND ${edgeFilter}
RETURN DISTINCT n.id AS id`;

/** More than this at once is asked of no store. */
const mostAtOnce = 20_000;

interface Wanted {
  kinds: readonly string[] | null;
  /** Only entities that keep an edge under these filters; null: all. */
  keptBy: EdgeParameters | null;
  count: number;
}

/**
 * The next entities behind a place in the order of the pages; null: the first. What comes first is asked of the store at once, since it is
 * waited for when nothing of the order is known yet.
 */
export async function nodesAfter(asked: Asked, after: OverviewPlace | null, { kinds, keptBy, count }: Wanted): Promise<NodeRow[]> {
  const next = async (from: OverviewPlace | null, many: number): Promise<NodeRow[]> => {
    if (from === null) return (await ask(asked, overviewFirstNodesCypher, { kinds, limit: many })).map(nodeRow);
    const ids = (await overviewOrder(asked.store)).after(from, { kinds, count: many });
    const rows = await entitiesById(asked, ids);
    return ids.map((id) => rows.get(id)).filter((it) => it !== undefined);
  };
  if (keptBy === null) return next(after, count);
  const kept: NodeRow[] = [];
  // Where few keep an edge, a slice of the order is looked at that grows until the page is full.
  for (let from = after, many = Math.min(2 * count, mostAtOnce); ; many = Math.min(4 * many, mostAtOnce)) {
    const rows = await next(from, many);
    const keeping = await ask(asked, overviewKeepingCypher, { ...keptBy, ids: rows.map(({ id }) => id) });
    const keeps = new Set(keeping.map((row) => textOf(row.id)));
    kept.push(...rows.filter(({ id }) => keeps.has(id)));
    const last = rows.at(-1);
    if (kept.length >= count || rows.length < many || last === undefined) return kept.slice(0, count);
    from = last;
  }
}
