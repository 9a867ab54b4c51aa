import type grafeo from "@grafeo-db/js";
import type { Value } from "#graph/model/cypher-result.ts";

type Properties = Record<string, unknown>;
/** Finds a node's properties by the engine's key, or null when it is not committed yet. */
export type NodeLookup = (key: number) => { labels: string[]; properties: Properties } | null;

const own = new Set(["_id", "_labels", "_source", "_target", "_type"]);
const isMap = (value: unknown): value is Properties => typeof value === "object" && value !== null;

/** `$node` of a node: its id, the number of a revision, else the engine's key. */
function nodeId(key: unknown, labels: readonly string[], properties: Properties): string {
  if (typeof properties.id === "string") return properties.id;
  if (labels.includes("Revision") && properties.number !== undefined) return String(properties.number);
  return `#${String(key)}`;
}

const edgeId = (edge: Properties): string => (typeof edge.id === "string" ? edge.id : `#${String(edge._id)}`);

/** Makes a decoder of the engine's values into the project's; it remembers the ends of edges that it has looked up. */
export function valueDecoder(lookup: NodeLookup): (value: unknown) => Value {
  const ends = new Map<unknown, string>();
  const endId = (key: unknown): string => {
    const known = ends.get(key);
    if (known !== undefined) return known;
    const node = lookup(Number(key));
    const id = node === null ? `#${String(key)}` : nodeId(key, node.labels, node.properties);
    ends.set(key, id);
    return id;
  };
  const properties = (value: Properties): { [name: string]: Value } =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([name, property]) => !own.has(name) && property !== null)
        .map(([name, property]) => [name, decode(property)]),
    );
  const nodeOf = (node: Properties): string => {
    const id = nodeId(node._id, node._labels as string[], node);
    ends.set(node._id, id);
    return id;
  };
  const decode = (value: unknown): Value => {
    if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : { $integer: value.toString() };
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (Array.isArray(value)) return value.map(decode);
    if (value instanceof Date) return value.toISOString().replace(/(?:\.000)?Z$/, "");
    if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
    if (!isMap(value)) return value === undefined ? null : (value as Value);
    if (Array.isArray(value._labels)) {
      const labels = [...value._labels].sort() as string[];
      return { $node: nodeOf(value), labels, properties: properties(value) };
    }
    if (typeof value._type === "string" && value._source !== undefined)
      return {
        $edge: edgeId(value),
        type: value._type,
        source: endId(value._source),
        target: endId(value._target),
        properties: properties(value),
      };
    if (isPath(value)) {
      const nodes = value.nodes.map(nodeOf);
      return { $path: nodes.flatMap((id, index) => (index === 0 ? [id] : [edgeId(value.edges[index - 1] ?? {}), id])) };
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
  };
  return decode;
}

function isPath(value: Properties): value is { nodes: Properties[]; edges: Properties[] } {
  const { nodes, edges } = value;
  if (!Array.isArray(nodes) || !Array.isArray(edges) || nodes.length !== edges.length + 1) return false;
  return nodes.every((node) => isMap(node) && Array.isArray(node._labels)) && edges.every((edge) => isMap(edge) && "_type" in edge);
}

/** A parameter as the engine takes it: large integers as bigint, dates as ISO strings, no undefined. */
export function encodeParameter(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(encodeParameter);
  if (value instanceof Date) return value.toISOString();
  if (!isMap(value)) return value;
  if (typeof value.$integer === "string" && Object.keys(value).length === 1) return BigInt(value.$integer);
  const encoded: Properties = {};
  for (const key in value) if (value[key] !== undefined) encoded[key] = encodeParameter(value[key]);
  return encoded;
}

export const encodeParameters = (parameters: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  encodeParameter(parameters) as Record<string, unknown>;

/** Looks nodes up in the open database. */
export const lookupIn =
  (database: grafeo.GrafeoDB): NodeLookup =>
  (key) => {
    const node = database.getNode(key);
    return node === null ? null : { labels: node.labels, properties: node.properties() as Properties };
  };
