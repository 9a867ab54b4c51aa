import { significant, tokenize } from "../cypher/lexer.ts";
import { positionAt } from "../cypher/position.ts";
import { indexed, unique } from "../indexed.ts";
import { QueryRefused } from "../store.ts";

const index = ([label, property]: readonly [string, string]): string =>
  `CREATE INDEX atlas_${label}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;

/** The index comes before its constraint: the engine checks uniqueness through it, and without it by scanning. */
export const definitions: readonly string[] = [
  ...unique.map(index),
  ...unique.map(
    ([label, property]) =>
      `CREATE CONSTRAINT atlas_unique_${label}_${property} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
  ),
  ...indexed.map(index),
];

/** The engine keeps a definition made in a transaction even when the transaction is rolled back. */
export function refuseDefinition(text: string): void {
  const [first, second] = significant(tokenize(text));
  if (first === undefined || second?.kind !== "name") return;
  if (!/^(?:CREATE|DROP|ALTER)$/i.test(first.text) || !/^(?:INDEX|CONSTRAINT|RANGE|TEXT|POINT|FULLTEXT|VECTOR|LOOKUP)$/i.test(second.text))
    return;
  throw new QueryRefused({
    operation: "Writing to the store",
    fault: "a transaction cannot define indexes or constraints",
    remedy: "call prepare()",
    position: positionAt(text, first.offset),
  });
}
