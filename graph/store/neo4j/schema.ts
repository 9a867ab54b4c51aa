const unique: readonly (readonly [label: string, property: string])[] = [
  ["Entity", "id"],
  ["Statement", "id"],
  ["MetricObservation", "id"],
  ["Document", "id"],
  ["Paragraph", "id"],
  ["Alias", "id"],
  ["Constraint", "id"],
  ["Dataset", "id"],
  ["Revision", "number"],
  ["Journal", "id"],
];

const indexed: readonly (readonly [label: string, property: string])[] = [
  ["Statement", "key"],
  ["Statement", "subject"],
  ["Statement", "object"],
  ["MetricObservation", "key"],
  ["MetricObservation", "subject"],
  ["Entity", "name"],
  ["Entity", "degree"],
  ["Alias", "surface"],
  ["Alias", "entity"],
];

/** What the atlas relies on (docs/stored-graph.md), in Neo4j's words; each may run again. */
export const schemaStatements: readonly string[] = [
  ...unique.map(
    ([label, property]) => `CREATE CONSTRAINT ${label}_${property} IF NOT EXISTS FOR (n:\`${label}\`) REQUIRE n.\`${property}\` IS UNIQUE`,
  ),
  ...indexed.map(([label, property]) => `CREATE INDEX ${label}_${property} IF NOT EXISTS FOR (n:\`${label}\`) ON (n.\`${property}\`)`),
];
