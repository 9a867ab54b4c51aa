import type { EdgeRow } from "./columns.ts";
import { edgeRow } from "./edge-filter.ts";
import { type Asked, ask } from "./rows.ts";

/** By the start node's id, which is indexed; edge ids are not. */
export const edgesByIdCypher = `MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $nodes AND r.id IN $edges
RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, r.status AS status, r.confidence AS confidence`;

export const edgesShownCypher = `MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $nodes AND r.id IN $edges
RETURN a AS source, r AS edge, b AS target`;

interface EdgesOptions {
  /** Must hold the start of every edge. */
  nodes: readonly string[];
  edges: readonly string[];
}

export async function edgesById(asked: Asked, { nodes, edges }: EdgesOptions): Promise<EdgeRow[]> {
  if (edges.length === 0) return [];
  return (await ask(asked, edgesByIdCypher, { nodes, edges })).map(edgeRow);
}
