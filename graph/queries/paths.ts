import type { PathsAnswer } from "#graph/model/api-answers.ts";
import { periodBounds } from "#graph/model/period.ts";
import { type EdgeRow, SubgraphColumns } from "./columns.ts";
import { edgeColumns, edgeFilter, edgeRow } from "./edge-filter.ts";
import { edgesShownCypher } from "./edges-by-id.ts";
import { entitiesById, refOf } from "./entities-by-id.ts";
import { NotInStore } from "./fault.ts";
import { type Path, searchPaths } from "./path-search.ts";
import { type Asked, ask, numberOf, textOf } from "./rows.ts";
import { shown } from "./shown.ts";

export const pathStepsCypher = `MATCH (n:Entity)-[r]-(m:Entity)
WHERE n.id IN $ids AND ${edgeFilter}
RETURN startNode(r).id AS source, endNode(r).id AS target, ${edgeColumns}, m.id AS end, m.degree AS degree
ORDER BY id`;

export const loneEntityShownCypher = `MATCH (n:Entity) WHERE n.id IN $ids
RETURN n AS node`;

/** An entity with more edges is a hub: a path through one says little. */
export const hubDegree = 40;

interface PathFilters {
  /** Edges of the longest path that counts. */
  maxLength: number;
  relations: readonly string[] | null;
  statuses: readonly string[] | null;
  minConfidence: number;
  /** A date or period: only what held at its end. */
  at: string | null;
  /** `forward`: along the direction of the edges; symmetric relations lead both ways. */
  direction: "any" | "forward";
  /** Leave out paths through entities with more than `hubDegree` edges. */
  avoidHubs: boolean;
}

export interface PathsOptions extends PathFilters {
  from: string;
  to: string;
  limit: number;
}

/** Each filter, opened as far as it goes. */
const opened: { [Name in keyof PathFilters]: PathFilters[Name] } = {
  maxLength: 10,
  relations: null,
  statuses: null,
  minConfidence: 0,
  at: null,
  direction: "any",
  avoidHubs: false,
};

interface Search {
  found: Path[];
  complete: boolean;
  edges: Map<string, EdgeRow>;
  /** Ids of the hubs that were met and left out. */
  hubs: Set<string>;
}

async function searchWith(asked: Asked, { from, to, limit, ...filters }: PathsOptions): Promise<Search> {
  const edges = new Map<string, EdgeRow>();
  const hubs = new Set<string>();
  const { relations, statuses, minConfidence, direction, avoidHubs } = filters;
  const at = filters.at === null ? null : periodBounds(filters.at).end;
  const edgesAt = async (ids: readonly string[]): Promise<EdgeRow[]> => {
    const kept: EdgeRow[] = [];
    for (const row of await ask(asked, pathStepsCypher, { ids, relations, statuses, minConfidence, at })) {
      const end = textOf(row.end);
      if (avoidHubs && numberOf(row.degree) > hubDegree && end !== from && end !== to && !ids.includes(end)) {
        hubs.add(end);
        continue;
      }
      const edge = edgeRow(row);
      edges.set(edge.id, edge);
      kept.push(edge);
    }
    return kept;
  };
  const { paths: found, complete } =
    from === to
      ? { paths: [{ nodes: [from], edges: [] }], complete: true }
      : await searchPaths({ from, to, maxLength: filters.maxLength, limit, directed: direction === "forward", edgesAt });
  return { found, complete, edges, hubs };
}

/** Which filter, opened alone, would let a path through; `any` when only all of them together do. Null: there is none at all within ten steps. */
async function whyNone(asked: Asked, options: PathsOptions): Promise<PathsAnswer["absence"]> {
  const lengthWith = async (open: Partial<PathFilters>): Promise<number | null> =>
    (await searchWith(asked, { ...options, ...open, limit: 1 })).found[0]?.edges.length ?? null;
  const shut = (Object.keys(opened) as (keyof PathFilters)[]).filter((name) => options[name] !== opened[name]);
  const any = await lengthWith(opened);
  if (any === null) return { filters: [], any: null };
  const filters: { filter: keyof PathFilters; length: number }[] = [];
  for (const filter of shut) {
    const length = await lengthWith({ [filter]: opened[filter] });
    if (length !== null) filters.push({ filter, length });
  }
  return { filters, any };
}

/**
 * Paths between two entities without a repeated entity, shortest first, at most `limit`; `truncated` when there are more. An entity's
 * path to itself is the entity. Where there is none, `absence` tells which filter stands before the nearest. Throws NotInStore.
 */
export async function paths(asked: Asked, options: PathsOptions): Promise<PathsAnswer> {
  const { from, to } = options;
  const ends = await entitiesById(asked, [from, to]);
  for (const id of [from, to]) {
    if (!ends.has(id)) throw new NotInStore({ what: "entity", id, remedy: "search for it with GET /search?q=" });
  }
  const { found, complete, edges: seen, hubs } = await searchWith(asked, options);
  const nodes = [...new Set(found.flatMap((path) => path.nodes))];
  const edges = [...new Set(found.flatMap((path) => path.edges))];
  const columns = new SubgraphColumns();
  const rows = await entitiesById(asked, [...nodes, ...hubs]);
  for (const id of nodes) columns.node(rows.get(id) ?? { id, kind: "", name: id, nameEn: null, shortName: null, degree: 0 });
  for (const id of edges) columns.edge(seen.get(id) as EdgeRow);
  const graph = columns.build({
    total: { nodes: nodes.length, edges: edges.length },
    truncated: !complete,
    next: null,
    cypher: edges.length === 0 ? shown(loneEntityShownCypher, { ids: nodes }) : shown(edgesShownCypher, { nodes, edges }),
  });
  const leftOut = [...hubs].map((id) => rows.get(id)).filter((row) => row !== undefined);
  return {
    paths: found,
    graph,
    truncated: !complete,
    hubs: leftOut.map((row) => ({ ...refOf(row), degree: row.degree })),
    absence: found.length > 0 ? null : await whyNone(asked, options),
  };
}
