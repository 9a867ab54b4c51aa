import type { EdgeValue, NodeValue, Value } from "#graph/model/cypher-result.ts";
import type { ShownCypher, Subgraph } from "#graph/model/subgraph.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { type EdgeRow, SubgraphColumns } from "./columns.ts";
import { edgesById } from "./edges-by-id.ts";
import { entitiesById } from "./entities-by-id.ts";
import { type Asked, numberOf, textOf, textOrNull, textsOf } from "./rows.ts";

interface Seen {
  nodes: Map<string, NodeValue>;
  edges: Map<string, EdgeValue>;
  /** Ids named in paths: entities and edges in turn. */
  pathNodes: Set<string>;
  pathEdges: Set<string>;
}

/**
 * What can be drawn of rows that a person's query returned: entities, and edges between entities, wherever in the rows they
 * stand. Ends that the rows do not hold are fetched; other nodes (metrics, documents) are left to the table.
 */
export async function drawnOf(
  asked: Asked,
  rows: readonly Value[][],
  { cypher, truncated }: { cypher: ShownCypher; truncated: boolean },
): Promise<Subgraph> {
  const seen: Seen = { nodes: new Map(), edges: new Map(), pathNodes: new Set(), pathEdges: new Set() };
  for (const row of rows) for (const value of row) collect(value, seen);

  const columns = new SubgraphColumns();
  for (const node of seen.nodes.values()) {
    if (node.labels.includes("Entity")) columns.node(nodeOf(node));
  }
  for (const edge of seen.edges.values()) {
    if (isRelationType(edge.type)) columns.edge(edgeOf(edge));
  }
  const steps = [...seen.pathEdges].filter((id) => !seen.edges.has(id));
  for (const edge of await edgesById(asked, { nodes: [...seen.pathNodes], edges: steps })) columns.edge(edge);
  const unseen = [...seen.pathNodes].filter((id) => !seen.nodes.has(id));
  for (const node of (await entitiesById(asked, [...new Set([...unseen, ...columns.missingEnds()])])).values()) columns.node(node);

  const graph = columns.build({ total: { nodes: 0, edges: 0 }, truncated, next: null, cypher });
  return { ...graph, total: { nodes: graph.nodes.id.length, edges: graph.edges.id.length } };
}

function collect(value: Value, seen: Seen): void {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const it of value) collect(it, seen);
  } else if (isNode(value)) {
    seen.nodes.set(value.$node, value);
  } else if (isEdge(value)) {
    seen.edges.set(value.$edge, value);
  } else if ("$path" in value) {
    for (const [index, id] of (value.$path as string[]).entries()) (index % 2 === 0 ? seen.pathNodes : seen.pathEdges).add(id);
  } else {
    for (const it of Object.values(value)) collect(it, seen);
  }
}

const isNode = (value: object): value is NodeValue => "$node" in value;
const isEdge = (value: object): value is EdgeValue => "$edge" in value;

const nodeOf = ({ $node: id, properties }: NodeValue) => ({
  id,
  kind: textOf(properties.kind),
  name: textOf(properties.name),
  nameEn: textOrNull(properties.nameEn),
  shortName: textOrNull(properties.shortName ?? null),
  degree: numberOf(properties.degree),
});

const edgeOf = ({ $edge: id, type, source, target, properties }: EdgeValue): EdgeRow => ({
  id,
  type,
  source,
  target,
  status: textOf(properties.status),
  confidence: numberOf(properties.confidence),
  validFrom: textOrNull(properties.validFrom),
  validTo: textOrNull(properties.validTo),
  documents: textsOf(properties.documents),
});
