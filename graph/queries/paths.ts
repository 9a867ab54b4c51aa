import type { PathsAnswer } from "#graph/model/api-answers.ts";
import { type EdgeRow, SubgraphColumns } from "./columns.ts";
import { edgeRow } from "./edge-filter.ts";
import { edgesShownCypher } from "./edges-by-id.ts";
import { entitiesById } from "./entities-by-id.ts";
import { NotInStore } from "./fault.ts";
import { searchPaths } from "./path-search.ts";
import { type Asked, ask } from "./rows.ts";
import { shown } from "./shown.ts";

export const pathStepsCypher = `MATCH (n:Entity)-[r]-(m:Entity)
WHERE n.id IN $ids AND ($relations IS NULL OR type(r) IN $relations)
RETURN r.id AS id, type(r) AS type, startNode(r).id AS source, endNode(r).id AS target, r.status AS status, r.confidence AS confidence
ORDER BY id`;

export const loneEntityShownCypher = `MATCH (n:Entity) WHERE n.id IN $ids
RETURN n AS node`;

export interface PathsOptions {
  from: string;
  to: string;
  /** Edges of the longest path that counts. */
  maxLength: number;
  relations: readonly string[] | null;
  limit: number;
}

/**
 * Paths between two entities, undirected and without a repeated entity, shortest first, at most `limit`; `truncated` when there
 * are more. An entity's path to itself is the entity. Throws NotInStore.
 */
export async function paths(asked: Asked, { from, to, maxLength, relations, limit }: PathsOptions): Promise<PathsAnswer> {
  const ends = await entitiesById(asked, [from, to]);
  for (const id of [from, to]) {
    if (!ends.has(id)) throw new NotInStore({ what: "entity", id, remedy: "search for it with GET /search?q=" });
  }
  const seen = new Map<string, EdgeRow>();
  const edgesAt = async (ids: readonly string[]): Promise<EdgeRow[]> => {
    const edges = (await ask(asked, pathStepsCypher, { ids, relations })).map(edgeRow);
    for (const edge of edges) seen.set(edge.id, edge);
    return edges;
  };
  const { paths: found, complete } =
    from === to ? { paths: [{ nodes: [from], edges: [] }], complete: true } : await searchPaths({ from, to, maxLength, limit, edgesAt });

  const nodes = [...new Set(found.flatMap((path) => path.nodes))];
  const edges = [...new Set(found.flatMap((path) => path.edges))];
  const columns = new SubgraphColumns();
  const rows = await entitiesById(asked, nodes);
  for (const id of nodes) columns.node(rows.get(id) ?? { id, kind: "", name: id, nameEn: null, shortName: null, degree: 0 });
  for (const id of edges) columns.edge(seen.get(id) as EdgeRow);
  const graph = columns.build({
    total: { nodes: nodes.length, edges: edges.length },
    truncated: !complete,
    next: null,
    cypher: edges.length === 0 ? shown(loneEntityShownCypher, { ids: nodes }) : shown(edgesShownCypher, { nodes, edges }),
  });
  return { paths: found, graph, truncated: !complete };
}
