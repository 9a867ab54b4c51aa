/** Which edges clocks and trust leave; each parameter is null where nothing is asked of it. */
const holds = (edge: string): string => `($heard IS NULL OR any(said IN ${edge}.documents WHERE said IN $heard))
  AND ($at IS NULL OR ${edge}.validFrom <= $at OR (${edge}.validFrom IS NULL AND ($undated OR ${edge}.validTo IS NOT NULL)))
  AND ($at IS NULL OR ${edge}.validTo IS NULL OR ${edge}.validTo >= left($at, size(${edge}.validTo)))`;

/** What is on the canvas: of the statements that were fetched, those that no filter takes away. Null: all that the store holds. */
export const canvasCypher = `MATCH (n:Entity)
WHERE ($shown IS NULL OR n.id IN $shown) AND NOT n.kind IN $withoutKinds
OPTIONAL MATCH (n)-[r]->(m:Entity)
WHERE ($statements IS NULL OR r.id IN $statements) AND ($shown IS NULL OR m.id IN $shown) AND NOT m.kind IN $withoutKinds
  AND NOT type(r) IN $withoutRelations AND ($status IS NULL OR r.status = $status) AND r.confidence >= $minConfidence
  AND ${holds("r")}
RETURN n AS node, collect(r) AS edges
ORDER BY node.degree DESC, node.id`;

/** What is selected, and what ties it together. */
export const selectionCypher = `MATCH (n:Entity) WHERE n.id IN $selected
OPTIONAL MATCH (n)-[r]->(m:Entity) WHERE m.id IN $selected
RETURN n AS node, collect(r) AS edges
ORDER BY node.degree DESC, node.id`;

/** One statement with its ends. */
export const drawnStatementCypher = `MATCH (a:Entity {id: $subject})-[r]->(b:Entity)
WHERE r.id = $id
RETURN a AS subject, r AS statement, b AS object`;

/** What is marked, and how it hangs together: a path, the rows of a query. */
export const markedCypher = `MATCH (n:Entity) WHERE n.id IN $nodes
OPTIONAL MATCH (n)-[r]->(m:Entity) WHERE r.id IN $edges
RETURN n AS node, collect(r) AS edges
ORDER BY node.degree DESC, node.id`;

/** Where a statement is said: in which documents, at which place, and what that says in our own words. */
export const evidenceCypher = `MATCH (s:Statement {id: $id})-[e:SUPPORTED_BY]->(d:Document)
RETURN s AS statement, e.paragraph AS paragraph, e.start AS start, e.end AS end, e.row AS row, e.note AS note, d.title AS document
ORDER BY document, start, row`;

/** Two entities, and what both are tied to. */
export const comparisonCypher = `MATCH (a:Entity {id: $one})
MATCH (b:Entity {id: $other})
OPTIONAL MATCH (a)-[r]-(m:Entity)-[s]-(b)
WHERE m.id <> $one AND m.id <> $other AND ${holds("r")} AND ${holds("s")}
RETURN a AS one, r AS edge, m AS shared, s AS otherEdge, b AS other
ORDER BY shared.degree DESC, shared.id`;
