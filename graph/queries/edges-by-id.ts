import type { EdgeRow } from "./columns.ts";
import { edgeColumns, edgeRow } from "./edge-filter.ts";
import { type Asked, ask } from "./rows.ts";

/** By the start node's id, which is indexed; edge ids are not. */
export const edgesByIdCypher = `MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $nodes AND r.id IN $edges
RETURN a.id AS source, b.id AS target, ${edgeColumns}`;

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
