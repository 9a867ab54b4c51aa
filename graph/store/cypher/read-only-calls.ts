/** Procedures of either engine that only read the database at hand. */
export const readProcedures: ReadonlySet<string> = new Set([
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
  "db.schema.visualization",
  "db.schema.nodeTypeProperties",
  "db.schema.relTypeProperties",
  "db.index.fulltext.queryNodes",
  "db.index.fulltext.queryRelationships",
  "db.index.fulltext.listAvailableAnalyzers",
  "db.index.vector.queryNodes",
  "db.index.vector.queryRelationships",
  "db.info",
  "db.ping",
  "dbms.components",
  "dbms.functions",
  "dbms.procedures",
]);

/** Namespaces whose functions compute from their arguments alone. */
const pureNamespaces = [
  "date",
  "time",
  "localtime",
  "datetime",
  "localdatetime",
  "duration",
  "point",
  "vector.similarity",
  "apoc.coll",
  "apoc.convert",
  "apoc.map",
  "apoc.math",
  "apoc.number",
  "apoc.text",
];

/** Whether a function with a dotted name computes from its arguments alone. Compared without case, as Neo4j does for its own. */
export const isReadFunction = (name: string): boolean => pureNamespaces.some((namespace) => name.toLowerCase().startsWith(`${namespace}.`));
