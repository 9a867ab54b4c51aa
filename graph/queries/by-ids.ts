import type { GraphByIds, StatementsByIds } from "#graph/model/by-ids.ts";
import { type NodeRow, SubgraphColumns } from "./columns.ts";
import { noTexts } from "./document-texts.ts";
import { edgeColumns, edgeRow } from "./edge-filter.ts";
import { entitiesById, nodeRow, refOf } from "./entities-by-id.ts";
import { evidenceOf } from "./evidence.ts";
import { type Asked, ask, textOf, textsOf } from "./rows.ts";
import { shown } from "./shown.ts";
import { decodeStatement, endsOf, statementColumns } from "./statement.ts";

export const nodesByIdsCypher = `UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName, n.degree AS degree`;

/** All edges that leave one of them: which of those reach another is quicker told here than by a list of thousands in the query. */
export const edgesFromIdsCypher = `UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})-[r]->(m:Entity)
RETURN ${edgeColumns}, n.id AS source, m.id AS target`;

export const mergedEntitiesCypher = `MATCH (n:Entity) WHERE n.mergedFrom IS NOT NULL
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName, n.degree AS degree,
  n.mergedFrom AS mergedFrom`;

export const byIdsShownCypher = `MATCH (n:Entity) WHERE n.id IN $ids
OPTIONAL MATCH (n)-[r]->(m:Entity) WHERE m.id IN $ids
RETURN n AS node, collect(r) AS edges`;

export const statementsByIdsCypher = `UNWIND $ids AS wanted
MATCH (s:Statement {id: wanted})
WHERE s.untilRevision IS NULL
RETURN ${statementColumns}`;

/**
 * These entities with every edge between two of them, in the order asked for. An id that was merged brings the entity that it became;
 * `missing` tells of it, and of those that are gone.
 */
export async function graphByIds(asked: Asked, given: readonly string[]): Promise<GraphByIds> {
  const found = await nodesOf(asked, [...new Set(given)]);
  const gone = [...new Set(given)].filter((id) => !found.has(id));
  const became = gone.length === 0 ? new Map<string, NodeRow>() : await whatBecame(asked);
  const ids = [...new Set(given.map((id) => (found.has(id) ? id : (became.get(id)?.id ?? id))))];
  const columns = new SubgraphColumns();
  const named = new Map([...[...became.values()].map((row) => [row.id, row] as const), ...found]);
  for (const id of ids) {
    const row = named.get(id);
    if (row !== undefined) columns.node(row);
  }
  // Columns keep an edge only when both of its ends were given.
  for (const row of await ask(asked, edgesFromIdsCypher, { ids })) columns.edge(edgeRow(row));
  const graph = columns.build({ total: { nodes: 0, edges: 0 }, truncated: false, next: null, cypher: shown(byIdsShownCypher, { ids }) });
  return {
    graph: { ...graph, total: { nodes: graph.nodes.id.length, edges: graph.edges.id.length } },
    missing: gone.map((id) => ({ id, mergedInto: became.has(id) ? refOf(became.get(id) as NodeRow) : null })),
  };
}

const nodesOf = async (asked: Asked, ids: readonly string[]): Promise<Map<string, NodeRow>> =>
  new Map((await ask(asked, nodesByIdsCypher, { ids })).map((row) => [textOf(row.id), nodeRow(row)]));

/** By the ids that mergers ended, the entities that they are now. */
const whatBecame = async (asked: Asked): Promise<Map<string, NodeRow>> =>
  new Map((await ask(asked, mergedEntitiesCypher)).flatMap((row) => textsOf(row.mergedFrom).map((from) => [from, nodeRow(row)] as const)));

/** Statements that hold now, in the order asked for. Evidence comes without the words of its document: this is what leaves the atlas. */
export async function statementsByIds(asked: Asked, given: readonly string[]): Promise<StatementsByIds> {
  const ids = [...new Set(given)];
  const [rows, evidence] = await Promise.all([
    ask(asked, statementsByIdsCypher, { ids }),
    noTexts.read().then((texts) => evidenceOf(asked, { of: "statements", ids, texts })),
  ]);
  const entities = await entitiesById(asked, [...new Set(rows.flatMap(endsOf))]);
  const found = new Map(
    rows.map((row) => [textOf(row.id), decodeStatement(row, { entities, evidence: evidence.get(textOf(row.id)) ?? [] })]),
  );
  return {
    statements: ids.map((id) => found.get(id)).filter((it) => it !== undefined),
    missing: ids.filter((id) => !found.has(id)),
  };
}
