import type { Value } from "#graph/model/cypher-result.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Reliability } from "#graph/vocabulary/marks.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { askStore } from "./ask.ts";
import { type Content, canonicalJson, checksumPart, contentHash } from "./content.ts";
import { readNewest } from "./ledger.ts";
import { edgeOf, entityNode, projectAttributes, type StatementState } from "./projection.ts";
import { statementStates, storedState } from "./settle-statements.ts";
import { readConstraints, readDocuments, readEntities, readMetrics, readStatements } from "./stored.ts";

const facts = "MATCH (d:Document) RETURN d.id AS id, d.published AS published, d.reliability AS reliability";
const nodes = "MATCH (n:Entity) RETURN n.id AS id, properties(n) AS node";
const edges = (type: string): string => `MATCH (a:Entity)-[e:${type}]->(b:Entity) RETURN a.id AS a, b.id AS b, properties(e) AS edge`;

const sameText = (value: unknown): string => canonicalJson(value);

/**
 * Rebuilds from the ledger what is derived of it (edges, projected attributes, degrees, ranks, hashes, checksum) and compares with what
 * stands in the store. Gives a line for every difference; none when the projection holds.
 */
export async function checkProjection(store: GraphStore): Promise<string[]> {
  const ask = askStore(store);
  const differences: string[] = [];
  const expect = (what: string, stored: unknown, rebuilt: unknown): void => {
    if (sameText(stored) !== sameText(rebuilt)) differences.push(`${what}: stored ${sameText(stored)}, rebuilt ${sameText(rebuilt)}`);
  };
  const known = new Map(
    (await ask({ text: facts })).map(([id, published, reliability]) => [
      id as string,
      { published: (published as string | null) ?? undefined, reliability: reliability as Reliability },
    ]),
  );
  const entities = await readEntities(ask);
  const statements = await readStatements(ask);
  const states = statementStates(
    [...statements.values()].map((it) => it.content),
    (id) => known.get(id),
    (id) => entities.get(id)?.kind,
  );
  const drawn = new Map<string, unknown>();
  const degrees = new Map<string, number>();
  const attributes = new Map<string, StatementState[]>();
  for (const [id, state] of states) {
    const stored = statements.get(id);
    if (stored !== undefined) expect(`statement ${id}`, { ...storedState(stored), workedOut: [] }, { ...state, workedOut: [] });
    expect(`hash of statement ${id}`, stored?.hash, contentHash(state.content));
    const edge = edgeOf(state);
    if (edge !== null) {
      drawn.set(`${edge.from} ${edge.type} ${edge.to} ${id}`, edge.properties);
      for (const end of new Set([edge.from, edge.to])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    }
    if (state.content.object === undefined)
      attributes.set(state.content.subject, [...(attributes.get(state.content.subject) ?? []), state]);
  }
  for (const type of relationTypes)
    for (const [from, to, edge] of await ask({ text: edges(type) })) {
      const key = `${from} ${type} ${to} ${(edge as { id: Value }).id}`;
      expect(`edge ${key}`, edge, drawn.get(key));
      drawn.delete(key);
    }
  for (const key of drawn.keys()) differences.push(`edge ${key} is missing`);
  for (const [id, stored] of await ask({ text: nodes })) {
    const content = entities.get(id as string);
    if (content === undefined) continue;
    const rebuilt = entityNode({
      content,
      attributes: projectAttributes(content.kind as EntityKind, attributes.get(content.id) ?? []),
      degree: degrees.get(content.id) ?? 0,
      hash: contentHash(content),
      revision: (stored as { revision: number }).revision,
    });
    expect(`entity ${id}`, stored, rebuilt);
  }
  const metrics = await readMetrics(ask);
  for (const [id, { content, hash }] of metrics) expect(`hash of metric ${id}`, hash, contentHash(content));
  const contents: Content[] = [
    ...(await readDocuments(ask)).values(),
    ...entities.values(),
    ...(await readConstraints(ask)).values(),
    ...[...statements.values(), ...metrics.values()].map((it) => it.content),
  ];
  const sum = BigInt.asUintN(
    64,
    contents.reduce((total, content) => total + checksumPart(contentHash(content)), 0n),
  );
  expect("checksum", String((await readNewest(ask)).checksum), String(sum));
  return differences;
}
