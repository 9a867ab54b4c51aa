import { indexed, unique } from "../indexed.ts";

/** What the atlas relies on (docs/stored-graph.md), in Neo4j's words; each may run again. */
export const schemaStatements: readonly string[] = [
  ...unique.map(
    ([label, property]) => `CREATE CONSTRAINT ${label}_${property} IF NOT EXISTS FOR (n:\`${label}\`) REQUIRE n.\`${property}\` IS UNIQUE`,
  ),
  ...indexed.map(([label, property]) => `CREATE INDEX ${label}_${property} IF NOT EXISTS FOR (n:\`${label}\`) ON (n.\`${property}\`)`),
];
