import neo4j, { type Node, type Path, type Relationship, type Record as Row } from "neo4j-driver";
import type { EdgeValue, Value } from "#graph/model/cypher-result.ts";

type Properties = { [name: string]: unknown };

/**
 * Turns the driver's values (integers as bigint) into `Value`s. An edge from the server knows only the engine's keys of its ends:
 * after the last row, `unknownEnds` lists those whose node was in no row, and `nameEnds` fills them in.
 */
export class Decoder {
  readonly #idByKey = new Map<string, string>();
  readonly #edges: { value: EdgeValue; startKey: string; endKey: string }[] = [];

  row(row: Row): Value[] {
    const values = new Array<Value>(row.length);
    for (let column = 0; column < row.length; column++) values[column] = this.#value(row.get(column));
    return values;
  }

  unknownEnds(): string[] {
    const ends = this.#edges.flatMap(({ startKey, endKey }) => [startKey, endKey]);
    return [...new Set(ends)].filter((key) => !this.#idByKey.has(key));
  }

  /** `idByKey` answers `unknownEnds`. */
  nameEnds(idByKey: ReadonlyMap<string, string>): void {
    const idOf = (key: string) => this.#idByKey.get(key) ?? idByKey.get(key) ?? `#${key}`;
    for (const { value, startKey, endKey } of this.#edges) {
      value.source = idOf(startKey);
      value.target = idOf(endKey);
    }
  }

  #value(value: unknown): Value {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : null;
      case "bigint":
        return plainInteger(value);
      case "object":
        return value === null ? null : this.#object(value);
      default:
        return null;
    }
  }

  #object(value: object): Value {
    if (Array.isArray(value)) return value.map((it) => this.#value(it));
    if (neo4j.isNode(value)) return this.#node(value);
    if (neo4j.isRelationship(value)) return this.#edge(value);
    if (neo4j.isPath(value)) return this.#path(value);
    if (neo4j.isPoint(value)) return this.#map({ srid: value.srid, x: value.x, y: value.y, z: value.z });
    if (isTime(value)) return value.toString();
    if (ArrayBuffer.isView(value)) return Array.from(value as Int8Array, Number);
    if (neo4j.isVector(value)) return [...value.asTypedArray()].map((it) => this.#value(it));
    if (neo4j.isUnsupportedType(value)) return value.toString();
    return this.#map(value as Properties);
  }

  #map(properties: Properties): { [name: string]: Value } {
    const values: { [name: string]: Value } = {};
    for (const [name, value] of Object.entries(properties)) if (value !== undefined) values[name] = this.#value(value);
    return values;
  }

  #node(node: Node): Value {
    return { $node: this.#nodeId(node), labels: [...node.labels].sort(), properties: this.#map(node.properties) };
  }

  #nodeId({ elementId, labels, properties }: Node): string {
    const id = nodeId({ key: elementId, labels, id: properties.id, number: properties.number });
    this.#idByKey.set(elementId, id);
    return id;
  }

  #edge(edge: Relationship): Value {
    const value = { $edge: edgeId(edge), type: edge.type, source: "", target: "", properties: this.#map(edge.properties) };
    this.#edges.push({ value, startKey: edge.startNodeElementId, endKey: edge.endNodeElementId });
    return value;
  }

  #path({ start, segments }: Path): Value {
    return { $path: [this.#nodeId(start), ...segments.flatMap(({ relationship, end }) => [edgeId(relationship), this.#nodeId(end)])] };
  }
}

/** What `$node` holds: the `id` property, a Revision's number, or the engine's key after `#`. */
export function nodeId({ key, labels, id, number }: { key: string; labels: string[]; id: unknown; number: unknown }): string {
  if (typeof id === "string") return id;
  if (labels.includes("Revision") && number !== null && number !== undefined) return String(number);
  return `#${key}`;
}

const edgeId = ({ elementId, properties }: Relationship): string => (typeof properties.id === "string" ? properties.id : `#${elementId}`);

function plainInteger(value: bigint): Value {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { $integer: String(value) };
}

const isTime = (value: object): boolean =>
  neo4j.isDate(value) ||
  neo4j.isDateTime(value) ||
  neo4j.isLocalDateTime(value) ||
  neo4j.isTime(value) ||
  neo4j.isLocalTime(value) ||
  neo4j.isDuration(value);
