/** What the table shows of entities beyond what the canvas holds. */
export const statesCypher = `MATCH (n:Entity) WHERE n.state IS NOT NULL
RETURN n.id AS id, n.state AS state
ORDER BY n.degree DESC, id`;

export const figuresCypher = `MATCH (n:Entity)-[:HAS_METRIC]->(m:MetricObservation)
WHERE m.untilRevision IS NULL AND m.rank <> 'deprecated'
RETURN n.id AS id, m.name AS name, m.value AS value, m.unit AS unit, m.op AS op, m.period AS period, m.modality AS modality
ORDER BY n.degree DESC, id, name, period, m.id`;
