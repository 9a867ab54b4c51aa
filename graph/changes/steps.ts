import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";

/** One Cypher text over many rows, `$rows`; labels and types in it come from the vocabulary alone. */
export interface Step {
  text: string;
  rows: readonly unknown[];
}

const perRelation = (make: (type: RelationType) => string): Readonly<Record<RelationType, string>> =>
  Object.fromEntries(relationTypes.map((type) => [type, make(type)])) as Record<RelationType, string>;

/** Links of a metric to what gives it meaning, by the field that names the other end. */
export const metricLinks = { region: "IN_REGION", denominator: "DENOMINATOR", plan: "UNDER_PLAN", product: "OF_PRODUCT" } as const;

/**
 * Properties of many nodes or links as columns: a row is then a list of values, which costs a fraction of a map to hand to an engine.
 * Cypher stores no null, so that a row without a property leaves it out.
 */
export interface Columns {
  names: readonly string[];
  /** As a property map in a pattern, read from `row`, whose first place of these is `from`. */
  pattern: (from: number) => string;
  values: (properties: Readonly<Record<string, unknown>>) => unknown[];
}
const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

/** All names that occur in `maps`. */
export function columnsOf(maps: readonly Readonly<Record<string, unknown>>[]): Columns {
  const found = new Set<string>();
  for (const map of maps) for (const name in map) found.add(name);
  const names = [...found].sort();
  return {
    names,
    pattern: (from) => (names.length === 0 ? "" : ` {${names.map((name, index) => `${quoted(name)}: row[${from + index}]`).join(", ")}}`),
    values: (properties) => names.map((name) => properties[name] ?? null),
  };
}

/** The texts that write. Both engines run them unchanged; each reads every row once. */
export const texts = {
  mergeDataset: "UNWIND $rows AS row MERGE (d:Dataset {id: row.id}) SET d = row",

  createDocument: "UNWIND $rows AS row CREATE (d:Document) SET d = row",
  rewriteDocument: "UNWIND $rows AS row MATCH (d:Document {id: row.id}) SET d = row",
  createParagraph: "UNWIND $rows AS row MATCH (d:Document {id: row.document}) CREATE (d)-[:HAS_PARAGRAPH]->(p:Paragraph) SET p = row",
  deleteParagraphs: "UNWIND $rows AS row MATCH (d:Document {id: row.id})-[:HAS_PARAGRAPH]->(p:Paragraph) DETACH DELETE p",
  deleteDocument: "UNWIND $rows AS row MATCH (d:Document {id: row.id}) DETACH DELETE d",

  createEntity: (kind: EntityKind, node: Columns) => `UNWIND $rows AS row CREATE (n:Entity:${kind}${node.pattern(0)})`,
  rewriteEntity: "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n = row",
  setDegree: "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n.degree = row.degree",
  deleteEntity: "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) DETACH DELETE n",
  createAlias: "UNWIND $rows AS row MATCH (n:Entity {id: row.entity}) CREATE (n)-[:HAS_ALIAS]->(a:Alias) SET a = row",
  deleteAliases: "UNWIND $rows AS row MATCH (a:Alias {entity: row.id}) DETACH DELETE a",

  createConstraint: "UNWIND $rows AS row CREATE (c:Constraint) SET c = row",
  rewriteConstraint: "UNWIND $rows AS row MATCH (c:Constraint {id: row.id}) SET c = row",
  deleteConstraint: "UNWIND $rows AS row MATCH (c:Constraint {id: row.id}) DETACH DELETE c",

  /** A row: id of the document, then the place in it, then the node. */
  createStatement: (place: Columns, node: Columns) =>
    `UNWIND $rows AS row MATCH (d:Document {id: row[0]}) CREATE (s:Statement${node.pattern(1 + place.names.length)})-[e:SUPPORTED_BY${place.pattern(1)}]->(d)`,
  rewriteStatement: "UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s = row",
  withdrawStatement: "UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s.untilRevision = row.revision, s.drawn = false",
  addStatementEvidence:
    "UNWIND $rows AS row MATCH (s:Statement {id: row.id}) MATCH (d:Document {id: row.document}) CREATE (s)-[e:SUPPORTED_BY]->(d) SET e = row.place",
  deleteStatementEvidence: "UNWIND $rows AS row MATCH (s:Statement {id: row.id})-[e:SUPPORTED_BY]->(d:Document) DELETE e",

  /** A row: ids of the document and of the subject, then the place, then the node. */
  createMetric: (place: Columns, node: Columns) =>
    `UNWIND $rows AS row MATCH (d:Document {id: row[0]}) MATCH (n:Entity {id: row[1]}) CREATE (n)-[:HAS_METRIC]->(m:MetricObservation${node.pattern(2 + place.names.length)})-[e:SUPPORTED_BY${place.pattern(2)}]->(d)`,
  rewriteMetric: "UNWIND $rows AS row MATCH (m:MetricObservation {id: row.id}) SET m = row",
  withdrawMetric: "UNWIND $rows AS row MATCH (m:MetricObservation {id: row.id}) SET m.untilRevision = row.revision",
  addMetricEvidence:
    "UNWIND $rows AS row MATCH (m:MetricObservation {id: row.id}) MATCH (d:Document {id: row.document}) CREATE (m)-[e:SUPPORTED_BY]->(d) SET e = row.place",
  deleteMetricEvidence: "UNWIND $rows AS row MATCH (m:MetricObservation {id: row.id})-[e:SUPPORTED_BY]->(d:Document) DELETE e",
  linkMetric:
    "UNWIND $rows AS row MATCH (n:Entity {id: row.subject}) MATCH (m:MetricObservation {id: row.id}) CREATE (n)-[:HAS_METRIC]->(m)",
  unlinkMetric: "UNWIND $rows AS row MATCH (n:Entity)-[e:HAS_METRIC]->(m:MetricObservation {id: row.id}) DELETE e",
  createMetricLink: Object.fromEntries(
    Object.values(metricLinks).map((type) => [
      type,
      `UNWIND $rows AS row MATCH (m:MetricObservation {id: row.id}) MATCH (n:Entity {id: row.to}) CREATE (m)-[:${type}]->(n)`,
    ]),
  ) as Record<(typeof metricLinks)[keyof typeof metricLinks], string>,
  deleteMetricLink: Object.fromEntries(
    Object.values(metricLinks).map((type) => [
      type,
      `UNWIND $rows AS row MATCH (m:MetricObservation {id: row.id})-[e:${type}]->(n:Entity) DELETE e`,
    ]),
  ) as Record<(typeof metricLinks)[keyof typeof metricLinks], string>,

  /** A row: ids of the ends, then the edge. */
  createEdge: (type: RelationType, edge: Columns) =>
    `UNWIND $rows AS row MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: row[1]}) CREATE (a)-[e:${type}${edge.pattern(2)}]->(b)`,
  deleteEdge: perRelation(
    (type) =>
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from})-[e:${type}]->(b:Entity {id: row.to}) WHERE e.id = row.properties.id DELETE e`,
  ),

  createChunk: "UNWIND $rows AS row MATCH (r:Revision {number: row.revision}) CREATE (r)-[:CHANGED]->(c:RevisionChunk) SET c = row",
  createRevision: "UNWIND $rows AS row CREATE (r:Revision) SET r = row",
} as const;
