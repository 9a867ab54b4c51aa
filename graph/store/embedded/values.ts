import type grafeo from "@grafeo-db/js";
import type { Value } from "#graph/model/cypher-result.ts";
import { QueryInvalid } from "../store.ts";
import type { EntityKind } from "./entity-columns.ts";

type Properties = Record<string, unknown>;
/** Finds a node or relationship by the engine's key, in the shape that rows have; null when it is not committed yet. */
export interface EntityLookup {
  node(key: number): Properties | null;
  edge(key: number): Properties | null;
}

const own = new Set(["_id", "_labels", "_source", "_target", "_type"]);
/** The engine uses these names itself, and would give a property of that name for its own. */
const forbidden = (name: string): QueryInvalid =>
  new QueryInvalid({ operation: "Query not run", fault: `${name} cannot be the name of a property`, remedy: "choose another name" });
const isMap = (value: unknown): value is Properties => typeof value === "object" && value !== null;

/** `$node` of a node: its id, the number of a revision, else the engine's key. */
function nodeId(key: unknown, labels: readonly string[], properties: Properties): string {
  if (typeof properties.id === "string") return properties.id;
  if (labels.includes("Revision") && properties.number !== undefined) return String(properties.number);
  return `#${String(key)}`;
}

const edgeId = (edge: Properties): string => (typeof edge.id === "string" ? edge.id : `#${String(edge._id)}`);

/** Makes a decoder of the engine's values into the project's; it remembers the ends of edges that it has looked up. */
export function valueDecoder(lookup: EntityLookup): (value: unknown, kind?: EntityKind | null) => Value {
  const ends = new Map<unknown, string>();
  const endId = (key: unknown): string => {
    const known = ends.get(key);
    if (known !== undefined) return known;
    const node = lookup.node(Number(key));
    const id = node === null ? `#${String(key)}` : nodeId(key, node._labels as string[], node);
    ends.set(key, id);
    return id;
  };
  const properties = (value: Properties): { [name: string]: Value } =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([name, property]) => !own.has(name) && property !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1))
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
  const hydrate = (value: unknown, kind: EntityKind): Value => {
    if (typeof value === "number") return decode(lookup[kind](value) ?? value);
    if (Array.isArray(value) && value.every((item) => item === null || typeof item === "number" || Array.isArray(item)))
      return value.map((item) => hydrate(item, kind));
    return decode(value);
  };
  return (value, kind) => (kind ? hydrate(value, kind) : decode(value));
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
  for (const key in value) {
    if (own.has(key)) throw forbidden(key);
    if (value[key] !== undefined) encoded[key] = encodeParameter(value[key]);
  }
  return encoded;
}

export const encodeParameters = (parameters: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  encodeParameter(parameters) as Record<string, unknown>;

/** Looks entities up among what is committed. */
export const lookupIn = (database: grafeo.GrafeoDB): EntityLookup => ({
  node(key) {
    const node = database.getNode(key);
    return node === null ? null : { ...node.properties(), _id: key, _labels: node.labels };
  },
  edge(key) {
    const edge = database.getEdge(key);
    if (edge === null) return null;
    return { ...edge.properties(), _id: key, _type: edge.edgeType, _source: edge.sourceId, _target: edge.targetId };
  },
});
