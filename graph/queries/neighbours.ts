import { z } from "zod";
import type { Subgraph } from "#graph/model/subgraph.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { SubgraphColumns } from "./columns.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { entitiesById } from "./entities-by-id.ts";
import { NotInStore } from "./fault.ts";
import { everything, type Heard, heardParameters, heardStatement, isFiltered } from "./heard.ts";
import { type Asked, ask, limitsOf, numberOf, textOf, textOrNull, textsOf } from "./rows.ts";
import { shown } from "./shown.ts";

/** A symmetric relation is stored once, so it is both an outgoing and an incoming one. */
export const symmetricRelations: readonly string[] = relationTypes.filter((type) => relations[type].symmetric === true);

const links = `MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE ($relations IS NULL OR type(r) IN $relations)
  AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ($direction = 'both' OR type(r) IN $symmetric
    OR ($direction = 'out' AND startNode(r).id = $id) OR ($direction = 'in' AND endNode(r).id = $id))
  AND ${heardStatement("r")}`;

/** What a source says comes first, what we infer next, general knowledge last. */
const rank = "CASE r.status WHEN 'stated' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END";

const place = `
WITH n AS n, r AS r, m AS m, ${rank} AS rank
WHERE $afterRank IS NULL OR rank > $afterRank OR (rank = $afterRank AND (r.confidence < $afterConfidence
  OR (r.confidence = $afterConfidence AND (m.degree < $afterDegree
    OR (m.degree = $afterDegree AND (m.id > $afterId OR (m.id = $afterId AND r.id > $afterEdge)))))))`;

export const neighboursCypher = `${links}${place}
RETURN r.id AS edge, type(r) AS type, startNode(r).id = $id AS outgoing, r.status AS status, r.confidence AS confidence,
  m.id AS id, m.kind AS kind, m.name AS name, m.nameEn AS nameEn, m.degree AS degree, m.shortName AS shortName,
  r.validFrom AS validFrom, r.validTo AS validTo, r.documents AS documents, rank AS rank
ORDER BY rank, confidence DESC, degree DESC, id, edge LIMIT $limit`;

export const neighbourCountCypher = `${links}
RETURN count(DISTINCT m.id) AS nodes, count(r) AS edges`;

export const neighboursShownCypher = `MATCH (n:Entity {id: $id})
OPTIONAL ${links}${place}
RETURN n AS entity, r AS edge, m AS neighbour
ORDER BY rank, r.confidence DESC, m.degree DESC, m.id, r.id LIMIT $limit`;

/** Where nothing is filtered, no filter is shown: a reader sees what was asked. */
export const allNeighboursShownCypher = `MATCH (n:Entity {id: $id})
OPTIONAL MATCH (n)-[r]-(m:Entity)
RETURN n AS entity, r AS edge, m AS neighbour
ORDER BY ${rank}, r.confidence DESC, m.degree DESC, m.id, r.id LIMIT $limit`;

export interface NeighboursOptions {
  id: string;
  relations: readonly string[] | null;
  direction: "out" | "in" | "both";
  kinds: readonly string[] | null;
  /** Edges on a page. */
  limit: number;
  cursor: string | null;
  /** Of what time and by whose word; everything when left out. */
  heard?: Heard;
}

const cursorShape = z.tuple([z.number(), z.number(), z.number(), z.string(), z.string(), z.number(), z.number()]);

/**
 * The edges of an entity with their other ends, in pages of at most `limit` edges, the best known first: stated before inferred
 * before reference, then the surer, then the more connected neighbour.
 * The entity itself is the first node of every page; `total` counts it too. Throws NotInStore.
 */
export async function neighbours(
  asked: Asked,
  { id, limit, cursor, heard = everything, ...filters }: NeighboursOptions,
): Promise<Subgraph> {
  const scope = ["neighbours", id, filters, ...(isFiltered(heard) ? [heard] : [])];
  const after = cursor === null ? null : decodeCursor({ scope, shape: cursorShape }, cursor);
  const which = { id, ...filters, symmetric: symmetricRelations, ...(await heardParameters(asked, heard)) };
  const isUnfiltered = filters.relations === null && filters.kinds === null && filters.direction === "both" && !isFiltered(heard);
  const isWhole = after === null && isUnfiltered;
  const where = {
    afterRank: after?.[0] ?? null,
    afterConfidence: after?.[1] ?? null,
    afterDegree: after?.[2] ?? null,
    afterId: after?.[3] ?? null,
    afterEdge: after?.[4] ?? null,
  };
  const [found, read] = await Promise.all([
    entitiesById(asked, [id]),
    asked.store.read({ text: neighboursCypher, parameters: { ...which, ...where, limit: limit + 1 } }, limitsOf(asked)),
  ]);
  const focus = found.get(id);
  if (focus === undefined) throw new NotInStore({ what: "entity", id, remedy: "search for it with GET /search?q=" });

  const columns = new SubgraphColumns();
  columns.node(focus);
  const page = read.rows.slice(0, limit);
  for (const [edge, type, outgoing, status, confidence, other, kind, name, nameEn, degree, shortName, from, to, documents] of page) {
    const end = textOf(other);
    columns.node({
      id: end,
      kind: textOf(kind),
      name: textOf(name),
      nameEn: textOrNull(nameEn),
      shortName: textOrNull(shortName),
      degree: numberOf(degree),
    });
    const [source, target] = outgoing === true ? [id, end] : [end, id];
    columns.edge({
      id: textOf(edge),
      type: textOf(type),
      source,
      target,
      status: textOf(status),
      confidence: numberOf(confidence),
      validFrom: textOrNull(from),
      validTo: textOrNull(to),
      documents: textsOf(documents),
    });
  }
  const more = read.rows.length > limit;
  const total =
    after !== null
      ? { nodes: after[5], edges: after[6] }
      : more
        ? await countLinks(asked, which)
        : { nodes: columns.nodeCount, edges: columns.edgeCount };
  const last = page.at(-1);
  return columns.build({
    total,
    truncated: more,
    next: more && last ? encodeCursor(scope, [last[14], last[4], last[9], last[5], last[0], total.nodes, total.edges]) : null,
    cypher: isWhole ? shown(allNeighboursShownCypher, { id, limit }) : shown(neighboursShownCypher, { ...which, ...where, limit }),
  });
}

async function countLinks(asked: Asked, parameters: Readonly<Record<string, unknown>>): Promise<Subgraph["total"]> {
  const [row] = await ask(asked, neighbourCountCypher, parameters);
  return { nodes: numberOf(row?.nodes) + 1, edges: numberOf(row?.edges) };
}
