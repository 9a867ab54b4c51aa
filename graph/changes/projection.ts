import { attributeOf } from "#graph/model/statement.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType, type RelationType } from "#graph/vocabulary/relations.ts";
import type { EntityContent, StatementContent } from "./content.ts";
import { byPreference, type Derived } from "./derive.ts";

/** A property as both engines store it. */
export type Property = string | number | boolean | string[];
export type Properties = Record<string, Property>;

/** An active statement with all that is stored of it. */
export interface StatementState extends Derived {
  content: StatementContent;
  rank: string;
  validFrom: string | undefined;
  validTo: string | undefined;
  /** Fields above that no source gives. */
  workedOut: string[];
}

export interface Edge {
  type: RelationType;
  from: string;
  to: string;
  properties: Properties;
}

const put = (properties: Properties, name: string, value: Property | undefined): void => {
  if (value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)) properties[name] = value;
};

/** The edge that draws a statement; null for an attribute, and for what is not drawn. */
export function edgeOf({ content, rank, validFrom, validTo, assertedAt, documents, drawn }: StatementState): Edge | null {
  if (!drawn || content.object === undefined || !isRelationType(content.predicate)) return null;
  const properties: Properties = { id: content.id, status: content.status, confidence: content.confidence, rank, documents };
  put(properties, "basis", content.basis);
  put(properties, "validFrom", validFrom);
  put(properties, "validTo", validTo);
  put(properties, "assertedAt", assertedAt);
  for (const [name, value] of Object.entries(content.properties ?? {})) put(properties, name, value);
  return { type: content.predicate, from: content.subject, to: content.object, properties };
}

/** The value to show first: open before closed, preferred first, the latest period, then the better source. */
const byShowing = (a: StatementState, b: StatementState): number => {
  const closed = (it: StatementState): string => it.validTo ?? "9999";
  const start = (it: StatementState): string => it.content.validFrom ?? "";
  const rank = (it: StatementState): number => (it.rank === "preferred" ? 0 : 1);
  if (closed(a) !== closed(b)) return closed(a) > closed(b) ? -1 : 1;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (start(a) !== start(b)) return start(a) > start(b) ? -1 : 1;
  return byPreference(rivalOf(a), rivalOf(b));
};
const rivalOf = (it: StatementState) => ({
  id: it.content.id,
  confidence: it.content.confidence,
  reliability: it.reliability,
  assertedAt: it.assertedAt,
  rank: it.rank,
});

/** Attributes of one entity as properties: of a list all values, else the one to show first; what is not drawn is left out. */
export function projectAttributes(kind: EntityKind, statements: readonly StatementState[]): Properties {
  const byName = new Map<string, StatementState[]>();
  for (const it of statements) {
    if (!it.drawn || it.content.value === undefined) continue;
    const same = byName.get(it.content.predicate);
    if (same === undefined) byName.set(it.content.predicate, [it]);
    else same.push(it);
  }
  const properties: Properties = {};
  for (const [name, claims] of byName) {
    const definition = attributeOf(kind, name);
    const values = claims.sort(byShowing).map((it) => it.content.value as string);
    const first = values[0] as string;
    if (definition?.type === "list") properties[name] = [...new Set(values)].sort();
    else properties[name] = definition?.type === "integer" || definition?.type === "number" ? Number(first) : first;
  }
  return properties;
}

/** All properties of an entity's node. `revision` is the one that last changed it. */
export function entityNode({
  content,
  attributes,
  degree,
  hash,
  revision,
}: {
  content: EntityContent;
  attributes: Properties;
  degree: number;
  hash: string;
  revision: number;
}): Properties {
  const { aliases, mergedFrom, dataset, ...own } = content;
  const node: Properties = { ...(own as Properties), ...attributes, degree, hash, revision };
  put(node, "aliases", aliases === undefined ? undefined : [...new Set(aliases.map((it) => it.surface))]);
  put(node, "mergedFrom", mergedFrom);
  put(node, "dataset", dataset);
  return node;
}
