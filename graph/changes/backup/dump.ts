import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Value } from "#graph/model/cypher-result.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "../ask.ts";

/**
 * All nodes and links of a store as JSON Lines: `["node", key, [labels], {properties}]`, then `["link", from, to, type, {properties}]`, and
 * as the last line `["end", nodes, links]`. Keys hold within one file. A journal is no content and is left out.
 */
export type DumpLine =
  | ["node", number, string[], Record<string, Value>]
  | ["link", number, number, string, Record<string, Value>]
  | ["end", number, number];

const keysOf = "MATCH (n) WHERE NOT n:Journal RETURN elementId(n) AS key";
const nodesOf = "MATCH (n) WHERE elementId(n) IN $keys RETURN elementId(n) AS key, labels(n) AS labels, properties(n) AS properties";
const linksOf =
  "MATCH (n)-[r]->(m) WHERE elementId(n) IN $keys RETURN elementId(n) AS source, elementId(m) AS target, type(r) AS type, properties(r) AS properties";

const nodesAtOnce = 5000;
const fewNodesAtOnce = 20;

/** An element id without what all ids of a database have in common. */
const keyOf = (elementId: Value | undefined): number => Number(String(elementId).slice(String(elementId).lastIndexOf(":") + 1));

/** Reads a store node by node, so that memory holds a number a node. The store must know Neo4j's `elementId`. */
async function* linesOf(store: GraphStore): AsyncGenerator<DumpLine> {
  const ask = askStore(store);
  const found = await ask({ text: keysOf });
  const sample = String(found[0]?.[0] ?? "");
  const prefix = sample.slice(0, sample.lastIndexOf(":") + 1);
  const keys = found.map(([id]) => keyOf(id)).sort((a, b) => a - b);
  found.length = 0;
  let links = 0;
  for (const some of portions(keys, nodesAtOnce)) {
    const ids = some.map((key) => prefix + key);
    for await (const [id, labels, properties] of nodesAt(ask, ids))
      yield ["node", keyOf(id), labels as string[], properties as Record<string, Value>];
  }
  for (const some of portions(keys, nodesAtOnce)) {
    for (const [source, target, type, properties] of await ask({ text: linksOf, parameters: { keys: some.map((key) => prefix + key) } })) {
      links += 1;
      yield ["link", keyOf(source), keyOf(target), String(type), properties as Record<string, Value>];
    }
  }
  yield ["end", keys.length, links];
}

const chunked = "MATCH (n) WHERE elementId(n) IN $keys AND (n.changes IS NOT NULL OR n.text IS NOT NULL) RETURN elementId(n) AS key";

/** Nodes that hold a text of perhaps a megabyte come a few at a time. */
async function* nodesAt(ask: ReturnType<typeof askStore>, ids: readonly string[]): AsyncGenerator<Value[]> {
  const large = new Set((await ask({ text: chunked, parameters: { keys: ids } })).map(([id]) => String(id)));
  const small = ids.filter((id) => !large.has(id));
  if (small.length > 0) yield* await ask({ text: nodesOf, parameters: { keys: small } });
  for (const some of portions([...large], fewNodesAtOnce)) yield* await ask({ text: nodesOf, parameters: { keys: some } });
}
function* portions<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Writes a store's content into a file, compressed. What is written to the store meanwhile may be in it or not. */
export async function writeDump(store: GraphStore, file: string): Promise<void> {
  const text = async function* (): AsyncGenerator<string> {
    for await (const line of linesOf(store)) yield `${JSON.stringify(line)}\n`;
  };
  await pipeline(Readable.from(text()), createGzip({ level: 3 }), createWriteStream(file));
}
